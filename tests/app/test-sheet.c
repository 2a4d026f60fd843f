/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet in a window: keys, pointer, what exists of it, and what it tells. */
#include "sheet-fixture.h"

#include "grid/trellis-sheet-proxy.h"

/* --- helpers --- */

static GtkEventController *
find_controller (SheetFixture *f, GType type, guint button)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (f->sheet));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) found = g_list_model_get_item (all, i);
      if (!G_TYPE_CHECK_INSTANCE_TYPE (found, type))
        continue;
      if (button == 0 ||
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (found)) == button)
        return found;
    }
  g_assert_not_reached ();
}

static gboolean
press (SheetFixture *f, guint key, GdkModifierType state)
{
  gboolean            handled = FALSE;
  GtkEventController *keys = find_controller (f, GTK_TYPE_EVENT_CONTROLLER_KEY, 0);
  g_signal_emit_by_name (keys, "key-pressed", key, 0, state, &handled);
  return handled;
}

static void
click (SheetFixture *f, guint button, int n_press, double x, double y)
{
  GtkEventController *clicks = find_controller (f, GTK_TYPE_GESTURE_CLICK, button);
  g_signal_emit_by_name (clicks, "pressed", n_press, x, y);
}

static void
drag (SheetFixture *f, double x, double y, double dx, double dy)
{
  GtkEventController *drags = find_controller (f, GTK_TYPE_GESTURE_DRAG, 0);
  click (f, GDK_BUTTON_PRIMARY, 1, x, y);
  g_signal_emit_by_name (drags, "drag-begin", x, y);
  g_signal_emit_by_name (drags, "drag-update", dx, dy);
}

static void
drop (SheetFixture *f)
{
  GtkEventController *drags = find_controller (f, GTK_TYPE_GESTURE_DRAG, 0);
  g_signal_emit_by_name (drags, "drag-end", 0.0, 0.0);
}

static void
assert_cursor (SheetFixture *f, guint row, guint column)
{
  guint r, c;
  trellis_sheet_get_cursor (f->sheet, &r, &c);
  g_assert_cmpuint (r, ==, row);
  g_assert_cmpuint (c, ==, column);
}

static void
assert_area (SheetFixture *f, guint row, guint column, guint n_rows, guint n_columns)
{
  TrellisSheetArea area;
  trellis_sheet_get_selection (f->sheet, &area);
  g_assert_cmpuint (area.row, ==, row);
  g_assert_cmpuint (area.column, ==, column);
  g_assert_cmpuint (area.n_rows, ==, n_rows);
  g_assert_cmpuint (area.n_columns, ==, n_columns);
}

static void
assert_in_view (SheetFixture *f, guint row, guint column)
{
  GdkRectangle bounds;
  g_assert_true (trellis_sheet_get_cell_bounds (f->sheet, row, column, &bounds));
}

static guint
count_proxies (SheetFixture *f)
{
  guint n = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->sheet)); child;
       child = gtk_widget_get_next_sibling (child))
    n += TRELLIS_IS_SHEET_PROXY (child);
  return n;
}

static void
open_sheet (SheetFixture *f, guint rows, guint columns)
{
  sheet_fixture_open (f, test_model_new (rows, columns), 900, 600);
  gtk_widget_grab_focus (GTK_WIDGET (f->sheet));
}

static void
keep_text (TrellisSheet *sheet, const char *text, gpointer data)
{
  g_free (*(char **) data);
  *(char **) data = g_strdup (text);
}

static void
count (gpointer data)
{
  ++*(guint *) data;
}

/* --- keys --- */

static void
test_keys_move_and_keep_the_cursor_in_view (void)
{
  static const struct
  {
    guint           key;
    GdkModifierType state;
    guint           row, column;
  } steps[] = {
    { GDK_KEY_Down, 0, 1, 0 },
    { GDK_KEY_KP_Right, 0, 1, 1 },
    { GDK_KEY_End, 0, 1, 49 },
    { GDK_KEY_End, GDK_CONTROL_MASK, 199, 49 },
    { GDK_KEY_Home, 0, 199, 0 },
    { GDK_KEY_Home, GDK_CONTROL_MASK, 0, 0 },
    { GDK_KEY_Tab, 0, 0, 1 },
    { GDK_KEY_Return, 0, 1, 0 },
    { GDK_KEY_Return, GDK_SHIFT_MASK, 0, 0 },
    { GDK_KEY_End, 0, 0, 49 },
    { GDK_KEY_Tab, 0, 1, 0 },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, 0, 49 },
  };
  SheetFixture f = { 0 };
  open_sheet (&f, 200, 50);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (press (&f, steps[i].key, steps[i].state));
      assert_cursor (&f, steps[i].row, steps[i].column);
      assert_in_view (&f, steps[i].row, steps[i].column);
    }
  sheet_fixture_close (&f);
}

static void
test_pages_are_as_long_as_the_view (void)
{
  SheetFixture f = { 0 };
  guint        row, column;
  open_sheet (&f, 200, 50);
  press (&f, GDK_KEY_Page_Down, 0);
  trellis_sheet_get_cursor (f.sheet, &row, &column);
  g_assert_cmpuint (row, >=, 5);
  g_assert_cmpuint (row, <=, 20);
  assert_in_view (&f, row, 0);
  press (&f, GDK_KEY_Page_Up, 0);
  assert_cursor (&f, 0, 0);
  sheet_fixture_close (&f);
}

static void
test_shift_extends_and_escape_shrinks (void)
{
  SheetFixture f = { 0 };
  open_sheet (&f, 20, 10);
  press (&f, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (&f, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_area (&f, 0, 0, 2, 2);
  g_assert_true (press (&f, GDK_KEY_Escape, 0));
  assert_area (&f, 0, 0, 1, 1);
  g_assert_false (press (&f, GDK_KEY_Escape, 0));
  press (&f, GDK_KEY_space, GDK_SHIFT_MASK);
  assert_area (&f, 0, 0, 1, 10);
  press (&f, GDK_KEY_space, GDK_CONTROL_MASK);
  assert_area (&f, 0, 0, 20, 10);
  press (&f, GDK_KEY_Escape, 0);
  press (&f, GDK_KEY_a, GDK_CONTROL_MASK);
  assert_area (&f, 0, 0, 20, 10);
  sheet_fixture_close (&f);
}

static void
test_typing_asks_for_an_edit (void)
{
  SheetFixture     f = { 0 };
  g_autofree char *typed = NULL;
  guint            erased = 0;
  open_sheet (&f, 20, 10);
  g_signal_connect (f.sheet, "typed", G_CALLBACK (keep_text), &typed);
  g_signal_connect_swapped (f.sheet, "erase", G_CALLBACK (count), &erased);
  press (&f, GDK_KEY_KP_3, 0);
  g_assert_cmpstr (typed, ==, "3");
  press (&f, GDK_KEY_Cyrillic_er, 0);
  g_assert_cmpstr (typed, ==, "р");
  press (&f, GDK_KEY_F2, 0);
  g_assert_cmpstr (typed, ==, "");
  press (&f, GDK_KEY_Delete, 0);
  press (&f, GDK_KEY_BackSpace, 0);
  g_assert_cmpuint (erased, ==, 2);
  g_assert_false (press (&f, GDK_KEY_c, GDK_CONTROL_MASK));
  g_assert_false (press (&f, GDK_KEY_1, GDK_ALT_MASK));
  sheet_fixture_close (&f);
}

static void
keep_axis (TrellisSheet *sheet, int axis, guint index, double x, double y, gpointer data)
{
  *(int *) data = axis == -1 ? -1 : axis * 100 + (int) index;
}

static void
test_menu_by_key_knows_whole_lines (void)
{
  SheetFixture f = { 0 };
  int          asked = -9;
  open_sheet (&f, 20, 10);
  g_signal_connect (f.sheet, "menu", G_CALLBACK (keep_axis), &asked);
  press (&f, GDK_KEY_Menu, 0);
  g_assert_cmpint (asked, ==, -1);
  trellis_sheet_set_cursor (f.sheet, 2, 4);
  press (&f, GDK_KEY_space, GDK_CONTROL_MASK);
  press (&f, GDK_KEY_F10, GDK_SHIFT_MASK);
  g_assert_cmpint (asked, ==, 104);
  g_assert_false (press (&f, GDK_KEY_F10, 0));
  sheet_fixture_close (&f);
}

static void
test_keys_that_are_shown_are_bound (void)
{
  guint                       n;
  const TrellisSheetShortcut *rows = trellis_sheet_shortcuts (&n);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) accelerators = g_strsplit (rows[i].accelerators, " ", -1);
      for (guint k = 0; accelerators[k]; k++)
        {
          SheetFixture    f = { 0 };
          guint           key;
          GdkModifierType state;
          open_sheet (&f, 20, 10);
          trellis_sheet_select (f.sheet, &(TrellisSheetArea){ 2, 2, 2, 2 });
          gtk_accelerator_parse (accelerators[k], &key, &state);
          g_test_message ("%s", accelerators[k]);
          g_assert_true (press (&f, key, state));
          sheet_fixture_close (&f);
        }
    }
}

/* --- pointer --- */

static GdkRectangle
place_of (SheetFixture *f, guint row, guint column)
{
  GdkRectangle bounds;
  trellis_sheet_get_cell_bounds (f->sheet, row, column, &bounds);
  bounds.x += bounds.width / 2;
  bounds.y += bounds.height / 2;
  return bounds;
}

static void
test_clicks_select_cells_and_lines (void)
{
  SheetFixture     f = { 0 };
  g_autofree char *typed = NULL;
  open_sheet (&f, 20, 10);
  g_signal_connect (f.sheet, "typed", G_CALLBACK (keep_text), &typed);
  GdkRectangle at = place_of (&f, 4, 3);
  click (&f, GDK_BUTTON_PRIMARY, 1, at.x, at.y);
  assert_area (&f, 4, 3, 1, 1);
  click (&f, GDK_BUTTON_PRIMARY, 2, at.x, at.y);
  g_assert_cmpstr (typed, ==, "");
  click (&f, GDK_BUTTON_PRIMARY, 1, 10, at.y);
  assert_area (&f, 4, 0, 1, 10);
  click (&f, GDK_BUTTON_PRIMARY, 1, at.x, 10);
  assert_area (&f, 0, 3, 20, 1);
  click (&f, GDK_BUTTON_PRIMARY, 1, 10, 10);
  assert_area (&f, 0, 0, 20, 10);
  sheet_fixture_close (&f);
}

static void
test_right_click_keeps_the_selection_it_hits (void)
{
  SheetFixture f = { 0 };
  int          asked = -9;
  open_sheet (&f, 20, 10);
  g_signal_connect (f.sheet, "menu", G_CALLBACK (keep_axis), &asked);
  trellis_sheet_select (f.sheet, &(TrellisSheetArea){ 1, 1, 3, 3 });
  GdkRectangle inside = place_of (&f, 2, 2), outside = place_of (&f, 5, 5);
  click (&f, GDK_BUTTON_SECONDARY, 1, inside.x, inside.y);
  assert_area (&f, 1, 1, 3, 3);
  g_assert_cmpint (asked, ==, -1);
  click (&f, GDK_BUTTON_SECONDARY, 1, outside.x, outside.y);
  assert_area (&f, 5, 5, 1, 1);
  click (&f, GDK_BUTTON_SECONDARY, 1, 10, outside.y);
  g_assert_cmpint (asked, ==, 5);
  assert_area (&f, 5, 0, 1, 10);
  sheet_fixture_close (&f);
}

static void
test_drag_selects_and_scrolls (void)
{
  SheetFixture f = { 0 };
  open_sheet (&f, 200, 50);
  GdkRectangle from = place_of (&f, 1, 1), to = place_of (&f, 3, 4);
  drag (&f, from.x, from.y, to.x - from.x, to.y - from.y);
  assert_area (&f, 1, 1, 3, 4);
  drop (&f);
  drag (&f, from.x, from.y, 0, 2000);
  sheet_fixture_wait (600);
  drop (&f);
  TrellisSheetArea area;
  trellis_sheet_get_selection (f.sheet, &area);
  g_assert_cmpuint (area.row, ==, 1);
  g_assert_cmpuint (area.n_rows, >, 20);
  g_assert_cmpuint (area.n_columns, ==, 1);
  assert_in_view (&f, area.row + area.n_rows - 1, 1);
  sheet_fixture_close (&f);
}

/* The edge of the headers of rows can be taken beside any row. */
static void
test_headers_are_widened (void)
{
  SheetFixture f = { 0 };
  open_sheet (&f, 20, 5);
  GdkRectangle before = place_of (&f, 3, 0), after;
  drag (&f, before.x - before.width / 2 - 2, before.y, 40, 0);
  drop (&f);
  sheet_fixture_wait (100);
  after = place_of (&f, 3, 0);
  g_assert_cmpint (after.x - after.width / 2 - (before.x - before.width / 2), ==, 40);
  before = place_of (&f, 0, 2);
  drag (&f, before.x, before.y - before.height / 2 - 2, 0, 30);
  drop (&f);
  sheet_fixture_wait (100);
  after = place_of (&f, 0, 2);
  g_assert_cmpint (after.y - before.y, ==, 30);
  sheet_fixture_close (&f);
}

/* Among so many others that not all are measured. */
static void
assert_has_room (const char *long_name, const char *others)
{
  g_autofree const char **names = g_new0 (const char *, 1001);
  SheetFixture            f = { 0 };
  PangoRectangle          extents;
  for (guint i = 0; i < 1000; i++)
    names[i] = others;
  names[900] = long_name;
  TestModel *model = test_model_new (1000, 5);
  model->names = names;
  sheet_fixture_open (&f, model, 900, 600);
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (f.sheet), long_name);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  GdkRectangle first = place_of (&f, 0, 0);
  g_assert_cmpint (first.x - first.width / 2, >, extents.width);
  sheet_fixture_close (&f);
}

/* Wherever it stands in a list that is too long to measure all of it; a wide letter is as
 * two, after others too. */
static void
test_longest_name_has_room (void)
{
  assert_has_room ("Community Foundation of the Whole Region", "Library");
  assert_has_room ("City 国際交流財団国際交流財団", "illilli illilli illilli");
}

/* --- only what is in view exists --- */

static void
test_only_visible_cells_exist (void)
{
  SheetFixture f = { 0 };
  open_sheet (&f, 200, 50);
  sheet_fixture_wait (300);
  /* 900 × 600 has room for 20 columns and 18 rows at most. */
  g_assert_cmpuint (f.model->n_cells, >, 50);
  g_assert_cmpuint (f.model->n_cells, <, 21 * 19);
  g_assert_cmpuint (count_proxies (&f), >, 50);
  g_assert_cmpuint (count_proxies (&f), <, 21 * 19);
  f.model->n_cells = 0;
  GtkAdjustment *down =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (f.scrolled));
  gtk_adjustment_set_value (down, 3000);
  sheet_fixture_wait (400);
  g_assert_cmpuint (f.model->n_cells, <, 21 * 19);
  g_assert_cmpuint (count_proxies (&f), <, 21 * 19);
  /* What was seen is not asked for again. */
  f.model->n_cells = 0;
  gtk_adjustment_set_value (down, 0);
  sheet_fixture_wait (50);
  g_assert_cmpuint (f.model->n_cells, ==, 0);
  sheet_fixture_close (&f);
}

/* --- what changes --- */

static void
test_changes_are_shown_and_keep_the_cursor (void)
{
  SheetFixture f = { 0 };
  guint        told = 0;
  open_sheet (&f, 40, 10);
  trellis_sheet_set_cursor (f.sheet, 39, 9);
  sheet_fixture_paint (&f);
  g_signal_connect_swapped (f.sheet, "selection-changed", G_CALLBACK (count), &told);
  f.model->n_cells = 0;
  trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (f.model), FALSE);
  sheet_fixture_paint (&f);
  g_assert_cmpuint (f.model->n_cells, >, 50);
  g_assert_cmpuint (told, ==, 0);
  f.model->n[TRL_GRID_ROW] = 30;
  trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (f.model), TRUE);
  sheet_fixture_paint (&f);
  assert_cursor (&f, 29, 9);
  assert_in_view (&f, 29, 9);
  g_assert_cmpuint (told, ==, 1);
  f.model->n[TRL_GRID_ROW] = 0;
  trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (f.model), TRUE);
  sheet_fixture_paint (&f);
  g_assert_false (press (&f, GDK_KEY_Down, 0));
  sheet_fixture_close (&f);
}

/* Who looks elsewhere stays there when cells change; rows that are others are another
 * matter. */
static void
test_reordering_brings_the_cursor_into_view (void)
{
  SheetFixture f = { 0 };
  GdkRectangle bounds;
  open_sheet (&f, 200, 50);
  GtkAdjustment *down =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (f.scrolled));
  gtk_adjustment_set_value (down, 3000);
  trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (f.model), FALSE);
  sheet_fixture_paint (&f);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), >=, 2999);
  g_assert_false (trellis_sheet_get_cell_bounds (f.sheet, 0, 0, &bounds));
  trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (f.model), TRUE);
  sheet_fixture_paint (&f);
  assert_in_view (&f, 0, 0);
  sheet_fixture_close (&f);
}

static void
test_smaller_window_keeps_the_cursor_in_view (void)
{
  SheetFixture f = { 0 };
  open_sheet (&f, 40, 20);
  GdkRectangle at = place_of (&f, 10, 11);
  click (&f, GDK_BUTTON_PRIMARY, 1, at.x, at.y);
  gtk_window_set_default_size (GTK_WINDOW (f.window), 400, 360);
  sheet_fixture_wait (200);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f.sheet)), <, 500);
  assert_in_view (&f, 10, 11);
  sheet_fixture_close (&f);
}

static void
test_editor_lies_over_the_cell_and_gives_the_focus_back (void)
{
  SheetFixture f = { 0 };
  open_sheet (&f, 40, 20);
  trellis_sheet_set_cursor (f.sheet, 30, 15);
  GtkWidget *entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  trellis_sheet_set_editor (f.sheet, entry);
  sheet_fixture_paint (&f);
  GdkRectangle    cell;
  graphene_rect_t own;
  g_assert_true (trellis_sheet_get_cell_bounds (f.sheet, 30, 15, &cell));
  g_assert_true (gtk_widget_compute_bounds (entry, GTK_WIDGET (f.sheet), &own));
  graphene_rect_t place = GRAPHENE_RECT_INIT (cell.x, cell.y, cell.width, cell.height);
  g_assert_true (graphene_rect_intersection (&own, &place, NULL));
  g_assert_cmpfloat (own.size.width, >=, cell.width);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (entry)), entry));
  trellis_sheet_set_editor (f.sheet, NULL);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f.window));
  g_assert_true (TRELLIS_IS_SHEET_PROXY (focus));
  sheet_fixture_close (&f);
}

static void
test_menu_keeps_the_focus (void)
{
  SheetFixture f = { 0 };
  open_sheet (&f, 40, 20);
  GtkWidget *popover = gtk_popover_new (), *button = gtk_button_new_with_label ("Fill");
  gtk_popover_set_child (GTK_POPOVER (popover), button);
  gtk_widget_set_parent (popover, GTK_WIDGET (f.sheet));
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (button);
  trellis_sheet_set_cursor (f.sheet, 2, 2);
  trellis_sheet_model_emit_changed (TRELLIS_SHEET_MODEL (f.model), FALSE);
  sheet_fixture_wait (300);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f.window)) == button);
  g_assert_true (gtk_widget_get_mapped (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  sheet_fixture_wait (100);
  gtk_widget_unparent (popover);
  sheet_fixture_wait (100);
  sheet_fixture_close (&f);
}

/* --- what a screen reader is told --- */

static void
test_focused_proxy_reads_the_cursor_cell (void)
{
  SheetFixture f = { 0 };
  open_sheet (&f, 200, 50);
  press (&f, GDK_KEY_Down, 0);
  GtkWidget       *focus = gtk_root_get_focus (GTK_ROOT (f.window));
  g_autofree char *said =
    trellis_sheet_model_describe_cell (TRELLIS_SHEET_MODEL (f.model), 1, 0);
  g_assert_true (TRELLIS_IS_SHEET_PROXY (focus));
  gtk_test_accessible_assert_role (focus, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_LABEL, said);
  gtk_test_accessible_assert_relation (focus, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 3);
  gtk_test_accessible_assert_role (f.sheet, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_relation (f.sheet, GTK_ACCESSIBLE_RELATION_ROW_COUNT, 201);
  /* Also far away, and when scrolling has settled. */
  press (&f, GDK_KEY_End, GDK_CONTROL_MASK);
  sheet_fixture_wait (300);
  focus = gtk_root_get_focus (GTK_ROOT (f.window));
  g_assert_true (TRELLIS_IS_SHEET_PROXY (focus));
  gtk_test_accessible_assert_relation (focus, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 201);
  gtk_test_accessible_assert_relation (focus, GTK_ACCESSIBLE_RELATION_COL_INDEX, 51);
  sheet_fixture_close (&f);
}

static void
test_tab_leaves_after_the_last_cell (void)
{
  SheetFixture f = { 0 };
  open_sheet (&f, 5, 5);
  press (&f, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_false (press (&f, GDK_KEY_Tab, 0));
  g_assert_true (press (&f, GDK_KEY_Tab, GDK_CONTROL_MASK));
  assert_cursor (&f, 4, 4);
  sheet_fixture_close (&f);
}

/* --- reading from right to left --- */

static void
test_right_to_left_is_mirrored (void)
{
  SheetFixture f = { 0 };
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  open_sheet (&f, 40, 40);
  GdkRectangle first = place_of (&f, 0, 0), second = place_of (&f, 0, 1);
  g_assert_cmpint (first.x, >, second.x);
  assert_in_view (&f, 0, 0);
  press (&f, GDK_KEY_Left, 0);
  assert_cursor (&f, 0, 1);
  press (&f, GDK_KEY_End, 0);
  assert_in_view (&f, 0, 39);
  GdkRectangle at = place_of (&f, 2, 38);
  click (&f, GDK_BUTTON_PRIMARY, 1, at.x, at.y);
  assert_cursor (&f, 2, 38);
  sheet_fixture_close (&f);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  sheet_fixture_init (&argc, &argv);
  g_test_add_func ("/sheet/keys-move-and-keep-the-cursor-in-view",
                   test_keys_move_and_keep_the_cursor_in_view);
  g_test_add_func ("/sheet/pages-are-as-long-as-the-view",
                   test_pages_are_as_long_as_the_view);
  g_test_add_func ("/sheet/shift-extends-and-escape-shrinks",
                   test_shift_extends_and_escape_shrinks);
  g_test_add_func ("/sheet/typing-asks-for-an-edit", test_typing_asks_for_an_edit);
  g_test_add_func ("/sheet/menu-by-key-knows-whole-lines",
                   test_menu_by_key_knows_whole_lines);
  g_test_add_func ("/sheet/keys-that-are-shown-are-bound",
                   test_keys_that_are_shown_are_bound);
  g_test_add_func ("/sheet/clicks-select-cells-and-lines",
                   test_clicks_select_cells_and_lines);
  g_test_add_func ("/sheet/right-click-keeps-the-selection-it-hits",
                   test_right_click_keeps_the_selection_it_hits);
  g_test_add_func ("/sheet/drag-selects-and-scrolls", test_drag_selects_and_scrolls);
  g_test_add_func ("/sheet/headers-are-widened-at-their-edge", test_headers_are_widened);
  g_test_add_func ("/sheet/longest-name-has-room", test_longest_name_has_room);
  g_test_add_func ("/sheet/only-visible-cells-exist", test_only_visible_cells_exist);
  g_test_add_func ("/sheet/changes-are-shown-and-keep-the-cursor",
                   test_changes_are_shown_and_keep_the_cursor);
  g_test_add_func ("/sheet/reordering-brings-the-cursor-into-view",
                   test_reordering_brings_the_cursor_into_view);
  g_test_add_func ("/sheet/smaller-window-keeps-the-cursor-in-view",
                   test_smaller_window_keeps_the_cursor_in_view);
  g_test_add_func ("/sheet/editor-lies-over-the-cell-and-gives-the-focus-back",
                   test_editor_lies_over_the_cell_and_gives_the_focus_back);
  g_test_add_func ("/sheet/menu-keeps-the-focus", test_menu_keeps_the_focus);
  g_test_add_func ("/sheet/focused-proxy-reads-the-cursor-cell",
                   test_focused_proxy_reads_the_cursor_cell);
  g_test_add_func ("/sheet/tab-leaves-after-the-last-cell",
                   test_tab_leaves_after_the_last_cell);
  g_test_add_func ("/sheet/right-to-left-is-mirrored", test_right_to_left_is_mirrored);
  return g_test_run ();
}
