/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forty sites on two columns of a journal: every name and every drawing can be read. */

#include "figure/trl-figure-check.h"
#include "figure/trl-figure.h"

#include <string.h>

#define N_SITES 40

static void
add_partner (TrlDocument          *document,
             const char           *network,
             const TrlPartnerType *type,
             guint                 rank)
{
  static const char *const levels[] = { "none", "networking", "cooperation",
                                        "coordination", "collaboration" };
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, type->id);
  g_autoptr (TrlRecord) edge = NULL;
  g_autofree char *id = g_strdup_printf ("hub-%s", type->id);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (type->name));
  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type->id));
  trl_document_add (document, network, node);
  edge = trl_record_new_edge (id, "hub", type->id);
  trl_record_set (edge, TRL_EDGE_LEVEL, TRL_TEXT (levels[rank]));
  trl_document_add (document, network, edge);
}

static void
add_site (TrlDocument *document, guint k)
{
  const TrlVocabulary *words = trl_document_get_vocabulary (document);
  g_autofree char     *id = g_strdup_printf ("n%u", k);
  g_autofree char     *name = g_strdup_printf ("Northfield Partnership %u", k);
  g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, id);
  g_autoptr (TrlRecord) hub = trl_record_new (TRL_KIND_NODE, "hub");

  trl_record_set (network, TRL_NETWORK_NAME, TRL_TEXT (name));
  trl_document_add_network (document, network);
  trl_record_set (hub, TRL_NODE_NAME, TRL_TEXT (name));
  trl_document_add (document, id, hub);
  trl_document_set (document, TRL_KIND_NODE, id, "hub", TRL_NODE_IMPLIED,
                    TRL_FLAG (TRUE));
  trl_document_set (document, TRL_KIND_NETWORK, id, NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("hub"));
  for (guint i = 0; i < words->types->len; i++)
    add_partner (document, id, words->types->pdata[i], (i * 7 + k * 3) % 5);
}

static TrlDocument *
new_sites (void)
{
  TrlDocument *document = trl_document_new ();

  trl_document_begin (document, "Make", NULL);
  for (guint k = 0; k < N_SITES; k++)
    add_site (document, k);
  trl_document_end (document);
  return document;
}

static TrlScene *
make_page (TrlDocument *document, const char *figure)
{
  TrlFigureRequest request = { .document = document, .figure = figure };
  g_autoptr (GError) error = NULL;
  TrlScene *scene = trl_figure_build (&request, NULL, &error);
  g_autoptr (GArray) problems = NULL;

  g_assert_no_error (error);
  problems = trl_figure_check (scene, 6);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", g_array_index (problems, TrlFigureProblem, i).text);
  g_assert_cmpuint (problems->len, ==, 0);
  return scene;
}

/* Nothing is shortened by dots. */
static guint
count_texts (const TrlScene *scene, const char *begin)
{
  guint          n, found = 0;
  const TrlItem *items = trl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT)
      {
        const TrlTextBlock *block = trl_scene_get_text (scene, items[i].text);

        for (guint line = 0; line < block->n_lines; line++)
          g_assert_null (strstr (block->lines[line].string, "…"));
        found += g_str_has_prefix (block->string, begin);
      }
  return found;
}

static void
test_multiples (void)
{
  g_autoptr (TrlDocument) document = new_sites ();
  g_autoptr (TrlScene) scene = make_page (document, "multiples");
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);
  double         height;
  guint          discs = 0;

  g_assert_cmpuint (count_texts (scene, "Northfield Partnership"), ==, N_SITES);
  g_assert_cmpuint (count_texts (scene, "14 of 18"), >, 0);
  g_assert_true (trl_scene_get_page (scene, NULL, NULL, &height));
  g_assert_cmpfloat (height, <, 240 * TRL_POINTS_PER_MM * 1.2);
  for (guint i = 0; i < n; i++)
    discs += items[i].owner.kind == TRL_OWNER_NODE && items[i].radius >= 1.2;
  g_assert_cmpuint (discs, >=, N_SITES * 14);
}

static void
test_matrix (void)
{
  g_autoptr (TrlDocument) document = new_sites ();
  g_autoptr (TrlScene) scene = make_page (document, "matrix");

  g_assert_cmpuint (count_texts (scene, "Northfield Partnership"), ==, N_SITES);
  g_assert_cmpuint (count_texts (scene, "Workforce and Economic Development Agencies"),
                    ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/many/panels-of-forty-sites-can-be-read", test_multiples);
  g_test_add_func ("/figure/many/a-matrix-of-forty-sites-can-be-read", test_matrix);
  return g_test_run ();
}
