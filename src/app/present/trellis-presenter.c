/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A locked canvas with a title, a legend and buttons that fade.  What is revealed, what
 * is in the light and which network is shown are of this window alone; the document knows
 * nothing of them. */
#include "present/trellis-presenter.h"

#include <glib/gi18n.h>

#include "canvas/trellis-canvas.h"
#include "present/trellis-legend-view.h"
#include "trellis-toast.h"

#define LABEL_SCALE 1.8
#define FADE_SECONDS 3
#define LEVEL_HEIGHT 56 /* pixels, two lines */
#define BAR_HEIGHT 88   /* pixels left free for the buttons */

struct _TrellisPresenter
{
  AdwWindow parent_instance;

  TrlDocument      *document;
  gulong            document_changed;
  TrellisSelection *selection;
  TrellisCanvas    *canvas;
  char             *spotlight;
  int               reveal; /* as trellis_presenter_get_reveal() */
  gboolean          done;   /* all was revealed, step by step */

  GtkLabel          *title;
  GtkLabel          *level;
  GtkLabel          *place; /* “3 / 10” */
  TrellisLegendView *legend;
  GtkRevealer       *bar;
  GtkToggleButton   *lock;
  AdwToastOverlay   *toasts;
  guint              fade;
};

G_DEFINE_FINAL_TYPE (TrellisPresenter, trellis_presenter, ADW_TYPE_WINDOW)

/* --- what is shown --- */

static TrlNetwork *
get_network (TrellisPresenter *self)
{
  const char *id = trellis_canvas_get_network_id (self->canvas);
  return id ? trl_document_find_network (self->document, id) : NULL;
}

static const TrlScale *
get_scale (TrellisPresenter *self)
{
  return trl_vocabulary_find_scale (trl_document_get_vocabulary (self->document), NULL);
}

/* “Coordination: regular contact …”, of the level that was revealed last. */
static void
update_level (TrellisPresenter *self)
{
  const TrlScale  *scale = get_scale (self);
  int              n = trl_scale_get_n_levels (scale);
  g_autofree char *text = NULL;
  if (self->reveal >= n)
    text = g_strdup (_ ("Press Space to reveal the partnerships, the deepest first."));
  else if (self->reveal >= 0)
    {
      const TrlLevel *level = trl_scale_get_level (scale, self->reveal);
      text = level->definition
               ? g_strdup_printf ("%s · %s", level->name, level->definition)
               : g_strdup (level->name);
    }
  gtk_label_set_text (self->level, text ? text : "");
}

static void
update (TrellisPresenter *self)
{
  TrlNetwork *network = get_network (self);
  guint       n = trl_document_get_n_networks (self->document);
  gtk_label_set_text (self->title, network ? trl_network_get_name (network) : "");
  g_autofree char *place =
    network && n > 1 ? g_strdup_printf ("%d / %u",
                                        trl_document_get_network_index (
                                          self->document, trl_network_get_id (network)) +
                                          1,
                                        n)
                     : g_strdup ("");
  gtk_label_set_text (self->place, place);
  trellis_legend_view_set_network (self->legend, trellis_canvas_get_shown (self->canvas));
  update_level (self);
}

static void
set_spotlight (TrellisPresenter *self, const char *node)
{
  g_autofree char *id = g_strdup (node);
  g_free (self->spotlight);
  self->spotlight = g_steal_pointer (&id);
  trellis_canvas_set_spotlight (self->canvas, self->spotlight);
}

static void
set_reveal (TrellisPresenter *self, int reveal)
{
  self->reveal = reveal;
  self->done = FALSE;
  set_spotlight (self, NULL);
  trellis_canvas_set_reveal (self->canvas, reveal);
  update_level (self);
}

static void
show_network (TrellisPresenter *self, TrlNetwork *network)
{
  set_spotlight (self, NULL);
  self->done = FALSE;
  trellis_canvas_set_document (self->canvas, self->document,
                               network ? trl_network_get_id (network) : NULL);
  trellis_canvas_set_rolled_up (
    self->canvas, network && trl_network_get_flag (network, TRL_NETWORK_ROLL_UP));
  update (self);
}

void
trellis_presenter_reveal (TrellisPresenter *self, int steps)
{
  g_return_if_fail (TRELLIS_IS_PRESENTER (self));
  int n = trl_scale_get_n_levels (get_scale (self));
  /* Steps shown so far: 0 none, 1 the deepest … n all. */
  int step = self->reveal < 0 ? n : n - self->reveal;
  if (self->reveal < 0 && steps > 0 && !self->done)
    step = 0;
  else
    step = CLAMP (step + steps, 0, n);
  set_reveal (self, step == n ? -1 : n - step);
  self->done = step == n && steps > 0;
}

int
trellis_presenter_get_reveal (TrellisPresenter *self)
{
  g_return_val_if_fail (TRELLIS_IS_PRESENTER (self), -1);
  return self->reveal;
}

void
trellis_presenter_step_network (TrellisPresenter *self, int steps)
{
  g_return_if_fail (TRELLIS_IS_PRESENTER (self));
  int         n = trl_document_get_n_networks (self->document);
  TrlNetwork *network = get_network (self);
  int         at = network ? trl_document_get_network_index (self->document,
                                                             trl_network_get_id (network))
                           : 0;
  int         next = CLAMP (at + steps, 0, MAX (n - 1, 0));
  if (n > 0 && next != at)
    show_network (self, trl_document_get_network (self->document, next));
}

void
trellis_presenter_set_locked (TrellisPresenter *self, gboolean locked)
{
  g_return_if_fail (TRELLIS_IS_PRESENTER (self));
  trellis_canvas_set_locked (self->canvas, locked);
  gtk_toggle_button_set_active (self->lock, !locked);
  gtk_button_set_icon_name (GTK_BUTTON (self->lock), locked ? "changes-prevent-symbolic"
                                                            : "changes-allow-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->lock),
                               locked ? _ ("Unlock for Changes") : _ ("Lock"));
  set_spotlight (self, NULL);
}

const char *
trellis_presenter_get_network_id (TrellisPresenter *self)
{
  g_return_val_if_fail (TRELLIS_IS_PRESENTER (self), NULL);
  return trellis_canvas_get_network_id (self->canvas);
}

const char *
trellis_presenter_get_spotlight (TrellisPresenter *self)
{
  g_return_val_if_fail (TRELLIS_IS_PRESENTER (self), NULL);
  return self->spotlight;
}

/* --- the buttons fade --- */

static gboolean
on_fade (gpointer data)
{
  TrellisPresenter *self = data;
  GtkWidget        *focus = gtk_root_get_focus (GTK_ROOT (self));
  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->bar)) &&
      gtk_window_get_focus_visible (GTK_WINDOW (self)))
    return G_SOURCE_CONTINUE;
  self->fade = 0;
  gtk_revealer_set_reveal_child (self->bar, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->toasts), "none");
  return G_SOURCE_REMOVE;
}

static void
show_bar (TrellisPresenter *self)
{
  g_clear_handle_id (&self->fade, g_source_remove);
  self->fade = g_timeout_add_seconds (FADE_SECONDS, on_fade, self);
  gtk_revealer_set_reveal_child (self->bar, TRUE);
  gtk_widget_set_cursor (GTK_WIDGET (self->toasts), NULL);
}

/* --- keys --- */

static void
leave (TrellisPresenter *self)
{
  if (self->spotlight)
    set_spotlight (self, NULL);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
close_at_once (TrellisPresenter *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
reveal_next (TrellisPresenter *self)
{
  trellis_presenter_reveal (self, 1);
}

static void
reveal_less (TrellisPresenter *self)
{
  trellis_presenter_reveal (self, -1);
}

static void
reveal_all (TrellisPresenter *self)
{
  set_reveal (self, -1);
}

static void
start_again (TrellisPresenter *self)
{
  set_reveal (self, trl_scale_get_n_levels (get_scale (self)));
}

static void
next_network (TrellisPresenter *self)
{
  trellis_presenter_step_network (self, 1);
}

static void
previous_network (TrellisPresenter *self)
{
  trellis_presenter_step_network (self, -1);
}

static void
undo (TrellisPresenter *self)
{
  if (!trellis_canvas_get_locked (self->canvas))
    trl_document_undo (self->document);
}

static void
redo (TrellisPresenter *self)
{
  if (!trellis_canvas_get_locked (self->canvas))
    trl_document_redo (self->document);
}

static const struct
{
  guint           key;
  GdkModifierType state;
  void (*activate) (TrellisPresenter *self);
} keys[] = {
  { GDK_KEY_Escape, 0, leave },
  { GDK_KEY_F11, 0, close_at_once },
  { GDK_KEY_space, 0, reveal_next },
  { GDK_KEY_Right, 0, reveal_next },
  { GDK_KEY_Left, 0, reveal_less },
  { GDK_KEY_Home, 0, reveal_all },
  { GDK_KEY_BackSpace, 0, start_again },
  { GDK_KEY_Page_Down, 0, next_network },
  { GDK_KEY_Page_Up, 0, previous_network },
  { GDK_KEY_z, GDK_CONTROL_MASK, undo },
  { GDK_KEY_Z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, redo },
};

static const TrellisPresenterShortcut shortcuts[] = {
  { "space Right", N_ ("Reveal the next level") },
  { "Left", N_ ("Hide a level again") },
  { "Home", N_ ("Show all levels") },
  { "Page_Down", N_ ("Next network") },
  { "Page_Up", N_ ("Previous network") },
  { "Escape", N_ ("Leave the spotlight, then the presentation") },
};

const TrellisPresenterShortcut *
trellis_presenter_shortcuts (guint *n)
{
  *n = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        TrellisPresenter      *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  gboolean   button = GTK_IS_BUTTON (focus) && gtk_widget_get_mapped (focus);
  show_bar (self);
  /* While a name is typed, keys are letters; on a button, Space presses it. */
  if (GTK_IS_TEXT (focus) || (key == GDK_KEY_space && button))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key &&
        keys[i].state == (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)))
      {
        keys[i].activate (self);
        return TRUE;
      }
  return FALSE;
}

/* --- signals of the canvas and the document --- */

static void
on_clicked (TrellisCanvas *canvas, const char *id, TrellisPresenter *self)
{
  set_spotlight (self, g_strcmp0 (id, self->spotlight) == 0 ? NULL : id);
  trellis_selection_clear (self->selection);
}

static void
on_activated (TrellisCanvas *canvas, int kind, const char *id, TrellisPresenter *self)
{
  if (kind == TRL_KIND_NODE && trellis_canvas_get_locked (canvas))
    set_spotlight (self, id);
}

static void
on_notice (TrellisCanvas    *canvas,
           const char       *text,
           gboolean          can_undo,
           TrellisPresenter *self)
{
  adw_toast_overlay_add_toast (self->toasts, trellis_toast_new (text));
}

static void
on_document_changed (TrlDocument *document, guint mask, TrellisPresenter *self)
{
  if (mask == TRL_CHANGE_FIGURES)
    return;
  if (!get_network (self))
    show_network (self, trl_document_get_n_networks (document)
                          ? trl_document_get_network (document, 0)
                          : NULL);
  update (self);
}

static void
on_lock_toggled (TrellisPresenter *self)
{
  trellis_presenter_set_locked (self, !gtk_toggle_button_get_active (self->lock));
}

/* --- building --- */

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return GTK_LABEL (label);
}

static GtkWidget *
make_heading (TrellisPresenter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  self->title = make_label ("title-1");
  self->place = make_label ("dim-label");
  gtk_label_set_wrap (self->place, FALSE);
  self->level = make_label ("title-3");
  gtk_label_set_max_width_chars (self->level, 90);
  gtk_label_set_yalign (self->level, 0);
  /* The picture stays where it is, with one line here, with two or none. */
  gtk_widget_set_size_request (GTK_WIDGET (self->level), -1, LEVEL_HEIGHT);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->level));
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_start (box, 36);
  gtk_widget_set_margin_end (box, 36);
  return box;
}

static GtkWidget *
make_button (TrellisPresenter *self,
             const char       *icon,
             const char       *name,
             GCallback         activate)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "osd");
  gtk_widget_set_size_request (button, 56, 56);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_signal_connect_swapped (button, "clicked", activate, self);
  return button;
}

static GtkWidget *
make_lock (TrellisPresenter *self)
{
  GtkWidget *button = gtk_toggle_button_new ();
  self->lock = GTK_TOGGLE_BUTTON (button);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "osd");
  gtk_widget_set_size_request (button, 56, 56);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Unlock for Changes"), -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_lock_toggled), self);
  return button;
}

static GtkWidget *
make_bar (TrellisPresenter *self)
{
  const struct
  {
    const char *icon;
    const char *name;
    GCallback   activate;
  } buttons[] = {
    { "go-up-symbolic", _ ("Previous Network"), G_CALLBACK (previous_network) },
    { "go-previous-symbolic", _ ("Hide a Level Again"), G_CALLBACK (reveal_less) },
    { "go-next-symbolic", _ ("Reveal the Next Level"), G_CALLBACK (reveal_next) },
    { "go-down-symbolic", _ ("Next Network"), G_CALLBACK (next_network) },
  };
  GtkWidget *revealer = gtk_revealer_new (), *box = gtk_box_new (0, 12);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_box_append (GTK_BOX (box), make_button (self, buttons[i].icon, buttons[i].name,
                                                buttons[i].activate));
  gtk_box_append (GTK_BOX (box), make_lock (self));
  gtk_box_append (GTK_BOX (box),
                  make_button (self, "view-restore-symbolic",
                               _ ("Leave the Presentation"), G_CALLBACK (close_at_once)));
  self->bar = GTK_REVEALER (revealer);
  gtk_revealer_set_transition_type (self->bar, GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (self->bar, box);
  gtk_widget_set_halign (revealer, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (revealer, GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (revealer, 16);
  return revealer;
}

static void
make_canvas (TrellisPresenter *self)
{
  g_autoptr (TrellisFilter) filter = trellis_filter_new ();
  self->selection = trellis_selection_new ();
  self->canvas = TRELLIS_CANVAS (trellis_canvas_new (self->selection, filter));
  trellis_canvas_set_label_scale (self->canvas, LABEL_SCALE);
  trellis_canvas_set_locked (self->canvas, TRUE);
  g_signal_connect (self->canvas, "clicked", G_CALLBACK (on_clicked), self);
  g_signal_connect (self->canvas, "activated", G_CALLBACK (on_activated), self);
  g_signal_connect (self->canvas, "notice", G_CALLBACK (on_notice), self);
}

static GtkWidget *
make_content (TrellisPresenter *self)
{
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = gtk_overlay_new ();
  make_canvas (self);
  self->legend = TRELLIS_LEGEND_VIEW (trellis_legend_view_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->legend), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (GTK_WIDGET (self->legend), 36);
  gtk_box_append (GTK_BOX (sides), GTK_WIDGET (self->canvas));
  gtk_box_append (GTK_BOX (sides), GTK_WIDGET (self->legend));
  gtk_box_append (GTK_BOX (page), make_heading (self));
  gtk_box_append (GTK_BOX (page), sides);
  gtk_widget_set_margin_bottom (sides, BAR_HEIGHT);
  gtk_widget_add_css_class (page, "view");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), page);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_bar (self));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, overlay);
  return GTK_WIDGET (self->toasts);
}

static void
trellis_presenter_dispose (GObject *object)
{
  TrellisPresenter *self = TRELLIS_PRESENTER (object);
  g_clear_handle_id (&self->fade, g_source_remove);
  if (self->document)
    g_clear_signal_handler (&self->document_changed, self->document);
  G_OBJECT_CLASS (trellis_presenter_parent_class)->dispose (object);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->spotlight, g_free);
}

static void
trellis_presenter_class_init (TrellisPresenterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_presenter_dispose;
}

static void
trellis_presenter_init (TrellisPresenter *self)
{
  self->reveal = -1;
  adw_window_set_content (ADW_WINDOW (self), make_content (self));
  trellis_presenter_set_locked (self, TRUE);

  GtkEventController *key = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);

  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (show_bar), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* The size of the screen, for where nothing makes windows full screen. */
static void
take_screen (TrellisPresenter *self, GtkWindow *parent)
{
  GdkSurface *surface = parent ? gtk_native_get_surface (GTK_NATIVE (parent)) : NULL;
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  g_autoptr (GdkMonitor) monitor = NULL;
  GdkRectangle area;
  if (surface)
    monitor = gdk_display_get_monitor_at_surface (display, surface);
  if (monitor)
    g_object_ref (monitor);
  else
    monitor = g_list_model_get_item (gdk_display_get_monitors (display), 0);
  if (!monitor)
    return;
  gdk_monitor_get_geometry (monitor, &area);
  gtk_window_set_default_size (GTK_WINDOW (self), area.width, area.height);
}

GtkWidget *
trellis_presenter_new (GtkWindow *parent, TrlDocument *document, const char *network_id)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), NULL);
  TrellisPresenter *self =
    g_object_new (TRELLIS_TYPE_PRESENTER, "title", _ ("Presentation"), "default-width",
                  1280, "default-height", 800, "transient-for", parent, NULL);
  TrlNetwork *network =
    network_id ? trl_document_find_network (document, network_id) : NULL;
  if (!network && trl_document_get_n_networks (document) > 0)
    network = trl_document_get_network (document, 0);
  self->document = g_object_ref (document);
  show_network (self, network);
  self->document_changed =
    g_signal_connect (document, "changed", G_CALLBACK (on_document_changed), self);
  take_screen (self, parent);
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  show_bar (self);
  return GTK_WIDGET (self);
}
