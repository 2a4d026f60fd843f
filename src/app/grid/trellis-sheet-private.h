/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grid/trellis-sheet-layout.h"
#include "grid/trellis-sheet-pictures.h"
#include "grid/trellis-sheet.h"

G_BEGIN_DECLS

/* What is at a place: parts of both directions and the nearest cell. */
typedef struct
{
  TrellisSheetPart part[2];
  guint            index[2];
} TrellisSheetSpot;

/* What the pointer drags. */
typedef enum
{
  TRELLIS_SHEET_DRAG_NOTHING,
  TRELLIS_SHEET_DRAG_CELLS,
  TRELLIS_SHEET_DRAG_LINES, /* headers: whole rows or columns */
  TRELLIS_SHEET_DRAG_EDGE   /* the width of a header */
} TrellisSheetDrag;

struct _TrellisSheet
{
  GtkWidget parent_instance;

  TrellisSheetModel    *model;
  TrellisSheetSelect    select;
  TrellisSheetTrack     track[2]; /* by axis: down and across */
  TrellisSheetMeasures  measures;
  gboolean              measured;
  gboolean              stale;        /* texts may be wider than when measured */
  double                wrapped_cell; /* width of a cell when @wrapped_height was found */
  double                wrapped_height;
  gboolean              wrapped; /* column headers; else they are turned */
  TrellisSheetPictures *pictures;

  GtkAdjustment      *adjustments[2]; /* by axis: vertical and horizontal */
  GtkScrollablePolicy policies[2];
  gboolean            adjusting;

  GHashTable *proxies; /* by key, see -a11y */
  guint       settle;
  gboolean    leaving; /* Ctrl+Tab */

  GtkGesture      *drag;
  TrellisSheetDrag dragged;
  TrlGridAxis      drag_axis;
  double           drag_start;
  double           press[2];   /* where it began, in the widget */
  double           pointer[2]; /* where it is */
  guint            autoscroll;

  GtkWidget *editor;
};

/* --- geometry, in the widget: mirrored where reading goes from right to left --- */

gboolean trellis_sheet_is_mirrored (TrellisSheet *self);
double   trellis_sheet_mirror (TrellisSheet *self, double x, double width);
void trellis_sheet_find (TrellisSheet *self, double x, double y, TrellisSheetSpot *spot);
void trellis_sheet_fit (TrellisSheet *self, int width, int height);

/* --- scrolling --- */

/* @axis: a #TrlGridAxis; the vertical adjustment is of %TRL_GRID_ROW */
void
trellis_sheet_set_adjustment (TrellisSheet *self, guint axis, GtkAdjustment *adjustment);

/* Tells the adjustment what the geometry is. */
void     trellis_sheet_configure (TrellisSheet *self, guint axis);
gboolean trellis_sheet_shows_cursor (TrellisSheet *self);
void     trellis_sheet_scroll_to (TrellisSheet *self, TrlGridAxis axis, double scroll);

/* Brings the cell, or the corner of the rectangle that was moved, into view. */
void trellis_sheet_reveal (TrellisSheet *self, guint row, guint column);

/* --- changes of the selection --- */

/* After @select was changed: shows, tells and announces it. */
void trellis_sheet_selected (TrellisSheet *self, gboolean reveal);

/* --- painting --- */

void trellis_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* --- keys and pointer --- */

void trellis_sheet_add_keys (TrellisSheet *self);
void trellis_sheet_add_pointer (TrellisSheet *self);
void trellis_sheet_stop_autoscroll (TrellisSheet *self);
void trellis_sheet_type (TrellisSheet *self, const char *text);
void trellis_sheet_erase (TrellisSheet *self);
void
trellis_sheet_open_menu (TrellisSheet *self, int axis, guint index, double x, double y);

/* --- words, for tooltips and the screen reader --- */

/* The sentence of a header, then that of its total; (transfer full). */
char *trellis_sheet_describe_header (TrellisSheet *self, TrlGridAxis axis, guint index);
gboolean trellis_sheet_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);

/* --- stand-ins for the screen reader --- */

void     trellis_sheet_init_proxies (TrellisSheet *self);
void     trellis_sheet_drop_proxies (TrellisSheet *self);
void     trellis_sheet_settle_later (TrellisSheet *self);
void     trellis_sheet_update_cursor_proxy (TrellisSheet *self);
void     trellis_sheet_allocate_proxies (TrellisSheet *self);
gboolean trellis_sheet_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean trellis_sheet_grab_focus (GtkWidget *widget);
gboolean trellis_sheet_has_focus_inside (TrellisSheet *self);

G_END_DECLS
