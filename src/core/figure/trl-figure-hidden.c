/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids become what scenes understand and, in the order in which they were given, the names
 * of a sentence. */
#include "config.h"

#include "figure/trl-figure-hidden.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TrlVocabulary *vocabulary;
  TrlFigureHidden     *hidden;
  GPtrArray           *names, *unknown; /* char * */
} Reading;

/* Takes in an id, if there is one of its kind.  Returns its name, owned. */
typedef char *(*HideFunc) (Reading *reading, const char *id);

static char *
hide_level (Reading *reading, const char *id)
{
  const GPtrArray *scales = reading->vocabulary->scales;

  if (g_str_equal (id, "not-reported"))
    {
      reading->hidden->levels |= TRL_HIDE_NOT_REPORTED;
      return g_strdup (_ ("Not reported"));
    }
  for (guint i = 0; i < scales->len; i++)
    {
      int rank = trl_scale_get_rank (scales->pdata[i], id);

      if (rank < 0)
        continue;
      reading->hidden->levels |= TRL_HIDE_RANK (MIN (rank, 61));
      return trl_text_isolate (
        trl_scale_get_level (scales->pdata[i], (guint) rank)->name);
    }
  return NULL;
}

static char *
hide_type (Reading *reading, const char *id)
{
  const TrlPartnerType *type = trl_vocabulary_find_type (reading->vocabulary, id);

  if (!type)
    return NULL;
  if (!reading->hidden->types)
    reading->hidden->types =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (reading->hidden->types, g_strdup (id));
  return trl_text_isolate (type->name);
}

static void
read_ids (Reading *reading, const char *text, HideFunc hide)
{
  g_auto (GStrv) ids = g_strsplit_set (text, " \t\n", -1);

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
  Reading reading = { trl_document_get_vocabulary (request->document), hidden, names,
                      unknown };
  g_autofree char *list = NULL;

  *hidden = (TrlFigureHidden){ 0 };
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
  g_clear_pointer (&hidden->types, g_hash_table_unref);
  g_clear_pointer (&hidden->words, g_free);
}

void
trl_figure_hidden_apply (const TrlFigureHidden *hidden, TrlSceneOptions *options)
{
  options->hidden_levels = hidden->levels;
  options->hidden_types = hidden->types;
}
