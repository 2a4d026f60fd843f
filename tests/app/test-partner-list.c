/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of partners that a form offers. */

#include "model/trl-document.h"
#include "panels/trellis-partner-list.h"

static TrlDocument *
make_document (void)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, "site");
  g_autoptr (TrlRecord) school = trl_record_new (TRL_KIND_NODE, "school");
  g_autoptr (TrlRecord) nameless = trl_record_new (TRL_KIND_NODE, "nameless");

  trl_record_set (school, TRL_NODE_NAME, TRL_TEXT ("School"));
  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, network);
  trl_document_add (document, "site", school);
  trl_document_add (document, "site", nameless);
  trl_document_end (document);
  return document;
}

static void
assert_line (TrellisPartnerList *list, guint position, const char *text)
{
  g_autoptr (GtkStringObject) line =
    g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_cmpstr (gtk_string_object_get_string (line), ==, text);
}

static void
test_lines (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrellisPartnerList) list =
    trellis_partner_list_new (trl_document_get_network (document, 0), "No hub");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  assert_line (list, 0, "No hub");
  assert_line (list, 1, "School");
  assert_line (list, 2, "Unnamed");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 3));
  g_assert_null (trellis_partner_list_get_id (list, 0));
  g_assert_cmpstr (trellis_partner_list_get_id (list, 2), ==, "nameless");
  g_assert_null (trellis_partner_list_get_id (list, 3));
  g_assert_cmpuint (trellis_partner_list_find (list, "nameless"), ==, 2);
  g_assert_cmpuint (trellis_partner_list_find (list, NULL), ==, 0);
  g_assert_cmpuint (trellis_partner_list_find (list, "nobody"), ==, 0);
}

/* The list stays what it was; whether it is still true is asked. */
static void
test_changes (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  TrlNetwork *network = trl_document_get_network (document, 0);
  g_autoptr (TrellisPartnerList) list = trellis_partner_list_new (network, "No hub");

  trl_document_begin (document, "Note", NULL);
  trl_document_set (document, TRL_KIND_NODE, "site", "school", TRL_NODE_NOTE,
                    TRL_TEXT ("Old"));
  trl_document_end (document);
  g_assert_true (trellis_partner_list_is_like (list, network));
  trl_document_begin (document, "Rename", NULL);
  trl_document_set (document, TRL_KIND_NODE, "site", "school", TRL_NODE_NAME,
                    TRL_TEXT ("Academy"));
  trl_document_end (document);
  g_assert_false (trellis_partner_list_is_like (list, network));
  assert_line (list, 1, "School");
  trl_document_undo (document);
  g_assert_true (trellis_partner_list_is_like (list, network));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/partner-list/names-after-none", test_lines);
  g_test_add_func ("/app/partner-list/stays-while-the-network-changes", test_changes);
  return g_test_run ();
}
