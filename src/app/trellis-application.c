/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One process, several windows.  The command line and the desktop both end in
 * trellis_application_open().
 */

#include "config.h"

#include "trellis-application.h"

#include "dialogs/trellis-preferences.h"
#include "job/trellis-memory.h"
#include "trellis-bench.h"
#include "trellis-compat.h"
#include "trellis-paths.h"
#include "trellis-window.h"

#include "store/trl-samples.h"

#include <glib/gi18n.h>

struct _TrellisApplication
{
  AdwApplication parent;
  GSettings     *settings;
};

G_DEFINE_FINAL_TYPE (TrellisApplication, trellis_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the first sample"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
  { NULL }
};

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  trellis_compat_about (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TrellisApplication *self = TRELLIS_APPLICATION (data);

  trellis_preferences_show (gtk_application_get_active_window (GTK_APPLICATION (self)),
                            self->settings);
}

static gpointer
hold_window (gconstpointer window, gpointer unused)
{
  return g_object_ref ((gpointer) window);
}

/* Each window asks for itself; the process ends with the last one.  A window that goes
 * may take others along. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autolist (GtkWindow) windows = g_list_copy_deep (
    gtk_application_get_windows (GTK_APPLICATION (data)), hold_window, NULL);

  for (GList *l = windows; l; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

static const GActionEntry actions[] = {
  { "about", on_about },
  { "preferences", on_preferences },
  { "quit", on_quit },
};

static void
set_accels (GtkApplication *application)
{
  guint               n;
  const TrellisAccel *accels = trellis_accels (&n);

  for (guint i = 0; i < n; i++)
    gtk_application_set_accels_for_action (application, accels[i].action,
                                           (const char *const *) accels[i].keys);
}

/* The program's own icon, where it is not installed. */
static void
add_icons (void)
{
  g_autofree char *folder = trl_data_dup_path ("icons");

  gtk_icon_theme_add_search_path (
    gtk_icon_theme_get_for_display (gdk_display_get_default ()), folder);
}

static void
on_theme_changed (GSettings *settings, const char *key, gpointer data)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT,
                                            ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  int                         i = g_settings_get_enum (settings, key);

  adw_style_manager_set_color_scheme (
    adw_style_manager_get_default (),
    schemes[CLAMP (i, 0, (int) G_N_ELEMENTS (schemes) - 1)]);
}

static void
trellis_application_startup (GApplication *application)
{
  TrellisApplication *self = TRELLIS_APPLICATION (application);

  G_APPLICATION_CLASS (trellis_application_parent_class)->startup (application);
  self->settings = g_settings_new (TRL_APP_ID);
  g_signal_connect (self->settings, "changed::theme", G_CALLBACK (on_theme_changed),
                    NULL);
  on_theme_changed (self->settings, "theme", NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions),
                                   self);
  set_accels (GTK_APPLICATION (self));
  add_icons ();
}

static void
trellis_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (!window)
    window = GTK_WINDOW (trellis_window_new (TRELLIS_APPLICATION (application)));
  gtk_window_present (window);
}

static void
trellis_application_open_vfunc (GApplication *application,
                                GFile       **files,
                                int           n,
                                const char   *hint)
{
  trellis_application_open (TRELLIS_APPLICATION (application), files, (guint) n, NULL);
}

static GFile *
dup_first_sample (void)
{
  guint            n;
  const TrlSample *samples = trl_samples (&n);
  g_autofree char *path = trl_sample_dup_path (&samples[0]);

  return g_file_new_for_path (path);
}

static int
trellis_application_command_line (GApplication            *application,
                                  GApplicationCommandLine *line)
{
  TrellisApplication *self = TRELLIS_APPLICATION (application);
  GVariantDict       *dict = g_application_command_line_get_options_dict (line);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree const char **names = NULL;

  if (g_variant_dict_contains (dict, "sample"))
    g_ptr_array_add (files, dup_first_sample ());
  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &names);
  for (guint i = 0; names && names[i]; i++)
    g_ptr_array_add (files,
                     g_application_command_line_create_file_for_arg (line, names[i]));
  if (files->len)
    trellis_application_open (self, (GFile **) files->pdata, files->len, NULL);
  else
    g_application_activate (application);
  return 0;
}

static int
trellis_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  if (!g_variant_dict_contains (dict, "version"))
    return -1;
  g_print ("trellis %s\n", TRL_VERSION);
  return 0;
}

static void
trellis_application_dispose (GObject *object)
{
  g_clear_object (&TRELLIS_APPLICATION (object)->settings);
  G_OBJECT_CLASS (trellis_application_parent_class)->dispose (object);
}

static void
trellis_application_class_init (TrellisApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_application_dispose;
  application_class->startup = trellis_application_startup;
  application_class->activate = trellis_application_activate;
  application_class->open = trellis_application_open_vfunc;
  application_class->command_line = trellis_application_command_line;
  application_class->handle_local_options = trellis_application_handle_local_options;
}

static void
trellis_application_init (TrellisApplication *self)
{
  trellis_memory_init ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

TrellisApplication *
trellis_application_new (void)
{
  GApplicationFlags flags =
    G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE;

  if (trellis_bench_is_on ())
    flags |= G_APPLICATION_NON_UNIQUE;
  return g_object_new (TRELLIS_TYPE_APPLICATION, "application-id", TRL_APP_ID,
                       "resource-base-path", "/io/github/trellis_networks/Trellis",
                       "flags", flags, NULL);
}

static TrellisWindow *
find_window (TrellisApplication *self, GFile *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l; l = l->next)
    if (TRELLIS_IS_WINDOW (l->data) && trellis_window_has_file (l->data, file))
      return l->data;
  return NULL;
}

static gboolean
is_document (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name && g_str_has_suffix (name, ".trellis");
}

/* The window to use: the one asked from while it is empty, else any that is, else a new
 * one. */
static TrellisWindow *
take_window (TrellisApplication *self, GtkWindow *from)
{
  GtkWindow *active =
    from ? from : gtk_application_get_active_window (GTK_APPLICATION (self));

  if (TRELLIS_IS_WINDOW (active) && trellis_window_is_empty (TRELLIS_WINDOW (active)))
    return TRELLIS_WINDOW (active);
  return trellis_window_new (self);
}

static void
open_document (TrellisApplication *self, GFile *file, GtkWindow *from)
{
  TrellisWindow *window = find_window (self, file);

  if (!window)
    {
      window = take_window (self, from);
      trellis_window_load (window, &file, 1);
    }
  gtk_window_present (GTK_WINDOW (window));
}

void
trellis_application_open (TrellisApplication *self,
                          GFile             **files,
                          guint               n,
                          GtkWindow          *from)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if (is_document (files[i]))
      open_document (self, files[i], from);
    else
      g_ptr_array_add (tables, files[i]);
  if (tables->len)
    {
      TrellisWindow *window = take_window (self, from);

      trellis_window_load (window, (GFile **) tables->pdata, tables->len);
      gtk_window_present (GTK_WINDOW (window));
    }
}

GSettings *
trellis_application_get_settings (TrellisApplication *self)
{
  return self->settings;
}
