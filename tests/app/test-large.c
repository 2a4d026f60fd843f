/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map of many partners: threads draw it, moves patch it, and whatever was done to it,
 * it ends as the picture that is drawn from nothing. */
#include "canvas-fixture.h"
#include "canvas/trellis-canvas-private.h"
#include "canvas/trellis-node-proxy.h"
#include "scene/trl-scene-patch.h"

#include <math.h>

#define MANY 10000
#define ROUNDS 1500 /* of waiting, 20 ms each */
#define MOST_PROXIES 100

/* Organizations on a grid, so that no layout runs. */
static TrlDocument *
new_document (guint n)
{
  TrlDocument *document = fixture_document_of_organizations (n, FALSE);
  const char  *network = fixture_network_id (document);
  guint        side = (guint) ceil (sqrt (n));
  trl_document_begin (document, "Place", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("o%u", i);
      trl_document_set (document, TRL_KIND_NODE, network, id, TRL_NODE_X,
                        TRL_NUMBER (i % side * 40));
      trl_document_set (document, TRL_KIND_NODE, network, id, TRL_NODE_Y,
                        TRL_NUMBER (i / side * 40));
    }
  trl_document_end (document);
  trl_document_forget_history (document);
  return document;
}

static gboolean
is_finished (TrellisCanvas *canvas)
{
  gboolean late;
  trellis_canvas_was_drawn (canvas, &late);
  return canvas->scene && !late && !canvas->working && !canvas->large_wanted &&
         canvas->names_later == 0 && canvas->settle == 0 && canvas->view.began == 0;
}

/* Until all threads have come to an end with what they draw. */
static void
finish (Fixture *f)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (f->canvas));
      fixture_wait (20);
      if (is_finished (f->canvas))
        return;
    }
  g_error ("The map is not finished.");
}

static cairo_surface_t *
take_picture (Fixture *f)
{
  GtkSnapshot     *snapshot = gtk_snapshot_new ();
  cairo_surface_t *image =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, f->canvas->width, f->canvas->height);
  cairo_t *cr = cairo_create (image);
  trellis_canvas_snapshot (GTK_WIDGET (f->canvas), snapshot);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

/* Pixels that are clearly others; a shade differs where lines were cut at other tiles. */
static guint
count_differing (cairo_surface_t *a, cairo_surface_t *b)
{
  guint         n = 0;
  const guint8 *p = cairo_image_surface_get_data (a),
               *q = cairo_image_surface_get_data (b);
  gsize length =
    (gsize) cairo_image_surface_get_stride (a) * cairo_image_surface_get_height (a);
  for (gsize i = 0; i < length; i++)
    n += ABS (p[i] - q[i]) > 24;
  return n;
}

/* Draws the map from nothing and compares. */
static void
assert_as_fresh (Fixture *f)
{
  finish (f);
  cairo_surface_t *picture = take_picture (f);
  TrlScene        *before = trl_scene_ref (f->canvas->scene);
  trellis_backdrop_clear (f->canvas->backdrop);
  trellis_canvas_rebuild (f->canvas);
  for (guint i = 0; i < ROUNDS && f->canvas->scene == before; i++)
    fixture_wait (20);
  g_assert_true (f->canvas->scene != before);
  finish (f);
  cairo_surface_t *fresh = take_picture (f);
  g_assert_cmpuint (count_differing (picture, fresh), <, 40);
  cairo_surface_destroy (picture);
  cairo_surface_destroy (fresh);
  trl_scene_unref (before);
}

static void
look (Fixture *f, double scale, double x, double y)
{
  f->canvas->fits = FALSE;
  trellis_canvas_go (f->canvas, (TrellisCamera){ scale, x, y }, FALSE);
}

/* What a drag of a partner by these pixels does, without a pointer. */
static void
drag (Fixture *f, const char *id, double dx, double dy)
{
  const TrellisTool *tool = &trellis_tool_select;
  TrellisCanvas     *canvas = f->canvas;
  TrellisPointer     at = { .button = GDK_BUTTON_PRIMARY };
  g_assert_true (trellis_canvas_get_place (canvas, fixture_row (f, id), &at.x, &at.y));
  canvas->tool_data = tool->begin (canvas, &at);
  canvas->tool = tool;
  g_assert_nonnull (canvas->lifted);
  for (guint i = 0; i < 6; i++)
    {
      at.x += dx / 6;
      at.y += dy / 6;
      canvas->pointer_x = at.x;
      canvas->pointer_y = at.y;
      tool->update (canvas, canvas->tool_data, &at);
      gtk_widget_queue_draw (GTK_WIDGET (canvas));
      fixture_wait (20);
    }
  gpointer data = g_steal_pointer (&canvas->tool_data);
  canvas->tool = NULL;
  g_clear_pointer (&canvas->lifted, trl_scene_unref);
  tool->end (canvas, data, &at);
  tool->free (data);
}

static void
test_same_picture (void)
{
  Fixture f = { 0 };
  fixture_open (&f, new_document (MANY), 700, 500);
  finish (&f);
  g_assert_true (trellis_canvas_is_large (f.canvas));
  /* Near, where names have room. */
  look (&f, 0.8, -300, -200);
  finish (&f);
  g_assert_nonnull (f.canvas->near);
  look (&f, 0.8, -421, -333);
  drag (&f, "o1520", 90, -50);
  g_assert_cmpuint (trl_scene_count_patched (f.canvas->scene), >, 0);
  look (&f, 0.8, -390, -300);
  drag (&f, "o1316", -60, 70);
  trellis_selection_clear (f.selection);
  assert_as_fresh (&f);
  /* Further away again. */
  look (&f, 0.3, 20, -40);
  assert_as_fresh (&f);
  trl_document_undo (f.document);
  assert_as_fresh (&f);
  fixture_close (&f);
}

static void
test_names_are_counted (void)
{
  Fixture f = { 0 };
  fixture_open (&f, new_document (MANY), 700, 500);
  finish (&f);
  g_assert_cmpuint (trellis_canvas_get_names_hidden (f.canvas), >, MANY / 2);
  look (&f, 2.5, -700, -800);
  finish (&f);
  g_assert_cmpuint (trellis_canvas_get_names_hidden (f.canvas), <, 60);
  fixture_close (&f);
}

/* Rows of a table that has changed mean other partners: a partner is never taken for
 * another while a thread draws. */
static void
test_partner_removed (void)
{
  Fixture f = { 0 };
  fixture_open (&f, new_document (MANY), 700, 500);
  finish (&f);
  trellis_selection_set (f.selection, TRL_KIND_NODE, "o17");
  trellis_canvas_remove_selected (f.canvas);
  g_assert_null (f.canvas->scene);
  g_assert_nonnull (f.canvas->stale); /* still to be seen */
  assert_as_fresh (&f);
  g_assert_null (f.canvas->stale);
  g_assert_cmpuint (trellis_canvas_find_row (f.canvas, "o17"), ==, TRL_NO_ROW);
  fixture_close (&f);
}

static void
test_many_selected (void)
{
  Fixture f = { 0 };
  fixture_open (&f, new_document (MANY), 700, 500);
  finish (&f);
  cairo_surface_t *plain = take_picture (&f);
  fixture_act (&f, "canvas.select-all", NULL);
  g_assert_cmpuint (trellis_selection_get_n (f.selection, TRL_KIND_NODE), ==, MANY);
  cairo_surface_t *marked = take_picture (&f);
  g_assert_cmpuint (count_differing (plain, marked), >, MANY);
  trellis_selection_clear (f.selection);
  cairo_surface_t *cleared = take_picture (&f);
  g_assert_cmpuint (count_differing (plain, cleared), ==, 0);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (marked);
  cairo_surface_destroy (cleared);
  fixture_close (&f);
}

static void
assert_focus (Fixture *f, guint row, guint place)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (f->canvas));
  g_assert_true (TRELLIS_IS_NODE_PROXY (child));
  g_assert_cmpuint (trellis_node_proxy_get_row (TRELLIS_NODE_PROXY (child)), ==, row);
  gtk_test_accessible_assert_relation (child, GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                       (int) place);
  gtk_test_accessible_assert_relation (child, GTK_ACCESSIBLE_RELATION_SET_SIZE, MANY);
  g_assert_cmpuint (f->canvas->proxies->len, <, MOST_PROXIES);
}

/* Few have a widget, yet the keyboard gets to all. */
static void
test_walked (void)
{
  Fixture f = { 0 };
  fixture_open (&f, new_document (MANY), 700, 500);
  finish (&f);
  const guint *rows = trl_table_get_rows (trl_network_get_nodes (f.canvas->shown), NULL);
  trellis_canvas_focus_row (f.canvas, rows[MANY - 200]);
  for (guint i = MANY - 200; i < MANY - 1; i++)
    {
      assert_focus (&f, rows[i], i + 1);
      gtk_widget_child_focus (GTK_WIDGET (f.canvas), GTK_DIR_TAB_FORWARD);
    }
  assert_focus (&f, rows[MANY - 1], MANY);
  trellis_canvas_focus_row (f.canvas, rows[0]);
  assert_focus (&f, rows[0], 1);
  fixture_close (&f);
}

static void
set_levels (Fixture *f, guint rank)
{
  guint        n;
  const char  *network = fixture_network_id (f->document);
  const guint *rows = trl_table_get_rows (trl_network_get_edges (f->canvas->shown), &n);
  trl_document_begin (f->document, "Levels", NULL);
  for (guint i = 0; i < n; i++)
    {
      const TrlScale *scale = trl_network_get_edge_scale (f->canvas->shown, rows[i]);
      const char     *id =
        trl_table_get_id (trl_network_get_edges (f->canvas->shown), rows[i]);
      trl_document_set (f->document, TRL_KIND_EDGE, network, id, TRL_EDGE_LEVEL,
                        TRL_TEXT (trl_scale_get_level (scale, rank)->id));
    }
  trl_document_end (f->document);
}

static void
move (Fixture *f, const char *id, double x)
{
  const char *network = fixture_network_id (f->document);
  trl_document_begin (f->document, "Move", NULL);
  trl_document_set (f->document, TRL_KIND_NODE, network, id, TRL_NODE_X, TRL_NUMBER (x));
  trl_document_end (f->document);
}

/* A picture that is done under a drag, and one that is overtaken by a change and a move,
 * both give way to what the document is. */
static void
test_overtaken (void)
{
  Fixture f = { 0 };
  fixture_open (&f, new_document (MANY), 700, 500);
  finish (&f);
  look (&f, 0.8, -421, -333);
  finish (&f);
  set_levels (&f, 1);
  g_assert_true (f.canvas->working);
  drag (&f, "o1520", 90, -50);
  for (guint i = 0; i < ROUNDS && f.canvas->working; i++)
    fixture_wait (20);
  trellis_selection_clear (f.selection);
  assert_as_fresh (&f);
  set_levels (&f, 2);
  set_levels (&f, 3);
  move (&f, "o1520", 20);
  assert_as_fresh (&f);
  fixture_close (&f);
}

/* Behind another view nothing is drawn, and all of it when the map is seen again. */
static void
test_unseen (void)
{
  Fixture f = { 0 };
  fixture_open (&f, new_document (MANY), 700, 500);
  finish (&f);
  gtk_widget_set_visible (GTK_WIDGET (f.canvas), FALSE);
  set_levels (&f, 1);
  g_assert_false (f.canvas->working);
  fixture_wait (200);
  g_assert_false (f.canvas->working);
  gtk_widget_set_visible (GTK_WIDGET (f.canvas), TRUE);
  g_assert_true (f.canvas->working);
  assert_as_fresh (&f);
  fixture_close (&f);
}

/* Who is moved outside is seen by whoever looks at the whole. */
static void
test_moved_outside (void)
{
  Fixture f = { 0 };
  TrlRect before, bounds;
  fixture_open (&f, new_document (MANY), 700, 500);
  finish (&f);
  before = f.canvas->bounds;
  move (&f, "o1520", 9000);
  g_assert_cmpuint (trl_scene_count_patched (f.canvas->scene), >, 0);
  bounds = f.canvas->bounds;
  g_assert_cmpfloat (bounds.x + bounds.width, >, 9000);
  trellis_canvas_zoom_fit (f.canvas);
  assert_as_fresh (&f);
  trl_document_undo (f.document);
  g_assert_cmpfloat_with_epsilon (f.canvas->bounds.width, before.width, 1e-3);
  fixture_close (&f);
}

/* Small maps wait for nobody. */
static void
test_small (void)
{
  Fixture  f = { 0 };
  gboolean late;
  fixture_open (&f, new_document (200), 700, 500);
  fixture_paint (&f);
  g_assert_false (trellis_canvas_is_large (f.canvas));
  for (guint i = 0; i < 20; i++)
    {
      look (&f, 0.5 + i * 0.1, i * 40, 30);
      fixture_paint (&f);
      trellis_canvas_was_drawn (f.canvas, &late);
      g_assert_false (late);
    }
  fixture_close (&f);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/large/ends-as-drawn-from-nothing", test_same_picture);
  g_test_add_func ("/large/names-without-room-are-counted", test_names_are_counted);
  g_test_add_func ("/large/rows-are-not-mistaken", test_partner_removed);
  g_test_add_func ("/large/all-may-be-selected", test_many_selected);
  g_test_add_func ("/large/all-may-be-walked-to", test_walked);
  g_test_add_func ("/large/what-is-overtaken-is-made-again", test_overtaken);
  g_test_add_func ("/large/nothing-is-drawn-unseen", test_unseen);
  g_test_add_func ("/large/who-is-moved-outside-is-seen", test_moved_outside);
  g_test_add_func ("/large/small-maps-are-never-late", test_small);
  return g_test_run ();
}
