/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists reuse cells: whatever a cell knows of its row it learns again when it is bound,
 * and an edit that is not finished then is over.
 */

#include "config.h"

#include "grid/trellis-table-cell.h"

#include "panels/trellis-form.h"
#include "panels/trellis-target.h"

#include <glib/gi18n.h>

struct _TrellisTableCell
{
  GtkWidget        parent;
  GtkLabel        *label;
  GtkWidget       *editor;
  TrellisColumn   *column;
  TrellisTableRow *row;
  gboolean         is_done; /* the edit was committed or left */
};

G_DEFINE_FINAL_TYPE (TrellisTableCell, trellis_table_cell, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  EDIT_ENDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* @is_left: by Esc */
static void
end_edit (TrellisTableCell *self, gboolean keeps_focus, gboolean is_left)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);

  self->is_done = TRUE;
  if (!editor)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->label), TRUE);
  if (keeps_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_unparent (editor);
  g_signal_emit (self, signals[EDIT_ENDED], 0, is_left);
}

static void
commit (TrellisTableCell *self, const char *text, int step, gboolean keeps_focus)
{
  g_autoptr (TrellisTableCell) guard = g_object_ref (self);
  g_autofree char *kept = g_strdup (text);
  g_autofree char *before =
    trellis_column_dup_text (self->column, trellis_table_row_get_entry (self->row));

  if (self->is_done)
    return;
  end_edit (self, keeps_focus, FALSE);
  if (step != 0 || !g_str_equal (kept, before))
    g_signal_emit (self, signals[EDITED], 0, kept, step);
}

static void
on_entry_activate (GtkEditable *entry, TrellisTableCell *self)
{
  commit (self, gtk_editable_get_text (entry), 0, TRUE);
}

static char *
dup_editor_text (TrellisTableCell *self)
{
  GtkStringObject *item;

  if (GTK_IS_EDITABLE (self->editor))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->editor));
  return g_strdup (item ? gtk_string_object_get_string (item) : "");
}

static gboolean
on_editor_key (GtkEventControllerKey *keys,
               guint                  keyval,
               guint                  code,
               GdkModifierType        state,
               TrellisTableCell      *self)
{
  g_autofree char *text = NULL;

  if (keyval == GDK_KEY_Escape)
    {
      end_edit (self, TRUE, TRUE);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;
  text = dup_editor_text (self);
  commit (self, text, keyval == GDK_KEY_Tab ? 1 : -1, TRUE);
  return GDK_EVENT_STOP;
}

static gboolean
commit_later (gpointer data)
{
  TrellisTableCell *self = data;
  g_autofree char  *text = NULL;

  if (self->editor && !self->is_done && self->row)
    {
      text = dup_editor_text (self);
      commit (self, text, 0, FALSE);
    }
  return G_SOURCE_REMOVE;
}

/* Going elsewhere keeps what was typed; not while the focus is being moved, for that
 * would pull the control from under it. */
static void
on_focus_left (GtkEventControllerFocus *focus, TrellisTableCell *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, commit_later, g_object_ref (self), g_object_unref);
}

static void
on_chosen (GtkDropDown *drop_down, GParamSpec *pspec, TrellisTableCell *self)
{
  g_autofree char *text = dup_editor_text (self);

  commit (self, text, 0, TRUE);
}

static GtkWidget *
make_entry (TrellisTableCell *self)
{
  GtkWidget          *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char    *text =
    trellis_column_dup_text (self->column, trellis_table_row_get_entry (self->row));

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_entry_set_max_length (GTK_ENTRY (entry), TRELLIS_TEXT_MAX / 4 - 1);
  if (self->column->edit == TRELLIS_EDIT_NUMBER)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect (entry, "activate", G_CALLBACK (on_entry_activate), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static GtkWidget *
find_child (GtkWidget *root, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

static gboolean
leave_later (gpointer data)
{
  TrellisTableCell *self = data;
  GtkRoot          *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget        *focus = root ? gtk_root_get_focus (root) : NULL;

  if (self->editor && !self->is_done)
    end_edit (self, !focus || gtk_widget_is_ancestor (focus, self->editor), FALSE);
  return G_SOURCE_REMOVE;
}

/* The list is all there is of this editor.  What is chosen arrives after it has closed.
 */
static void
on_list_closed (GtkPopover *popover, TrellisTableCell *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, leave_later, g_object_ref (self), g_object_unref);
}

/* The keys go on from the value that there is, not from the first one. */
static void
focus_selected (GtkWidget *drop_down)
{
  GtkWidget *list = find_child (drop_down, GTK_TYPE_LIST_VIEW);

  if (!list)
    return;
  gtk_widget_activate_action (list, "list.scroll-to-item", "u",
                              gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)));
  for (GtkWidget *item = gtk_widget_get_first_child (list); item;
       item = gtk_widget_get_next_sibling (item))
    if (gtk_widget_get_state_flags (item) & GTK_STATE_FLAG_SELECTED)
      gtk_widget_grab_focus (item);
}

static void
open_list (TrellisTableCell *self)
{
  GtkWidget *button = find_child (self->editor, GTK_TYPE_TOGGLE_BUTTON);
  GtkWidget *popover = find_child (self->editor, GTK_TYPE_POPOVER);

  /* To activate the control presses its button, and lets go of it a while later. */
  if (button)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  focus_selected (self->editor);
  if (popover)
    g_signal_connect_object (popover, "closed", G_CALLBACK (on_list_closed), self, 0);
}

static GtkWidget *
make_drop_down (TrellisTableCell *self)
{
  const TrellisEntry *entry = trellis_table_row_get_entry (self->row);
  g_autofree char    *text = trellis_column_dup_text (self->column, entry);
  g_autoptr (GPtrArray) choices = trellis_column_get_choices (self->column, entry);
  GtkStringList *labels = gtk_string_list_new (NULL);
  guint          selected = 0;
  GtkWidget     *drop_down;

  for (guint i = 0; i < choices->len; i++)
    {
      const TrellisChoice *choice = choices->pdata[i];

      gtk_string_list_append (labels, choice->label);
      if (g_str_equal (choice->label, text))
        selected = i;
    }
  drop_down = gtk_drop_down_new (
    G_LIST_MODEL (labels),
    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), choices->len > 8);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_chosen), self);
  return drop_down;
}

gboolean
trellis_table_cell_edit (TrellisTableCell *self)
{
  GtkEventController *keys;

  if (!self->row || self->editor || self->column->edit == TRELLIS_EDIT_NONE)
    return FALSE;
  self->is_done = FALSE;
  if (self->column->edit == TRELLIS_EDIT_FLAG)
    {
      gboolean is_set =
        trellis_column_is_set (self->column, trellis_table_row_get_entry (self->row));

      g_signal_emit (self, signals[EDITED], 0, is_set ? "" : "1", 0);
      return TRUE;
    }
  self->editor =
    self->column->edit == TRELLIS_EDIT_CHOICE ? make_drop_down (self) : make_entry (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->column->title, -1);
  gtk_widget_add_css_class (self->editor, "trellis-cell-editor");
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_editor_key), self);
  gtk_widget_add_controller (self->editor, keys);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->label), FALSE);
  gtk_widget_grab_focus (self->editor);
  if (GTK_IS_DROP_DOWN (self->editor))
    open_list (self);
  return TRUE;
}

void
trellis_table_cell_leave (TrellisTableCell *self)
{
  end_edit (self, FALSE, FALSE);
}

gboolean
trellis_table_cell_is_edited (TrellisTableCell *self)
{
  return self->editor != NULL;
}

static void
name_cell (TrellisTableCell *self, const char *text)
{
  /* Translators: a column of a table and what stands in the cell */
  g_autofree char *name =
    g_strdup_printf (_ ("%s: %s"), self->column->title, *text ? text : _ ("empty"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

void
trellis_table_cell_refresh (TrellisTableCell *self)
{
  g_autofree char *text =
    self->row
      ? trellis_column_dup_text (self->column, trellis_table_row_get_entry (self->row))
      : g_strdup ("");
  gboolean dim =
    self->row && trellis_column_has_number (self->column) && !self->column->is_number &&
    !trellis_column_is_set (self->column, trellis_table_row_get_entry (self->row));

  gtk_label_set_text (self->label, text);
  if (dim)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               g_utf8_strlen (text, -1) > 24 ? text : NULL);
  name_cell (self, text);
}

void
trellis_table_cell_show (TrellisTableCell *self, TrellisTableRow *row)
{
  end_edit (self, FALSE, FALSE);
  g_set_object (&self->row, row);
  if (row)
    trellis_table_cell_refresh (self);
}

TrellisColumn *
trellis_table_cell_get_column (TrellisTableCell *self)
{
  return self->column;
}

TrellisTableRow *
trellis_table_cell_get_row (TrellisTableCell *self)
{
  return self->row;
}

static void
trellis_table_cell_dispose (GObject *object)
{
  TrellisTableCell *self = TRELLIS_TABLE_CELL (object);

  self->is_done = TRUE;
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  if (self->label)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->label)));
  g_clear_object (&self->row);
  G_OBJECT_CLASS (trellis_table_cell_parent_class)->dispose (object);
}

static void
trellis_table_cell_class_init (TrellisTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_table_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  signals[EDITED] =
    g_signal_new ("edited", TRELLIS_TYPE_TABLE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[EDIT_ENDED] =
    g_signal_new ("edit-ended", TRELLIS_TYPE_TABLE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
trellis_table_cell_init (TrellisTableCell *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (self->label, TRUE);
  gtk_label_set_width_chars (self->label, 10);
  gtk_label_set_max_width_chars (self->label, 40);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
trellis_table_cell_new (TrellisColumn *column)
{
  TrellisTableCell *self = g_object_new (TRELLIS_TYPE_TABLE_CELL, NULL);

  self->column = column;
  gtk_label_set_xalign (self->label, column->is_number ? 1 : 0);
  return GTK_WIDGET (self);
}
