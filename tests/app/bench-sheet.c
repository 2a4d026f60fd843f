/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-sheet: scrolls a sheet of 200 rows and 50 columns there and back, first down,
 * then across, then both, a step a frame, and prints how long frames took to paint and
 * how far they lay apart: “paint P50 P95 MAX” and “frame P50 P95 MAX”, in milliseconds.
 */
#include "sheet-fixture.h"

#define FRAMES 240 /* in each direction */
#define STEP 23.0  /* pixels a frame */

typedef struct
{
  SheetFixture fixture;
  GArray      *paints, *intervals; /* microseconds */
  gint64       began, last;
  guint        n;
} Bench;

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;
  return x < y ? -1 : x > y;
}

static void
report (const char *what, GArray *times)
{
  g_array_sort (times, compare);
  guint n = times->len;
  g_print ("%s %.2f %.2f %.2f\n", what, g_array_index (times, gint64, n / 2) / 1000.0,
           g_array_index (times, gint64, n * 95 / 100) / 1000.0,
           g_array_index (times, gint64, n - 1) / 1000.0);
}

/* There in the first half, back in the second. */
static void
move (GtkAdjustment *adjustment, guint frame)
{
  double by = frame < FRAMES / 2 ? STEP : -STEP;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static void
on_before_paint (GdkFrameClock *clock, Bench *bench)
{
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (bench->fixture.scrolled);
  guint              turn = bench->n / FRAMES, frame = bench->n % FRAMES;
  bench->began = g_get_monotonic_time ();
  if (bench->last != 0)
    {
      gint64 interval = bench->began - bench->last;
      g_array_append_val (bench->intervals, interval);
    }
  bench->last = bench->began;
  if (turn != 1)
    move (gtk_scrolled_window_get_vadjustment (scrolled), frame);
  if (turn != 0)
    move (gtk_scrolled_window_get_hadjustment (scrolled), frame);
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  gint64 paint = g_get_monotonic_time () - bench->began;
  g_array_append_val (bench->paints, paint);
  bench->n++;
}

int
main (void)
{
  Bench bench = { .paints = g_array_new (FALSE, FALSE, sizeof (gint64)),
                  .intervals = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  sheet_fixture_init (NULL, NULL);
  sheet_fixture_open (&bench.fixture, test_model_new (200, 50), 1280, 800);
  gtk_widget_grab_focus (GTK_WIDGET (bench.fixture.sheet));
  sheet_fixture_wait (500);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (bench.fixture.window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &bench);
  gdk_frame_clock_begin_updating (clock);
  while (bench.n < 3 * FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
  g_signal_handlers_disconnect_by_data (clock, &bench);
  report ("paint", bench.paints);
  report ("frame", bench.intervals);
  g_array_unref (bench.paints);
  g_array_unref (bench.intervals);
  sheet_fixture_close (&bench.fixture);
  return 0;
}
