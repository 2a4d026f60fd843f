/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first page.  Samples are rows; the window opens them by the action `win.open-uri`.
 */

#include "config.h"

#include "trellis-welcome.h"

#include "store/trl-samples.h"

#include <glib/gi18n.h>

struct _TrellisWelcome
{
  AdwBin               parent;
  GtkWidget           *new_button;
  AdwPreferencesGroup *samples;
};

G_DEFINE_FINAL_TYPE (TrellisWelcome, trellis_welcome, ADW_TYPE_BIN)

static GtkWidget *
make_row (const TrlSample *sample, GFile *file)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *uri = g_file_get_uri (file);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (sample->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (sample->description));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  return row;
}

static void
trellis_welcome_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trellis_welcome_parent_class)->map (widget);
  gtk_widget_grab_focus (TRELLIS_WELCOME (widget)->new_button);
}

static void
trellis_welcome_class_init (TrellisWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = trellis_welcome_map;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/trellis_networks/Trellis/ui/trellis-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisWelcome, new_button);
  gtk_widget_class_bind_template_child (widget_class, TrellisWelcome, samples);
}

static void
trellis_welcome_init (TrellisWelcome *self)
{
  guint            n;
  const TrlSample *samples = trl_samples (&n);
  gboolean         any = FALSE;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = trl_sample_dup_path (&samples[i]);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      if (!g_file_query_exists (file, NULL))
        continue;
      adw_preferences_group_add (self->samples, make_row (&samples[i], file));
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->samples), any);
}
