/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ticks are made anew each time the list opens, from the ids that are left out. */

#include "config.h"

#include "compare/trellis-compare-chooser.h"

#include <glib/gi18n.h>

struct _TrellisCompareChooser
{
  GtkBox      parent;
  GtkBox     *list;
  GHashTable *hidden;
  gboolean    quiet; /* ticks are set by the program */
};

G_DEFINE_FINAL_TYPE (TrellisCompareChooser, trellis_compare_chooser, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_id (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "network");
}

static void
on_toggled (GtkCheckButton *check, TrellisCompareChooser *self)
{
  if (self->quiet)
    return;
  trellis_compare_chooser_set_hidden (self, get_id (GTK_WIDGET (check)),
                                      !gtk_check_button_get_active (check));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_all (TrellisCompareChooser *self, gboolean shown)
{
  self->quiet = TRUE;
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->list)); check;
       check = gtk_widget_get_next_sibling (check))
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
      trellis_compare_chooser_set_hidden (self, get_id (check), !shown);
    }
  self->quiet = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_all (GtkButton *button, TrellisCompareChooser *self)
{
  set_all (self, TRUE);
}

static void
on_none (GtkButton *button, TrellisCompareChooser *self)
{
  set_all (self, FALSE);
}

static void
trellis_compare_chooser_finalize (GObject *object)
{
  g_hash_table_unref (TRELLIS_COMPARE_CHOOSER (object)->hidden);
  G_OBJECT_CLASS (trellis_compare_chooser_parent_class)->finalize (object);
}

static void
trellis_compare_chooser_class_init (TrellisCompareChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_compare_chooser_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
}

/* A check button of GTK 4.8 that has no group takes an arrow for a click. */
static gboolean
on_key (GtkEventControllerKey *keys,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        TrellisCompareChooser *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *next;

  if (!focus || (key != GDK_KEY_Down && key != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;
  next = key == GDK_KEY_Down ? gtk_widget_get_next_sibling (focus)
                             : gtk_widget_get_prev_sibling (focus);
  if (next)
    gtk_widget_grab_focus (next);
  return GDK_EVENT_STOP;
}

static void
add_keys (TrellisCompareChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
add_button (GtkWidget *box, const char *label, GCallback clicked, gpointer self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
trellis_compare_chooser_init (TrellisCompareChooser *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  add_keys (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_box_append (GTK_BOX (self), scroller);
  add_button (buttons, _ ("Show _All"), G_CALLBACK (on_all), self);
  add_button (buttons, _ ("Show _None"), G_CALLBACK (on_none), self);
  gtk_box_append (GTK_BOX (self), buttons);
}

static GtkWidget *
make_check (TrellisCompareChooser *self, const TrlNetwork *network)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (trl_network_get_name (network));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (check, trl_network_get_name (network));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_object_set_data_full (G_OBJECT (check), "network",
                          g_strdup (trl_network_get_id (network)), g_free);
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (check),
    !trellis_compare_chooser_is_hidden (self, trl_network_get_id (network)));
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  return check;
}

void
trellis_compare_chooser_fill (TrellisCompareChooser *self, TrlDocument *document)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_box_remove (self->list, child);
  for (guint i = 0; document && i < trl_document_get_n_networks (document); i++)
    gtk_box_append (self->list,
                    make_check (self, trl_document_get_network (document, i)));
}

gboolean
trellis_compare_chooser_is_hidden (TrellisCompareChooser *self, const char *network)
{
  return g_hash_table_contains (self->hidden, network);
}

void
trellis_compare_chooser_set_hidden (TrellisCompareChooser *self,
                                    const char            *network,
                                    gboolean               hidden)
{
  if (hidden)
    g_hash_table_add (self->hidden, g_strdup (network));
  else
    g_hash_table_remove (self->hidden, network);
}

void
trellis_compare_chooser_show_all (TrellisCompareChooser *self)
{
  g_hash_table_remove_all (self->hidden);
  set_all (self, TRUE);
}
