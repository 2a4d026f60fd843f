/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas by its actions and its proxies.  What pointers do is in drive-canvas.py. */
#include "canvas-fixture.h"
#include "canvas/trellis-canvas-private.h"
#include "canvas/trellis-node-proxy.h"
#include "formats/trl-format.h"
#include "layout/trl-layout.h"

#include <math.h>

static void
open_types (Fixture *f)
{
  fixture_open (f, fixture_document (18), 900, 700);
}

static GtkWidget *
find_proxy (Fixture *f, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->canvas)); child;
       child = gtk_widget_get_next_sibling (child))
    if (TRELLIS_IS_NODE_PROXY (child) &&
        g_str_equal (trellis_node_proxy_get_id (TRELLIS_NODE_PROXY (child)), id))
      return child;
  return NULL;
}

static const char *
get_focus_id (Fixture *f)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));
  return TRELLIS_IS_NODE_PROXY (focus)
           ? trellis_node_proxy_get_id (TRELLIS_NODE_PROXY (focus))
           : NULL;
}

static GtkEditable *
find_entry (Fixture *f)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->canvas)); child;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ENTRY (child))
      return GTK_EDITABLE (child);
  return NULL;
}

static const char *
get_name (Fixture *f, const char *id)
{
  return trl_table_get_text (trl_network_get_nodes (fixture_network (f)),
                             fixture_row (f, id), TRL_NODE_NAME);
}

/* --- levels --- */

static void
test_level_by_key (void)
{
  Fixture f = { 0 };
  open_types (&f);
  g_assert_cmpint (fixture_rank (&f, "t0"), ==, 4);
  trellis_selection_set (f.selection, TRL_KIND_NODE, "t0");
  fixture_act (&f, "canvas.set-level", "2");
  g_assert_cmpint (fixture_rank (&f, "t0"), ==, 2);
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==, "Change Level");
  trellis_selection_set (f.selection, TRL_KIND_EDGE, "e1");
  fixture_act (&f, "canvas.set-level", "-1");
  g_assert_cmpint (fixture_rank (&f, "t1"), ==, -1);
  trl_document_undo (f.document);
  trl_document_undo (f.document);
  g_assert_cmpint (fixture_rank (&f, "t0"), ==, 4);
  g_assert_cmpint (fixture_rank (&f, "t1"), ==, 3);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

static void
test_level_of_several (void)
{
  Fixture f = { 0 };
  open_types (&f);
  fixture_act (&f, "canvas.select-all", NULL);
  g_assert_cmpuint (trellis_selection_get_n (f.selection, TRL_KIND_NODE), ==, 19);
  fixture_act (&f, "canvas.set-level", "1");
  for (guint i = 0; i < 18; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      g_assert_cmpint (fixture_rank (&f, id), ==, 1);
    }
  trl_document_undo (f.document);
  g_assert_cmpint (fixture_rank (&f, "t0"), ==, 4);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

static void
test_level_beyond_scale (void)
{
  Fixture f = { 0 };
  open_types (&f);
  trellis_selection_set (f.selection, TRL_KIND_NODE, "t0");
  fixture_act (&f, "canvas.set-level", "7");
  g_assert_cmpint (fixture_rank (&f, "t0"), ==, 4);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

static void
test_level_of_two (void)
{
  Fixture f = { 0 };
  fixture_open (&f, fixture_document_of_organizations (12, FALSE), 700, 500);
  TrlNetwork *network = fixture_network (&f);
  trellis_selection_set (f.selection, TRL_KIND_NODE, "o0");
  trellis_selection_toggle (f.selection, TRL_KIND_NODE, "o1");
  fixture_act (&f, "canvas.set-level", "4");
  guint edge =
    trl_network_get_node_edge (network, fixture_row (&f, "o0"), fixture_row (&f, "o1"));
  g_assert_cmpint (trl_network_get_edge_rank (network, edge), ==, 4);
  fixture_close (&f);
}

/* --- names, adding, removing --- */

static void
test_rename (void)
{
  Fixture f = { 0 };
  open_types (&f);
  trellis_selection_set (f.selection, TRL_KIND_NODE, "t3");
  fixture_act (&f, "canvas.rename", NULL);
  g_assert_nonnull (find_entry (&f));
  gtk_editable_set_text (find_entry (&f), "  Ärzte e.V. ");
  fixture_paint (&f);
  fixture_shoot (f.window, "rename");
  g_signal_emit_by_name (find_entry (&f), "activate");
  g_assert_null (find_entry (&f));
  g_assert_cmpstr (get_name (&f, "t3"), ==, "Ärzte e.V.");
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==, "Rename Partner");
  g_assert_cmpstr (get_focus_id (&f), ==, "t3");
  fixture_close (&f);
}

static void
test_rename_to_nothing (void)
{
  Fixture f = { 0 };
  open_types (&f);
  trellis_selection_set (f.selection, TRL_KIND_NODE, "t3");
  g_autofree char *before = g_strdup (get_name (&f, "t3"));
  fixture_act (&f, "canvas.rename", NULL);
  gtk_editable_set_text (find_entry (&f), "   ");
  g_signal_emit_by_name (find_entry (&f), "activate");
  g_assert_cmpstr (get_name (&f, "t3"), ==, before);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

static void
test_add (void)
{
  Fixture f = { 0 };
  open_types (&f);
  guint n = trl_network_count_partners (fixture_network (&f));
  fixture_act (&f, "canvas.add-partner", NULL);
  g_assert_cmpuint (trl_network_count_partners (fixture_network (&f)), ==, n + 1);
  g_assert_nonnull (find_entry (&f));
  gtk_editable_set_text (find_entry (&f), "Fresh");
  g_signal_emit_by_name (find_entry (&f), "activate");
  g_autoptr (GPtrArray) ids = trellis_selection_get_nodes (f.selection);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (get_name (&f, g_ptr_array_index (ids, 0)), ==, "Fresh");
  g_assert_cmpint (fixture_rank (&f, g_ptr_array_index (ids, 0)), >=, -1);
  /* Added and named is one step. */
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==, "Add Partner");
  trl_document_undo (f.document);
  g_assert_cmpuint (trl_network_count_partners (fixture_network (&f)), ==, n);
  g_assert_null (trl_document_get_undo_name (f.document));
  g_assert_cmpuint (trellis_selection_get_n (f.selection, TRL_KIND_NODE), ==, 0);
  fixture_close (&f);
}

/* Keys that change data mean the focus only where it is seen, and never the hub. */
static void
test_keys_mean_what_is_seen (void)
{
  Fixture f = { 0 };
  open_types (&f);
  guint             n = trl_network_count_partners (fixture_network (&f));
  const char *const ids[] = { "hub", "t0" };
  for (guint i = 0; i < 4; i++)
    {
      gboolean seen = i > 1;
      gtk_widget_grab_focus (find_proxy (&f, ids[i % 2]));
      trellis_selection_clear (f.selection);
      gtk_window_set_focus_visible (GTK_WINDOW (f.window), seen);
      fixture_paint (&f);
      /* The key itself makes the focus visible; it was not before. */
      gtk_window_set_focus_visible (GTK_WINDOW (f.window), TRUE);
      fixture_act (&f, "canvas.set-level", "2");
      g_assert_cmpint (fixture_rank (&f, "t0"), ==, seen && i % 2 ? 2 : 4);
      trellis_selection_clear (f.selection);
      fixture_act (&f, "canvas.delete", NULL);
      g_assert_cmpuint (trl_network_count_partners (fixture_network (&f)), ==,
                        seen && i % 2 ? n - 1 : n);
      g_assert_cmpuint (fixture_row (&f, "hub"), !=, TRL_NO_ROW);
    }
  fixture_close (&f);
}

static void
test_added_ones_lie_apart (void)
{
  Fixture f = { 0 };
  fixture_open (&f, fixture_document_of_organizations (12, FALSE), 700, 500);
  for (guint i = 0; i < 3; i++)
    {
      trellis_canvas_add_partner (f.canvas);
      g_signal_emit_by_name (find_entry (&f), "activate");
    }
  const TrlGraph *graph = f.canvas->graph;
  g_assert_cmpuint (graph->n, ==, 15);
  for (guint i = 12; i < graph->n; i++)
    for (guint k = 0; k < i; k++)
      {
        TrlPoint a = f.canvas->goal->points[i], b = f.canvas->goal->points[k];
        g_assert_cmpfloat (hypot (a.x - b.x, a.y - b.y), >,
                           2 * trl_layout_disc_radius (1));
      }
  fixture_close (&f);
}

static void
test_remove (void)
{
  Fixture f = { 0 };
  open_types (&f);
  trellis_selection_set (f.selection, TRL_KIND_NODE, "t5");
  trellis_selection_toggle (f.selection, TRL_KIND_NODE, "t6");
  fixture_act (&f, "canvas.delete", NULL);
  g_assert_cmpuint (fixture_row (&f, "t5"), ==, TRL_NO_ROW);
  g_assert_cmpstr (f.notice, ==, "2 partners removed");
  g_assert_cmpuint (trellis_selection_get_n (f.selection, TRL_KIND_NODE), ==, 0);
  g_assert_null (find_proxy (&f, "t5"));
  trl_document_undo (f.document);
  g_assert_cmpint (fixture_rank (&f, "t5"), ==, -1);
  g_assert_nonnull (find_proxy (&f, "t5"));
  fixture_close (&f);
}

static void
test_connect (void)
{
  Fixture f = { 0 };
  open_types (&f);
  trellis_selection_set (f.selection, TRL_KIND_NODE, "t1");
  trellis_selection_toggle (f.selection, TRL_KIND_NODE, "t2");
  fixture_act (&f, "canvas.connect", NULL);
  TrlNetwork *network = fixture_network (&f);
  guint       edge =
    trl_network_get_node_edge (network, fixture_row (&f, "t1"), fixture_row (&f, "t2"));
  g_assert_cmpuint (edge, !=, TRL_NO_ROW);
  g_assert_cmpint (trl_network_get_edge_rank (network, edge), ==, -1);
  g_assert_cmpuint (trellis_selection_get_n (f.selection, TRL_KIND_EDGE), ==, 1);
  fixture_act (&f, "canvas.set-level", "3");
  g_assert_cmpint (trl_network_get_edge_rank (network, edge), ==, 3);
  /* A second time the partnership that is there is selected. */
  guint            m = trl_table_get_size (trl_network_get_edges (network));
  g_autofree char *id = trellis_canvas_connect_partners (f.canvas, "t2", "t1", 2);
  g_assert_cmpuint (trl_table_get_size (trl_network_get_edges (network)), ==, m);
  g_assert_true (trellis_selection_contains (f.selection, TRL_KIND_EDGE, id));
  g_assert_nonnull (f.notice);
  fixture_close (&f);
}

static void
test_locked (void)
{
  static const char *const targets[][2] = {
    { "canvas.set-level", "1" },
    { "canvas.delete", NULL },
    { "canvas.rename", NULL },
    { "canvas.connect", NULL },
    { "canvas.pin", NULL },
    { "canvas.add-partner", NULL },
    { "canvas.nudge", "(10.0, 0.0)" },
    { "canvas.lay-out", NULL },
  };
  Fixture f = { 0 };
  fixture_open (&f, fixture_document_of_organizations (8, FALSE), 700, 500);
  trellis_canvas_set_locked (f.canvas, TRUE);
  guint64 revision = trl_document_get_revision (f.document);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      trellis_selection_set (f.selection, TRL_KIND_NODE, "o1");
      trellis_selection_toggle (f.selection, TRL_KIND_NODE, "o4");
      fixture_act (&f, targets[i][0], targets[i][1]);
    }
  trellis_canvas_add_partner (f.canvas);
  g_autofree char *id = trellis_canvas_connect_partners (f.canvas, "o1", "o5", 2);
  g_assert_null (id);
  g_assert_cmpuint (trl_document_get_revision (f.document), ==, revision);
  g_assert_null (find_entry (&f));
  fixture_close (&f);
}

/* --- places --- */

static TrlPoint
get_stored (Fixture *f, const char *id)
{
  const TrlTable *nodes = trl_network_get_nodes (fixture_network (f));
  guint           row = fixture_row (f, id);
  return (TrlPoint){ trl_table_get_number (nodes, row, TRL_NODE_X),
                     trl_table_get_number (nodes, row, TRL_NODE_Y) };
}

static void
test_nudge (void)
{
  Fixture f = { 0 };
  fixture_open (&f, fixture_document_of_organizations (12, FALSE), 700, 500);
  /* Places that come with opening are no step and no change. */
  g_assert_null (trl_document_get_undo_name (f.document));
  g_assert_false (trl_document_is_modified (f.document));
  TrlPoint before = get_stored (&f, "o2"), other = get_stored (&f, "o3");
  g_assert_true (isfinite (before.x));
  trellis_selection_set (f.selection, TRL_KIND_NODE, "o2");
  fixture_act (&f, "canvas.nudge", "(10.0, 0.0)");
  fixture_act (&f, "canvas.nudge", "(0.0, -1.0)");
  TrlPoint after = get_stored (&f, "o2");
  g_assert_cmpfloat_with_epsilon (after.x, before.x + 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (after.y, before.y - 1, 1e-9);
  g_assert_cmpfloat (get_stored (&f, "o3").x, ==, other.x);
  trl_document_undo (f.document); /* steps of one walk are one */
  g_assert_cmpfloat (get_stored (&f, "o2").x, ==, before.x);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

/* A walk with one partner and a walk with another are two steps. */
static void
test_nudge_two (void)
{
  Fixture f = { 0 };
  fixture_open (&f, fixture_document_of_organizations (12, FALSE), 700, 500);
  TrlPoint one = get_stored (&f, "o2"), two = get_stored (&f, "o3");
  trellis_selection_set (f.selection, TRL_KIND_NODE, "o2");
  fixture_act (&f, "canvas.nudge", "(10.0, 0.0)");
  trellis_selection_set (f.selection, TRL_KIND_NODE, "o3");
  fixture_act (&f, "canvas.nudge", "(10.0, 0.0)");
  trl_document_undo (f.document);
  g_assert_cmpfloat (get_stored (&f, "o3").x, ==, two.x);
  g_assert_cmpfloat_with_epsilon (get_stored (&f, "o2").x, one.x + 10, 1e-9);
  trl_document_undo (f.document);
  g_assert_cmpfloat (get_stored (&f, "o2").x, ==, one.x);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

static TrlDocument *
two_networks (void)
{
  TrlDocument *document = fixture_document_of_organizations (12, FALSE);
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, "second");
  trl_document_begin (document, "Fill", NULL);
  trl_document_add_network (document, record);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);
      trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (id));
      trl_document_add (document, "second", node);
      g_autoptr (TrlRecord) edge = trl_record_new_edge (NULL, "s0", id);
      if (i > 0)
        trl_document_add (document, "second", edge);
    }
  trl_document_set (document, TRL_KIND_NETWORK, "second", NULL, TRL_NETWORK_LAYOUT,
                    TRL_TEXT ("stress"));
  trl_document_end (document);
  trl_document_forget_history (document);
  trl_document_mark_saved (document);
  return document;
}

static void
rename_in_second (Fixture *f, const char *name)
{
  trl_document_begin (f->document, "Rename", NULL);
  trl_document_set (f->document, TRL_KIND_NODE, "second", "s1", TRL_NODE_NAME,
                    TRL_TEXT (name));
  trl_document_end (f->document);
}

static gboolean
is_stored_in_second (Fixture *f, const char *id)
{
  const TrlTable *nodes =
    trl_network_get_nodes (trl_document_find_network (f->document, "second"));
  return isfinite (trl_table_get_number (nodes, trl_table_find (nodes, id), TRL_NODE_X));
}

/* Looking at a network gives it a picture, not a step; the first place given by hand
 * keeps the others, and undoing that leaves the picture as it was. */
static void
test_looking_is_no_step (void)
{
  Fixture f = { 0 };
  fixture_open (&f, two_networks (), 700, 500);
  rename_in_second (&f, "Changed");
  trellis_canvas_set_network_id (f.canvas, "second");
  g_assert_nonnull (find_proxy (&f, "s5"));
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==, "Rename");
  g_assert_false (is_stored_in_second (&f, "s5"));
  guint    index = f.canvas->graph->node_index[trellis_canvas_find_row (f.canvas, "s5")];
  TrlPoint before = f.canvas->goal->points[index];
  rename_in_second (&f, "Changed Again");
  g_assert_cmpfloat (f.canvas->goal->points[index].x, ==, before.x);
  trellis_selection_set (f.selection, TRL_KIND_NODE, "s5");
  fixture_act (&f, "canvas.nudge", "(10.0, 0.0)");
  g_assert_true (is_stored_in_second (&f, "s2"));
  g_assert_cmpfloat_with_epsilon (f.canvas->goal->points[index].x, before.x + 10, 1e-9);
  trl_document_undo (f.document);
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==, "Rename");
  g_assert_cmpfloat (f.canvas->goal->points[index].x, ==, before.x);
  trellis_canvas_lay_out (f.canvas, NULL);
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==, "Lay Out");
  g_assert_true (is_stored_in_second (&f, "s5"));
  /* Another network laid out next is another step. */
  trellis_canvas_set_network_id (f.canvas, "site");
  trellis_canvas_lay_out (f.canvas, "spokes");
  trl_document_undo (f.document);
  g_assert_true (is_stored_in_second (&f, "s5"));
  fixture_close (&f);
}

static void
get_centre (Fixture *f, const char *id, graphene_point_t *centre)
{
  double x, y;

  g_assert_true (trellis_canvas_get_place (
    f->canvas, trellis_canvas_find_row (f->canvas, id), &x, &y));
  *centre = GRAPHENE_POINT_INIT ((float) x, (float) y);
}

/* Waits until a partner stands still, which on a busy machine takes longer than the move.
 */
static void
wait_for_rest (Fixture *f, const char *id, graphene_point_t *at)
{
  graphene_point_t last;
  guint            calm = 0;

  get_centre (f, id, &last);
  for (guint tries = 0; calm < 3 && tries < 100; tries++)
    {
      fixture_wait (100);
      get_centre (f, id, at);
      calm = graphene_point_distance (&last, at, NULL, NULL) < 0.01 ? calm + 1 : 0;
      last = *at;
    }
  g_assert_cmpuint (calm, ==, 3);
}

/* Whether the first frame after a new level lies short of the new place: a frame that
 * comes late may miss the whole move. */
static gboolean
is_seen_moving (Fixture *f, const char *level)
{
  graphene_point_t before, start, after;

  get_centre (f, "t0", &before);
  fixture_act (f, "canvas.set-level", level);
  fixture_paint (f);
  get_centre (f, "t0", &start);
  wait_for_rest (f, "t0", &after);
  double way = graphene_point_distance (&before, &after, NULL, NULL);
  g_assert_cmpfloat (way, >, 40);
  return graphene_point_distance (&before, &start, NULL, NULL) < way * 0.9;
}

static void
test_moves_calmly (void)
{
  Fixture  f = { 0 };
  gboolean seen = FALSE;

  open_types (&f);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  fixture_wait (50);
  trellis_selection_set (f.selection, TRL_KIND_NODE, "t0");
  for (guint tries = 0; !seen && tries < 6; tries++)
    seen = is_seen_moving (&f, tries % 2 == 0 ? "1" : "4");
  g_assert_true (seen);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture_close (&f);
}

static void
test_switch_layout (void)
{
  Fixture f = { 0 };
  open_types (&f);
  trellis_canvas_lay_out (f.canvas, "stress");
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==, "Lay Out");
  g_assert_true (isfinite (get_stored (&f, "t0").x));
  fixture_paint (&f);
  fixture_shoot (f.window, "types-stress");
  trl_document_undo (f.document);
  g_assert_null (trl_document_get_undo_name (f.document));
  g_assert_false (isfinite (get_stored (&f, "t0").x));
  trellis_canvas_lay_out (f.canvas, "spokes");
  fixture_paint (&f);
  fixture_shoot (f.window, "types-spokes");
  fixture_close (&f);
}

static guint
count_names (Fixture *f)
{
  guint          n, names = 0;
  const TrlItem *items = trl_scene_get_items (f->canvas->scene, &n);
  for (guint i = 0; i < n; i++)
    names += items[i].kind == TRL_ITEM_TEXT;
  return names;
}

/* The size on the screen of the smallest name outside a disc. */
static double
get_least_name (Fixture *f)
{
  guint          n;
  double         least = INFINITY;
  const TrlItem *items = trl_scene_get_items (f->canvas->scene, &n);
  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT && items[i].owner.kind == TRL_OWNER_NODE)
      {
        const TrlTextBlock *block = trl_scene_get_text (f->canvas->scene, items[i].text);
        TrlPoint            at =
          f->canvas->goal->points[f->canvas->graph->node_index[items[i].owner.row]];
        if (hypot (items[i].x - at.x, items[i].y - at.y) > 6)
          least = MIN (least, block->size * trellis_canvas_get_zoom (f->canvas));
      }
  return least;
}

static void
test_names_are_readable (void)
{
  const int widths[] = { 360, 900, 1600 };
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Fixture          f = { 0 };
      g_autofree char *shot = g_strdup_printf ("readable-%d", widths[i]);
      fixture_open (&f, fixture_document (18), widths[i], widths[i] > 400 ? 800 : 560);
      fixture_wait (400);
      fixture_shoot (f.window, shot);
      g_assert_cmpfloat (get_least_name (&f), >=, 9);
      /* A zoom by hand is followed once it has ended. */
      TrlScene *before = f.canvas->scene;
      for (guint k = 0; k < 3; k++)
        fixture_act (&f, "canvas.zoom-out", NULL);
      g_assert_true (f.canvas->scene == before);
      fixture_wait (400);
      if (trellis_canvas_get_zoom (f.canvas) > 0.3)
        g_assert_cmpfloat (get_least_name (&f), >=, 9);
      trellis_selection_set (f.selection, TRL_KIND_EDGE, "e1");
      fixture_wait (50);
      g_autofree char *far_shot = g_strconcat (shot, "-far", NULL);
      fixture_shoot (f.window, far_shot);
      fixture_close (&f);
    }
}

static void
test_large_in_thread (void)
{
  Fixture f = { 0 };
  fixture_open (&f, fixture_document_of_organizations (320, FALSE), 900, 700);
  for (guint i = 0; i < 200 && trellis_canvas_is_laying_out (f.canvas); i++)
    fixture_wait (50);
  g_assert_false (trellis_canvas_is_laying_out (f.canvas));
  g_assert_true (isfinite (get_stored (&f, "o0").x));
  for (guint i = 0; i < 40 && count_names (&f) == 0; i++)
    fixture_wait (50);
  g_assert_cmpuint (count_names (&f), >, 30);
  fixture_paint (&f);
  fixture_shoot (f.window, "320");
  /* What would take long comes without names first, then with them. */
  f.canvas->names_cost = 1000;
  trellis_selection_set (f.selection, TRL_KIND_NODE, "o2");
  fixture_act (&f, "canvas.nudge", "(10.0, 0.0)");
  g_assert_cmpuint (count_names (&f), ==, 0);
  for (guint i = 0; i < 60 && count_names (&f) == 0; i++)
    fixture_wait (50);
  g_assert_cmpuint (count_names (&f), >, 30);
  fixture_close (&f);
}

/* So many partners are neither laid out nor drawn before the window is there. */
#define SLOW 3000

static void
wait_for_map (Fixture *f)
{
  for (guint i = 0; i < 200 && (!f->canvas->scene || f->canvas->large_wanted); i++)
    fixture_wait (50);
  g_assert_nonnull (f->canvas->scene);
}

static void
test_cancel_layout (void)
{
  Fixture f = { 0 };
  fixture_open (&f, fixture_document_of_organizations (SLOW, FALSE), 900, 700);
  g_assert_true (trellis_canvas_is_laying_out (f.canvas));
  trellis_canvas_cancel_layout (f.canvas);
  for (guint i = 0; i < 100 && trellis_canvas_is_laying_out (f.canvas); i++)
    fixture_wait (50);
  g_assert_false (trellis_canvas_is_laying_out (f.canvas));
  g_assert_false (isfinite (get_stored (&f, "o0").x));
  wait_for_map (&f);
  g_assert_nonnull (find_proxy (&f, "o0")); /* on a circle, to be seen and reached */
  fixture_close (&f);
}

static void
test_edit_while_laying_out (void)
{
  Fixture f = { 0 };
  fixture_open (&f, fixture_document_of_organizations (SLOW, FALSE), 900, 700);
  g_assert_true (trellis_canvas_is_laying_out (f.canvas));
  trellis_canvas_add_partner (f.canvas);
  for (guint i = 0; i < 200 && trellis_canvas_is_laying_out (f.canvas); i++)
    fixture_wait (50);
  g_assert_false (trellis_canvas_is_laying_out (f.canvas));
  g_assert_true (isfinite (get_stored (&f, "o7").x));
  wait_for_map (&f);
  g_assert_cmpint (trellis_canvas_find_in_walk (f.canvas, fixture_row (&f, "o7")), >=, 0);
  trl_document_undo (f.document);
  trl_document_undo (f.document);
  g_assert_cmpuint (trl_network_count_partners (fixture_network (&f)), ==, SLOW);
  for (guint i = 0; i < 200 && trellis_canvas_is_laying_out (f.canvas); i++)
    fixture_wait (50);
  g_assert_nonnull (trl_document_get_redo_name (f.document));
  fixture_close (&f);
}

/* --- rolled up --- */

static void
test_rolled_up (void)
{
  Fixture f = { 0 };
  fixture_open (&f, fixture_document_of_organizations (30, TRUE), 900, 700);
  fixture_shoot (f.window, "organizations-hub");
  trellis_canvas_set_rolled_up (f.canvas, TRUE);
  fixture_paint (&f);
  fixture_shoot (f.window, "rolled-up");
  const TrlNetwork *shown = trellis_canvas_get_shown (f.canvas);
  g_assert_cmpuint (trl_table_get_size (trl_network_get_nodes (shown)), ==, 7);
  /* Selecting a type selects its partners. */
  fixture_act (&f, "canvas.select-all", NULL);
  g_assert_cmpuint (trellis_selection_get_n (f.selection, TRL_KIND_NODE), ==, 30);
  gtk_widget_grab_focus (GTK_WIDGET (f.canvas));
  gtk_widget_child_focus (GTK_WIDGET (f.canvas), GTK_DIR_TAB_FORWARD);
  while (g_strcmp0 (get_focus_id (&f), "o0") == 0)
    gtk_widget_child_focus (GTK_WIDGET (f.canvas), GTK_DIR_TAB_FORWARD);
  g_autofree char *type = g_strdup (get_focus_id (&f));
  trellis_selection_clear (f.selection);
  fixture_act (&f, "canvas.open", NULL);
  g_assert_cmpstr (f.opened, ==, type);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

/* --- keyboard and screen readers --- */

static void
test_tab (void)
{
  Fixture f = { 0 };
  open_types (&f);
  gtk_widget_grab_focus (GTK_WIDGET (f.canvas));
  g_assert_null (get_focus_id (&f));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f.canvas), GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (get_focus_id (&f), ==, "hub");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f.canvas), GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (get_focus_id (&f), ==, "t0");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f.canvas), GTK_DIR_TAB_BACKWARD));
  g_assert_cmpstr (get_focus_id (&f), ==, "hub");
  for (guint i = 0; i < 18; i++)
    g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f.canvas), GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (get_focus_id (&f), ==, "t17");
  /* At the end the focus goes on to what comes after the map. */
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (f.canvas), GTK_DIR_TAB_FORWARD));
  fixture_close (&f);
}

static void
test_arrows (void)
{
  Fixture f = { 0 };
  open_types (&f);
  trellis_canvas_show_node (f.canvas, "hub");
  graphene_rect_t from, to;
  static const struct
  {
    const char *way;
    int         dx, dy;
  } ways[] = {
    { "'left'", -1, 0 }, { "'right'", 1, 0 }, { "'up'", 0, -1 }, { "'down'", 0, 1 }
  };
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      trellis_canvas_show_node (f.canvas, "hub");
      fixture_act (&f, "canvas.go", ways[i].way);
      g_assert_cmpstr (get_focus_id (&f), !=, "hub");
      g_assert_true (
        gtk_widget_compute_bounds (find_proxy (&f, "hub"), GTK_WIDGET (f.canvas), &from));
      g_assert_true (gtk_widget_compute_bounds (find_proxy (&f, get_focus_id (&f)),
                                                GTK_WIDGET (f.canvas), &to));
      graphene_point_t a, b;
      graphene_rect_get_center (&from, &a);
      graphene_rect_get_center (&to, &b);
      g_assert_cmpfloat ((b.x - a.x) * ways[i].dx + (b.y - a.y) * ways[i].dy, >, 5);
    }
  fixture_act (&f, "canvas.neighbour", "1");
  fixture_close (&f);
}

static void
test_neighbours (void)
{
  Fixture f = { 0 };
  open_types (&f);
  trellis_canvas_show_node (f.canvas, "hub");
  g_autoptr (GHashTable) seen =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < 18; i++)
    {
      fixture_act (&f, "canvas.neighbour", "1");
      g_hash_table_add (seen, g_strdup (get_focus_id (&f)));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 18);
  fixture_act (&f, "canvas.neighbour", "-1");
  fixture_close (&f);
}

static void
test_proxies (void)
{
  Fixture f = { 0 };
  open_types (&f);
  GtkWidget *proxy = find_proxy (&f, "t1");
  gtk_test_accessible_assert_role (GTK_WIDGET (f.canvas), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_WIDGET (f.canvas),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Partnership map");
  gtk_test_accessible_assert_role (proxy, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (proxy, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       get_name (&f, "t1"));
  gtk_test_accessible_assert_property (
    proxy, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "Coordination with \342\201\250Hub\342\201\251 · 4 partners");
  gtk_test_accessible_assert_relation (proxy, GTK_ACCESSIBLE_RELATION_POS_IN_SET, 3);
  gtk_test_accessible_assert_relation (proxy, GTK_ACCESSIBLE_RELATION_SET_SIZE, 19);
  gtk_test_accessible_assert_state (proxy, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  trellis_selection_set (f.selection, TRL_KIND_NODE, "t1");
  gtk_test_accessible_assert_state (proxy, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  fixture_act (&f, "canvas.set-level", "1");
  g_assert_true (find_proxy (&f, "t1") == proxy);
  gtk_test_accessible_assert_property (
    proxy, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "Networking with \342\201\250Hub\342\201\251 · 4 partners");
  fixture_close (&f);
}

static void
test_hidden (void)
{
  Fixture f = { 0 };
  open_types (&f);
  trellis_filter_set_level_hidden (f.filter, "interaction", 3, TRUE);
  g_assert_null (find_proxy (&f, "t1"));
  g_assert_nonnull (find_proxy (&f, "t0"));
  fixture_paint (&f);
  fixture_shoot (f.window, "hidden");
  trellis_filter_clear (f.filter);
  g_assert_nonnull (find_proxy (&f, "t1"));
  fixture_close (&f);
}

/* --- keys and pictures --- */

static void
test_keys (void)
{
  guint                        n;
  const TrellisCanvasShortcut *rows = trellis_canvas_shortcuts (&n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) kept =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < n; i++)
    {
      char **keys = g_strsplit (rows[i].accelerators, " ", -1);
      g_ptr_array_add (kept, keys);
      for (guint k = 0; keys[k]; k++)
        {
          guint           key;
          GdkModifierType state;
          g_test_message ("%s", keys[k]);
          g_assert_true (gtk_accelerator_parse (keys[k], &key, &state));
          g_assert_true (g_hash_table_add (seen, keys[k]));
        }
    }
}

static void
test_looks (void)
{
  Fixture f = { 0 };
  open_types (&f);
  fixture_shoot (f.window, "rings-light");
  trellis_selection_set (f.selection, TRL_KIND_NODE, "t1");
  trellis_canvas_show_node (f.canvas, "t4");
  fixture_paint (&f);
  fixture_shoot (f.window, "rings-focus");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  fixture_wait (300);
  fixture_paint (&f);
  fixture_shoot (f.window, "rings-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  fixture_close (&f);
}

static void
test_tiny (void)
{
  Fixture f = { 0 };
  fixture_open (&f, fixture_document (18), 200, 160);
  fixture_shoot (f.window, "tiny");
  fixture_close (&f);
  Fixture g = { 0 };
  fixture_open (&g, fixture_document (0), 400, 300);
  fixture_shoot (g.window, "only-hub");
  fixture_close (&g);
}

static void
test_200 (void)
{
  Fixture f = { 0 };
  fixture_open (&f, fixture_document_of_organizations (200, FALSE), 1200, 900);
  fixture_shoot (f.window, "200");
  fixture_close (&f);
}

/* --- real data --- */

/* NULL, and the test skipped, where the shared data are not beside the project. */
static TrlDocument *
read_shared (const char *folder, const char *first, const char *second)
{
  g_autofree char *a =
    g_build_filename (g_getenv ("TRL_SHARED"), "data", folder, first, NULL);
  g_autofree char *b =
    g_build_filename (g_getenv ("TRL_SHARED"), "data", folder, second, NULL);
  if (!g_file_test (a, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the shared data are not beside the project");
      return NULL;
    }
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReadRequest) request =
    trl_read_request_new_for_paths ((const char *[]){ a, b, NULL }, &error);
  g_assert_no_error (error);
  TrlDocument *document = trl_format_read (request, NULL, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static guint
count_proxies (Fixture *f)
{
  guint n = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->canvas)); child;
       child = gtk_widget_get_next_sibling (child))
    n += TRELLIS_IS_NODE_PROXY (child);
  return n;
}

static void
test_real_organizations (void)
{
  Fixture      f = { 0 };
  TrlDocument *document =
    read_shared ("indiana-tobacco-control", "organizations.csv", "collaboration.csv");
  if (!document)
    return;
  fixture_open (&f, document, 1100, 800);
  g_assert_cmpuint (count_proxies (&f), ==, 25);
  fixture_shoot (f.window, "indiana");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  fixture_act (&f, "canvas.zoom-in", NULL);
  fixture_paint (&f);
  fixture_shoot (f.window, "indiana-rtl");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  trellis_canvas_set_rolled_up (f.canvas, TRUE);
  fixture_paint (&f);
  fixture_shoot (f.window, "indiana-rolled-up");
  fixture_close (&f);
}

static void
test_real_survey (void)
{
  Fixture      f = { 0 };
  TrlDocument *document =
    read_shared ("ecosystem-lab-illustrative", "survey.csv", "sites.csv");
  if (!document)
    return;
  fixture_open (&f, document, 1100, 800);
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      TrlNetwork      *network = trl_document_get_network (document, i);
      g_autofree char *shot = g_strdup_printf ("survey-%u", i);
      trellis_canvas_set_network_id (f.canvas, trl_network_get_id (network));
      fixture_paint (&f);
      g_assert_cmpuint (count_proxies (&f), >=, 18);
      g_assert_null (trl_document_get_undo_name (document));
      if (i == 2 || i == 5)
        fixture_shoot (f.window, shot);
    }
  fixture_close (&f);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/canvas/level/a-key-sets-it-and-undo-takes-it-back",
                   test_level_by_key);
  g_test_add_func ("/canvas/level/of-several-is-one-step", test_level_of_several);
  g_test_add_func ("/canvas/level/beyond-the-scale-does-nothing",
                   test_level_beyond_scale);
  g_test_add_func ("/canvas/level/of-two-partners-is-that-of-their-tie",
                   test_level_of_two);
  g_test_add_func ("/canvas/rename/return-keeps-the-name", test_rename);
  g_test_add_func ("/canvas/rename/a-blank-name-is-no-name", test_rename_to_nothing);
  g_test_add_func ("/canvas/add/added-and-named-is-one-step", test_add);
  g_test_add_func ("/canvas/names-are-readable", test_names_are_readable);
  g_test_add_func ("/canvas/keys-mean-what-is-seen", test_keys_mean_what_is_seen);
  g_test_add_func ("/canvas/added-partners-lie-apart", test_added_ones_lie_apart);
  g_test_add_func ("/canvas/remove/partners-go-and-come-back", test_remove);
  g_test_add_func ("/canvas/connect/two-that-are-selected", test_connect);
  g_test_add_func ("/canvas/locked/refuses-every-edit", test_locked);
  g_test_add_func ("/canvas/places/arrows-move-in-one-step", test_nudge);
  g_test_add_func ("/canvas/places/regress-another-partner-is-another-step",
                   test_nudge_two);
  g_test_add_func ("/canvas/places/regress-looking-is-no-step", test_looking_is_no_step);
  g_test_add_func ("/canvas/places/a-new-level-is-reached-calmly", test_moves_calmly);
  g_test_add_func ("/canvas/places/a-new-layout-is-one-step", test_switch_layout);
  g_test_add_func ("/canvas/places/a-large-network-is-laid-out-in-a-thread",
                   test_large_in_thread);
  g_test_add_func ("/canvas/places/a-cancelled-layout-leaves-something-to-see",
                   test_cancel_layout);
  g_test_add_func ("/canvas/places/an-edit-while-laying-out-is-kept",
                   test_edit_while_laying_out);
  g_test_add_func ("/canvas/rolled-up/a-type-stands-for-its-partners", test_rolled_up);
  g_test_add_func ("/canvas/keyboard/tab-walks-in-list-order", test_tab);
  g_test_add_func ("/canvas/keyboard/arrows-go-that-way", test_arrows);
  g_test_add_func ("/canvas/keyboard/brackets-go-around-a-partner", test_neighbours);
  g_test_add_func ("/canvas/reader/hears-names-levels-and-selection", test_proxies);
  g_test_add_func ("/canvas/reader/hidden-partners-are-not-there", test_hidden);
  g_test_add_func ("/canvas/keys/each-means-one-thing", test_keys);
  g_test_add_func ("/canvas/look/light-and-dark", test_looks);
  g_test_add_func ("/canvas/look/tiny", test_tiny);
  g_test_add_func ("/canvas/look/two-hundred", test_200);
  g_test_add_func ("/canvas/real/organizations", test_real_organizations);
  g_test_add_func ("/canvas/real/survey", test_real_survey);
  return g_test_run ();
}
