/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "grid/trellis-sheet-model.h"

G_BEGIN_DECLS

/* The font of all but row headers, of the widget’s. */
#define TRELLIS_SHEET_SMALL 0.9

/* What a picture is of. */
typedef enum
{
  TRELLIS_SHEET_ROW_HEADER,
  TRELLIS_SHEET_COLUMN_HEADER,
  TRELLIS_SHEET_ROW_TOTAL,
  TRELLIS_SHEET_COLUMN_TOTAL,
  TRELLIS_SHEET_N_STRIPS
} TrellisSheetStrip;

/**
 * TrellisSheetPictures:
 *
 * Cells, headers and totals as they are painted, each once: scrolling only copies pixels.
 * Cells of the same content share one picture.
 */
typedef struct TrellisSheetPictures TrellisSheetPictures;

/**
 * trellis_sheet_pictures_new:
 * @widget: (transfer none): whose font, direction and scale they have; outlives them
 */
TrellisSheetPictures *trellis_sheet_pictures_new (GtkWidget *widget);
void                  trellis_sheet_pictures_free (TrellisSheetPictures *pictures);

/**
 * trellis_sheet_pictures_set_model:
 * @model: (nullable)
 */
void trellis_sheet_pictures_set_model (TrellisSheetPictures *pictures,
                                       TrellisSheetModel    *model);

/* What they show is not so any more; pictures of the same content are kept. */
void trellis_sheet_pictures_forget (TrellisSheetPictures *pictures);

/* Font, colours or sizes are others. */
void trellis_sheet_pictures_clear (TrellisSheetPictures *pictures);

/**
 * trellis_sheet_pictures_set_sizes:
 * @cell: height and width of cells, by #TrlGridAxis, pixels
 * @head: height of column headers and width of row headers
 * @total: height and width of totals
 * @turned: whether column headers are read from bottom to top
 */
void trellis_sheet_pictures_set_sizes (TrellisSheetPictures *pictures,
                                       const double          cell[2],
                                       const double          head[2],
                                       const double          total[2],
                                       gboolean              turned);

/* Returns: (transfer none) (nullable): good until the next call */
cairo_surface_t *
trellis_sheet_pictures_get_cell (TrellisSheetPictures *pictures, guint row, guint column);
cairo_surface_t *trellis_sheet_pictures_get_strip (TrellisSheetPictures *pictures,
                                                   TrellisSheetStrip     strip,
                                                   guint                 index);

/* The colours of the style in use. */
const TrlThemeStyle *trellis_sheet_get_style (void);

/* --- one picture, on cairo --- */

/**
 * trellis_sheet_draw_cell:
 * @rtl: marks at the end of the cell stand at its left
 * @context: of the text, for @cell
 */
void trellis_sheet_draw_cell (cairo_t                *cr,
                              const TrellisSheetCell *cell,
                              double                  width,
                              double                  height,
                              gboolean                rtl,
                              PangoContext           *context);

G_END_DECLS
