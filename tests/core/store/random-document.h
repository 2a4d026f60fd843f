/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"

/* Documents made by chance, with everything a file can hold; tests include this file
 * whole. */

/* Texts that are easily broken on the way. */
static const char *const texts[] = {
  "",
  " ",
  "plain",
  "\"",
  "\\",
  "\\u0041",
  "/",
  "\t\n\r\b\f\001\037\177",
  "é",
  "ﬁ",
  "😀",
  "\xe2\x80\xa8\xe2\x80\xa9",
  "\xe2\x80\xae"
  "gpj.exe",
  "</script>",
  "=1+1",
  "nan",
  "1e5",
  "\xef\xbf\xbf",
  "\xef\xbb\xbf"
  "bom",
  "a\"b\\\"c",
};

static const double numbers[] = {
  0, 1, -1, 0.1, 1e-300, 5e-324, 1.0 / 3, 999999.999999, 1e5, 123456.7890123456, 2.5e-7,
};

/* Members as any program may have written them. */
static const char *const extras[] = {
  "\"new\": 1",
  "\"new\": 1, \"newer\": [ 1,2 , {\"a\" : null} ]",
  "\"\\u006eew\": \"\\u00e9\\/\"",
  "\"big\": 123456789012345678901234567890, \"exact\": 1.50e+05",
  "\"\": {}",
  "\"lines\": [\n1,\n2\n]",
};

static const char *
any_text (GRand *random)
{
  return texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))];
}

static gboolean
maybe (GRand *random)
{
  return g_rand_int_range (random, 0, 3) == 0;
}

static char *
any_extra (GRand *random)
{
  return maybe (random)
           ? g_strdup (extras[g_rand_int_range (random, 0, G_N_ELEMENTS (extras))])
           : NULL;
}

static TrlValue
any_value (GRand *random, TrlPropType type)
{
  switch (type)
    {
    case TRL_PROP_NUMBER:
      return TRL_NUMBER (numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))]);
    case TRL_PROP_FLAG:
      return TRL_FLAG (TRUE);
    case TRL_PROP_TERMS:
      return TRL_TEXT (maybe (random) ? "" : "guide sponsor 😀\"");
    case TRL_PROP_TEXT:
    case TRL_PROP_TERM:
    default:
      return TRL_TEXT (any_text (random));
    }
}

static void
fill (TrlRecord *record, GRand *random)
{
  guint          n;
  const TrlProp *props = trl_props (record->kind, &n);

  for (guint i = 0; i < n; i++)
    {
      TrlValue value = any_value (random, props[i].type);

      if (record->kind == TRL_KIND_NODE && i == TRL_NODE_COUNT && value.number < 0)
        value.number = 0;
      if (maybe (random))
        trl_record_set (record, i, value);
    }
  while (maybe (random))
    trl_record_set_field (record, any_text (random), any_text (random));
  record->extra = any_extra (random);
}

static void
add_rows (TrlDocument *document, const char *network, GRand *random)
{
  guint n_nodes = (guint) g_rand_int_range (random, 0, 12);

  for (guint i = 0; i < n_nodes; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", any_text (random), i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

      fill (node, random);
      node->order = maybe (random) ? g_rand_int_range (random, -5, 100000) : 0;
      g_assert_true (trl_document_add (document, network, node));
    }
  for (guint i = 0; n_nodes > 0 && i < 20; i++)
    {
      const TrlTable *nodes =
        trl_network_get_nodes (trl_document_find_network (document, network));
      guint            from = (guint) g_rand_int_range (random, 0, (int) n_nodes);
      guint            to = (guint) g_rand_int_range (random, 0, (int) n_nodes);
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autoptr (TrlRecord) edge = trl_record_new_edge (
        id, trl_table_get_id (nodes, from), trl_table_get_id (nodes, to));

      fill (edge, random);
      g_assert_true (trl_document_add (document, network, edge));
    }
}

static TrlVocabulary *
any_vocabulary (GRand *random)
{
  TrlVocabulary *words = trl_vocabulary_new_default ();
  TrlScale      *scale = trl_scale_new ("own", any_text (random));
  TrlField      *field =
    trl_field_new (any_text (random), any_text (random), "edge",
                   (TrlFieldKind) g_rand_int_range (random, 0, TRL_N_FIELD_KINDS));

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      trl_scale_add (scale, id, any_text (random), any_text (random))->extra =
        any_extra (random);
    }
  scale->extra = any_extra (random);
  g_ptr_array_add (words->scales, scale);
  g_free (field->id);
  field->id = g_strdup ("f");
  field->is_private = maybe (random);
  if (maybe (random))
    field->choices =
      g_strdupv ((char *[]){ (char *) any_text (random), "A “b” c, d", NULL });
  field->extra = any_extra (random);
  g_ptr_array_add (words->fields, field);
  for (guint i = 0; i < words->types->len; i++)
    ((TrlPartnerType *) words->types->pdata[i])->extra = any_extra (random);
  for (guint i = 0; i < words->roles->len; i++)
    ((TrlRole *) words->roles->pdata[i])->extra = any_extra (random);
  for (guint i = 0; i < words->strategies->len; i++)
    ((TrlStrategy *) words->strategies->pdata[i])->extra = any_extra (random);
  words->extra = any_extra (random);
  return words;
}

static TrlSavedFigure *
any_figure (GRand *random, guint number)
{
  g_autofree char *id = g_strdup_printf ("%s%u", any_text (random), number);
  TrlSavedFigure  *figure = trl_saved_figure_new (id, any_text (random));

  while (!maybe (random))
    {
      g_autofree char *key =
        g_strdup_printf ("option-%d", g_rand_int_range (random, 0, 9));

      trl_saved_figure_set (figure, key, any_text (random));
    }
  figure->extra = any_extra (random);
  return figure;
}

static void
add_figures (TrlDocument *document, GRand *random)
{
  g_autoptr (GPtrArray) figures = trl_saved_figures_new ();

  for (guint i = 0; !maybe (random); i++)
    g_ptr_array_add (figures, any_figure (random, i));
  g_assert_true (trl_document_set_figures (document, figures));
}

static TrlDocument *
any_document (GRand *random)
{
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_DOCUMENT, NULL);
  g_autoptr (TrlVocabulary) words = any_vocabulary (random);
  TrlDocument *document;

  fill (record, random);
  document = trl_document_new_from_record (record);
  trl_document_begin (document, "Fill", NULL);
  if (!maybe (random))
    trl_document_set_vocabulary (document, words);
  add_figures (document, random);
  for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
    {
      g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, NULL);

      fill (network, random);
      trl_document_add_network (document, network);
      add_rows (document, network->id, random);
    }
  trl_document_end (document);
  return document;
}
