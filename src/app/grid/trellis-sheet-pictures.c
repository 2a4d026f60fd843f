/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every picture is painted once and kept: a cell by what is in it, a header by where it
 * stands.  The tables are emptied when they have grown far beyond what a view shows. */
#include "grid/trellis-sheet-pictures.h"

#include <adwaita.h>
#include <math.h>

#define MOST_CELLS 20000
#define MOST_STRIPS 1200
#define MARGIN 8.0

struct TrellisSheetPictures
{
  GtkWidget         *widget;
  TrellisSheetModel *model;
  GHashTable        *cells;    /* by row and column: surfaces */
  GHashTable        *contents; /* by content: the same surfaces */
  GHashTable        *strips[TRELLIS_SHEET_N_STRIPS];
  double             cell[2], head[2], total[2];
  gboolean           turned;
  int                scale;
  PangoContext      *context; /* of cells and column headers */
};

const TrlThemeStyle *
trellis_sheet_get_style (void)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  return trl_theme_get_style (dark ? TRL_THEME_DARK : TRL_THEME_LIGHT);
}

TrellisSheetPictures *
trellis_sheet_pictures_new (GtkWidget *widget)
{
  TrellisSheetPictures *self = g_new0 (TrellisSheetPictures, 1);
  GDestroyNotify        destroy = (GDestroyNotify) cairo_surface_destroy;
  self->widget = widget;
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, destroy);
  self->contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, destroy);
  for (guint i = 0; i < TRELLIS_SHEET_N_STRIPS; i++)
    self->strips[i] = g_hash_table_new_full (NULL, NULL, NULL, destroy);
  return self;
}

void
trellis_sheet_pictures_free (TrellisSheetPictures *self)
{
  if (!self)
    return;
  g_clear_object (&self->model);
  g_clear_object (&self->context);
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->contents);
  for (guint i = 0; i < TRELLIS_SHEET_N_STRIPS; i++)
    g_hash_table_unref (self->strips[i]);
  g_free (self);
}

void
trellis_sheet_pictures_set_model (TrellisSheetPictures *self, TrellisSheetModel *model)
{
  g_set_object (&self->model, model);
  trellis_sheet_pictures_forget (self);
}

static void
forget_strips (TrellisSheetPictures *self)
{
  for (guint i = 0; i < TRELLIS_SHEET_N_STRIPS; i++)
    g_hash_table_remove_all (self->strips[i]);
}

void
trellis_sheet_pictures_forget (TrellisSheetPictures *self)
{
  g_hash_table_remove_all (self->cells);
  forget_strips (self);
}

void
trellis_sheet_pictures_clear (TrellisSheetPictures *self)
{
  trellis_sheet_pictures_forget (self);
  g_hash_table_remove_all (self->contents);
  g_clear_object (&self->context);
}

static gboolean
is_same (const double a[2], const double b[2])
{
  return fabs (a[0] - b[0]) < 0.5 && fabs (a[1] - b[1]) < 0.5;
}

void
trellis_sheet_pictures_set_sizes (TrellisSheetPictures *self,
                                  const double          cell[2],
                                  const double          head[2],
                                  const double          total[2],
                                  gboolean              turned)
{
  int scale = gtk_widget_get_scale_factor (self->widget);
  if (!is_same (self->cell, cell) || self->scale != scale)
    trellis_sheet_pictures_clear (self);
  else if (!is_same (self->head, head) || !is_same (self->total, total) ||
           self->turned != turned)
    forget_strips (self);
  for (guint a = 0; a < 2; a++)
    {
      self->cell[a] = cell[a];
      self->head[a] = head[a];
      self->total[a] = total[a];
    }
  self->turned = turned;
  self->scale = scale;
}

static PangoContext *
get_context (TrellisSheetPictures *self)
{
  if (!self->context)
    {
      self->context = gtk_widget_create_pango_context (self->widget);
      g_autoptr (PangoFontDescription) font =
        pango_font_description_copy (pango_context_get_font_description (self->context));
      int size = (int) (TRELLIS_SHEET_SMALL * pango_font_description_get_size (font));
      if (pango_font_description_get_size_is_absolute (font))
        pango_font_description_set_absolute_size (font, size);
      else
        pango_font_description_set_size (font, size);
      pango_context_set_font_description (self->context, font);
    }
  return self->context;
}

static gboolean
is_rtl (TrellisSheetPictures *self)
{
  return gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
}

static cairo_surface_t *
make_surface (TrellisSheetPictures *self, double width, double height)
{
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32, MAX (1, (int) ceil (width * self->scale)),
    MAX (1, (int) ceil (height * self->scale)));
  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  return surface;
}

/* --- cells --- */

static guint32
pack (TrlColour colour)
{
  return (guint32) (colour.r * 255) << 24 | (guint32) (colour.g * 255) << 16 |
         (guint32) (colour.b * 255) << 8 | (guint32) (colour.a * 255);
}

/* All that is painted of a cell, as a text. */
static char *
make_key (const TrellisSheetCell *cell)
{
  const TrlNodeLook *look = &cell->look;
  int                marks =
    cell->painted << 3 | cell->corner << 2 | cell->two_answers << 1 | cell->outside;
  if (!cell->painted)
    return g_strdup_printf ("%x %d %u %s", marks, cell->meant, cell->intended_pips,
                            cell->text);
  return g_strdup_printf ("%x %d %u %x %x %x %d%d %u %s %s", marks, cell->meant,
                          cell->intended_pips, pack (look->fill), pack (look->stroke),
                          pack (look->ink), look->dash[0] > 0, look->hatch, look->pips,
                          look->mark ? look->mark : "-", cell->text);
}

static cairo_surface_t *
paint_cell (TrellisSheetPictures *self, const TrellisSheetCell *cell)
{
  double           width = self->cell[TRL_GRID_COLUMN], height = self->cell[TRL_GRID_ROW];
  cairo_surface_t *surface = make_surface (self, width, height);
  cairo_t         *cr = cairo_create (surface);
  trellis_sheet_draw_cell (cr, cell, width, height, is_rtl (self), get_context (self));
  cairo_destroy (cr);
  return surface;
}

static void
limit (GHashTable *table, guint most)
{
  if (g_hash_table_size (table) >= most)
    g_hash_table_remove_all (table);
}

cairo_surface_t *
trellis_sheet_pictures_get_cell (TrellisSheetPictures *self, guint row, guint column)
{
  gint64           place = (gint64) row << 32 | column;
  cairo_surface_t *found = g_hash_table_lookup (self->cells, &place);
  TrellisSheetCell cell;
  if (found || !self->model)
    return found;
  trellis_sheet_model_get_cell (self->model, row, column, &cell);
  g_autofree char *key = make_key (&cell);
  found = g_hash_table_lookup (self->contents, key);
  if (!found)
    {
      limit (self->contents, MOST_STRIPS);
      found = paint_cell (self, &cell);
      g_hash_table_insert (self->contents, g_steal_pointer (&key), found);
    }
  limit (self->cells, MOST_CELLS);
  g_hash_table_insert (self->cells, g_memdup2 (&place, sizeof place),
                       cairo_surface_reference (found));
  return found;
}

/* --- headers and totals --- */

static void
set_strip_text (PangoLayout *layout, const TrellisSheetHeader *header, gboolean strong)
{
  PangoAttrList   *attributes = pango_attr_list_new ();
  const char      *name = header->name ? header->name : "";
  const char      *detail = header->detail && *header->detail ? header->detail : NULL;
  g_autofree char *text = g_strconcat (name, detail && *name ? "\n" : "", detail, NULL);
  PangoAttribute  *weight = pango_attr_weight_new (PANGO_WEIGHT_MEDIUM);
  if (detail)
    {
      PangoAttribute *pale = pango_attr_foreground_alpha_new (0xb800);
      PangoAttribute *small = pango_attr_scale_new (0.88);
      pale->start_index = small->start_index = (guint) (strlen (text) - strlen (detail));
      pango_attr_list_insert (attributes, pale);
      pango_attr_list_insert (attributes, small);
    }
  weight->end_index = (guint) strlen (name);
  if (strong)
    pango_attr_list_insert (attributes, weight);
  else
    pango_attribute_destroy (weight);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/* Left or right of the page, whichever way the text is read: Pango counts from where its
 * context begins, and turns that round for a text of the other direction. */
static PangoAlignment
get_side (PangoLayout *layout, gboolean rtl, gboolean right)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  gboolean own = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  return (own != rtl) == right ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
}

/* @flat: name and detail have one line each; else they are broken into as many as fit */
static void
show_block (cairo_t *cr, PangoLayout *layout, double width, double height, gboolean flat)
{
  int text_height;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (layout, flat ? -1 : (int) (MAX (height, 1) * PANGO_SCALE));
  pango_layout_set_line_spacing (layout, flat ? 0.85f : 0);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  cairo_rel_move_to (cr, 0, floor ((height - text_height) / 2));
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
draw_turned (cairo_t *cr, PangoLayout *layout, double width, double height, gboolean rtl)
{
  cairo_translate (cr, 0, height);
  cairo_rotate (cr, -G_PI / 2);
  cairo_move_to (cr, MARGIN - 2, 2);
  pango_layout_set_alignment (layout, get_side (layout, rtl, FALSE));
  show_block (cr, layout, height - 2 * MARGIN + 4, width - 4, FALSE);
}

static void
draw_strip (TrellisSheetPictures     *self,
            cairo_t                  *cr,
            TrellisSheetStrip         strip,
            const TrellisSheetHeader *header,
            double                    width,
            double                    height)
{
  gboolean is_head =
    strip == TRELLIS_SHEET_ROW_HEADER || strip == TRELLIS_SHEET_COLUMN_HEADER;
  gboolean across = strip == TRELLIS_SHEET_ROW_HEADER || strip == TRELLIS_SHEET_ROW_TOTAL;
  double   margin = across ? MARGIN : 3;
  TrlColour ink = trellis_sheet_get_style ()->ink;
  g_autoptr (PangoLayout) layout = strip == TRELLIS_SHEET_ROW_HEADER
                                     ? gtk_widget_create_pango_layout (self->widget, NULL)
                                     : pango_layout_new (get_context (self));
  cairo_set_source_rgb (cr, ink.r, ink.g, ink.b);
  set_strip_text (layout, header, is_head);
  if (strip == TRELLIS_SHEET_COLUMN_HEADER && self->turned)
    {
      draw_turned (cr, layout, width, height, is_rtl (self));
      return;
    }
  cairo_move_to (cr, margin, 1);
  pango_layout_set_alignment (layout, across
                                        ? get_side (layout, is_rtl (self), is_rtl (self))
                                        : PANGO_ALIGN_CENTER);
  show_block (cr, layout, width - 2 * margin, height - 2, across);
}

static void
get_strip_size (TrellisSheetPictures *self,
                TrellisSheetStrip     strip,
                double               *width,
                double               *height)
{
  gboolean across = strip == TRELLIS_SHEET_ROW_HEADER || strip == TRELLIS_SHEET_ROW_TOTAL;
  gboolean head =
    strip == TRELLIS_SHEET_ROW_HEADER || strip == TRELLIS_SHEET_COLUMN_HEADER;
  const double *own = head ? self->head : self->total;
  *width = across ? own[TRL_GRID_COLUMN] : self->cell[TRL_GRID_COLUMN];
  *height = across ? self->cell[TRL_GRID_ROW] : own[TRL_GRID_ROW];
}

cairo_surface_t *
trellis_sheet_pictures_get_strip (TrellisSheetPictures *self,
                                  TrellisSheetStrip     strip,
                                  guint                 index)
{
  cairo_surface_t *surface =
    g_hash_table_lookup (self->strips[strip], GUINT_TO_POINTER (index));
  TrlGridAxis axis = strip == TRELLIS_SHEET_ROW_HEADER || strip == TRELLIS_SHEET_ROW_TOTAL
                       ? TRL_GRID_ROW
                       : TRL_GRID_COLUMN;
  TrellisSheetHeader header;
  double             width, height;
  if (surface || !self->model)
    return surface;
  if (strip == TRELLIS_SHEET_ROW_HEADER || strip == TRELLIS_SHEET_COLUMN_HEADER)
    trellis_sheet_model_get_header (self->model, axis, index, &header);
  else if (!trellis_sheet_model_get_total (self->model, axis, index, &header))
    return NULL;
  get_strip_size (self, strip, &width, &height);
  surface = make_surface (self, width, height);
  cairo_t *cr = cairo_create (surface);
  draw_strip (self, cr, strip, &header, width, height);
  cairo_destroy (cr);
  limit (self->strips[strip], MOST_STRIPS);
  g_hash_table_insert (self->strips[strip], GUINT_TO_POINTER (index), surface);
  return surface;
}
