/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows for tests of the canvas.  Animations are off, that what is asserted is there.
 */
#include "canvas-fixture.h"

void
fixture_init (int *argc, char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE); /* “none” makes the assertions abort */
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static void
add_node (
  TrlDocument *document, const char *id, const char *name, const char *type, double count)
{
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);
  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (name));
  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type));
  if (count > 0)
    trl_record_set (node, TRL_NODE_COUNT, TRL_NUMBER (count));
  trl_document_add (document, fixture_network_id (document), node);
}

static void
add_edge (
  TrlDocument *document, const char *id, const char *from, const char *to, int rank)
{
  const TrlScale *scale =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (document), NULL);
  g_autoptr (TrlRecord) edge = trl_record_new_edge (id, from, to);
  if (rank >= 0)
    trl_record_set (edge, TRL_EDGE_LEVEL,
                    TRL_TEXT (trl_scale_get_level (scale, rank)->id));
  trl_document_add (document, fixture_network_id (document), edge);
}

const char *
fixture_network_id (TrlDocument *document)
{
  return trl_network_get_id (trl_document_get_network (document, 0));
}

static TrlDocument *
begin_document (const char *name)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, "site");
  trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT (name));
  trl_document_begin (document, "Fill", NULL);
  trl_document_add_network (document, record);
  return document;
}

static void
finish_document (TrlDocument *document, const char *hub)
{
  if (hub)
    trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_HUB,
                      TRL_TEXT (hub));
  trl_document_end (document);
  trl_document_forget_history (document);
  trl_document_mark_saved (document);
}

static const TrlPartnerType *
get_type (TrlDocument *document, guint i)
{
  GPtrArray *types = trl_document_get_vocabulary (document)->types;
  return g_ptr_array_index (types, i % types->len);
}

TrlDocument *
fixture_document (guint n_types)
{
  TrlDocument *document = begin_document ("Site C");
  add_node (document, "hub", "Hub", NULL, 0);
  for (guint i = 0; i < n_types; i++)
    {
      const TrlPartnerType *type = get_type (document, i);
      g_autofree char      *id = g_strdup_printf ("t%u", i);
      g_autofree char      *edge = g_strdup_printf ("e%u", i);
      add_node (document, id, type->name, type->id, 1 + 3 * (i % 5));
      add_edge (document, edge, "hub", id, 4 - (int) (i % 6));
    }
  finish_document (document, "hub");
  return document;
}

TrlDocument *
fixture_document_of_organizations (guint n, gboolean hub)
{
  TrlDocument *document = begin_document ("Organizations");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("o%u", i);
      g_autofree char *name = g_strdup_printf ("Organization %u of Some Length", i);
      add_node (document, id, name, get_type (document, i % 6)->id, 0);
    }
  for (guint i = 0; i < n + n / 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);
      g_autofree char *from = g_strdup_printf ("o%u", hub ? 0 : i % n);
      g_autofree char *to =
        g_strdup_printf ("o%u", i < n ? (i + 1) % n : (i * 7 + 3) % n);
      if (!g_str_equal (from, to) && (!hub || i + 1 < n))
        add_edge (document, id, from, to, (int) (i % 6) - 1);
    }
  finish_document (document, hub ? "o0" : NULL);
  return document;
}

static gboolean
set_true (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_until (gboolean *flag, guint ms)
{
  gboolean late = FALSE;
  guint    id = g_timeout_add (ms, set_true, &late);
  while (!late && !(flag && *flag))
    g_main_context_iteration (NULL, TRUE);
  if (!late)
    g_source_remove (id);
}

void
fixture_wait (guint ms)
{
  run_until (NULL, ms);
}

void
fixture_paint (Fixture *fixture)
{
  gboolean       painted = FALSE;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  gulong         id =
    g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (set_true), &painted);
  gtk_widget_queue_draw (GTK_WIDGET (fixture->canvas));
  run_until (&painted, 3000);
  g_signal_handler_disconnect (clock, id);
  g_assert_true (painted);
}

static void
on_notice (TrellisCanvas *canvas, const char *text, gboolean can_undo, Fixture *fixture)
{
  g_free (fixture->notice);
  fixture->notice = g_strdup (text);
}

static void
on_activated (TrellisCanvas *canvas, int kind, const char *id, Fixture *fixture)
{
  g_free (fixture->opened);
  fixture->opened = g_strdup (id);
}

static void
on_opened (TrellisCanvas *canvas, const char *id, Fixture *fixture)
{
  on_activated (canvas, 0, id, fixture);
}

void
fixture_open (Fixture *fixture, TrlDocument *document, int width, int height)
{
  fixture->document = document;
  fixture->selection = trellis_selection_new ();
  fixture->filter = trellis_filter_new ();
  fixture->canvas =
    TRELLIS_CANVAS (trellis_canvas_new (fixture->selection, fixture->filter));
  g_signal_connect (fixture->canvas, "notice", G_CALLBACK (on_notice), fixture);
  g_signal_connect (fixture->canvas, "activated", G_CALLBACK (on_activated), fixture);
  g_signal_connect (fixture->canvas, "open-type", G_CALLBACK (on_opened), fixture);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_set_title (GTK_WINDOW (fixture->window), "Canvas");
  trellis_canvas_set_document (fixture->canvas, document, fixture_network_id (document));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_paint (fixture);
}

void
fixture_close (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->selection);
  g_clear_object (&fixture->filter);
  g_clear_pointer (&fixture->notice, g_free);
  g_clear_pointer (&fixture->opened, g_free);
}

void
fixture_shoot (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("TRELLIS_TEST_SHOTS");
  if (!folder)
    return;
  g_autofree char *path = g_strdup_printf ("%s/%s.png", folder, name);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int          width = gtk_widget_get_width (widget);
  int          height = gtk_widget_get_height (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (
    renderer, node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

TrlNetwork *
fixture_network (Fixture *fixture)
{
  return trl_document_get_network (fixture->document, 0);
}

guint
fixture_row (Fixture *fixture, const char *id)
{
  return trl_table_find (trl_network_get_nodes (fixture_network (fixture)), id);
}

int
fixture_rank (Fixture *fixture, const char *node)
{
  TrlNetwork *network = fixture_network (fixture);
  guint       edge = trl_network_get_node_edge (network, trl_network_get_hub (network),
                                                fixture_row (fixture, node));
  return edge == TRL_NO_ROW ? G_MININT : trl_network_get_edge_rank (network, edge);
}

void
fixture_act (Fixture *fixture, const char *action, const char *target)
{
  g_autoptr (GVariant) value =
    target ? g_variant_ref_sink (g_variant_parse (NULL, target, NULL, NULL, NULL)) : NULL;
  gtk_widget_activate_action_variant (GTK_WIDGET (fixture->canvas), action, value);
}
