/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever things are called, the inspector leaves room for the map. */

#include "fixture.h"

#include "panels/trellis-inspector.h"
#include "panels/trellis-swatch.h"

static TrellisApplication *application;

/* Of the inspector, with nothing, a partner and a partnership selected. */
static int
measure (const char *name, guint what)
{
  static const struct
  {
    TrlKind     kind;
    const char *id;
  } selected[] = { { TRL_KIND_NODE, NULL },
                   { TRL_KIND_NODE, "cbo" },
                   { TRL_KIND_EDGE, "C" } };
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow    *window;
  TrellisSelection *selection;
  int               width;

  trl_document_begin (document, "Names", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "Site A", NULL, TRL_NETWORK_NAME,
                    TRL_TEXT (name));
  trl_document_set (document, TRL_KIND_NODE, "Site A", "hub", TRL_NODE_NAME,
                    TRL_TEXT (name));
  trl_document_set (document, TRL_KIND_NODE, "Site A", "cbo", TRL_NODE_NAME,
                    TRL_TEXT (name));
  trl_document_end (document);
  window = fixture_open (application, document);
  selection = trellis_session_get_selection (trellis_window_get_session (window));
  if (selected[what].id)
    trellis_selection_set (selection, selected[what].kind, selected[what].id);
  fixture_spin (300);
  gtk_widget_measure (fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_INSPECTOR, NULL),
                      GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  return width;
}

static void
test_regress_long_names_do_not_widen (void)
{
  g_autofree char *name = g_strnfill (80, 'm');

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (measure (name, i), <=, measure ("Hub", i));
}

/* Two partners whose tie has a level of a scale from 1 to 5; without one, of the usual
 * scale. */
static TrlDocument *
rated_document (gboolean numbered)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, "town");
  g_autoptr (TrlRecord) one = trl_record_new (TRL_KIND_NODE, "one");
  g_autoptr (TrlRecord) two = trl_record_new (TRL_KIND_NODE, "two");
  g_autoptr (TrlRecord) edge = trl_record_new_edge ("tie", "one", "two");
  TrlScale *scale = trl_scale_new ("points", "Points");

  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *point = g_strdup_printf ("%u", i);

      trl_scale_add (scale, point, point, NULL);
    }
  g_ptr_array_set_size (words->scales, 0);
  g_ptr_array_add (words->scales, scale);
  trl_record_set (network, TRL_NETWORK_NAME, TRL_TEXT ("Town"));
  trl_document_begin (document, "Make", NULL);
  if (numbered)
    trl_document_set_vocabulary (document, words);
  trl_document_add_network (document, network);
  trl_document_add (document, "town", one);
  trl_document_add (document, "town", two);
  if (numbered)
    trl_record_set (edge, TRL_EDGE_LEVEL, TRL_TEXT ("3"));
  trl_document_add (document, "town", edge);
  trl_document_end (document);
  return document;
}

static const char *
get_words_of_deep (TrellisWindow *window)
{
  GtkWidget *row =
    fixture_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "At coordination or deeper");

  g_assert_nonnull (row);
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

/* A dash alone looks like something that went wrong. */
static void
test_dash_is_explained (void)
{
  static const char *const words[] = {
    "No level is reported", "The levels of this network have none called coordination"
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (TrlDocument) document = rated_document (i == 1);
      TrellisWindow *window = fixture_open (application, document);

      fixture_spin (300);
      g_assert_cmpstr (get_words_of_deep (window), ==, words[i]);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  {
    g_autoptr (TrlDocument) document = fixture_document ();
    TrellisWindow *window = fixture_open (application, document);

    fixture_spin (300);
    g_assert_cmpstr (get_words_of_deep (window), ==, "");
    gtk_window_destroy (GTK_WINDOW (window));
  }
}

/* Pixels that are neither paper nor nothing. */
static guint
count_painted (GtkWidget *widget)
{
  g_autoptr (GdkTexture) texture = fixture_render (widget);
  guint n_pixels =
    (guint) (gdk_texture_get_width (texture) * gdk_texture_get_height (texture));
  g_autofree guint32 *pixels = g_new (guint32, n_pixels);
  guint               n = 0;

  gdk_texture_download (texture, (guchar *) pixels,
                        (gsize) gdk_texture_get_width (texture) * 4);
  for (guint i = 0; i < n_pixels; i++)
    n += (pixels[i] >> 24) > 0x40 && (pixels[i] & 0xff) < 0xd0;
  return n;
}

/* A level whose fill is the paper has its outline alone. */
static void
test_regress_every_level_is_seen (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  const TrlVocabulary *vocabulary = trl_document_get_vocabulary (document);

  for (int rank = 0; rank <= 4; rank++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *swatch = trellis_swatch_new (
        vocabulary, trl_vocabulary_find_scale (vocabulary, NULL), rank);

      gtk_window_set_child (GTK_WINDOW (window), swatch);
      gtk_window_present (GTK_WINDOW (window));
      fixture_spin (200);
      g_assert_cmpuint (count_painted (swatch), >, 30);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/app/inspector/regress-long-names-do-not-widen",
                   test_regress_long_names_do_not_widen);
  g_test_add_func ("/app/inspector/a-dash-is-explained", test_dash_is_explained);
  g_test_add_func ("/app/inspector/regress-every-level-is-seen",
                   test_regress_every_level_is_seen);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
