/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows are made anew when another layout or another hand (undo) changes what they show,
 * never by what is chosen in them: the one in use keeps the focus.  What is chosen waits
 * for a short pause, so that a number that is spun is one step.
 */

#include "config.h"

#include "trellis-layout-options.h"

#include "dialogs/trellis-option-rows.h"
#include "layout/trl-layout-options.h"

#include <glib/gi18n.h>

#define PAUSE 300        /* ms */
#define OTHER_HEIGHT 220 /* pixels of the window that rows leave before they scroll */
#define LEAST_HEIGHT 160 /* pixels */
#define WIDTH 360

struct _TrellisLayoutOptions
{
  GtkPopover       parent;
  GtkLabel        *title;
  GtkLabel        *about;
  GtkWidget       *scroller;
  GtkBox          *place; /* of the rows */
  GtkWidget       *reset;
  TrellisSession  *session;
  char            *network_id; /* that the rows are of */
  const TrlLayout *layout;     /* likewise */
  TrlOptions      *options;
  char            *text; /* of the network, as the rows show it */
  guint            timer;
};

G_DEFINE_FINAL_TYPE (TrellisLayoutOptions, trellis_layout_options, GTK_TYPE_POPOVER)

static TrlNetwork *
get_network (TrellisLayoutOptions *self)
{
  return self->session ? trellis_session_get_network (self->session) : NULL;
}

static const char *
get_text (TrellisLayoutOptions *self)
{
  return trl_network_get_text (get_network (self), TRL_NETWORK_LAYOUT_OPTIONS);
}

static void
update_reset (TrellisLayoutOptions *self)
{
  gtk_widget_set_sensitive (self->reset,
                            !trl_layout_options_are_usual (self->layout, self->options));
}

static void
apply (TrellisLayoutOptions *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (!get_network (self) || !self->options)
    return;
  g_free (self->text);
  self->text = trl_layout_options_to_text (self->layout, self->options, get_text (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.layout-options", "s",
                              self->text ? self->text : "");
}

static gboolean
on_pause (gpointer data)
{
  TrellisLayoutOptions *self = data;

  self->timer = 0;
  apply (self);
  return G_SOURCE_REMOVE;
}

static void
on_chosen (gpointer data)
{
  TrellisLayoutOptions *self = data;

  update_reset (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE, on_pause, self);
}

static void
clear_rows (TrellisLayoutOptions *self)
{
  GtkWidget *rows = gtk_widget_get_first_child (GTK_WIDGET (self->place));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (rows)
    gtk_box_remove (self->place, rows);
  g_clear_pointer (&self->options, trl_options_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->network_id, g_free);
}

static GtkWidget *
make_rows (TrellisLayoutOptions *self)
{
  if (self->layout->n_options == 0)
    return gtk_label_new (_ ("This layout has nothing to choose."));
  return trellis_option_rows_new (self->options, self->layout->options,
                                  self->layout->n_options, NULL, on_chosen, self);
}

static void
fill (TrellisLayoutOptions *self)
{
  clear_rows (self);
  self->layout = trl_layout_find (trellis_session_get_layout_id (self->session));
  self->options = trl_layout_options_new (self->layout, get_network (self));
  self->text = g_strdup (get_text (self));
  self->network_id = g_strdup (trellis_session_get_network_id (self->session));
  gtk_label_set_text (self->title, _ (self->layout->label));
  gtk_label_set_text (self->about, _ (self->layout->description));
  gtk_box_append (self->place, make_rows (self));
  gtk_widget_set_visible (self->reset, self->layout->n_options > 0);
  update_reset (self);
}

/* Whether the rows are of what is shown, and show what the network holds, or will. */
static gboolean
is_true (TrellisLayoutOptions *self)
{
  const char *id = trellis_session_get_layout_id (self->session);

  return self->options && self->layout == trl_layout_find (id) &&
         g_strcmp0 (self->network_id, trellis_session_get_network_id (self->session)) ==
           0 &&
         (self->timer || g_strcmp0 (self->text, get_text (self)) == 0);
}

static void
update (TrellisLayoutOptions *self)
{
  if (!get_network (self))
    gtk_popover_popdown (GTK_POPOVER (self));
  else if (gtk_widget_get_visible (GTK_WIDGET (self)) && !is_true (self))
    fill (self);
}

static void
on_changed (TrellisSession *session, guint mask, TrellisLayoutOptions *self)
{
  update (self);
}

static void
on_reset (GtkButton *button, TrellisLayoutOptions *self)
{
  for (guint i = 0; i < self->layout->n_options; i++)
    trl_options_set (self->options, self->layout->options[i].id, NULL, NULL);
  apply (self);
  fill (self);
  gtk_widget_child_focus (GTK_WIDGET (self->place), GTK_DIR_TAB_FORWARD);
}

static void
limit_height (TrellisLayoutOptions *self)
{
  GtkRoot *root = gtk_widget_get_root (gtk_widget_get_parent (GTK_WIDGET (self)));
  int      height = root ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;

  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              MAX (height - OTHER_HEIGHT, LEAST_HEIGHT));
}

static void
trellis_layout_options_show (GtkWidget *widget)
{
  TrellisLayoutOptions *self = TRELLIS_LAYOUT_OPTIONS (widget);

  if (get_network (self))
    fill (self);
  limit_height (self);
  GTK_WIDGET_CLASS (trellis_layout_options_parent_class)->show (widget);
}

/* What was chosen last is not lost to an early Escape. */
static void
trellis_layout_options_closed (GtkPopover *popover)
{
  TrellisLayoutOptions *self = TRELLIS_LAYOUT_OPTIONS (popover);

  if (self->timer)
    apply (self);
}

static void
trellis_layout_options_dispose (GObject *object)
{
  TrellisLayoutOptions *self = TRELLIS_LAYOUT_OPTIONS (object);

  trellis_layout_options_set_session (self, NULL);
  g_clear_handle_id (&self->timer, g_source_remove);
  G_OBJECT_CLASS (trellis_layout_options_parent_class)->dispose (object);
}

static void
trellis_layout_options_finalize (GObject *object)
{
  TrellisLayoutOptions *self = TRELLIS_LAYOUT_OPTIONS (object);

  trl_options_free (self->options);
  g_free (self->text);
  g_free (self->network_id);
  G_OBJECT_CLASS (trellis_layout_options_parent_class)->finalize (object);
}

static void
trellis_layout_options_class_init (TrellisLayoutOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_layout_options_dispose;
  G_OBJECT_CLASS (klass)->finalize = trellis_layout_options_finalize;
  GTK_WIDGET_CLASS (klass)->show = trellis_layout_options_show;
  GTK_POPOVER_CLASS (klass)->closed = trellis_layout_options_closed;
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* What it says may have two lines, and then asks for both only if it has the whole width.
 */
static GtkWidget *
make_head (TrellisLayoutOptions *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->title = add_label (head, "heading");
  self->reset = gtk_button_new_with_mnemonic (_ ("_Reset"));
  gtk_widget_set_valign (self->reset, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->reset,
                               _ ("Go back to what the layout does by itself"));
  g_signal_connect (self->reset, "clicked", G_CALLBACK (on_reset), self);
  gtk_box_append (GTK_BOX (head), self->reset);
  gtk_box_append (GTK_BOX (words), head);
  self->about = add_label (words, "caption");
  return words;
}

static void
trellis_layout_options_init (TrellisLayoutOptions *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->scroller = gtk_scrolled_window_new ();
  self->place = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_size_request (GTK_WIDGET (self->place), WIDTH, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller),
                                                    TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller),
                                 GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "trellis-layout-options");
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Layout Options"), -1);
}

GtkWidget *
trellis_layout_options_new (void)
{
  return g_object_new (TRELLIS_TYPE_LAYOUT_OPTIONS, NULL);
}

void
trellis_layout_options_set_session (TrellisLayoutOptions *self, TrellisSession *session)
{
  g_return_if_fail (TRELLIS_IS_LAYOUT_OPTIONS (self));
  if (self->session == session)
    return;
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_set_object (&self->session, session);
  if (session)
    g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
}
