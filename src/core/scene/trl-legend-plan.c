/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person renames, orders and hides entries.  What the plan does not name stays as it
 * is, so that a legend follows the data. */
#include "config.h"

#include "scene/trl-legend-plan.h"

#include "scene/trl-legend-private.h"

#include <string.h>

static void
clear_change (gpointer data)
{
  TrlLegendChange *change = data;

  g_free (change->id);
  g_free (change->label);
}

/* Levels of the first scale have their plain ids; those of others may be the same. */
static char *
dup_level_id (const TrlLegend *legend, const TrlLegendEntry *entry)
{
  const char *id = trl_scale_get_level (entry->scale, (guint) entry->rank)->id;

  if (entry->scale == trl_vocabulary_find_scale (legend->vocabulary, NULL))
    return g_strdup (id);
  return g_strdup_printf ("%s:%s", entry->scale->id, id);
}

char *
trl_legend_dup_id (const TrlLegend *legend, guint index)
{
  static const char *const names[TRL_N_LEGEND_KINDS] = {
    [TRL_LEGEND_NOT_REPORTED] = "not-reported", [TRL_LEGEND_GHOST] = "not-listed",
    [TRL_LEGEND_PLANNED] = "planned",           [TRL_LEGEND_INTENDED] = "intended",
    [TRL_LEGEND_DIRECTED] = "directed",         [TRL_LEGEND_CHANGED_TIE] = "tie",
    [TRL_LEGEND_CHANGED_PARTNER] = "partner",   [TRL_LEGEND_SIZE] = "sizes",
  };
  const TrlLegendEntry *entry = trl_legend_get_entry (legend, index);

  if (entry->kind == TRL_LEGEND_LEVEL || entry->kind == TRL_LEGEND_NONE)
    return dup_level_id (legend, entry);
  if (entry->kind == TRL_LEGEND_BOX)
    return g_strdup (entry->id);
  if (entry->kind == TRL_LEGEND_FAMILY)
    {
      g_auto (GStrv) types = g_strsplit (entry->types ? entry->types : "none", "\n", 2);

      return g_strdup_printf ("family-%s", types[0]);
    }
  if (entry->kind == TRL_LEGEND_CHANGED_TIE || entry->kind == TRL_LEGEND_CHANGED_PARTNER)
    return g_strdup_printf ("%s-%s", names[entry->kind],
                            trl_tie_change_get_id (entry->change));
  return g_strdup (names[entry->kind]);
}

/* Takes the text up to one of @ends that has no backslash before it. */
static char *
next_part (const char **text, const char *ends)
{
  GString    *part = g_string_new (NULL);
  const char *p;

  for (p = *text; *p && !strchr (ends, *p); p++)
    {
      if (*p == '\\' && p[1])
        p++;
      g_string_append_c (part, *p);
    }
  *text = p;
  return g_string_free (part, FALSE);
}

static void
parse_change (const char **text, TrlLegendChange *change)
{
  while (g_ascii_isspace (**text))
    (*text)++;
  change->hidden = **text == '-';
  *text += change->hidden;
  change->id = g_strstrip (next_part (text, "=;"));
  if (**text == '=')
    {
      (*text)++;
      change->label = next_part (text, ";");
    }
  *text += **text == ';';
}

GArray *
trl_legend_changes_parse (const char *text)
{
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (TrlLegendChange));

  g_array_set_clear_func (changes, clear_change);
  while (text && *text)
    {
      TrlLegendChange change = { 0 };

      parse_change (&text, &change);
      if (*change.id)
        g_array_append_val (changes, change);
      else
        clear_change (&change);
    }
  return changes;
}

static void
append_escaped (GString *out, const char *text, const char *special)
{
  for (; *text; text++)
    {
      if (strchr (special, *text))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
}

char *
trl_legend_changes_to_text (const GArray *changes)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const TrlLegendChange *change = &g_array_index (changes, TrlLegendChange, i);

      if (out->len > 0)
        g_string_append_c (out, ';');
      g_string_append (out, change->hidden ? "-" : *change->id == '-' ? "\\" : "");
      append_escaped (out, change->id, ";=\\");
      if (change->label)
        {
          g_string_append_c (out, '=');
          append_escaped (out, change->label, ";\\");
        }
    }
  return g_string_free (out, FALSE);
}

static int
find_entry (const TrlLegend *legend, guint from, const char *id)
{
  for (guint i = from; i < legend->entries->len; i++)
    {
      g_autofree char *own = trl_legend_dup_id (legend, i);

      if (g_strcmp0 (own, id) == 0)
        return (int) i;
    }
  return -1;
}

/* Moves an entry forward to @to. */
static void
bring (TrlLegend *legend, guint from, guint to)
{
  TrlLegendEntry *entries = (TrlLegendEntry *) (gpointer) legend->entries->data;
  TrlLegendEntry  moved = entries[from];

  memmove (&entries[to + 1], &entries[to], (from - to) * sizeof moved);
  entries[to] = moved;
}

void
trl_legend_arrange (TrlLegend *legend, const char *text)
{
  g_autoptr (GArray) changes = trl_legend_changes_parse (text);
  guint next = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      TrlLegendChange *change = &g_array_index (changes, TrlLegendChange, i);
      int              found = find_entry (legend, next, change->id);

      if (found < 0)
        continue;
      if (change->hidden)
        {
          g_array_remove_index (legend->entries, (guint) found);
          continue;
        }
      bring (legend, (guint) found, next);
      if (change->label && *change->label)
        {
          TrlLegendEntry *entry = &g_array_index (legend->entries, TrlLegendEntry, next);

          g_free (entry->label);
          entry->label = g_strdup (change->label);
        }
      next++;
    }
}
