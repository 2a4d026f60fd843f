/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell in words, for those who do not see it and for the tooltip of those who do.  None
 * of the words judges.
 */

#include "config.h"

#include "grid/trellis-levels-words.h"

#include <glib/gi18n.h>
#include <math.h>

const char *
trellis_levels_level_name (const TrlScale *scale, int rank)
{
  const TrlLevel *level = rank >= 0 && (guint) rank < trl_scale_get_n_levels (scale)
                            ? trl_scale_get_level (scale, (guint) rank)
                            : NULL;

  return level ? level->name : _ ("Not reported");
}

static const char *
state_words (const TrlCell *cell)
{
  switch (cell->state)
    {
    case TRL_CELL_OUTSIDE:
      return _ ("no cell: a partner with itself");
    case TRL_CELL_ABSENT:
      return _ ("known not to be there");
    case TRL_CELL_NOT_REPORTED:
      return g_strcmp0 (cell->missing, "not-asked") == 0   ? _ ("not asked")
             : g_strcmp0 (cell->missing, "dont-know") == 0 ? _ ("not known")
                                                           : _ ("Not reported");
    case TRL_CELL_NONE:
    case TRL_CELL_LEVEL:
      return trellis_levels_level_name (cell->scale, cell->rank);
    default:
      return _ ("nothing is known");
    }
}

static void
add_number (GString *text, const TrlCell *cell)
{
  gboolean         counted = !isnan (cell->count);
  guint            n = counted ? (guint) CLAMP (cell->count, 0, G_MAXINT) : cell->n_nodes;
  g_autofree char *words = g_strdup_printf (ngettext ("%u partner", "%u partners", n), n);

  if (counted || cell->n_nodes > 1)
    g_string_append_printf (text, ", %s", words);
}

static void
add_intended (GString *text, const TrlCell *cell)
{
  TrlMeant    meant = trl_cell_get_meant (cell);
  const char *level = trellis_levels_level_name (cell->scale, cell->intended);

  if (cell->intended < 0)
    return;
  g_string_append (text, ", ");
  g_string_append_printf (text,
                          meant == TRL_MEANT_BELOW   ? _ ("below the intended: %s")
                          : meant == TRL_MEANT_AT    ? _ ("as intended: %s")
                          : meant == TRL_MEANT_ABOVE ? _ ("above the intended: %s")
                                                     : _ ("intended: %s"),
                          level);
}

char *
trellis_levels_describe_answers (const TrlCell *cell)
{
  if (cell->answers[0] == cell->answers[1])
    return NULL;
  return g_strdup_printf (_ ("The two answers differ: %s and %s"),
                          trellis_levels_level_name (cell->scale, cell->answers[0]),
                          trellis_levels_level_name (cell->scale, cell->answers[1]));
}

char *
trellis_levels_describe (const TrlGrid *grid, guint row, guint column)
{
  TrlGridHeader    side, top;
  TrlCell          cell;
  GString         *text = g_string_new (NULL);
  g_autofree char *answers = NULL;

  trl_grid_get_header (grid, TRL_GRID_ROW, row, &side);
  trl_grid_get_header (grid, TRL_GRID_COLUMN, column, &top);
  trl_grid_get_cell (grid, row, column, &cell);
  g_string_append_printf (text, "%s, %s: %s", side.name, top.name, state_words (&cell));
  if (cell.state == TRL_CELL_OUTSIDE)
    return g_string_free (text, FALSE);
  add_number (text, &cell);
  if (cell.planned)
    g_string_append_printf (text, ", %s", _ ("planned"));
  add_intended (text, &cell);
  answers = trellis_levels_describe_answers (&cell);
  if (answers)
    g_string_append_printf (text, "\n%s", answers);
  if (cell.note)
    g_string_append_printf (text, "\n%s", cell.note);
  if (cell.source)
    g_string_append_printf (text, "\n%s", cell.source);
  return g_string_free (text, FALSE);
}
