/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in a cell, and what it takes to change it.  Text is read as a person would
 * mean it: by the id, the name or the spelling of a choice.
 */

#include "config.h"

#include "formats/trl-cell-words.h"
#include "formats/trl-words.h"
#include "grid/trellis-table-columns.h"
#include "model/trl-field.h"
#include "panels/trellis-choices.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static gboolean
is_level (const TrellisColumn *column)
{
  return column->source == TRELLIS_COLUMN_HUB_LEVEL ||
         (column->source == TRELLIS_COLUMN_PROP && column->kind == TRL_KIND_EDGE &&
          (column->prop == TRL_EDGE_LEVEL || column->prop == TRL_EDGE_BACK ||
           column->prop == TRL_EDGE_INTENDED));
}

/* The row of the partnership that a level stands in. */
static guint
edge_of (const TrellisColumn *column, const TrellisEntry *entry)
{
  guint hub;

  if (!trellis_entry_get_id (entry, column->kind))
    return TRL_NO_ROW;
  if (column->source != TRELLIS_COLUMN_HUB_LEVEL)
    return entry->row;
  hub = trl_network_get_hub (entry->network);
  return hub == TRL_NO_ROW || hub == entry->row
           ? TRL_NO_ROW
           : trl_network_get_node_edge (entry->network, entry->row, hub);
}

static guint
get_degree (const TrellisEntry *entry)
{
  g_autoptr (TrlGraph) graph = trl_network_get_graph (entry->network);
  guint index = graph->node_index[entry->row];

  return index == G_MAXUINT ? 0 : graph->first[index + 1] - graph->first[index];
}

/* NAN: they agree, or only one end was asked. */
static double
get_steps_apart (const TrellisEntry *entry)
{
  int answers[2];

  return trl_network_get_edge_answers (entry->network, entry->row, answers) &&
             answers[0] != answers[1]
           ? ABS (answers[0] - answers[1])
           : NAN;
}

static char *
level_text (const TrellisColumn *column, const TrellisEntry *entry)
{
  guint           edge = edge_of (column, entry);
  const TrlTable *edges = trl_network_get_edges (entry->network);
  const TrlScale *scale;
  const char     *id;
  int             rank;

  if (edge == TRL_NO_ROW)
    return g_strdup ("");
  id = trl_table_get_text (edges, edge, column->prop);
  scale = trl_network_get_edge_scale (entry->network, edge);
  rank = trl_scale_get_rank (scale, id);
  if (rank >= 0)
    return g_strdup (trl_scale_get_level (scale, (guint) rank)->name);
  if (column->prop != TRL_EDGE_LEVEL)
    return g_strdup ("");
  return g_strdup (
    g_strcmp0 (trl_table_get_text (edges, edge, TRL_EDGE_PRESENCE), "absent") == 0
      ? _ ("Not engaged")
      : _ ("Not reported"));
}

static char *
roles_text (const TrlVocabulary *words, const char *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) list = g_strsplit (ids ? ids : "", " ", -1);

  for (char **id = list; *id; id++)
    {
      const TrlRole *role = trl_vocabulary_find_role (words, *id);

      if (**id)
        g_string_append_printf (text, "%s%s", text->len ? ", " : "",
                                role ? role->name : *id);
    }
  return g_strdup (text->str);
}

static char *
type_text (const TrlVocabulary *words, const char *id)
{
  const TrlPartnerType *type = id ? trl_vocabulary_find_type (words, id) : NULL;

  return g_strdup (type ? type->name : id ? id : "");
}

static char *
choice_label (GPtrArray *choices, const char *id)
{
  for (guint i = 0; i < choices->len; i++)
    {
      const TrellisChoice *choice = choices->pdata[i];

      if (g_strcmp0 (choice->id, id) == 0)
        return g_strdup (choice->label);
    }
  return g_strdup (id);
}

static char *
prop_text (const TrellisColumn *column, const TrellisEntry *entry)
{
  const TrlTable *table = trl_network_get_table (entry->network, column->kind);
  const char     *text;
  double          number;

  if (column->edit == TRELLIS_EDIT_FLAG)
    return g_strdup (trl_table_get_flag (table, entry->row, column->prop) ? _ ("Yes")
                                                                          : "");
  if (column->is_number)
    {
      number = trl_table_get_number (table, entry->row, column->prop);
      /* Translators: a number in a table, with the decimal sign of the language */
      return isnan (number) ? g_strdup ("") : g_strdup_printf (_ ("%g"), number);
    }
  text = trl_table_get_text (table, entry->row, column->prop);
  if (column->kind == TRL_KIND_NODE && column->prop == TRL_NODE_ROLES)
    return roles_text (trl_network_get_vocabulary (entry->network), text);
  if (column->kind == TRL_KIND_NODE && column->prop == TRL_NODE_TYPE)
    return type_text (trl_network_get_vocabulary (entry->network), text);
  if (!text || column->edit != TRELLIS_EDIT_CHOICE)
    return g_strdup (text ? text : "");
  {
    g_autoptr (GPtrArray) choices = trellis_column_get_choices (column, entry);
    return choice_label (choices, text);
  }
}

static char *
end_name (const TrellisEntry *entry, guint end)
{
  guint node =
    trl_table_get_end (trl_network_get_edges (entry->network), entry->row, end);
  const char *name =
    trl_table_get_text (trl_network_get_nodes (entry->network), node, TRL_NODE_NAME);

  return g_strdup (name && *name ? name : _ ("Unnamed"));
}

char *
trellis_column_dup_text (const TrellisColumn *column, const TrellisEntry *entry)
{
  const TrlTable *table = trl_network_get_table (entry->network, column->kind);
  const char     *text;
  double          steps;

  if (!trl_table_has_row (table, entry->row))
    return g_strdup ("");
  switch (column->source)
    {
    case TRELLIS_COLUMN_NETWORK:
      return g_strdup (trl_network_get_name (entry->network));
    case TRELLIS_COLUMN_DEGREE:
      return g_strdup_printf ("%u", get_degree (entry));
    case TRELLIS_COLUMN_APART:
      steps = get_steps_apart (entry);
      return isnan (steps) ? g_strdup ("") : g_strdup_printf ("%.0f", steps);
    case TRELLIS_COLUMN_FROM:
    case TRELLIS_COLUMN_TO:
      return end_name (entry, column->source == TRELLIS_COLUMN_TO);
    case TRELLIS_COLUMN_ID:
      return g_strdup (trl_table_get_id (table, entry->row));
    case TRELLIS_COLUMN_FIELD:
      text = trl_table_get_field (table, entry->row, column->field);
      if (text && column->edit == TRELLIS_EDIT_CHOICE)
        {
          g_autoptr (GPtrArray) choices = trellis_column_get_choices (column, entry);
          return choice_label (choices, text);
        }
      return g_strdup (text ? text : "");
    case TRELLIS_COLUMN_HUB_LEVEL:
    case TRELLIS_COLUMN_PROP:
    default:
      return is_level (column) ? level_text (column, entry) : prop_text (column, entry);
    }
}

gboolean
trellis_column_has_number (const TrellisColumn *column)
{
  return column->is_number || is_level (column);
}

double
trellis_column_get_number (const TrellisColumn *column, const TrellisEntry *entry)
{
  const TrlTable *table = trl_network_get_table (entry->network, column->kind);
  guint           edge;
  int             rank;
  double          number;

  if (!trl_table_has_row (table, entry->row))
    return NAN;
  if (is_level (column))
    {
      edge = edge_of (column, entry);
      if (edge == TRL_NO_ROW)
        return NAN;
      rank = trl_scale_get_rank (
        trl_network_get_edge_scale (entry->network, edge),
        trl_table_get_text (trl_network_get_edges (entry->network), edge, column->prop));
      return rank < 0 ? NAN : rank;
    }
  if (column->source == TRELLIS_COLUMN_DEGREE)
    return get_degree (entry);
  if (column->source == TRELLIS_COLUMN_APART)
    return get_steps_apart (entry);
  if (column->source == TRELLIS_COLUMN_PROP)
    return trl_table_get_number (table, entry->row, column->prop);
  return column->field && trl_table_get_field (table, entry->row, column->field) &&
             trl_word_number (trl_table_get_field (table, entry->row, column->field),
                              FALSE, &number)
           ? number
           : NAN;
}

gboolean
trellis_column_is_set (const TrellisColumn *column, const TrellisEntry *entry)
{
  g_autofree char *text = NULL;

  if (is_level (column))
    return !isnan (trellis_column_get_number (column, entry));
  text = trellis_column_dup_text (column, entry);
  return *text != '\0';
}

static GPtrArray *
level_choices (const TrellisColumn *column, const TrellisEntry *entry)
{
  GPtrArray      *choices = trellis_choices_new ();
  guint           edge = edge_of (column, entry);
  const TrlScale *scale =
    edge == TRL_NO_ROW
      ? trl_vocabulary_find_scale (trl_network_get_vocabulary (entry->network), NULL)
      : trl_network_get_edge_scale (entry->network, edge);

  trellis_choices_add (
    choices, NULL, column->prop == TRL_EDGE_LEVEL ? _ ("Not reported") : _ ("Not set"));
  for (guint i = 0; i < trl_scale_get_n_levels (scale); i++)
    trellis_choices_add (choices, trl_scale_get_level (scale, i)->id,
                         trl_scale_get_level (scale, i)->name);
  return choices;
}

static GPtrArray *
scale_choices (const TrlNetwork *network)
{
  const TrlVocabulary *words = trl_network_get_vocabulary (network);
  GPtrArray           *choices = trellis_choices_new ();

  for (guint i = 0; i < words->scales->len; i++)
    {
      const TrlScale *scale = words->scales->pdata[i];

      trellis_choices_add (choices, scale->id, scale->name);
    }
  return choices;
}

static const TrlField *
find_field (const TrellisColumn *column, const TrellisEntry *entry)
{
  return trl_vocabulary_find_field (trl_network_get_vocabulary (entry->network),
                                    column->kind == TRL_KIND_NODE ? "node" : "edge",
                                    column->field);
}

static GPtrArray *
field_choices (const TrlField *field)
{
  GPtrArray *choices = trellis_choices_new ();

  trellis_choices_add (choices, NULL, _ ("Not set"));
  if (!field || field->kind == TRL_FIELD_YES_NO)
    {
      trellis_choices_add (choices, TRL_FIELD_YES, _ ("Yes"));
      trellis_choices_add (choices, TRL_FIELD_NO, _ ("No"));
    }
  for (char **text = field ? field->choices : NULL; text && *text; text++)
    trellis_choices_add (choices, *text, *text);
  return choices;
}

GPtrArray *
trellis_column_get_choices (const TrellisColumn *column, const TrellisEntry *entry)
{
  if (column->edit != TRELLIS_EDIT_CHOICE)
    return NULL;
  if (column->source == TRELLIS_COLUMN_FIELD)
    return field_choices (find_field (column, entry));
  if (is_level (column))
    return level_choices (column, entry);
  if (column->kind == TRL_KIND_NODE)
    return trellis_choices_types (entry->network);
  if (column->prop == TRL_EDGE_MISSING)
    return trellis_choices_missing (entry->network);
  if (column->prop == TRL_EDGE_PRESENCE)
    return trellis_choices_presence (entry->network);
  return scale_choices (entry->network);
}

static gboolean
refuse (GError **error, const char *format, const char *text, const char *title)
{
  g_set_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_VALUE, format, text, title);
  return FALSE;
}

static gboolean
read_choice (const TrellisColumn *column,
             const TrellisEntry  *entry,
             const char          *text,
             char               **id,
             GError             **error)
{
  g_autoptr (GPtrArray) choices = trellis_column_get_choices (column, entry);
  g_autofree char *folded = trl_fold (text);

  for (guint i = 0; i < choices->len; i++)
    {
      const TrellisChoice *choice = choices->pdata[i];
      g_autofree char     *label = trl_fold (choice->label);
      char                 rank[12];

      g_snprintf (rank, sizeof rank, "%u", i - 1);
      if (g_strcmp0 (choice->id, text) == 0 || g_str_equal (choice->label, text) ||
          (*folded && g_str_equal (label, folded)) ||
          (is_level (column) && i > 0 && g_str_equal (rank, text)))
        {
          *id = g_strdup (choice->id);
          return TRUE;
        }
    }
  return refuse (error, _ ("“%s” is none of the choices of “%s”"), text, column->title);
}

static gboolean
read_number (const TrellisColumn *column,
             const char          *text,
             double              *number,
             GError             **error)
{
  if (trl_word_number (text, FALSE, number) || trl_word_number (text, TRUE, number))
    return TRUE;
  return refuse (error, _ ("“%s” is no number for “%s”"), text, column->title);
}

static char *
read_roles (const TrlVocabulary *words, const char *text)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_auto (GStrv) names = g_strsplit_set (text, ",;", -1);

  for (guint i = 0; i < words->roles->len; i++)
    {
      const TrlRole   *role = words->roles->pdata[i];
      g_autofree char *key = trl_fold (role->name);

      for (char **name = names; *name; name++)
        {
          g_autofree char *typed = trl_fold (*name);

          if (g_str_equal (typed, key) || g_str_equal (g_strstrip (*name), role->id))
            {
              g_string_append_printf (ids, "%s%s", ids->len ? " " : "", role->id);
              break;
            }
        }
    }
  return ids->len ? g_strdup (ids->str) : NULL;
}

static gboolean
apply (TrlDocument *document, TrlEdit edit, const TrellisEntry *entry, GError **error)
{
  edit.kind = TRL_EDIT_SET;
  edit.network = trl_network_get_id (entry->network);
  return trl_document_apply (document, &edit, error);
}

/* What the grid of levels understands, a table understands, too.
 * @presence: “absent” for what is known not to be there
 */
static gboolean
read_level (const TrellisColumn *column,
            const TrellisEntry  *entry,
            guint                edge,
            const char          *text,
            char               **level,
            const char         **presence)
{
  const TrlScale  *scale = trl_network_get_edge_scale (entry->network, edge);
  g_autofree char *word = trl_fold (text);
  g_autofree char *away = trl_fold (_ ("Not engaged"));
  TrlCellEdit      edit;

  if (read_choice (column, entry, text, level, NULL))
    return TRUE;
  if (g_str_equal (word, away))
    edit = (TrlCellEdit){ .state = TRL_CELL_ABSENT, .count = NAN };
  else if (!trl_cell_words_read (scale, text, FALSE, &edit) &&
           !trl_cell_words_read (scale, text, TRUE, &edit))
    return FALSE;
  if (!isnan (edit.count)) /* which has a column of its own */
    return FALSE;
  if (edit.state == TRL_CELL_ABSENT)
    *presence = "absent";
  else if (edit.rank >= 0)
    *level = g_strdup (trl_scale_get_level (scale, (guint) edit.rank)->id);
  return edit.state != TRL_CELL_ABSENT || column->prop == TRL_EDGE_LEVEL;
}

/* A level takes away what was said in its place. */
static gboolean
set_level (TrlDocument         *document,
           const TrellisColumn *column,
           const TrellisEntry  *entry,
           const char          *text,
           GError             **error)
{
  guint            edge = edge_of (column, entry);
  const char      *presence = NULL;
  g_autofree char *level = NULL;
  TrlEdit          edit = { .of = TRL_KIND_EDGE, .prop = column->prop };

  if (edge == TRL_NO_ROW)
    return refuse (error, _ ("There is no partnership to give the level “%s” in “%s”"),
                   text, column->title);
  if (*text && !read_level (column, entry, edge, text, &level, &presence))
    return refuse (error, _ ("“%s” is none of the choices of “%s”"), text, column->title);
  edit.id = trl_table_get_id (trl_network_get_edges (entry->network), edge);
  edit.value = TRL_TEXT (level);
  if (!apply (document, edit, entry, error))
    return FALSE;
  if ((!level && !presence) || column->prop != TRL_EDGE_LEVEL)
    return TRUE;
  edit.value = TRL_NONE_VALUE;
  edit.prop = TRL_EDGE_MISSING;
  if (!apply (document, edit, entry, error))
    return FALSE;
  edit.prop = TRL_EDGE_PRESENCE;
  edit.value = TRL_TEXT (presence);
  return apply (document, edit, entry, error);
}

static gboolean
read_field (const TrellisColumn *column,
            const TrellisEntry  *entry,
            const char          *text,
            TrlValue            *value,
            GError             **error)
{
  const TrlField  *field = find_field (column, entry);
  g_autofree char *read = NULL;

  if (column->edit == TRELLIS_EDIT_CHOICE)
    {
      if (!read_choice (column, entry, text, &read, error))
        return FALSE;
    }
  else
    read = field ? trl_field_normalise (field, text) : g_strdup (text);
  if (field && !trl_field_check (field, read, error))
    return FALSE;
  *value = TRL_TEXT (g_steal_pointer (&read));
  return TRUE;
}

static gboolean
read_value (const TrellisColumn *column,
            const TrellisEntry  *entry,
            const char          *text,
            TrlValue            *value,
            GError             **error)
{
  double number;
  char  *id = NULL;

  if (!*text)
    return TRUE;
  if (column->edit == TRELLIS_EDIT_FLAG)
    {
      g_autofree char *yes = trl_fold (_ ("Yes"));
      g_autofree char *word = trl_fold (text);

      *value = TRL_FLAG (trl_word_answer (text) == 1 || g_str_equal (yes, word));
      return TRUE;
    }
  if (column->source == TRELLIS_COLUMN_FIELD)
    return read_field (column, entry, text, value, error);
  if (column->edit == TRELLIS_EDIT_NUMBER)
    {
      if (!read_number (column, text, &number, error))
        return FALSE;
      *value = TRL_NUMBER (number);
      return TRUE;
    }
  if (column->edit == TRELLIS_EDIT_CHOICE)
    {
      if (!read_choice (column, entry, text, &id, error))
        return FALSE;
    }
  else if (column->source == TRELLIS_COLUMN_PROP && column->kind == TRL_KIND_NODE &&
           column->prop == TRL_NODE_ROLES)
    id = read_roles (trl_network_get_vocabulary (entry->network), text);
  else
    id = g_strdup (text);
  *value = TRL_TEXT (id);
  return TRUE;
}

gboolean
trellis_column_set (TrlDocument         *document,
                    const TrellisColumn *column,
                    const TrellisEntry  *entry,
                    const char          *text,
                    GError             **error)
{
  g_auto (TrlValue) value = TRL_NONE_VALUE;
  TrlEdit edit = { .of = column->kind, .prop = column->prop };

  if (column->edit == TRELLIS_EDIT_NONE)
    return refuse (error, _ ("“%s” cannot be written into “%s”, which is derived"), text,
                   column->title);
  if (is_level (column))
    return set_level (document, column, entry, text, error);
  if (!read_value (column, entry, text, &value, error))
    return FALSE;
  edit.id = trellis_entry_get_id (entry, column->kind);
  edit.field = column->source == TRELLIS_COLUMN_FIELD ? column->field : NULL;
  edit.value = value;
  return apply (document, edit, entry, error);
}
