/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Networks for tests of pictures: a hub with partner types, or anyone with anyone. */
#pragma once

#include "model/trl-document.h"

static inline void
add_node (
  TrlDocument *document, const char *id, const char *name, const char *type, double count)
{
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (name));
  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type));
  if (count > 0)
    trl_record_set (node, TRL_NODE_COUNT, TRL_NUMBER (count));
  trl_document_add (document, "n", node);
}

/* A rank below 0 is not reported. */
static inline void
add_edge (TrlDocument *document, const char *from, const char *to, int rank)
{
  const TrlScale *scale =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (document), NULL);
  g_autofree char *id = g_strdup_printf ("%s-%s", from, to);
  g_autoptr (TrlRecord) edge = trl_record_new_edge (id, from, to);

  if (rank >= 0)
    trl_record_set (edge, TRL_EDGE_LEVEL,
                    TRL_TEXT (trl_scale_get_level (scale, (guint) rank)->id));
  trl_document_add (document, "n", edge);
}

static inline void
add_network (TrlDocument *document, const char *hub)
{
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, "n");

  trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT ("Site X"));
  trl_document_add_network (document, record);
  if (!hub)
    return;
  add_node (document, "hub", hub, NULL, 0);
  trl_document_set (document, TRL_KIND_NODE, "n", "hub", TRL_NODE_IMPLIED,
                    TRL_FLAG (TRUE));
  trl_document_set (document, TRL_KIND_NETWORK, "n", NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("hub"));
}

/* All 18 types of the vocabulary, with levels and counts that take turns. */
static inline TrlDocument *
new_survey (void)
{
  static const int     ranks[] = { 4, 3, 3, 2, 1, 0, 2, 4, 1 };
  TrlDocument         *document = trl_document_new ();
  const TrlVocabulary *words = trl_document_get_vocabulary (document);

  trl_document_begin (document, "Make", NULL);
  add_network (document, "Hub");
  for (guint i = 0; i < words->types->len; i++)
    {
      const TrlPartnerType *type = g_ptr_array_index (words->types, i);
      int                   rank = ranks[i % G_N_ELEMENTS (ranks)];

      add_node (document, type->id, type->name, type->id, rank > 0 ? 1 + i % 7 : 0);
      add_edge (document, "hub", type->id, rank);
    }
  trl_document_end (document);
  return document;
}

static const char *const name_words[] = {
  "Learning", "Community", "Wirtschaftsförderungsgesellschaft",
  "and",      "of",        "Región",
  "منظمات",   "المجتمع",   "ארגוני",
  "机构",     "परिवहन",    "연구",
  "Youth",    "K-12",      "หน่วยงานภาครัฐ",
};

static inline char *
new_name (GRand *random)
{
  GString *name = g_string_new (NULL);
  guint    n = (guint) g_rand_int_range (random, 1, 7);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
      name, "%s%s", i ? " " : "",
      name_words[g_rand_int_range (random, 0, G_N_ELEMENTS (name_words))]);
  return g_string_free (name, FALSE);
}

/* A hub with @n partners; with @types each is the only one of its type. */
static inline TrlDocument *
new_random_hub (GRand *random, guint n, gboolean types)
{
  TrlDocument         *document = trl_document_new ();
  const TrlVocabulary *words = trl_document_get_vocabulary (document);
  g_autofree char     *hub = new_name (random);

  trl_document_begin (document, "Make", NULL);
  add_network (document, hub);
  for (guint i = 0; i < n; i++)
    {
      guint                 t = types ? i % words->types->len
                                      : (guint) g_rand_int_range (random, 0, (int) words->types->len);
      const TrlPartnerType *type = g_ptr_array_index (words->types, t);
      g_autofree char      *id = g_strdup_printf ("p%u", i);
      g_autofree char      *name = new_name (random);

      add_node (document, id, name, type->id, g_rand_int_range (random, 0, 30));
      add_edge (document, "hub", id, g_rand_int_range (random, -1, 5));
    }
  trl_document_end (document);
  return document;
}

/* Anyone with anyone. */
static inline TrlDocument *
new_random_net (GRand *random, guint n, guint m)
{
  TrlDocument *document = trl_document_new ();

  trl_document_begin (document, "Make", NULL);
  add_network (document, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *name = new_name (random);

      add_node (document, id, name, NULL, 0);
    }
  for (guint e = 0; e < m; e++)
    {
      g_autofree char *from = g_strdup_printf ("p%u", e % n);
      g_autofree char *to = g_strdup_printf (
        "p%u", (e % n + 1 + (guint) g_rand_int_range (random, 0, 3)) % n);
      g_autofree char *id = g_strdup_printf ("%s-%s", from, to);

      if (trl_table_find (trl_network_get_edges (trl_document_get_network (document, 0)),
                          id) == TRL_NO_ROW)
        add_edge (document, from, to, g_rand_int_range (random, -1, 5));
    }
  trl_document_end (document);
  return document;
}
