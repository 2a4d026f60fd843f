/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever things are called, the inspector leaves room for the map. */

#include "fixture.h"

#include "panels/trellis-inspector.h"

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

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/app/inspector/regress-long-names-do-not-widen",
                   test_regress_long_names_do_not_widen);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
