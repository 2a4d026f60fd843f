/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet in a window, of levels that are made up and always the same. */
#include "sheet-fixture.h"

static guint
test_model_get_size (TrellisSheetModel *model, TrlGridAxis axis)
{
  return TEST_MODEL (model)->n[axis];
}

static TrlLook *
get_look (TestModel *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  if (self->look && self->dark == dark)
    return self->look;
  TrlSceneOptions options;
  trl_scene_options_init (&options);
  options.theme = dark ? TRL_THEME_DARK : TRL_THEME_LIGHT;
  trl_look_free (self->look);
  self->look = trl_look_new (self->vocabulary, &options, 0);
  self->dark = dark;
  return self->look;
}

/* Seven kinds by turns: empty, not reported, none, four levels. */
static int
get_rank (guint row, guint column)
{
  return row == 3 ? -2 : (int) ((row * 5 + column * 3 + row * column / 7) % 7) - 2;
}

static void
test_model_get_cell (TrellisSheetModel *model,
                     guint              row,
                     guint              column,
                     TrellisSheetCell  *cell)
{
  TestModel *self = TEST_MODEL (model);
  int        rank = get_rank (row, column);
  guint      count = (row * 7 + column * 11) % 29;
  self->n_cells++;
  cell->outside = row == column && row < 3;
  if (cell->outside || rank == -2)
    return;
  cell->painted = TRUE;
  trl_look_node (get_look (self), NULL, rank, &cell->look);
  if (count > 3 && rank != 0)
    g_snprintf (cell->text, sizeof cell->text, "%u", count);
  cell->corner = count % 9 == 4;
  cell->meant = row % 4 == 0 ? (TrlMeant) ((row + column) % 4) : TRL_MEANT_UNSAID;
  cell->intended_pips = cell->meant == TRL_MEANT_BELOW ? (guint) rank + 1 : 0;
  cell->two_answers = count == 17;
}

static const char *
get_name (TestModel *self, TrlGridAxis axis, guint index)
{
  GPtrArray            *types = self->vocabulary->types;
  const TrlPartnerType *type = g_ptr_array_index (types, index % types->len);
  if (self->names)
    return self->names[index % g_strv_length ((char **) self->names)];
  if (axis == TRL_GRID_COLUMN)
    return type->name;
  g_free (self->name);
  self->name = g_strdup_printf ("Site %u", index + 1);
  return self->name;
}

static void
test_model_get_header (TrellisSheetModel  *model,
                       TrlGridAxis         axis,
                       guint               index,
                       TrellisSheetHeader *header)
{
  header->name = get_name (TEST_MODEL (model), axis, index);
}

static gboolean
test_model_get_total (TrellisSheetModel  *model,
                      TrlGridAxis         axis,
                      guint               index,
                      TrellisSheetHeader *header)
{
  header->name = axis == TRL_GRID_ROW ? "12 of 18" : "7";
  header->detail = axis == TRL_GRID_ROW ? "64 % deep" : "70 %";
  header->description = "12 of 18 partner types";
  return TEST_MODEL (model)->has_totals;
}

static char *
test_model_describe_cell (TrellisSheetModel *model, guint row, guint column)
{
  g_autofree char *site = g_strdup (get_name (TEST_MODEL (model), TRL_GRID_ROW, row));
  static const char *const kinds[] = { "empty",   "not reported", "none", "networking",
                                       "sharing", "coordination", "joint" };
  return g_strdup_printf ("%s, %s: %s", site,
                          get_name (TEST_MODEL (model), TRL_GRID_COLUMN, column),
                          kinds[get_rank (row, column) + 2]);
}

static void
test_model_iface_init (TrellisSheetModelInterface *iface)
{
  iface->get_size = test_model_get_size;
  iface->get_cell = test_model_get_cell;
  iface->get_header = test_model_get_header;
  iface->get_total = test_model_get_total;
  iface->describe_cell = test_model_describe_cell;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestModel,
                               test_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRELLIS_TYPE_SHEET_MODEL,
                                                      test_model_iface_init))

static void
test_model_finalize (GObject *object)
{
  TestModel *self = TEST_MODEL (object);
  trl_look_free (self->look);
  trl_vocabulary_unref (self->vocabulary);
  g_free (self->name);
  G_OBJECT_CLASS (test_model_parent_class)->finalize (object);
}

static void
test_model_class_init (TestModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_model_finalize;
}

static void
test_model_init (TestModel *self)
{
  self->vocabulary = trl_vocabulary_new_default ();
  self->has_totals = TRUE;
}

TestModel *
test_model_new (guint rows, guint columns)
{
  TestModel *self = g_object_new (TEST_TYPE_MODEL, NULL);
  self->n[TRL_GRID_ROW] = rows;
  self->n[TRL_GRID_COLUMN] = columns;
  return self;
}

/* --- the window --- */

void
sheet_fixture_init (int *argc, char ***argv)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (argc)
    {
      g_setenv ("GTK_A11Y", "test", TRUE); /* “none” makes the assertions abort */
      gtk_test_init (argc, argv, NULL);
    }
  else
    gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static gboolean
set_true (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

void
sheet_fixture_wait (guint ms)
{
  gboolean late = FALSE;
  g_timeout_add (ms, set_true, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
}

void
sheet_fixture_paint (SheetFixture *fixture)
{
  gboolean       painted = FALSE;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  gulong         id =
    g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (set_true), &painted);
  gtk_widget_queue_draw (GTK_WIDGET (fixture->sheet));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

void
sheet_fixture_open (SheetFixture *fixture, TestModel *model, int width, int height)
{
  fixture->model = model;
  fixture->sheet = TRELLIS_SHEET (trellis_sheet_new (TRELLIS_SHEET_MODEL (model)));
  fixture->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scrolled),
                                 GTK_WIDGET (fixture->sheet));
  fixture->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (fixture->window), "Sheet");
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->scrolled);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sheet_fixture_paint (fixture);
}

void
sheet_fixture_close (SheetFixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->model);
}

void
sheet_fixture_shoot (SheetFixture *fixture, const char *path)
{
  GtkWidget *widget = fixture->window;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int          width = gdk_paintable_get_intrinsic_width (paintable);
  int          height = gdk_paintable_get_intrinsic_height (paintable);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (
    renderer, node, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_save_to_png (texture, path);
}
