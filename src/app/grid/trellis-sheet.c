/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget: it holds what its parts share, scrolls, and says what a person asked for.
 * What is selected changes in one place only, trellis_sheet_selected(). */
#include "grid/trellis-sheet.h"

#include "grid/trellis-sheet-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

enum
{
  SELECTION_CHANGED,
  TYPED,
  ERASE,
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TrellisSheet,
                               trellis_sheet,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- the model --- */

static gboolean
is_there (TrellisSheet *self)
{
  return self->select.n[0] > 0 && self->select.n[1] > 0;
}

static void
resize (TrellisSheet *self)
{
  TrellisSheetModel *model = self->model;
  trellis_sheet_select_resize (
    &self->select, model ? trellis_sheet_model_get_size (model, TRL_GRID_ROW) : 0,
    model ? trellis_sheet_model_get_size (model, TRL_GRID_COLUMN) : 0);
  gtk_accessible_update_relation (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) self->select.n[0] + 1,
    GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) self->select.n[1] + 1, -1);
}

static void
on_model_changed (TrellisSheetModel *model, gboolean reordered, TrellisSheet *self)
{
  TrellisSheetSelect before = self->select;
  gboolean           shown = trellis_sheet_shows_cursor (self) || reordered;
  resize (self);
  trellis_sheet_pictures_forget (self->pictures);
  self->measured = self->measured && !reordered;
  self->stale = TRUE;
  if (self->track[TRL_GRID_COLUMN].view > 0) /* else it has no size yet */
    trellis_sheet_fit (self, (int) self->track[1].view, (int) self->track[0].view);
  trellis_sheet_configure (self, TRL_GRID_ROW);
  trellis_sheet_configure (self, TRL_GRID_COLUMN);
  if (shown && is_there (self))
    trellis_sheet_reveal (self, self->select.cursor[0], self->select.cursor[1]);
  trellis_sheet_update_cursor_proxy (self);
  trellis_sheet_settle_later (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (memcmp (&before, &self->select, sizeof before) != 0)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
trellis_sheet_set_model (TrellisSheet *self, TrellisSheetModel *model)
{
  g_return_if_fail (TRELLIS_IS_SHEET (self));
  g_return_if_fail (model == NULL || TRELLIS_IS_SHEET_MODEL (model));
  if (self->model == model)
    return;
  if (self->model)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  trellis_sheet_pictures_set_model (self->pictures, model);
  if (model)
    g_signal_connect (model, "changed", G_CALLBACK (on_model_changed), self);
  on_model_changed (model, TRUE, self);
}

/* --- size --- */

static void
trellis_sheet_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  TrellisSheet *self = TRELLIS_SHEET (widget);
  gboolean      across = orientation == GTK_ORIENTATION_HORIZONTAL;
  double        content = trellis_sheet_track_get_content (&self->track[across ? 1 : 0]);
  *minimum = 120;
  *natural = (int) CLAMP (content, *minimum, across ? 900 : 600);
}

static void
allocate_editor (TrellisSheet *self)
{
  GdkRectangle   place;
  GtkRequisition wanted;
  if (!self->editor)
    return;
  trellis_sheet_get_cell_bounds (self, self->select.cursor[0], self->select.cursor[1],
                                 &place);
  gtk_widget_get_preferred_size (self->editor, NULL, &wanted);
  int width = MAX (place.width, wanted.width), height = MAX (place.height, wanted.height);
  place.x -= trellis_sheet_is_mirrored (self) ? width - place.width : 0;
  place.x = CLAMP (place.x, 0, MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - width));
  place.y -= (height - place.height) / 2;
  place.y =
    CLAMP (place.y, 0, MAX (0, gtk_widget_get_height (GTK_WIDGET (self)) - height));
  gtk_widget_size_allocate (self->editor,
                            &(GtkAllocation){ place.x, place.y, width, height }, -1);
}

/* Whoever uses the sheet may hang menus on it. */
static void
present_popovers (TrellisSheet *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
trellis_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrellisSheet *self = TRELLIS_SHEET (widget);
  gboolean      shown = trellis_sheet_shows_cursor (self) && self->track[1].view > 1;
  gboolean      other =
    (int) self->track[1].view != width || (int) self->track[0].view != height;
  trellis_sheet_fit (self, width, height);
  self->adjusting = TRUE;
  trellis_sheet_configure (self, TRL_GRID_ROW);
  trellis_sheet_configure (self, TRL_GRID_COLUMN);
  for (guint a = 0; a < 2 && shown && other && is_there (self); a++)
    {
      TrellisSheetTrack *track = &self->track[a];
      track->scroll = floor (trellis_sheet_track_reveal (track, self->select.cursor[a]));
      trellis_sheet_configure (self, a);
    }
  self->adjusting = FALSE;
  trellis_sheet_allocate_proxies (self);
  allocate_editor (self);
  present_popovers (self);
  if (other)
    trellis_sheet_settle_later (self);
}

static void
restyle (TrellisSheet *self)
{
  trellis_sheet_pictures_clear (self->pictures);
  self->measured = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
trellis_sheet_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (trellis_sheet_parent_class)->css_changed (widget, change);
  restyle (TRELLIS_SHEET (widget));
}

static void
trellis_sheet_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (trellis_sheet_parent_class)->system_setting_changed (widget, setting);
  restyle (TRELLIS_SHEET (widget));
}

static void
trellis_sheet_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (trellis_sheet_parent_class)->direction_changed (widget, previous);
  restyle (TRELLIS_SHEET (widget));
}

/* --- selection --- */

void
trellis_sheet_selected (TrellisSheet *self, gboolean reveal)
{
  const TrellisSheetSelect *select = &self->select;
  gboolean                  corner =
    select->from[0] == select->cursor[0] && select->from[1] == select->cursor[1];
  if (reveal)
    trellis_sheet_reveal (self, corner ? select->to[0] : select->cursor[0],
                          corner ? select->to[1] : select->cursor[1]);
  trellis_sheet_update_cursor_proxy (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
trellis_sheet_type (TrellisSheet *self, const char *text)
{
  if (!is_there (self))
    return;
  trellis_sheet_reveal (self, self->select.cursor[0], self->select.cursor[1]);
  g_signal_emit (self, signals[TYPED], 0, text);
}

void
trellis_sheet_erase (TrellisSheet *self)
{
  if (is_there (self))
    g_signal_emit (self, signals[ERASE], 0);
}

void
trellis_sheet_open_menu (TrellisSheet *self, int axis, guint index, double x, double y)
{
  g_signal_emit (self, signals[MENU], 0, axis, index, x, y);
}

void
trellis_sheet_get_selection (TrellisSheet *self, TrellisSheetArea *area)
{
  g_return_if_fail (TRELLIS_IS_SHEET (self));
  trellis_sheet_select_get_area (&self->select, area);
}

void
trellis_sheet_get_cursor (TrellisSheet *self, guint *row, guint *column)
{
  g_return_if_fail (TRELLIS_IS_SHEET (self));
  *row = self->select.cursor[0];
  *column = self->select.cursor[1];
}

void
trellis_sheet_select (TrellisSheet *self, const TrellisSheetArea *area)
{
  g_return_if_fail (TRELLIS_IS_SHEET (self));
  trellis_sheet_select_set_area (&self->select, area);
  trellis_sheet_selected (self, FALSE);
  if (is_there (self))
    trellis_sheet_reveal (self, self->select.cursor[0], self->select.cursor[1]);
}

void
trellis_sheet_set_cursor (TrellisSheet *self, guint row, guint column)
{
  trellis_sheet_select (self, &(TrellisSheetArea){ row, column, 1, 1 });
}

void
trellis_sheet_move_cursor (TrellisSheet *self, int rows, int columns)
{
  g_return_if_fail (TRELLIS_IS_SHEET (self));
  if (ABS (rows) + ABS (columns) == 1)
    trellis_sheet_select_step (&self->select, rows ? TRL_GRID_ROW : TRL_GRID_COLUMN,
                               rows + columns);
  else
    trellis_sheet_select_move (&self->select, rows, columns, FALSE);
  trellis_sheet_selected (self, TRUE);
}

gboolean
trellis_sheet_get_cell_bounds (TrellisSheet *self,
                               guint         row,
                               guint         column,
                               GdkRectangle *bounds)
{
  const TrellisSheetTrack *down, *across;
  g_return_val_if_fail (TRELLIS_IS_SHEET (self), FALSE);
  down = &self->track[TRL_GRID_ROW];
  across = &self->track[TRL_GRID_COLUMN];
  double x = trellis_sheet_track_get_place (across, column);
  bounds->x = (int) floor (trellis_sheet_mirror (self, x, across->cell));
  bounds->y = (int) floor (trellis_sheet_track_get_place (down, row));
  bounds->width = (int) across->cell;
  bounds->height = (int) down->cell;
  return trellis_sheet_track_shows (down, row) &&
         trellis_sheet_track_shows (across, column);
}

void
trellis_sheet_set_editor (TrellisSheet *self, GtkWidget *editor)
{
  g_return_if_fail (TRELLIS_IS_SHEET (self));
  g_autoptr (GtkWidget) old = self->editor ? g_object_ref (self->editor) : NULL;
  if (self->editor == editor)
    return;
  gboolean had_focus = old && gtk_widget_get_focus_child (GTK_WIDGET (self)) == old;
  self->editor = NULL;
  if (old)
    {
      /* First, so that the focus does not go astray. */
      if (had_focus && !editor)
        trellis_sheet_grab_focus (GTK_WIDGET (self));
      gtk_widget_unparent (old);
    }
  if (editor)
    {
      trellis_sheet_reveal (self, self->select.cursor[0], self->select.cursor[1]);
      self->editor = editor;
      gtk_widget_set_parent (editor, GTK_WIDGET (self));
      gtk_widget_grab_focus (editor);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- properties and life --- */

static void
trellis_sheet_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TrellisSheet *self = TRELLIS_SHEET (object);
  guint         axis = id == PROP_HADJUSTMENT || id == PROP_HSCROLL_POLICY;
  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[axis]);
  else
    g_value_set_enum (value, (int) self->policies[axis]);
}

static void
trellis_sheet_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TrellisSheet *self = TRELLIS_SHEET (object);
  guint         axis = id == PROP_HADJUSTMENT || id == PROP_HSCROLL_POLICY;
  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    trellis_sheet_set_adjustment (self, axis, g_value_get_object (value));
  else
    self->policies[axis] = (GtkScrollablePolicy) g_value_get_enum (value);
}

static void
trellis_sheet_dispose (GObject *object)
{
  TrellisSheet *self = TRELLIS_SHEET (object);
  trellis_sheet_stop_autoscroll (self);
  trellis_sheet_drop_proxies (self);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  if (self->model)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  for (guint a = 0; a < 2; a++)
    {
      if (self->adjustments[a])
        g_signal_handlers_disconnect_by_data (self->adjustments[a], self);
      g_clear_object (&self->adjustments[a]);
    }
  G_OBJECT_CLASS (trellis_sheet_parent_class)->dispose (object);
}

static void
trellis_sheet_finalize (GObject *object)
{
  TrellisSheet *self = TRELLIS_SHEET (object);
  trellis_sheet_pictures_free (self->pictures);
  G_OBJECT_CLASS (trellis_sheet_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ERASE] =
    g_signal_new ("erase", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MENU] =
    g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                  G_TYPE_INT, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
trellis_sheet_class_init (TrellisSheetClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->get_property = trellis_sheet_get_property;
  object_class->set_property = trellis_sheet_set_property;
  object_class->dispose = trellis_sheet_dispose;
  object_class->finalize = trellis_sheet_finalize;
  widget_class->measure = trellis_sheet_measure;
  widget_class->size_allocate = trellis_sheet_size_allocate;
  widget_class->snapshot = trellis_sheet_snapshot;
  widget_class->focus = trellis_sheet_focus;
  widget_class->grab_focus = trellis_sheet_grab_focus;
  widget_class->query_tooltip = trellis_sheet_query_tooltip;
  widget_class->css_changed = trellis_sheet_css_changed;
  widget_class->system_setting_changed = trellis_sheet_system_setting_changed;
  widget_class->direction_changed = trellis_sheet_direction_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  install_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_set_css_name (widget_class, "trellis-sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
trellis_sheet_init (TrellisSheet *self)
{
  GtkWidget       *widget = GTK_WIDGET (self);
  AdwStyleManager *style = adw_style_manager_get_default ();
  self->pictures = trellis_sheet_pictures_new (widget);
  trellis_sheet_init_proxies (self);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Levels"), -1);
  trellis_sheet_add_pointer (self);
  trellis_sheet_add_keys (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (restyle), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (restyle), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (restyle), NULL);
}

GtkWidget *
trellis_sheet_new (TrellisSheetModel *model)
{
  TrellisSheet *self = g_object_new (TRELLIS_TYPE_SHEET, NULL);
  if (model)
    trellis_sheet_set_model (self, model);
  return GTK_WIDGET (self);
}
