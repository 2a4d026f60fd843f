/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written is what was on show when the question was asked. */

#include "config.h"

#include "compare/trellis-change-export.h"

#include "analysis/trl-change-table.h"
#include "store/trl-save.h"
#include "trellis-compat.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *widget;
  char      *text;
} Export;

static void
on_file_chosen (GListModel *files, gpointer data)
{
  g_autofree Export *export = data;
  g_autoptr (GtkWidget) widget = export->widget;
  g_autoptr (GBytes) bytes = g_bytes_new_take (export->text, strlen (export->text));
  g_autoptr (GFile) file = files ? g_list_model_get_item (files, 0) : NULL;
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!path)
    return;
  if (!trl_save_file (path, bytes, TRL_SAVE_FORCE, &error))
    {
      trellis_compat_tell (GTK_WINDOW (gtk_widget_get_root (widget)),
                           _ ("Could Not Save"), error->message);
      return;
    }
  name = g_file_get_basename (file);
  text = g_strdup_printf (_ ("“%s” written"), name);
  gtk_widget_activate_action (widget, "win.tell", "(sb)", text, FALSE);
}

void
trellis_change_export (GtkWidget *widget, const TrlChanges *changes, gboolean table)
{
  Export *export = g_new0 (Export, 1);
  const char      *network = trl_network_get_name (trl_changes_get_network (changes, 1));
  g_autofree char *name = table ? g_strdup_printf (_ ("%s, changes counted.csv"), network)
                                : g_strdup_printf (_ ("%s, changes.csv"), network);

  export->widget = g_object_ref (widget);
  export->text =
    table ? trl_changes_table_to_csv (changes) : trl_changes_to_csv (changes, TRUE);
  trellis_compat_save_file (GTK_WINDOW (gtk_widget_get_root (widget)),
                            _ ("Export Changes"), g_strdelimit (name, "/", '-'), NULL,
                            on_file_chosen, export);
}
