/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every row of figures.def promises. */
#include "core/figure/samples.h"

#include "figure/trl-figure.h"

#define SHORTEST_US 100
#define LONGEST_US (20 * G_USEC_PER_SEC)

typedef struct
{
  GCancellable *cancellable;
  gulong        after; /* microseconds */
} Timer;

static gpointer
cancel_later (gpointer data)
{
  const Timer *timer = data;

  g_usleep (timer->after);
  g_cancellable_cancel (timer->cancellable);
  return NULL;
}

/* Returns whether there is a page, which there is or is not, and then for one reason. */
static gboolean
build (const TrlFigureRequest *request, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlScene) scene = trl_figure_build (request, cancellable, &error);

  if (scene)
    g_assert_no_error (error);
  else
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return scene != NULL;
}

static void
fill_request (TrlDocument      *document,
              const TrlFigure  *figure,
              double            height,
              TrlFigureRequest *request)
{
  *request =
    (TrlFigureRequest){ .document = document, .figure = figure->id, .height = height };
}

static void
test_cancelled_before (gconstpointer data)
{
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint turn = 0; turn < 2; turn++)
    {
      TrlFigureRequest request;

      fill_request (document, data, turn ? 300 : 0, &request);
      g_assert_false (build (&request, cancellable));
    }
}

/* Later and later, until it is too late. */
static void
test_cancelled_meanwhile (gconstpointer data)
{
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");
  TrlFigureRequest request;
  gboolean         done = FALSE;

  fill_request (document, data, 300, &request);
  for (gulong after = SHORTEST_US; !done && after < LONGEST_US; after *= 2)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Timer    timer = { cancellable, after };
      GThread *thread = g_thread_new ("cancel", cancel_later, &timer);

      done = build (&request, cancellable);
      g_thread_join (thread);
    }
  g_assert_true (done);
}

static void
add_tests (const TrlFigure *figure)
{
  static const struct
  {
    const char   *name;
    GTestDataFunc func;
  } tests[] = {
    { "cancelled-makes-nothing", test_cancelled_before },
    { "cancelled-meanwhile-makes-nothing", test_cancelled_meanwhile },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/contract/figures/%s/%s", figure->id, tests[i].name);

      g_test_add_data_func (path, figure, tests[i].func);
    }
}

int
main (int argc, char **argv)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n; i++)
    add_tests (figures[i]);
  return g_test_run ();
}
