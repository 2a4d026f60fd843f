/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grid is made anew when rows or columns are others; an order that somebody chose is
 * kept as ids, so that a row does not jump from under the hand that edits it.  What is in
 * the cells is read when it is painted, so changes of that are told once a frame.
 */

#include "config.h"

#include "grid/trellis-levels-model.h"

#include "grid/trellis-levels-difference.h"
#include "grid/trellis-levels-sides.h"
#include "grid/trellis-levels-words.h"
#include "job/trellis-memory.h"
#include "model/trl-rollup.h"
#include "panels/trellis-swatch.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define SLICE (8 * 1000) /* microseconds, of counting at a time */

struct _TrellisLevelsModel
{
  GObject         parent;
  TrellisSession *session;
  TrlGrid        *grid;
  TrlLook        *look;
  TrlVocabulary  *vocabulary; /* of the look */
  TrlGridRows     rows;
  TrlGridColumns  columns;
  TrellisLayer    layer;
  GPtrArray      *order[2]; /* ids in a chosen order; NULL: that of the document */
  char           *texts[3]; /* lent with the last total */

  TrellisLevelsSides  *sides; /* of the grid */
  TrellisLevelsTotals *totals;
  guint                telling;
  guint                counting; /* goes on */
  gboolean             counted;  /* the totals are up to date */
  gboolean             idle;
  gboolean             missed; /* a change while idle */
};

static void implement (TrellisSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrellisLevelsModel,
                               trellis_levels_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRELLIS_TYPE_SHEET_MODEL,
                                                      implement))

static GPtrArray *
list_ids (const TrlGrid *grid, TrlGridAxis axis)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < trl_grid_get_size (grid, axis); i++)
    {
      TrlGridHeader header;

      trl_grid_get_header (grid, axis, i, &header);
      g_ptr_array_add (ids, g_strdup (header.id));
    }
  return ids;
}

static gboolean
is_ordered_as (const TrlGrid *grid, const TrlGrid *old, TrlGridAxis axis)
{
  guint n = trl_grid_get_size (grid, axis);

  if (n != (old ? trl_grid_get_size (old, axis) : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      TrlGridHeader header, before;

      trl_grid_get_header (grid, axis, i, &header);
      trl_grid_get_header (old, axis, i, &before);
      if (!g_str_equal (header.id, before.id))
        return FALSE;
    }
  return TRUE;
}

/* What the order names first, then what is new. */
static void
restore_order (TrlGrid *grid, TrlGridAxis axis, const GPtrArray *ids)
{
  guint              n = trl_grid_get_size (grid, axis);
  g_autofree guint  *order = g_new (guint, n + 1);
  g_autofree guint8 *used = g_new0 (guint8, n + 1);
  guint              length = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      int index = ids->pdata[i] ? trl_grid_find (grid, axis, ids->pdata[i]) : -1;

      if (index < 0 || used[index])
        continue;
      used[index] = 1;
      order[length++] = (guint) index;
    }
  for (guint i = 0; i < n; i++)
    if (!used[i])
      order[length++] = i;
  if (n)
    trl_grid_reorder (grid, axis, order);
}

static void
make_look (TrellisLevelsModel *self)
{
  const TrlVocabulary *words =
    trl_document_get_vocabulary (trellis_session_get_document (self->session));
  TrlSceneOptions options;

  trl_scene_options_init (&options);
  options.theme = (TrlTheme) trellis_swatch_get_theme ();
  g_clear_pointer (&self->look, trl_look_free);
  g_clear_pointer (&self->vocabulary, trl_vocabulary_unref);
  self->vocabulary = trl_vocabulary_ref ((TrlVocabulary *) words);
  self->look = trl_look_new (self->vocabulary, &options, 0);
}

static void
forget_totals (TrellisLevelsModel *self)
{
  trellis_levels_totals_forget (self->totals);
  self->counted = FALSE;
}

static gboolean
count (TrellisLevelsModel *self, gint64 until)
{
  if (!self->counted)
    self->counted = trellis_levels_totals_update (
      self->totals, self->grid, self->layer == TRELLIS_LAYER_INTENDED, until);
  if (self->counted)
    g_clear_handle_id (&self->counting, g_source_remove);
  return self->counted;
}

static gboolean
on_count (gpointer data)
{
  TrellisLevelsModel *self = TRELLIS_LEVELS_MODEL (data);

  if (!self->counted && !trellis_levels_totals_update (
                          self->totals, self->grid, self->layer == TRELLIS_LAYER_INTENDED,
                          g_get_monotonic_time () + SLICE))
    return G_SOURCE_CONTINUE;
  self->counted = TRUE;
  self->counting = 0;
  trellis_memory_give_back ();
  trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (self), FALSE);
  return G_SOURCE_REMOVE;
}

/* What takes longer than a part of a frame is counted between frames. */
static gboolean
has_totals (TrellisLevelsModel *self)
{
  if (self->counting)
    return FALSE;
  if (!count (self, g_get_monotonic_time () + SLICE))
    self->counting = g_idle_add (on_count, self);
  return self->counted;
}

/* Returns whether rows or columns are others than before. */
static gboolean
make_grid (TrellisLevelsModel *self)
{
  gboolean reordered = FALSE;
  g_autoptr (TrlGrid) old = g_steal_pointer (&self->grid);

  forget_totals (self);
  self->grid =
    trl_grid_new (trellis_session_get_document (self->session), self->rows, self->columns,
                  trellis_session_get_network_id (self->session));
  for (TrlGridAxis axis = TRL_GRID_ROW; axis <= TRL_GRID_COLUMN; axis++)
    {
      if (self->order[axis])
        restore_order (self->grid, axis, self->order[axis]);
      reordered = reordered || !is_ordered_as (self->grid, old, axis);
    }
  return reordered;
}

static gboolean
has_other_sides (TrellisLevelsModel *self)
{
  return trellis_levels_sides_update (
    self->sides, trellis_session_get_document (self->session), self->rows, self->columns,
    trellis_session_get_network_id (self->session));
}

static gboolean
on_tell (gpointer data)
{
  TrellisLevelsModel *self = TRELLIS_LEVELS_MODEL (data);

  self->telling = 0;
  trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (self), FALSE);
  return G_SOURCE_REMOVE;
}

/* Rows and columns are told at once, for places are counted in them; cells after the
 * events that wait, before the next frame is painted.
 */
static void
on_session_changed (TrellisSession *session, guint mask, TrellisLevelsModel *self)
{
  const TrlVocabulary *words =
    trl_document_get_vocabulary (trellis_session_get_document (session));

  if (mask == TRL_CHANGE_FIGURES || (!mask && self->rows == TRL_GRID_ROWS_SITES))
    return;
  self->missed = self->missed || self->idle;
  if (self->idle)
    return;
  if (words != self->vocabulary)
    make_look (self);
  self->counted = FALSE;
  if (has_other_sides (self))
    {
      gboolean reordered = make_grid (self);

      g_clear_handle_id (&self->telling, g_source_remove);
      trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (self), reordered);
    }
  else if (!self->telling)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_tell, self, NULL);
}

void
trellis_levels_model_set_idle (TrellisLevelsModel *self, gboolean idle)
{
  gboolean missed = self->missed && !idle;

  g_return_if_fail (TRELLIS_IS_LEVELS_MODEL (self));
  self->idle = idle;
  self->missed = self->missed && idle;
  if (missed)
    on_session_changed (self->session, TRL_CHANGE_STRUCTURE, self);
}

static void
on_dark (TrellisLevelsModel *self)
{
  make_look (self);
  trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (self), FALSE);
}

static void
trellis_levels_model_dispose (GObject *object)
{
  TrellisLevelsModel *self = TRELLIS_LEVELS_MODEL (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_handle_id (&self->counting, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sides, trellis_levels_sides_free);
  g_clear_pointer (&self->totals, trellis_levels_totals_free);
  g_clear_pointer (&self->grid, trl_grid_free);
  g_clear_pointer (&self->look, trl_look_free);
  g_clear_pointer (&self->vocabulary, trl_vocabulary_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->order); i++)
    g_clear_pointer (&self->order[i], g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_clear_pointer (&self->texts[i], g_free);
  G_OBJECT_CLASS (trellis_levels_model_parent_class)->dispose (object);
}

static void
trellis_levels_model_class_init (TrellisLevelsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_levels_model_dispose;
}

static void
trellis_levels_model_init (TrellisLevelsModel *self)
{
  self->sides = trellis_levels_sides_new ();
  self->totals = trellis_levels_totals_new ();
}

static guint
get_size (TrellisSheetModel *model, TrlGridAxis axis)
{
  return trl_grid_get_size (TRELLIS_LEVELS_MODEL (model)->grid, axis);
}

static void
put_text (TrellisSheetCell *out, const char *text)
{
  g_utf8_strncpy (out->text, text, MIN (g_utf8_strlen (text, -1), 15));
}

static void
paint_rank (TrellisLevelsModel *self,
            const TrlScale     *scale,
            int                 rank,
            TrellisSheetCell   *out)
{
  out->painted = TRUE;
  trl_look_node (self->look, scale, rank, &out->look);
}

static void
paint_level (TrellisLevelsModel *self, const TrlCell *cell, TrellisSheetCell *out)
{
  if (cell->state == TRL_CELL_ABSENT)
    put_text (out, "–");
  if (cell->state == TRL_CELL_EMPTY || cell->state == TRL_CELL_ABSENT)
    return;
  paint_rank (self, cell->scale,
              cell->state == TRL_CELL_NOT_REPORTED ? TRL_LOOK_NOT_REPORTED : cell->rank,
              out);
  if (!isnan (cell->count) && cell->count >= 0)
    {
      g_autofree char *text = g_strdup_printf ("%.0f", cell->count);

      put_text (out, text);
    }
}

static void
get_cell (TrellisSheetModel *model, guint row, guint column, TrellisSheetCell *out)
{
  TrellisLevelsModel *self = TRELLIS_LEVELS_MODEL (model);
  TrlCell             cell;

  memset (out, 0, sizeof *out);
  trl_grid_get_cell (self->grid, row, column, &cell);
  out->outside = cell.state == TRL_CELL_OUTSIDE;
  if (out->outside)
    return;
  if (self->layer != TRELLIS_LAYER_INTENDED)
    paint_level (self, &cell, out);
  else if (cell.intended >= 0)
    paint_rank (self, cell.scale, cell.intended, out);
  if (self->layer == TRELLIS_LAYER_DIFFERENCE)
    {
      trellis_levels_difference_paint (trl_cell_get_meant (&cell), out);
      out->intended_pips = cell.intended > 0 ? (guint) cell.intended : 0;
    }
  out->corner = cell.note || cell.source;
  out->two_answers = cell.answers[0] != cell.answers[1];
}

static void
get_header (TrellisSheetModel  *model,
            TrlGridAxis         axis,
            guint               index,
            TrellisSheetHeader *header)
{
  TrellisLevelsModel *self = TRELLIS_LEVELS_MODEL (model);
  TrlGridHeader       own;

  trl_grid_get_header (self->grid, axis, index, &own);
  header->name = own.name && *own.name ? own.name
                 : *own.id             ? _ ("Unnamed")
                                       : _ ("No type");
  header->detail = NULL;
  header->description = own.family;
}

static void
lend (TrellisLevelsModel *self, guint place, char *text)
{
  g_free (self->texts[place]);
  self->texts[place] = text;
}

/* Columns have no room for more than two numbers. */
static void
lend_total (TrellisLevelsModel *self, TrlGridAxis axis, const TrellisLevelsTotal *total)
{
  if (axis == TRL_GRID_ROW && total->n_cells)
    /* Translators: partner types that are engaged, of those of which something is known
     */
    lend (self, 0,
          g_strdup_printf (_ ("%u of %u engaged"), total->n_engaged, total->n_cells));
  else
    lend (self, 0,
          total->n_cells ? g_strdup_printf ("%u/%u", total->n_engaged, total->n_cells)
                         : g_strdup ("–"));
  lend (self, 2,
        isnan (total->depth)
          ? g_strdup_printf (_ ("%u of %u engaged"), total->n_engaged, total->n_cells)
          : g_strdup_printf (_ ("%u of %u engaged, mean level %.1f"), total->n_engaged,
                             total->n_cells, total->depth));
}

/* Whether an intention was reached is not for a total to say. */
static void
lend_intended (TrellisLevelsModel       *self,
               TrlGridAxis               axis,
               const TrellisLevelsTotal *total)
{
  lend (self, 0,
        !total->n_cells        ? g_strdup ("–")
        : axis == TRL_GRID_ROW ? g_strdup_printf (_ ("%u intended"), total->n_engaged)
                               : g_strdup_printf ("%u", total->n_engaged));
  lend (self, 2,
        isnan (total->depth)
          ? g_strdup_printf (_ ("%u intended"), total->n_engaged)
          : g_strdup_printf (_ ("%u intended, mean intended level %.1f"),
                             total->n_engaged, total->depth));
}

static gboolean
get_total (TrellisSheetModel  *model,
           TrlGridAxis         axis,
           guint               index,
           TrellisSheetHeader *header)
{
  TrellisLevelsModel *self = TRELLIS_LEVELS_MODEL (model);
  TrellisLevelsTotal  total;

  if (!has_totals (self))
    {
      *header = (TrellisSheetHeader){ "…", NULL, _ ("Being counted") };
      return TRUE;
    }
  total = trellis_levels_totals_get (self->totals, axis, index);
  if (self->layer == TRELLIS_LAYER_INTENDED)
    lend_intended (self, axis, &total);
  else
    lend_total (self, axis, &total);
  /* Translators: the mean level of a row; columns have no room for it */
  lend (self, 1,
        axis == TRL_GRID_COLUMN || isnan (total.depth)
          ? NULL
          : g_strdup_printf (_ ("depth %.1f"), total.depth));
  *header = (TrellisSheetHeader){ self->texts[0], self->texts[1], self->texts[2] };
  return TRUE;
}

static char *
describe_cell (TrellisSheetModel *model, guint row, guint column)
{
  return trellis_levels_describe (TRELLIS_LEVELS_MODEL (model)->grid, row, column);
}

static void
implement (TrellisSheetModelInterface *iface)
{
  iface->get_size = get_size;
  iface->get_cell = get_cell;
  iface->get_header = get_header;
  iface->get_total = get_total;
  iface->describe_cell = describe_cell;
}

static void
choose_axes (TrellisLevelsModel *self)
{
  TrlDocument *document = trellis_session_get_document (self->session);
  TrlNetwork  *network = trellis_session_get_network (self->session);
  gboolean     one = trl_document_get_n_networks (document) == 1 && network &&
                 !trl_network_is_grained_by_type (network) &&
                 trl_network_count_partners (network) > 0;

  self->rows = one ? TRL_GRID_ROWS_PARTNERS : TRL_GRID_ROWS_SITES;
  self->columns = one && !trl_network_is_hub_network (network) &&
                      trl_network_count_partners (network) <= 60
                    ? TRL_GRID_COLUMNS_PARTNERS
                    : TRL_GRID_COLUMNS_TYPES;
}

TrellisLevelsModel *
trellis_levels_model_new (TrellisSession *session)
{
  TrellisLevelsModel *self;

  g_return_val_if_fail (TRELLIS_IS_SESSION (session), NULL);
  self = g_object_new (TRELLIS_TYPE_LEVELS_MODEL, NULL);
  self->session = g_object_ref (session);
  choose_axes (self);
  make_look (self);
  has_other_sides (self);
  make_grid (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (on_dark), self, G_CONNECT_SWAPPED);
  return self;
}

TrellisSession *
trellis_levels_model_get_session (TrellisLevelsModel *self)
{
  return self->session;
}

const TrlGrid *
trellis_levels_model_get_grid (TrellisLevelsModel *self)
{
  return self->grid;
}

TrellisLevelsTotals *
trellis_levels_model_get_totals (TrellisLevelsModel *self)
{
  count (self, G_MAXINT64);
  return self->totals;
}

void
trellis_levels_model_set_axes (TrellisLevelsModel *self,
                               TrlGridRows         rows,
                               TrlGridColumns      columns)
{
  if (rows != self->rows)
    g_clear_pointer (&self->order[TRL_GRID_ROW], g_ptr_array_unref);
  if (rows != self->rows || columns != self->columns)
    g_clear_pointer (&self->order[TRL_GRID_COLUMN], g_ptr_array_unref);
  self->rows = rows;
  self->columns = columns;
  has_other_sides (self);
  make_grid (self);
  trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (self), TRUE);
}

TrellisLayer
trellis_levels_model_get_layer (TrellisLevelsModel *self)
{
  return self->layer;
}

void
trellis_levels_model_set_layer (TrellisLevelsModel *self, TrellisLayer layer)
{
  if (self->layer == layer)
    return;
  self->layer = layer;
  self->counted = FALSE;
  trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (self), FALSE);
}

void
trellis_levels_model_reorder (TrellisLevelsModel *self,
                              TrlGridAxis         axis,
                              const guint        *order)
{
  g_clear_pointer (&self->order[axis], g_ptr_array_unref);
  if (order)
    {
      trl_grid_reorder (self->grid, axis, order);
      forget_totals (self);
      self->order[axis] = list_ids (self->grid, axis);
    }
  else
    make_grid (self);
  trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (self), TRUE);
}

void
trellis_levels_model_put_first (TrellisLevelsModel *self,
                                TrlGridAxis         axis,
                                const GPtrArray    *ids)
{
  restore_order (self->grid, axis, ids);
  forget_totals (self);
  g_clear_pointer (&self->order[axis], g_ptr_array_unref);
  self->order[axis] = list_ids (self->grid, axis);
  trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (self), TRUE);
}
