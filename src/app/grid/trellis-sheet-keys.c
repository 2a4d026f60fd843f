/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of keys, and what each does to the selection.  What is typed and is in no row
 * of the table is for the cell. */
#include "grid/trellis-sheet-private.h"

#include <glib/gi18n.h>

typedef struct
{
  int rows, columns;
} Step;

typedef gboolean (*Act) (TrellisSheet *self, Step step, gboolean shift);

typedef struct
{
  guint           keys[2]; /* the second one of the keypad */
  GdkModifierType held;    /* Control or Alt; Shift is given to @act */
  Act             act;
  Step            step;
} Key;

static gboolean
move (TrellisSheet *self, Step step, gboolean shift)
{
  trellis_sheet_select_move (&self->select, step.rows, step.columns, shift);
  trellis_sheet_selected (self, TRUE);
  return TRUE;
}

/* Right is onward where reading goes on to the right. */
static gboolean
move_sideways (TrellisSheet *self, Step step, gboolean shift)
{
  int way = trellis_sheet_is_mirrored (self) ? -1 : 1;
  return move (self, (Step){ 0, way * step.columns }, shift);
}

static gboolean
has_data (gpointer data, guint row, guint column)
{
  TrellisSheetCell cell;
  trellis_sheet_model_get_cell (TRELLIS_SHEET (data)->model, row, column, &cell);
  return cell.painted || *cell.text;
}

static gboolean
jump (TrellisSheet *self, Step step, gboolean shift)
{
  int way = trellis_sheet_is_mirrored (self) ? -1 : 1;
  trellis_sheet_select_jump (&self->select, step.rows, way * step.columns, shift,
                             has_data, self);
  trellis_sheet_selected (self, TRUE);
  return TRUE;
}

static gboolean
page (TrellisSheet *self, Step step, gboolean shift)
{
  int n = (int) trellis_sheet_track_get_page (&self->track[TRL_GRID_ROW]);
  return move (self, (Step){ step.rows * n, 0 }, shift);
}

static gboolean
page_sideways (TrellisSheet *self, Step step, gboolean shift)
{
  int n = (int) trellis_sheet_track_get_page (&self->track[TRL_GRID_COLUMN]);
  return move (self, (Step){ 0, step.columns * n }, shift);
}

/* Enter; Shift goes back. */
static gboolean
enter (TrellisSheet *self, Step step, gboolean shift)
{
  trellis_sheet_select_step (&self->select, TRL_GRID_ROW, shift ? -1 : 1);
  trellis_sheet_selected (self, TRUE);
  return TRUE;
}

/* Tab; after the last cell it leaves the sheet. */
static gboolean
tab (TrellisSheet *self, Step step, gboolean shift)
{
  if (!trellis_sheet_select_step (&self->select, TRL_GRID_COLUMN, shift ? -1 : 1))
    return FALSE;
  trellis_sheet_selected (self, TRUE);
  return TRUE;
}

/* Ctrl+Tab leaves from anywhere. */
static gboolean
leave (TrellisSheet *self, Step step, gboolean shift)
{
  self->leaving = TRUE;
  g_signal_emit_by_name (gtk_widget_get_root (GTK_WIDGET (self)), "move-focus",
                         shift ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  self->leaving = FALSE;
  return TRUE;
}

static gboolean
select_all (TrellisSheet *self, Step step, gboolean shift)
{
  if (shift)
    return FALSE;
  trellis_sheet_select_all (&self->select);
  trellis_sheet_selected (self, FALSE);
  return TRUE;
}

static gboolean
select_row (TrellisSheet *self, Step step, gboolean shift)
{
  if (!shift)
    return TRUE; /* a space alone is no level */
  trellis_sheet_select_whole (&self->select, TRL_GRID_ROW);
  trellis_sheet_selected (self, FALSE);
  return TRUE;
}

static gboolean
select_column (TrellisSheet *self, Step step, gboolean shift)
{
  if (shift)
    return select_all (self, step, FALSE);
  trellis_sheet_select_whole (&self->select, TRL_GRID_COLUMN);
  trellis_sheet_selected (self, FALSE);
  return TRUE;
}

static gboolean
shrink (TrellisSheet *self, Step step, gboolean shift)
{
  if (!trellis_sheet_select_shrink (&self->select))
    return FALSE;
  trellis_sheet_selected (self, FALSE);
  return TRUE;
}

static gboolean
edit (TrellisSheet *self, Step step, gboolean shift)
{
  trellis_sheet_type (self, "");
  return TRUE;
}

static gboolean
erase (TrellisSheet *self, Step step, gboolean shift)
{
  if (!shift)
    trellis_sheet_erase (self);
  return !shift;
}

static gboolean
menu (TrellisSheet *self, Step step, gboolean shift)
{
  guint        row = self->select.cursor[0], column = self->select.cursor[1];
  int          axis = trellis_sheet_select_get_axis (&self->select);
  GdkRectangle bounds = { 0, 0, 1, 1 };
  trellis_sheet_reveal (self, row, column);
  trellis_sheet_get_cell_bounds (self, row, column, &bounds);
  trellis_sheet_open_menu (self, axis, axis < 0 ? 0 : self->select.cursor[axis],
                           bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
  return TRUE;
}

static gboolean
menu_by_f10 (TrellisSheet *self, Step step, gboolean shift)
{
  return shift && menu (self, step, FALSE);
}

#define FAR (G_MAXINT / 2)

static const Key keys[] = {
  { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, move, { -1, 0 } },
  { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, move, { 1, 0 } },
  { { GDK_KEY_Left, GDK_KEY_KP_Left }, 0, move_sideways, { 0, -1 } },
  { { GDK_KEY_Right, GDK_KEY_KP_Right }, 0, move_sideways, { 0, 1 } },
  { { GDK_KEY_Up, GDK_KEY_KP_Up }, GDK_CONTROL_MASK, jump, { -1, 0 } },
  { { GDK_KEY_Down, GDK_KEY_KP_Down }, GDK_CONTROL_MASK, jump, { 1, 0 } },
  { { GDK_KEY_Left, GDK_KEY_KP_Left }, GDK_CONTROL_MASK, jump, { 0, -1 } },
  { { GDK_KEY_Right, GDK_KEY_KP_Right }, GDK_CONTROL_MASK, jump, { 0, 1 } },
  { { GDK_KEY_Home, GDK_KEY_KP_Home }, 0, move, { 0, -FAR } },
  { { GDK_KEY_End, GDK_KEY_KP_End }, 0, move, { 0, FAR } },
  { { GDK_KEY_Home, GDK_KEY_KP_Home }, GDK_CONTROL_MASK, move, { -FAR, -FAR } },
  { { GDK_KEY_End, GDK_KEY_KP_End }, GDK_CONTROL_MASK, move, { FAR, FAR } },
  { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, 0, page, { -1, 0 } },
  { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, 0, page, { 1, 0 } },
  { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, GDK_ALT_MASK, page_sideways, { 0, -1 } },
  { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, GDK_ALT_MASK, page_sideways, { 0, 1 } },
  { { GDK_KEY_Return, GDK_KEY_KP_Enter }, 0, enter, { 0, 0 } },
  { { GDK_KEY_Tab, GDK_KEY_ISO_Left_Tab }, 0, tab, { 0, 0 } },
  { { GDK_KEY_Tab, GDK_KEY_ISO_Left_Tab }, GDK_CONTROL_MASK, leave, { 0, 0 } },
  { { GDK_KEY_a, GDK_KEY_A }, GDK_CONTROL_MASK, select_all, { 0, 0 } },
  { { GDK_KEY_space, GDK_KEY_KP_Space }, 0, select_row, { 0, 0 } },
  { { GDK_KEY_space, GDK_KEY_KP_Space }, GDK_CONTROL_MASK, select_column, { 0, 0 } },
  { { GDK_KEY_Escape }, 0, shrink, { 0, 0 } },
  { { GDK_KEY_F2 }, 0, edit, { 0, 0 } },
  { { GDK_KEY_Delete, GDK_KEY_KP_Delete }, 0, erase, { 0, 0 } },
  { { GDK_KEY_BackSpace }, 0, erase, { 0, 0 } },
  { { GDK_KEY_Menu }, 0, menu, { 0, 0 } },
  { { GDK_KEY_F10 }, 0, menu_by_f10, { 0, 0 } },
};

/* What the shortcuts window shows of it. */
static const TrellisSheetShortcut shortcuts[] = {
  { "Up Down Left Right", N_ ("Move the cursor") },
  { "<Shift>Up <Shift>Down <Shift>Left <Shift>Right", N_ ("Select a rectangle") },
  { "<Control>Up <Control>Down <Control>Left <Control>Right",
    N_ ("Go to the edge of the data") },
  { "Home End", N_ ("First and last column") },
  { "<Control>Home <Control>End", N_ ("First and last cell") },
  { "Page_Up Page_Down", N_ ("A page up and down") },
  { "<Alt>Page_Up <Alt>Page_Down", N_ ("A page to either side") },
  { "Tab <Shift>Tab", N_ ("Next and previous cell") },
  { "Return <Shift>Return", N_ ("Cell below and above") },
  { "<Shift>space", N_ ("Select the row") },
  { "<Control>space", N_ ("Select the column") },
  { "<Control>a", N_ ("Select all cells") },
  { "Escape", N_ ("Select one cell again") },
  { "F2", N_ ("Edit the cell") },
  { "Delete BackSpace", N_ ("Empty the selected cells") },
  { "Menu <Shift>F10", N_ ("Menu of the cell") },
  { "<Control>Tab <Control><Shift>Tab", N_ ("Leave the grid") },
};

const TrellisSheetShortcut *
trellis_sheet_shortcuts (guint *n)
{
  *n = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

static const Key *
find_key (guint value, GdkModifierType held)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if ((keys[i].keys[0] == value || keys[i].keys[1] == value) && value != 0 &&
        keys[i].held == held)
      return &keys[i];
  return NULL;
}

static gboolean
type_key (TrellisSheet *self, guint value)
{
  gunichar c = gdk_keyval_to_unicode (value);
  char     text[7] = "";
  if (!g_unichar_isgraph (c))
    return FALSE;
  text[g_unichar_to_utf8 (c, text)] = '\0';
  trellis_sheet_type (self, text);
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  value,
        guint                  code,
        GdkModifierType        state,
        TrellisSheet          *self)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK);
  GtkWidget      *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  if ((self->editor && child == self->editor) || !self->model || self->select.n[0] == 0 ||
      self->select.n[1] == 0 || (state & (GDK_SUPER_MASK | GDK_META_MASK)))
    return FALSE;
  const Key *key = find_key (value, held);
  if (key)
    return key->act (self, key->step, (state & GDK_SHIFT_MASK) != 0);
  return !held && type_key (self, value);
}

void
trellis_sheet_add_keys (TrellisSheet *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
