/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clock for the start of the program: from the kernel's note of when the process
 * began to the first frame that shows the document.
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

void
trellis_bench_watch (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_return_if_fail (clock);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), NULL);
  gtk_widget_queue_draw (window);
}
