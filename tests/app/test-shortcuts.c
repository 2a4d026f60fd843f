/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shortcuts window says what the program binds, and nothing else. */

#include "config.h"

#include "fixture.h"

#include "figures/trellis-figure-studio.h"
#include "grid/trellis-levels-page.h"
#include "grid/trellis-sheet.h"
#include "present/trellis-presenter.h"

#define OVERLAY "src/app/help-overlay.ui"

static void
add_text (GMarkupParseContext *context,
          const char          *text,
          gsize                length,
          gpointer             data,
          GError             **error)
{
  g_autofree char *keys = g_strndup (text, length);
  g_auto (GStrv) parts = NULL;
  const GSList *stack = g_markup_parse_context_get_element_stack (context);

  if (!stack || !g_str_equal (stack->data, "property") ||
      !g_object_get_data (data, "is-key"))
    return;
  parts = g_strsplit (keys, " ", -1);
  for (guint i = 0; parts[i]; i++)
    g_ptr_array_add (g_object_get_data (data, "keys"), g_strdup (parts[i]));
}

static void
start (GMarkupParseContext *context,
       const char          *element,
       const char         **names,
       const char         **values,
       gpointer             data,
       GError             **error)
{
  gboolean is_key = FALSE;

  for (guint i = 0; names[i]; i++)
    if (g_str_equal (names[i], "name") && g_str_equal (values[i], "accelerator"))
      is_key = TRUE;
  g_object_set_data (data, "is-key", GINT_TO_POINTER (is_key));
}

static GPtrArray *
read_overlay (void)
{
  static const GMarkupParser parser = { start, NULL, add_text };
  GPtrArray                 *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GObject) state = g_object_new (G_TYPE_OBJECT, NULL);
  g_autofree char *path = g_build_filename (g_getenv ("TRL_SOURCE"), OVERLAY, NULL);
  g_autofree char *text = NULL;
  gsize            length;
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, 0, state, NULL);

  g_object_set_data (state, "keys", keys);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (g_markup_parse_context_parse (context, text, (gssize) length, NULL));
  g_assert_cmpuint (keys->len, >, 30);
  return keys;
}

static gboolean
contains (GPtrArray *keys, const char *key)
{
  return g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL);
}

static void
add_keys (GPtrArray *keys, const char *accelerators)
{
  g_auto (GStrv) parts = g_strsplit (accelerators, " ", -1);

  for (guint i = 0; parts[i]; i++)
    g_ptr_array_add (keys, g_strdup (parts[i]));
}

static GPtrArray *
collect_bound (void)
{
  GPtrArray                      *keys = g_ptr_array_new_with_free_func (g_free);
  guint                           n;
  const TrellisAccel             *accels = trellis_accels (&n);
  const TrellisCanvasShortcut    *map;
  const TrellisSheetShortcut     *sheet;
  const TrellisLevelsShortcut    *levels;
  const TrellisPresenterShortcut *present;
  const TrellisFigureShortcut    *figures;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; accels[i].keys[k]; k++)
      g_ptr_array_add (keys, g_strdup (accels[i].keys[k]));
  map = trellis_canvas_shortcuts (&n);
  for (guint i = 0; i < n; i++)
    add_keys (keys, map[i].accelerators);
  sheet = trellis_sheet_shortcuts (&n);
  for (guint i = 0; i < n; i++)
    add_keys (keys, sheet[i].accelerators);
  levels = trellis_levels_page_shortcuts (&n);
  for (guint i = 0; i < n; i++)
    add_keys (keys, levels[i].accelerators);
  present = trellis_presenter_shortcuts (&n);
  for (guint i = 0; i < n; i++)
    add_keys (keys, present[i].accelerators);
  figures = trellis_figure_studio_shortcuts (&n);
  for (guint i = 0; i < n; i++)
    add_keys (keys, figures[i].accelerators);
  return keys;
}

static void
test_shown_are_bound (void)
{
  g_autoptr (GPtrArray) shown = read_overlay ();
  g_autoptr (GPtrArray) bound = collect_bound ();

  for (guint i = 0; i < shown->len; i++)
    if (!contains (bound, shown->pdata[i]))
      g_error ("the shortcuts window shows %s, which nothing binds",
               (char *) shown->pdata[i]);
}

static void
test_bound_are_shown (void)
{
  g_autoptr (GPtrArray) shown = read_overlay ();
  guint                        n;
  const TrellisAccel          *accels = trellis_accels (&n);
  const TrellisCanvasShortcut *map;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; accels[i].keys[k]; k++)
      if (!contains (shown, accels[i].keys[k]))
        g_error ("%s (%s) is not in the shortcuts window", accels[i].keys[k],
                 accels[i].action);
  map = trellis_canvas_shortcuts (&n);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) keys = g_strsplit (map[i].accelerators, " ", -1);

      if (map[i].title && !contains (shown, keys[0]))
        g_error ("%s (%s) is not in the shortcuts window", keys[0], map[i].title);
    }
}

/* Other parts have some of the same keys, so each row is looked for by its title. */
static void
test_keys_of_the_grid_are_shown (void)
{
  guint                       n;
  const TrellisSheetShortcut *rows = trellis_sheet_shortcuts (&n);
  g_autofree char *path = g_build_filename (g_getenv ("TRL_SOURCE"), OVERLAY, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *keys = g_markup_escape_text (rows[i].accelerators, -1);
      g_autofree char *title = g_strdup_printf (">%s<", rows[i].title);
      const char      *found = strstr (text, title);

      if (!found || !strstr (found, keys))
        g_error ("%s (%s) is not in the shortcuts window", keys, rows[i].title);
    }
}

static void
test_keys_of_levels_are_shown (void)
{
  g_autoptr (GPtrArray) shown = read_overlay ();
  guint                        n;
  const TrellisLevelsShortcut *rows = trellis_levels_page_shortcuts (&n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) keys = g_strsplit (rows[i].accelerators, " ", -1);

      if (!contains (shown, keys[0]))
        g_error ("%s (grid.%s) is not in the shortcuts window", keys[0], rows[i].action);
    }
}

/* What is done with keys and pointer together is no key, and easily forgotten. */
static void
test_gestures_are_shown (void)
{
  static const char *const gestures[] = { "Shift and drag the background",
                                          "Ctrl and drag the background",
                                          "gesture-stretch", "gesture-pinch" };
  g_autofree char *path = g_build_filename (g_getenv ("TRL_SOURCE"), OVERLAY, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    if (!strstr (text, gestures[i]))
      g_error ("“%s” is not in the shortcuts window", gestures[i]);
}

static void
test_keys_are_keys (void)
{
  guint               n;
  const TrellisAccel *accels = trellis_accels (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; accels[i].keys[k]; k++)
      {
        guint           key;
        GdkModifierType mods;

        g_assert_true (gtk_accelerator_parse (accels[i].keys[k], &key, &mods));
        g_assert_cmpuint (key, !=, 0);
      }
}

/* It is to be read on a small screen, too. */
static void
assert_fits (TrellisWindow *window)
{
  GtkWidget *help = GTK_WIDGET (
    gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  int height;

  gtk_window_present (GTK_WINDOW (help));
  fixture_spin (200);
  gtk_widget_measure (help, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, <=, 700);
  gtk_window_destroy (GTK_WINDOW (help));
}

static void
test_application_actions_exist (void)
{
  g_autoptr (TrellisApplication) application = fixture_start ();
  guint               n;
  const TrellisAccel *accels = trellis_accels (&n);
  TrellisWindow      *window = trellis_window_new (application);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GVariant) target = NULL;
      g_autofree char *name = NULL;

      g_assert_true (
        g_action_parse_detailed_name (accels[i].action, &name, &target, NULL));
      if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), name + 4));
      else if (g_str_has_prefix (name, "app."))
        g_assert_true (
          g_action_group_has_action (G_ACTION_GROUP (application), name + 4));
    }
  assert_fits (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shortcuts/shown-are-bound", test_shown_are_bound);
  g_test_add_func ("/shortcuts/bound-are-shown", test_bound_are_shown);
  g_test_add_func ("/shortcuts/keys-of-the-grid-are-shown",
                   test_keys_of_the_grid_are_shown);
  g_test_add_func ("/shortcuts/keys-of-levels-are-shown", test_keys_of_levels_are_shown);
  g_test_add_func ("/shortcuts/gestures-are-shown", test_gestures_are_shown);
  g_test_add_func ("/shortcuts/keys-are-keys", test_keys_are_keys);
  g_test_add_func ("/shortcuts/actions-exist", test_application_actions_exist);
  return g_test_run ();
}
