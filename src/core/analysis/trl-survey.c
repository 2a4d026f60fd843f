/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells come from the grid, so that a chart and the table that people type into cannot
 * disagree.  What nobody answered stays apart from *none* to the end, and what is only
 * planned is nothing yet. */

#include "config.h"

#include "analysis/trl-survey.h"

#include <math.h>

/* Rows of the grid, in the order in which the networks were given. */
static guint *
find_rows (const TrlGrid *grid, TrlNetwork *const *networks, guint n)
{
  guint *rows = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    rows[i] =
      (guint) trl_grid_find (grid, TRL_GRID_ROW, trl_network_get_id (networks[i]));
  return rows;
}

static void
look (const TrlGrid *grid, guint row, guint column, TrlCell *cell)
{
  trl_grid_get_cell (grid, row, column, cell);
  if (cell->planned)
    {
      cell->state = TRL_CELL_EMPTY;
      cell->rank = -1;
    }
}

static gboolean
says_anything (const TrlGrid *grid, const guint *rows, guint n, guint column)
{
  for (guint i = 0; i < n; i++)
    {
      TrlCell cell;

      look (grid, rows[i], column, &cell);
      if (cell.state != TRL_CELL_EMPTY && cell.state != TRL_CELL_OUTSIDE)
        return TRUE;
    }
  return FALSE;
}

static void
take_cell (TrlSurvey *survey, const TrlCell *cell, TrlSurveyCell *out)
{
  *out = (TrlSurveyCell){ .state = cell->state, .rank = -1, .count = cell->count };
  if (cell->state != TRL_CELL_NONE && cell->state != TRL_CELL_LEVEL)
    return;
  if (!survey->scale)
    survey->scale = cell->scale;
  if (cell->scale == survey->scale)
    out->rank = MIN (cell->rank, TRL_SURVEY_LEVELS - 1);
  else if (cell->state == TRL_CELL_LEVEL)
    out->other = TRUE;
  else
    out->rank = 0;
}

static void
fill (TrlSurvey *survey, const TrlGrid *grid, const guint *rows, const GArray *columns)
{
  survey->cells = g_new0 (TrlSurveyCell, survey->sites->len * columns->len);
  for (guint i = 0; i < survey->sites->len; i++)
    for (guint k = 0; k < columns->len; k++)
      {
        TrlCell cell;

        look (grid, rows[i], g_array_index (columns, guint, k), &cell);
        take_cell (survey, &cell, &survey->cells[i * columns->len + k]);
      }
}

TrlSurvey *
trl_survey_new (TrlDocument *document, TrlNetwork *const *networks, guint n)
{
  TrlSurvey           *survey = g_new0 (TrlSurvey, 1);
  const TrlVocabulary *words = trl_document_get_vocabulary (document);
  g_autoptr (TrlGrid) grid =
    trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
  g_autofree guint *rows = NULL;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));

  survey->sites = g_ptr_array_new ();
  survey->types = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (survey->sites, networks[i]);
  rows = find_rows (grid, networks, n);
  for (guint k = 0; k < trl_grid_get_size (grid, TRL_GRID_COLUMN); k++)
    {
      TrlGridHeader         header;
      const TrlPartnerType *type;

      trl_grid_get_header (grid, TRL_GRID_COLUMN, k, &header);
      type = trl_vocabulary_find_type (words, header.id);
      if (!type || !says_anything (grid, rows, n, k))
        continue;
      g_ptr_array_add (survey->types, (gpointer) type);
      g_array_append_val (columns, k);
    }
  fill (survey, grid, rows, columns);
  if (!survey->scale)
    survey->scale = trl_vocabulary_find_scale (words, NULL);
  return survey;
}

void
trl_survey_free (TrlSurvey *survey)
{
  if (!survey)
    return;
  g_ptr_array_unref (survey->sites);
  g_ptr_array_unref (survey->types);
  g_free (survey->cells);
  g_free (survey);
}

const TrlSurveyCell *
trl_survey_get (const TrlSurvey *survey, guint site, guint type)
{
  g_return_val_if_fail (site < survey->sites->len && type < survey->types->len, NULL);
  return &survey->cells[site * survey->types->len + type];
}

gboolean
trl_survey_is_engaged (const TrlSurveyCell *cell)
{
  return cell->state == TRL_CELL_LEVEL || cell->state == TRL_CELL_NOT_REPORTED;
}

static void
count_cell (const TrlSurveyCell *cell, TrlSurveyTally *tally)
{
  if (cell->state == TRL_CELL_EMPTY || cell->state == TRL_CELL_OUTSIDE)
    return;
  tally->n_answered++;
  tally->n_engaged += trl_survey_is_engaged (cell);
  if (cell->other)
    tally->n_other++;
  else if (cell->state == TRL_CELL_LEVEL)
    {
      tally->n_reported++;
      tally->levels[cell->rank]++;
    }
  else if (cell->state != TRL_CELL_NOT_REPORTED)
    {
      tally->n_none++;
      tally->levels[0]++;
    }
}

void
trl_survey_tally_type (const TrlSurvey *survey, guint type, TrlSurveyTally *tally)
{
  *tally = (TrlSurveyTally){ 0 };
  for (guint i = 0; i < survey->sites->len; i++)
    count_cell (trl_survey_get (survey, i, type), tally);
}

void
trl_survey_tally_site (const TrlSurvey *survey,
                       guint            site,
                       const GArray    *types,
                       TrlSurveyTally  *tally)
{
  guint n = types ? types->len : survey->types->len;

  *tally = (TrlSurveyTally){ 0 };
  for (guint k = 0; k < n; k++)
    count_cell (
      trl_survey_get (survey, site, types ? g_array_index (types, guint, k) : k), tally);
}

typedef struct
{
  guint index, n_engaged, sum;
} Weight;

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const Weight *x = a, *y = b;

  if (x->n_engaged != y->n_engaged)
    return y->n_engaged > x->n_engaged ? 1 : -1;
  if (x->sum != y->sum)
    return y->sum > x->sum ? 1 : -1;
  return x->index > y->index ? 1 : -1;
}

guint *
trl_survey_order_nested (const TrlSurvey *survey, const GArray *types, TrlGridAxis axis)
{
  guint              n_types = types ? types->len : survey->types->len;
  guint              n = axis == TRL_GRID_ROW ? survey->sites->len : n_types;
  g_autofree Weight *weights = g_new0 (Weight, n);
  guint             *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      TrlSurveyTally tally;
      guint          index =
        axis == TRL_GRID_COLUMN && types ? g_array_index (types, guint, i) : i;

      if (axis == TRL_GRID_ROW)
        trl_survey_tally_site (survey, index, types, &tally);
      else
        trl_survey_tally_type (survey, index, &tally);
      weights[i] = (Weight){ index, tally.n_engaged, 0 };
      for (guint rank = 1; rank < TRL_SURVEY_LEVELS; rank++)
        weights[i].sum += rank * tally.levels[rank];
    }
  qsort (weights, n, sizeof (Weight), compare_weights);
  for (guint i = 0; i < n; i++)
    order[i] = weights[i].index;
  return order;
}
