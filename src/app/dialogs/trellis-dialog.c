/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all dialogs of the program have in common. */

#include "config.h"

#include "dialogs/trellis-dialog.h"

#include <glib/gi18n.h>

#define MANY 12 /* files that a question names */

GtkWindow *
trellis_dialog_new (GtkWindow *parent, const char *title, int width, int height)
{
  GtkWidget          *window = adw_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  g_object_set (window, "transient-for", parent, "modal", TRUE, "default-width", width,
                "default-height", height, "title", title, NULL);
  return GTK_WINDOW (window);
}

static char *
get_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/* What a question about files says: the name in a sentence, or the names in a list. */
static char *
list_names (const GPtrArray *files)
{
  GString *out;
  guint    n = files->len > MANY + 1 ? MANY : files->len;

  if (files->len == 1)
    {
      g_autofree char *name = get_name (files->pdata[0]);

      return g_strdup_printf (
        _ ("There is a file “%s” already. Replacing it loses what is in it."), name);
    }
  out = g_string_new (_ ("These files are there already. Replacing them loses what is in "
                         "them."));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = get_name (files->pdata[i]);

      g_string_append_printf (out, "\n%s", name);
    }
  if (n < files->len)
    {
      g_string_append_c (out, '\n');
      g_string_append_printf (
        out, ngettext ("and %u more", "and %u more", files->len - n), files->len - n);
    }
  return g_string_free (out, FALSE);
}

void
trellis_dialog_ask_replace_all (GtkWindow        *parent,
                                const GPtrArray  *files,
                                TrellisAnswerFunc func,
                                gpointer          user_data)
{
  const TrellisAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "replace", _ ("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL },
  };
  g_autofree char *body = list_names (files);

  trellis_compat_ask (
    parent, files->len == 1 ? _ ("Replace the File?") : _ ("Replace the Files?"), body,
    answers, "cancel", func, user_data);
}

void
trellis_dialog_ask_replace (GtkWindow        *parent,
                            GFile            *file,
                            TrellisAnswerFunc func,
                            gpointer          user_data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  g_ptr_array_add (files, file);
  trellis_dialog_ask_replace_all (parent, files, func, user_data);
}
