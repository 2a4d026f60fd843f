/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every row of layouts.def promises. */
#include <locale.h>
#include <math.h>

#include "core/layout/inputs.h"
#include "engine/trl-engine.h"
#include "model/trl-document.h"
#include "model/trl-rollup.h"

typedef void (*Check) (const TrlLayout *layout);

static void
assert_finite (const TrlLayoutInput *input, const TrlLayoutResult *result)
{
  g_assert_cmpuint (result->n, ==, input->n);
  g_assert_true (isfinite (result->rim) &&
                 isfinite (result->centre.x + result->centre.y));
  for (guint i = 0; i < input->n; i++)
    {
      g_assert_true (isfinite (result->points[i].x) && isfinite (result->points[i].y));
      g_assert_true (isnan (result->angle[i]) || isfinite (result->angle[i]));
    }
  for (guint i = 0; i < result->n_rings; i++)
    g_assert_true (isfinite (result->ring_radius[i]));
}

static void
assert_same (const TrlLayoutResult *a, const TrlLayoutResult *b)
{
  g_assert_cmpuint (a->n, ==, b->n);
  g_assert_cmpmem (a->points, a->n * sizeof (TrlPoint), b->points,
                   b->n * sizeof (TrlPoint));
  g_assert_cmpmem (a->angle, a->n * sizeof (double), b->angle, b->n * sizeof (double));
  g_assert_cmpmem (a->ring_radius, a->n_rings * sizeof (double), b->ring_radius,
                   b->n_rings * sizeof (double));
  g_assert_true (a->rim == b->rim);
}

static void
check_finite (const TrlLayout *layout)
{
  TrlRandom random;

  trl_random_init (&random, 50, 0);
  for (guint n = 0; n < (layout->engine ? 25 : 70); n += n < 8 ? 1 : 13)
    for (guint kind = 0; kind < 4; kind++)
      {
        g_autoptr (TrlLayoutInput) input =
          kind < 2 ? input_new_random (&random, n, kind * n)
                   : input_new_hub (&random, n, ANY_RANK, kind == 2);
        g_autoptr (TrlLayoutResult) result = NULL;

        input_locate (input, &random);
        result = run_layout (layout->id, input, n);
        assert_finite (input, result);
        assert_apart (input, result);
      }
}

static void
check_odd_ties (const TrlLayout *layout)
{
  static const guint ties[][2] = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 0, 1 }, { 2, 2 } };
  g_autoptr (TrlLayoutInput) input = input_new (4, 5, ties);
  g_autoptr (TrlLayoutResult) result = NULL;
  TrlRandom random;

  trl_random_init (&random, 49, 0);
  input_locate (input, &random);
  result = run_layout (layout->id, input, 0);
  assert_finite (input, result);
  assert_apart (input, result);
}

static void
check_repeatable (const TrlLayout *layout)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) first = NULL;
  g_autoptr (TrlLayoutResult) again = NULL;
  g_autoptr (TrlLayoutResult) abroad = NULL;

  trl_random_init (&random, 51, 0);
  input = input_new_hub (&random, 50, ANY_RANK, FALSE);
  input_locate (input, &random);
  first = run_layout (layout->id, input, 9);
  again = run_layout (layout->id, input, 9);
  assert_same (first, again);
  setlocale (LC_ALL, "de_DE.UTF-8");
  abroad = run_layout (layout->id, input, 9);
  setlocale (LC_ALL, "C.UTF-8");
  assert_same (first, abroad);
}

/* Past the door that all layouts share, each looks for itself. */
static void
check_cancelled_before (const TrlLayout *layout)
{
  TrlRandom random;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);

  trl_random_init (&random, 52, 0);
  g_cancellable_cancel (cancellable);
  for (guint n = 2; n < 2000; n *= 30)
    {
      g_autoptr (TrlLayoutInput) input = input_new_hub (&random, n, ANY_RANK, FALSE);
      g_autoptr (TrlLayoutResult) result = NULL;
      g_autoptr (GError) error = NULL;

      result = layout->place (input, options, 0, cancellable, &error);
      g_assert_null (result);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (3000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* Whether a layout of so many was stopped; else it was done before. */
static gboolean
is_stopped (const TrlLayout *layout, guint n)
{
  TrlRandom random;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread;

  trl_random_init (&random, 53, 0);
  input = input_new_hub (&random, n, ANY_RANK, FALSE);
  input_locate (input, &random);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  result = trl_layout_place (layout, input, NULL, 0, cancellable, &error);
  g_thread_join (thread);
  if (!result)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return result == NULL;
}

static void
check_cancelled_meanwhile (const TrlLayout *layout)
{
  guint n = 4000;

  while (!is_stopped (layout, n))
    {
      n *= 8;
      g_assert_cmpuint (n, <, 1000000);
    }
}

/* Sets an option to its value number @which; whether there is one. */
static gboolean
set_option (TrlOptions *options, const TrlOption *option, guint which)
{
  char        number[G_ASCII_DTOSTR_BUF_SIZE];
  const char *text = number;

  if (option->type == TRL_OPTION_CHOICE)
    text = option->choices[which];
  else if (which > 1)
    text = NULL;
  else if (option->type == TRL_OPTION_FLAG)
    text = which ? "no" : "yes";
  else
    g_ascii_dtostr (number, sizeof number, which ? option->max : option->min);
  return text && trl_options_set (options, option->id, text, NULL);
}

static void
check_options (const TrlLayout *layout)
{
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);
  TrlRandom random;

  trl_random_init (&random, 54, 0);
  for (guint i = 0; i < layout->n_options; i++)
    {
      const TrlOption *option = &layout->options[i];

      g_assert_cmpstr (option->label, !=, NULL);
      for (guint which = 0; set_option (options, option, which); which++)
        {
          g_autoptr (TrlLayoutInput) input = input_new_hub (&random, 30, ANY_RANK, FALSE);
          g_autoptr (TrlLayoutResult) result = NULL;

          input_locate (input, &random);
          result = trl_layout_place (layout, input, options, 0, NULL, NULL);
          assert_finite (input, result);
        }
      trl_options_set (options, option->id, NULL, NULL);
    }
}

/* A network of twelve nodes; @detour adds a node first and takes it away again and adds
 * the nodes in another order, so that rows are other ones while order keys are the same.
 */
static TrlDocument *
make_document (gboolean detour)
{
  static const char *const types[] = { "cbo", "food", "media", "faith" };
  static const char *const levels[] = { "networking", NULL, "collaboration", "none" };
  TrlDocument             *document = trl_document_new ();
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");
  g_autoptr (TrlRecord) gone = trl_record_new (TRL_KIND_NODE, "gone");

  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, site);
  if (detour)
    trl_document_add (document, "site", gone);
  for (guint k = 0; k < 12; k++)
    {
      guint            i = detour ? 11 - k : k;
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

      node->order = 100 + i;
      trl_record_set_field (node, "lat", i % 3 ? "41,88" : "45.5 N");
      trl_record_set_field (node, "lon", i % 2 ? "-87.63" : "90° W");
      trl_record_set (node, TRL_NODE_TYPE,
                      i > 0 ? TRL_TEXT (types[i % 4]) : TRL_NONE_VALUE);
      trl_document_add (document, "site", node);
    }
  for (guint k = 1; k < 12; k++)
    {
      guint            i = detour ? 12 - k : k;
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autofree char *tie = g_strdup_printf ("t%u", i);
      g_autoptr (TrlRecord) edge = trl_record_new_edge (tie, id, i % 3 ? "n0" : "n1");

      edge->order = 200 + i;
      trl_record_set (edge, TRL_EDGE_LEVEL, TRL_TEXT (levels[i % 4]));
      trl_document_add (document, "site", edge);
    }
  if (detour)
    trl_document_remove_node (document, "site", "gone");
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("n0"));
  trl_document_end (document);
  return document;
}

static void
check_renumbered (const TrlLayout *layout)
{
  g_autoptr (TrlDocument) plain = make_document (FALSE);
  g_autoptr (TrlDocument) detour = make_document (TRUE);
  TrlNetwork *one = trl_document_get_network (plain, 0);
  TrlNetwork *two = trl_document_get_network (detour, 0);
  g_autoptr (TrlLayoutResult) a = trl_layout_run (one, layout->id, NULL, NULL, NULL);
  g_autoptr (TrlLayoutResult) b = trl_layout_run (two, layout->id, NULL, NULL, NULL);

  g_assert_cmpuint (trl_table_find (trl_network_get_nodes (one), "n3"), !=,
                    trl_table_find (trl_network_get_nodes (two), "n3"));
  g_assert_cmpuint (a->n, ==, 12);
  assert_same (a, b);
}

static void
check_row (const TrlLayout *layout)
{
  g_assert_true (trl_layout_find (layout->id) == layout);
  g_assert_cmpstr (layout->label, !=, NULL);
  g_assert_cmpstr (layout->description, !=, NULL);
}

static const struct
{
  const char *name;
  Check       check;
} checks[] = {
  { "is-found-by-its-id", check_row },
  { "is-finite-and-forgets-nobody", check_finite },
  { "bears-self-ties-and-parallel-ties", check_odd_ties },
  { "repeats-to-the-bit-in-any-locale", check_repeatable },
  { "is-cancelled-before", check_cancelled_before },
  { "is-cancelled-meanwhile", check_cancelled_meanwhile },
  { "takes-its-options-to-their-ends", check_options },
  { "is-the-same-when-rows-are-renumbered", check_renumbered },
};

typedef struct
{
  const TrlLayout *layout;
  Check            check;
} Case;

/* Whether the helper of a layout, if it has one, was built. */
static gboolean
is_there (const TrlLayout *layout)
{
  g_autofree char *path =
    layout->engine ? g_build_filename (g_getenv (TRL_ENGINE_FOLDER), layout->engine, NULL)
                   : NULL;

  return !path || g_file_test (path, G_FILE_TEST_IS_EXECUTABLE);
}

static void
run_case (gconstpointer data)
{
  const Case *it = data;

  if (is_there (it->layout))
    it->check (it->layout);
  else
    g_test_skip ("the helper program of this layout was not built");
}

int
main (int argc, char **argv)
{
  guint                   n;
  const TrlLayout *const *rows = trl_layouts (&n);

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpuint (n, >=, 13);
  for (guint r = 0; r < n; r++)
    for (guint c = 0; c < G_N_ELEMENTS (checks); c++)
      {
        g_autofree char *path =
          g_strdup_printf ("/layouts/%s/%s", rows[r]->id, checks[c].name);
        Case *it = g_new (Case, 1);

        *it = (Case){ rows[r], checks[c].check };
        g_test_add_data_func_full (path, it, run_case, g_free);
      }
  return g_test_run ();
}
