/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A search bar above the map.  The matches are in list order; where the search stands is
 * the id of the last match, so that edits in between do no harm.
 */

#include "config.h"

#include "trellis-find-bar.h"

#include "trellis-finder.h"

#include <glib/gi18n.h>

struct _TrellisFindBar
{
  GtkWidget       parent;
  GtkSearchBar   *bar;
  GtkSearchEntry *entry;
  GtkLabel       *count;
  TrellisSession *session;
  TrellisFinder  *finder;  /* NULL until there is something to find */
  char           *text;    /* that was looked for last */
  char           *current; /* id */
};

enum
{
  PROP_OPEN = 1,
  N_PROPS
};

enum
{
  FOUND,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisFindBar, trellis_find_bar, GTK_TYPE_WIDGET)

static GArray *
find_all (TrellisFindBar *self, const char *text)
{
  const TrlNetwork *network = trellis_session_get_shown (self->session);

  if (!network)
    return g_array_new (FALSE, FALSE, sizeof (guint));
  if (!self->finder)
    self->finder = trellis_finder_new ();
  return trellis_finder_find (self->finder, network, text);
}

/* The place of the last match among @rows, or -1. */
static int
find_current (TrellisFindBar *self, GArray *rows)
{
  const TrlNetwork *network = trellis_session_get_shown (self->session);
  guint             row = TRL_NO_ROW;

  if (network && self->current)
    row = trl_table_find (trl_network_get_nodes (network), self->current);
  for (guint i = 0; row != TRL_NO_ROW && i < rows->len; i++)
    if (g_array_index (rows, guint, i) == row)
      return (int) i;
  return -1;
}

static void
show_count (TrellisFindBar *self, int index, guint n)
{
  g_autofree char *text = NULL;

  if (!*gtk_editable_get_text (GTK_EDITABLE (self->entry)))
    text = g_strdup ("");
  else if (!n)
    text = g_strdup (_ ("None found"));
  else
    /* Translators: the place of a match and how many there are */
    text = g_strdup_printf (_ ("%d of %u"), index + 1, n);
  gtk_label_set_text (self->count, text);
}

/* What is found is selected and gets the focus; the next letter belongs here. */
static void
keep_typing (TrellisFindBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
set_current (TrellisFindBar *self, guint row)
{
  const TrlTable *nodes =
    trl_network_get_nodes (trellis_session_get_shown (self->session));

  g_free (self->current);
  self->current = g_strdup (trl_table_get_id (nodes, row));
}

/* Steps from the last match; by 0, or where that is none for this text, to the first or,
 * backwards, to the last. */
static void
go_to (TrellisFindBar *self, int by)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) rows = find_all (self, text);
  int n = (int) rows->len;
  int index = find_current (self, rows);

  if (n && index < 0)
    index = by < 0 ? n - 1 : 0;
  else if (n && g_strcmp0 (self->text, text) == 0)
    index = (index + by + n) % n;
  g_free (self->text);
  self->text = g_strdup (text);
  show_count (self, index, rows->len);
  if (!n)
    return;
  set_current (self, g_array_index (rows, guint, index));
  g_signal_emit (self, signals[FOUND], 0, self->current);
  keep_typing (self);
}

static void
on_search_changed (GtkSearchEntry *entry, TrellisFindBar *self)
{
  if (self->session && gtk_search_bar_get_search_mode (self->bar))
    go_to (self, 0);
}

static void
on_next (GtkWidget *widget, TrellisFindBar *self)
{
  trellis_find_bar_step (self, 1);
}

static void
on_previous (GtkWidget *widget, TrellisFindBar *self)
{
  trellis_find_bar_step (self, -1);
}

/* Enter alone is the entry's own. */
static gboolean
on_key (GtkEventControllerKey *keys,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        TrellisFindBar        *self)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(state & GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  trellis_find_bar_step (self, -1);
  return GDK_EVENT_STOP;
}

static void
forget (TrellisFindBar *self)
{
  g_clear_pointer (&self->finder, trellis_finder_free);
  g_clear_pointer (&self->current, g_free);
  g_clear_pointer (&self->text, g_free);
}

/* What was found stays selected; the next search begins anew. */
static void
on_mode_changed (TrellisFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar))
    forget (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
add_keys (TrellisFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

static GtkWidget *
add_button (
  GtkWidget *box, const char *icon, const char *label, GCallback func, gpointer data)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_signal_connect (button, "clicked", func, data);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
trellis_find_bar_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TrellisFindBar *self = TRELLIS_FIND_BAR (object);

  if (id == PROP_OPEN)
    g_value_set_boolean (value, gtk_search_bar_get_search_mode (self->bar));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
trellis_find_bar_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TrellisFindBar *self = TRELLIS_FIND_BAR (object);

  if (id != PROP_OPEN)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_value_get_boolean (value))
    trellis_find_bar_open (self);
  else
    trellis_find_bar_close (self);
}

static void
trellis_find_bar_dispose (GObject *object)
{
  TrellisFindBar *self = TRELLIS_FIND_BAR (object);

  if (self->bar)
    gtk_widget_unparent (GTK_WIDGET (self->bar));
  self->bar = NULL;
  g_clear_object (&self->session);
  forget (self);
  G_OBJECT_CLASS (trellis_find_bar_parent_class)->dispose (object);
}

static void
trellis_find_bar_class_init (TrellisFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trellis_find_bar_dispose;
  object_class->get_property = trellis_find_bar_get_property;
  object_class->set_property = trellis_find_bar_set_property;
  properties[PROP_OPEN] = g_param_spec_boolean (
    "open", NULL, NULL, FALSE,
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass),
                                            GTK_TYPE_BIN_LAYOUT);
}

static void
trellis_find_bar_init (TrellisFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->bar = GTK_SEARCH_BAR (gtk_search_bar_new ());
  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->count = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (self->entry, "placeholder-text", _ ("Find a partner"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find a partner"),
                                  -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_size_request (GTK_WIDGET (self->entry), 180, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  add_button (box, "go-up-symbolic", _ ("Previous"), G_CALLBACK (on_previous), self);
  add_button (box, "go-down-symbolic", _ ("Next"), G_CALLBACK (on_next), self);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_search_bar_set_child (self->bar, box);
  gtk_search_bar_set_show_close_button (self->bar, TRUE);
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
  g_signal_connect (self->entry, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_next), self);
  g_signal_connect (self->entry, "next-match", G_CALLBACK (on_next), self);
  g_signal_connect (self->entry, "previous-match", G_CALLBACK (on_previous), self);
  add_keys (self);
  g_signal_connect_swapped (self->bar, "notify::search-mode-enabled",
                            G_CALLBACK (on_mode_changed), self);
}

void
trellis_find_bar_set_session (TrellisFindBar *self, TrellisSession *session)
{
  g_set_object (&self->session, session);
  forget (self);
}

void
trellis_find_bar_open (TrellisFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (self->session) /* the first letter does not wait for the names to be read */
    g_array_unref (find_all (self, ""));
}

void
trellis_find_bar_close (TrellisFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

void
trellis_find_bar_step (TrellisFindBar *self, int by)
{
  if (!self->session)
    return;
  if (!gtk_search_bar_get_search_mode (self->bar))
    trellis_find_bar_open (self);
  else
    go_to (self, by);
}
