/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids become what scenes understand and, in the order in which they were given, the names
 * of a sentence. */
#include "config.h"

#include "figure/trl-figure-hidden.h"

#include "figure/trl-figure-networks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const TrlVocabulary *vocabulary;
  TrlFigureHidden     *hidden;
  GPtrArray           *names, *unknown; /* char * */
  GPtrArray           *networks;        /* that are shown */
} Reading;

/* Takes in an id or a name, if there is one of its kind.  Returns its name, owned. */
typedef char *(*HideFunc) (Reading *reading, const char *text);

/* Returns the rank of a level of a scale, below 0 for none. */
typedef int (*FindLevel) (const TrlScale *scale, const char *text);

static gboolean
is_in_use (const Reading *reading, const TrlScale *scale)
{
  for (guint k = 0; k < reading->networks->len; k++)
    {
      const TrlNetwork *network = reading->networks->pdata[k];
      guint             n;
      const guint      *rows = trl_table_get_rows (trl_network_get_edges (network), &n);

      for (guint i = 0; i < n; i++)
        if (trl_network_get_edge_rank (network, rows[i]) >= 0 &&
            trl_network_get_edge_scale (network, rows[i]) == scale)
          return TRUE;
    }
  return FALSE;
}

/* Of scales that know the id, those that are in the picture say what it is called. */
static char *
name_level (GPtrArray *names)
{
  g_autofree char *first = names->len > 0 ? trl_text_isolate (names->pdata[0]) : NULL;

  for (guint i = 1; i < names->len; i++)
    if (!g_str_equal (names->pdata[i], names->pdata[0]))
      {
        g_autofree char *other = trl_text_isolate (names->pdata[i]);

        return g_strdup_printf ("%s; %s", first, other);
      }
  return g_steal_pointer (&first);
}

static gboolean
is_named (const char *name, const char *text)
{
  g_autofree char *one = g_utf8_casefold (name ? name : "", -1);
  g_autofree char *two = g_utf8_casefold (text, -1);

  return g_str_equal (one, two);
}

static int
find_named (const TrlScale *scale, const char *name)
{
  for (guint i = 0; i < trl_scale_get_n_levels (scale); i++)
    if (is_named (trl_scale_get_level (scale, i)->name, name))
      return (int) i;
  return -1;
}

/* Two scales may have levels of one id: “scale/level” is that of one of them.  An id may
 * itself look like that. */
static int
find_rank (const TrlScale *scale, const char *text, FindLevel find)
{
  gsize length = strlen (scale->id);
  int   rank = find (scale, text);

  if (rank < 0 && strncmp (text, scale->id, length) == 0 && text[length] == '/')
    rank = find (scale, text + length + 1);
  return rank;
}

static gboolean
has_level (const TrlVocabulary *vocabulary, const char *text, FindLevel find)
{
  for (guint i = 0; i < vocabulary->scales->len; i++)
    if (find_rank (vocabulary->scales->pdata[i], text, find) >= 0)
      return TRUE;
  return FALSE;
}

/* People may write names; an id goes before a name. */
static FindLevel
choose_find (const TrlVocabulary *vocabulary, const char *text)
{
  return has_level (vocabulary, text, trl_scale_get_rank) ? trl_scale_get_rank
                                                          : find_named;
}

static char *
hide_level (Reading *reading, const char *text)
{
  FindLevel        find = choose_find (reading->vocabulary, text);
  const GPtrArray *scales = reading->vocabulary->scales;
  TrlLevelSet     *levels = reading->hidden->levels;
  g_autoptr (GPtrArray) used = g_ptr_array_new (), unused = g_ptr_array_new ();

  if (g_str_equal (text, "not-reported"))
    {
      trl_level_set_change (levels, NULL, TRL_LEVEL_NOT_REPORTED, TRUE);
      return g_strdup (_ ("Not reported"));
    }
  for (guint i = 0; i < scales->len; i++)
    {
      const TrlScale *scale = scales->pdata[i];
      int             rank = find_rank (scale, text, find);

      if (rank < 0)
        continue;
      trl_level_set_change (levels, scale->id, rank, TRUE);
      g_ptr_array_add (is_in_use (reading, scale) ? used : unused,
                       trl_scale_get_level (scale, (guint) rank)->name);
    }
  return name_level (used->len > 0 ? used : unused);
}

static const TrlPartnerType *
find_type (const TrlVocabulary *vocabulary, const char *text)
{
  const TrlPartnerType *type = trl_vocabulary_find_type (vocabulary, text);

  for (guint i = 0; !type && i < vocabulary->types->len; i++)
    {
      const TrlPartnerType *other = vocabulary->types->pdata[i];

      if (is_named (other->name, text))
        type = other;
    }
  return type;
}

static char *
hide_type (Reading *reading, const char *text)
{
  const TrlPartnerType *type = find_type (reading->vocabulary, text);

  if (!type)
    return NULL;
  if (!reading->hidden->types)
    reading->hidden->types =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (reading->hidden->types, g_strdup (type->id));
  return trl_text_isolate (type->name);
}

/* Names, and ids of files of others, may have blanks. */
static gboolean
vocabulary_has (const TrlVocabulary *vocabulary, const char *text)
{
  return has_level (vocabulary, text, choose_find (vocabulary, text)) ||
         find_type (vocabulary, text);
}

static void
read_ids (Reading *reading, const char *text, HideFunc hide)
{
  gboolean is_one = vocabulary_has (reading->vocabulary, text);
  g_auto (GStrv) ids =
    g_strsplit_set (text, is_one || strchr (text, '\n') ? "\n" : " \t", -1);

  for (guint i = 0; ids[i]; i++)
    {
      char *name = *ids[i] ? hide (reading, ids[i]) : NULL;

      if (name)
        g_ptr_array_add (reading->names, name);
      else if (*ids[i])
        g_ptr_array_add (reading->unknown, g_strdup_printf (_ ("“%s”"), ids[i]));
    }
}

static char *
join (GPtrArray *parts, const char *between)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (between, (char **) parts->pdata);
}

gboolean
trl_figure_hidden_init (TrlFigureHidden        *hidden,
                        const TrlFigureRequest *request,
                        GError                **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) networks = trl_figure_find_shown (request);
  Reading reading = { trl_document_get_vocabulary (request->document), hidden, names,
                      unknown, networks };
  g_autofree char *list = NULL;

  *hidden = (TrlFigureHidden){ .levels = trl_level_set_new () };
  read_ids (&reading, trl_options_get_text (request->options, "hide-levels"), hide_level);
  read_ids (&reading, trl_options_get_text (request->options, "hide-types"), hide_type);
  if (unknown->len > 0)
    {
      list = join (unknown, ", ");
      g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN,
                   _ ("There is no level or partner type %s"), list);
      return FALSE;
    }
  if (names->len == 0)
    return TRUE;
  list = join (names, "; ");
  hidden->words = g_strdup_printf (_ ("Left out: %s."), list);
  return TRUE;
}

void
trl_figure_hidden_clear (TrlFigureHidden *hidden)
{
  g_clear_pointer (&hidden->levels, trl_level_set_free);
  g_clear_pointer (&hidden->types, g_hash_table_unref);
  g_clear_pointer (&hidden->words, g_free);
}

void
trl_figure_hidden_apply (const TrlFigureHidden *hidden, TrlSceneOptions *options)
{
  options->hidden_levels = hidden->levels;
  options->hidden_types = hidden->types;
}
