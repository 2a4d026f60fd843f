/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/trl-document.h"
#include "model/trl-union.h"

static void
add_node (TrlDocument *document,
          const char  *network,
          const char  *id,
          const char  *name,
          const char  *type,
          const char  *key)
{
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (name));
  if (type)
    trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type));
  if (key)
    trl_record_set (node, TRL_NODE_KEY, TRL_TEXT (key));
  g_assert_true (trl_document_add (document, network, node));
}

static void
add_network (TrlDocument *document, const char *id)
{
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, id);

  trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT (id));
  trl_document_add_network (document, record);
}

/* The partner that a node of a network is. */
static guint
find (const TrlUnion *all, TrlDocument *document, guint network, const char *id)
{
  const TrlTable *nodes =
    trl_network_get_nodes (trl_document_get_network (document, network));
  guint row = trl_table_find (nodes, id);

  g_assert_cmpuint (row, !=, TRL_NO_ROW);
  return trl_union_find (all, network, row);
}

static TrlUnion *
unite (TrlDocument *document)
{
  guint       n = trl_document_get_n_networks (document);
  TrlNetwork *networks[8];

  for (guint k = 0; k < n; k++)
    networks[k] = trl_document_get_network (document, k);
  return trl_union_new (networks, n);
}

static void
test_signs (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlUnion) all = NULL;

  trl_document_begin (document, "Make", NULL);
  add_network (document, "one");
  add_network (document, "two");
  add_node (document, "one", "a", "Food Bank", "food", NULL);
  add_node (document, "one", "b", "Library", "culture", "L1");
  add_node (document, "one", "c", "Museum", "culture", NULL);
  add_node (document, "one", "d", "Clinic", "health", NULL);
  add_node (document, "one", "e", "Choir", "culture", NULL);
  add_node (document, "two", "a", "Pantry", "food", NULL);
  add_node (document, "two", "x", "Town Library", "culture", "L1");
  add_node (document, "two", "y", "MUSEUM", "culture", NULL);
  add_node (document, "two", "z", "Clinic", "public", NULL);
  trl_document_end (document);
  all = unite (document);
  g_assert_cmpuint (find (all, document, 0, "a"), ==, find (all, document, 1, "a"));
  g_assert_cmpuint (find (all, document, 0, "b"), ==, find (all, document, 1, "x"));
  g_assert_cmpuint (find (all, document, 0, "c"), ==, find (all, document, 1, "y"));
  g_assert_cmpuint (find (all, document, 0, "d"), !=, find (all, document, 1, "z"));
  g_assert_cmpuint (trl_union_get_n (all), ==, 6);
  g_assert_cmpuint (trl_union_get_row (all, 1, find (all, document, 0, "e")), ==,
                    TRL_NO_ROW);
}

static void
test_keys (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlUnion) all = NULL;

  trl_document_begin (document, "Make", NULL);
  add_network (document, "one");
  add_network (document, "two");
  add_node (document, "one", "a", "Food Bank", NULL, NULL);
  add_node (document, "one", "b", "Food Bank", NULL, NULL);
  add_node (document, "two", "c", "Food Bank", NULL, NULL);
  add_node (document, "two", "d", "Food Bank", NULL, NULL);
  trl_document_end (document);
  all = unite (document);
  for (guint k = 0; k < 2; k++)
    for (guint row = 0; row < 2; row++)
      {
        guint       partner = trl_union_find (all, k, row);
        const char *key = trl_union_get_key (all, partner);

        g_assert_cmpuint (trl_union_find_key (all, key), ==, partner);
        g_assert_cmpuint (trl_union_get_row (all, k, partner), ==, row);
      }
  g_assert_cmpuint (trl_union_find (all, 0, 99), ==, TRL_NO_ROW);
  g_assert_cmpuint (trl_union_find_key (all, "id:nobody"), ==, TRL_NO_ROW);
}

/* The same type under another id and name is the same partner of a network of types. */
static void
test_types (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlUnion) all = NULL;

  trl_document_begin (document, "Make", NULL);
  for (guint k = 0; k < 2; k++)
    {
      const char *network = k == 0 ? "one" : "two";

      add_network (document, network);
      add_node (document, network, k == 0 ? "p" : "q", k == 0 ? "Clinics" : "Doctors",
                "health", NULL);
      trl_document_set (document, TRL_KIND_NODE, network, k == 0 ? "p" : "q",
                        TRL_NODE_COUNT, TRL_NUMBER (3));
      add_node (document, network, k == 0 ? "hub" : "centre", k == 0 ? "Us" : "Them",
                NULL, NULL);
      trl_document_set (document, TRL_KIND_NETWORK, network, NULL, TRL_NETWORK_HUB,
                        TRL_TEXT (k == 0 ? "hub" : "centre"));
    }
  trl_document_end (document);
  all = unite (document);
  g_assert_cmpuint (trl_union_get_n (all), ==, 2);
  g_assert_cmpuint (find (all, document, 0, "p"), ==, find (all, document, 1, "q"));
  g_assert_cmpuint (find (all, document, 0, "hub"), ==,
                    find (all, document, 1, "centre"));
  g_assert_cmpstr (trl_union_get_key (all, find (all, document, 0, "p")), ==,
                   "type:health");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/union/id-then-key-then-name-and-type", test_signs);
  g_test_add_func ("/model/union/each-partner-once-a-network", test_keys);
  g_test_add_func ("/model/union/types-are-partners", test_types);
  return g_test_run ();
}
