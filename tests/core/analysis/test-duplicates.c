/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which names are one partner's, and which only look so. */

#include "analysis/trl-duplicates.h"
#include "model/trl-document.h"

static TrlDocument *
make_document (const char *const *names, guint n)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, "net");

  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, network);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, NULL);

      trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (names[i]));
      trl_document_add (document, "net", node);
    }
  trl_document_end (document);
  return document;
}

/* G_MAXUINT: no duplicates. */
static guint
difference (const char *a, const char *b, gboolean abbreviations)
{
  g_autoptr (TrlDocument) document = make_document ((const char *const[]){ a, b }, 2);
  g_autoptr (GPtrArray) groups =
    trl_duplicates_find (trl_document_get_network (document, 0), abbreviations);

  g_assert_cmpuint (groups->len, <=, 1);
  return groups->len ? ((TrlDuplicates *) groups->pdata[0])->differs : G_MAXUINT;
}

static void
test_same_partner (void)
{
  const struct
  {
    const char *a, *b;
    guint       differs;
  } pairs[] = {
    { "Library", "Library", 0 },
    { "Library", "LIBRARY", TRL_DUPLICATE_CASE },
    { "City Library", "City  Library ", TRL_DUPLICATE_SPACES },
    { "St. Mary's", "St Marys", TRL_DUPLICATE_PUNCTUATION },
    { "Café", "Cafe", TRL_DUPLICATE_ACCENTS },
    { "Lib\xe2\x80\x8brary", "Library", TRL_DUPLICATE_INVISIBLE },
    { "Lib\xc2\xadrary", "Library", TRL_DUPLICATE_INVISIBLE },
    { "\xe2\x80\xaeLibrary", "Library", TRL_DUPLICATE_INVISIBLE },
    { "City\xc2\xa0Library", "City Library", TRL_DUPLICATE_INVISIBLE },
    { "Caf\xc3\xa9", "Cafe\xcc\x81", TRL_DUPLICATE_INVISIBLE },
    { "Library", "Ｌｉｂｒａｒｙ", TRL_DUPLICATE_INVISIBLE },
    { "STRASSE", "Straße", TRL_DUPLICATE_CASE },
    { "図書館", "図書館　", TRL_DUPLICATE_SPACES | TRL_DUPLICATE_INVISIBLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("“%s” and “%s”", pairs[i].a, pairs[i].b);
      g_assert_cmphex (difference (pairs[i].a, pairs[i].b, FALSE), ==, pairs[i].differs);
    }
}

static void
test_other_partner (void)
{
  const char *pairs[][2] = {
    { "School 1-2", "School 12" }, { "कि", "का" }, { "がく", "かく" },
    { "Library", "Libraries" },    { "—", "…" },   { "Acme Inc", "Acme" },
    { "Room 1", "Room 2" },        { "A+", "A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("“%s” and “%s”", pairs[i][0], pairs[i][1]);
      g_assert_cmphex (difference (pairs[i][0], pairs[i][1], FALSE), ==, G_MAXUINT);
    }
}

static void
test_abbreviations_are_asked_for (void)
{
  g_assert_cmphex (difference ("Acme, Inc.", "Acme", TRUE), ==,
                   TRL_DUPLICATE_ABBREVIATIONS);
  g_assert_cmphex (difference ("Arts & Crafts", "Arts and Crafts", TRUE), ==,
                   TRL_DUPLICATE_ABBREVIATIONS);
  g_assert_cmphex (difference ("Acme", "ACME", TRUE), ==, TRL_DUPLICATE_CASE);
  g_assert_cmphex (difference ("Income", "ome", TRUE), ==, G_MAXUINT);
}

static void
test_other_type_is_said (void)
{
  const char *names[] = { "Museum", "museum", "", "", "Zoo" };
  g_autoptr (TrlDocument) document = make_document (names, G_N_ELEMENTS (names));
  TrlNetwork           *network = trl_document_get_network (document, 0);
  const TrlTable       *nodes = trl_network_get_nodes (network);
  guint                 first = trl_table_get_rows (nodes, NULL)[0];
  const TrlPartnerType *type = trl_document_get_vocabulary (document)->types->pdata[0];
  g_autoptr (GPtrArray) groups = NULL;

  trl_document_begin (document, "Set", NULL);
  trl_document_set (document, TRL_KIND_NODE, "net", trl_table_get_id (nodes, first),
                    TRL_NODE_TYPE, TRL_TEXT (type->id));
  trl_document_end (document);
  groups = trl_duplicates_find (network, FALSE);
  g_assert_cmpuint (groups->len, ==, 1); /* without a name nobody is a duplicate */
  g_assert_cmphex (((TrlDuplicates *) groups->pdata[0])->differs, ==,
                   TRL_DUPLICATE_CASE | TRL_DUPLICATE_TYPE);
}

static void
test_unseen_is_shown (void)
{
  g_autofree char *shown = trl_duplicates_show (" Lib\xe2\x80\x8brary  two\xc2\xa0x ");

  g_assert_cmpstr (shown, ==, "␣Lib⟨U+200B⟩rary ␣two⟨U+00A0⟩x␣");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/duplicates/same-partner-in-other-writing",
                   test_same_partner);
  g_test_add_func ("/analysis/duplicates/another-name-is-another-partner",
                   test_other_partner);
  g_test_add_func ("/analysis/duplicates/abbreviations-count-unless-asked",
                   test_abbreviations_are_asked_for);
  g_test_add_func ("/analysis/duplicates/another-type-is-said", test_other_type_is_said);
  g_test_add_func ("/analysis/duplicates/what-nobody-sees-is-shown",
                   test_unseen_is_shown);
  return g_test_run ();
}
