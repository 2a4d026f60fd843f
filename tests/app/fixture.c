/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program runs inside the test; documents are made here, never read. */

#include "config.h"

#include "fixture.h"

#include "model/trl-next-wave.h"

#include "trellis-paths.h"

static gboolean
set_true (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

void
fixture_spin (guint ms)
{
  gboolean late = FALSE;

  g_timeout_add (ms, set_true, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
}

gboolean
fixture_wait (FixtureCheck check, gpointer data)
{
  for (guint i = 0; i < 400; i++)
    {
      if (check (data))
        return TRUE;
      fixture_spin (20);
    }
  return FALSE;
}

static gboolean
is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

gboolean
fixture_wait_file (const char *path)
{
  return fixture_wait (is_there, (gpointer) path);
}

static gboolean
is_settled (gpointer studio)
{
  gboolean busy;

  g_object_get (studio, "busy", &busy, NULL);
  return !busy;
}

void
fixture_settle (GtkWidget *studio)
{
  g_assert_true (fixture_wait (is_settled, studio));
  fixture_spin (20);
}

TrellisApplication *
fixture_start (void)
{
  TrellisApplication *application;
  g_autoptr (GError) error = NULL;

  trellis_paths_init ();
  application = trellis_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) |
                             G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_set_default (G_APPLICATION (application));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  return application;
}

static void
add_tie (TrlDocument *document, const char *network, guint type, guint level, guint count)
{
  const TrlVocabulary  *words = trl_document_get_vocabulary (document);
  const TrlPartnerType *row = words->types->pdata[type];
  const TrlScale       *scale = trl_vocabulary_find_scale (words, NULL);
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, row->id);
  g_autoptr (TrlRecord) edge = trl_record_new_edge (row->letter, "hub", row->id);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (row->name));
  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (row->id));
  if (count)
    trl_record_set (node, TRL_NODE_COUNT, TRL_NUMBER (count));
  if (level < 5)
    trl_record_set (edge, TRL_EDGE_LEVEL,
                    TRL_TEXT (trl_scale_get_level (scale, level)->id));
  trl_document_add (document, network, node);
  trl_document_add (document, network, edge);
}

static void
add_site (TrlDocument *document, const char *name, guint shift)
{
  static const guint levels[] = { 4, 3, 2, 1, 0, 3, 2, 5, 1, 4, 3, 0, 2, 1, 3, 0, 5, 2 };
  g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, name);
  g_autoptr (TrlRecord) hub = trl_record_new (TRL_KIND_NODE, "hub");
  guint n = trl_document_get_vocabulary (document)->types->len;

  trl_record_set (network, TRL_NETWORK_NAME, TRL_TEXT (name));
  trl_document_add_network (document, network);
  trl_record_set (hub, TRL_NODE_NAME, TRL_TEXT ("Hub"));
  trl_record_set (hub, TRL_NODE_IMPLIED, TRL_FLAG (TRUE));
  trl_document_add (document, name, hub);
  trl_document_set (document, TRL_KIND_NETWORK, name, NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("hub"));
  for (guint i = 0; i < n; i++)
    {
      guint level = levels[(i + shift) % G_N_ELEMENTS (levels)];

      add_tie (document, name, i, level, level ? 1 + (i * 5 + shift) % 9 : 0);
    }
}

TrlDocument *
fixture_document (void)
{
  TrlDocument *document = trl_document_new ();

  trl_document_begin (document, "Make", NULL);
  add_site (document, "Site A", 0);
  add_site (document, "Site B", 5);
  add_site (document, "Site C", 11);
  trl_document_end (document);
  trl_document_forget_history (document);
  return document;
}

static void
add_organization (TrlDocument *document, guint index)
{
  static const char *const types[] = { "business", "cbo",      "k12",
                                       "food",     "highered", "public" };
  static const char *const names[] = {
    "City Library",    "Food Bank",       "Norris Academy", "River College",
    "Harbor Clinic",   "North Chamber",   "Youth Works",    "Park District",
    "Transit Agency",  "Open Studio",     "Faith Alliance", "Radio Four",
    "Tech Partners",   "Community Trust", "Science Center", "Second Harvest",
    "Skills Council",  "Family Services", "Lakeside High",  "Arts Collective",
    "Robotics League", "Mentor Network",  "Housing Office", "Garden Project"
  };
  g_autofree char *id = g_strdup_printf ("n%u", index);
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (names[index]));
  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (types[index % G_N_ELEMENTS (types)]));
  if (index % 4 == 0)
    trl_record_set (node, TRL_NODE_ROLES, TRL_TEXT ("funder"));
  trl_document_add (document, "town", node);
}

static void
add_link (TrlDocument *document, guint from, guint to)
{
  const TrlScale *scale =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (document), NULL);
  g_autofree char *id = g_strdup_printf ("e%u-%u", from, to);
  g_autofree char *one = g_strdup_printf ("n%u", from);
  g_autofree char *two = g_strdup_printf ("n%u", to);
  g_autoptr (TrlRecord) edge = trl_record_new_edge (id, one, two);

  trl_record_set (edge, TRL_EDGE_LEVEL,
                  TRL_TEXT (trl_scale_get_level (scale, 1 + (from * 7 + to) % 4)->id));
  trl_document_add (document, "town", edge);
}

TrlDocument *
fixture_organizations (void)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, "town");

  trl_record_set (network, TRL_NETWORK_NAME, TRL_TEXT ("Our Town"));
  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, network);
  for (guint i = 0; i < 24; i++)
    add_organization (document, i);
  for (guint i = 1; i < 24; i++)
    {
      add_link (document, i, i / 3);
      if (i % 2 && i + 5 < 24)
        add_link (document, i, i + 5);
    }
  trl_document_set (document, TRL_KIND_NETWORK, "town", NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("n0"));
  trl_document_set (document, TRL_KIND_NETWORK, "town", NULL, TRL_NETWORK_LAYOUT,
                    TRL_TEXT ("stress"));
  trl_document_end (document);
  trl_document_forget_history (document);
  return document;
}

TrlNetwork *
fixture_add_wave (TrlDocument *document)
{
  static const struct
  {
    guint type;
    guint rank;
  } levels[] = { { 1, 2 }, { 2, 4 }, { 3, 2 }, { 4, 3 }, { 7, 2 } };
  const TrlVocabulary *words = trl_document_get_vocabulary (document);
  const TrlScale      *scale = trl_vocabulary_find_scale (words, NULL);
  TrlNetwork          *wave;

  trl_document_begin (document, "Next Wave", NULL);
  wave = trl_next_wave_add (document, trl_document_get_network (document, 0), "2025",
                            TRUE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const TrlPartnerType *type = words->types->pdata[levels[i].type];

      trl_document_set (document, TRL_KIND_EDGE, trl_network_get_id (wave), type->letter,
                        TRL_EDGE_LEVEL,
                        TRL_TEXT (trl_scale_get_level (scale, levels[i].rank)->id));
    }
  trl_document_remove_node (document, trl_network_get_id (wave),
                            ((TrlPartnerType *) words->types->pdata[0])->id);
  trl_document_end (document);
  trl_document_forget_history (document);
  return wave;
}

static gboolean
is_painted (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

TrellisWindow *
fixture_open (TrellisApplication *application, TrlDocument *document)
{
  TrellisWindow *window = trellis_window_new (application);

  if (document)
    {
      g_autoptr (TrellisSession) session = trellis_session_new (document, NULL, "Test");

      trellis_window_set_session (window, session);
    }
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (fixture_wait (is_painted, window));
  fixture_spin (150);
  return window;
}

static gboolean
is_called (GtkWidget *widget, const char *label)
{
  const char *own = NULL;

  if (!label)
    return TRUE;
  if (ADW_IS_PREFERENCES_ROW (widget))
    own = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  else if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)))
    own = gtk_button_get_label (GTK_BUTTON (widget));
  else if (GTK_IS_LABEL (widget))
    own = gtk_label_get_text (GTK_LABEL (widget));
  else
    own = gtk_widget_get_tooltip_text (widget);
  return g_strcmp0 (own, label) == 0;
}

GtkWidget *
fixture_find (GtkWidget *root, GType type, const char *label)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && is_called (root, label))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find (child, type, label);

      if (found)
        return found;
    }
  return NULL;
}

GdkTexture *
fixture_render (GtkWidget *widget)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  return gsk_renderer_render_texture (
    gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
    &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

void
fixture_save_png (GtkWidget *widget, const char *path)
{
  g_autoptr (GdkTexture) texture = fixture_render (widget);

  g_assert_true (gdk_texture_save_to_png (texture, path));
}

void
fixture_press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
}
