/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clock for the start of the program: from the kernel's note of when the process
 * began to the first frame that shows the document.  And the meter for every frame: what
 * the processor did since the one before, whoever asked for it.
 */

#include "config.h"

#include "trellis-bench.h"

#include <time.h>
#include <unistd.h>

gboolean
trellis_bench_is_on (void)
{
  return g_getenv ("TRELLIS_BENCH") != NULL;
}

/* Field 22 of /proc/self/stat, after the name in brackets: ticks from boot to start. */
static double
get_start (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;
  const char *rest;

  if (!g_file_get_contents ("/proc/self/stat", &text, NULL, NULL) ||
      !(rest = strrchr (text, ')')))
    return 0;
  fields = g_strsplit (rest + 2, " ", 21);
  return g_strv_length (fields) > 19 ? (double) g_ascii_strtoull (fields[19], NULL, 10) /
                                         (double) sysconf (_SC_CLK_TCK)
                                     : 0;
}

static void
on_after_paint (GdkFrameClock *clock, gpointer data)
{
  struct timespec now;

  g_signal_handlers_disconnect_by_func (clock, on_after_paint, data);
  clock_gettime (CLOCK_BOOTTIME, &now);
  g_print ("first-frame %.0f\n",
           1000 * ((double) now.tv_sec + (double) now.tv_nsec / 1e9 - get_start ()));
  g_application_quit (g_application_get_default ());
}

typedef struct
{
  GtkWidget     *window;
  TrellisCanvas *canvas;
  double         program, server; /* milliseconds, when the last frame ended */
  GtkAllocation  place;
} Meter;

static double
get_program_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return 1e3 * (double) now.tv_sec + (double) now.tv_nsec / 1e6;
}

/* The first field of /proc/PID/schedstat, nanoseconds. */
static double
get_server_time (void)
{
  const char      *server = g_getenv ("TRELLIS_BENCH_SERVER");
  g_autofree char *path = g_strdup_printf ("/proc/%s/schedstat", server ? server : "");
  g_autofree char *text = NULL;

  if (!server || !g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  return g_ascii_strtod (text, NULL) / 1e6;
}

static void
tell_place (Meter *meter)
{
  double        x = 0, y = 0, left, top;
  GtkWidget    *canvas = GTK_WIDGET (meter->canvas);
  GtkAllocation place = { .width = gtk_widget_get_width (canvas),
                          .height = gtk_widget_get_height (canvas) };

  gtk_native_get_surface_transform (GTK_NATIVE (meter->window), &left, &top);
  gtk_widget_translate_coordinates (canvas, meter->window, 0, 0, &x, &y);
  place.x = (int) (x + left);
  place.y = (int) (y + top);
  if (gdk_rectangle_equal (&place, &meter->place))
    return;
  meter->place = place;
  g_print ("canvas %d %d %d %d\n", place.x, place.y, place.width, place.height);
}

static void
on_frame (GdkFrameClock *clock, Meter *meter)
{
  double   program = get_program_time (), server = get_server_time ();
  gboolean late;

  if (!trellis_canvas_was_drawn (meter->canvas, &late))
    return;
  g_print ("frame %.2f %.2f %d\n", program - meter->program, server - meter->server,
           late);
  tell_place (meter);
  meter->program = program;
  meter->server = server;
}

static void
watch_frames (GtkWidget *window, TrellisCanvas *canvas, GdkFrameClock *clock)
{
  Meter *meter = g_new0 (Meter, 1);

  meter->window = window;
  meter->canvas = canvas;
  g_object_set_data_full (G_OBJECT (window), "bench-meter", meter, g_free);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame), meter);
}

void
trellis_bench_watch (GtkWidget *window, TrellisCanvas *canvas)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_return_if_fail (clock);
  if (g_strcmp0 (g_getenv ("TRELLIS_BENCH"), "frames") == 0)
    watch_frames (window, canvas, clock);
  else
    g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), NULL);
  gtk_widget_queue_draw (window);
}
