/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The painter of all exports draws the page; what an editor would object to is counted
 * from the same page. */

#include "config.h"

#include "figures/trellis-figure-preview.h"

#include "dialogs/trellis-page-view.h"
#include "figure/trl-figure-check.h"
#include "scene/trl-sight.h"

#include <glib/gi18n.h>

#define BUSY_DELAY 400 /* ms, before anybody is told to wait */

struct _TrellisFigurePreview
{
  GtkBox           parent_instance;
  GtkWidget       *bar;
  GtkWidget       *busy; /* a spinner and a way to stop */
  GtkSpinner      *spinner;
  guint            busy_timer;
  GtkDropDown     *sight;
  GtkMenuButton   *objections;
  GtkLabel        *objection_text;
  GtkStack        *stack; /* the page, or why there is none */
  TrellisPageView *page;
  AdwStatusPage   *problem;
  TrlScene        *scene;
};

enum
{
  DRAG,
  STOP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisFigurePreview, trellis_figure_preview, GTK_TYPE_BOX)

static void
show_page (TrellisFigurePreview *self)
{
  guint                 n;
  const TrlSightChoice *sights = trl_sights (&n);
  guint                 chosen = gtk_drop_down_get_selected (self->sight);
  g_autoptr (TrlScene) seen = NULL;

  if (self->scene && chosen > 0 && chosen < n)
    seen = trl_scene_simulate (self->scene, sights[chosen].sight);
  trellis_page_view_set_scene (self->page, seen ? seen : self->scene);
}

static char *
list_objections (TrellisFigurePreview *self, const char *remark, guint *n)
{
  g_autoptr (GArray) problems = trl_figure_check (self->scene, 0);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "",
                            g_array_index (problems, TrlFigureProblem, i).text);
  if (remark)
    g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", remark);
  *n = problems->len + (remark != NULL);
  return g_string_free (out, FALSE);
}

static void
show_objections (TrellisFigurePreview *self, const char *remark)
{
  guint            n = 0;
  g_autofree char *text = self->scene ? list_objections (self, remark, &n) : NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->objections), n > 0);
  if (n == 0)
    return;
  label = g_strdup_printf (ngettext ("%u Remark", "%u Remarks", n), n);
  gtk_menu_button_set_label (self->objections, label);
  gtk_label_set_text (self->objection_text, text);
}

void
trellis_figure_preview_show (TrellisFigurePreview *self,
                             TrlScene             *scene,
                             const char           *reason,
                             const char           *remark)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_PREVIEW (self));
  if (scene)
    trl_scene_ref (scene);
  g_clear_pointer (&self->scene, trl_scene_unref);
  self->scene = scene;
  if (reason)
    {
      g_autofree char *plain = g_markup_escape_text (reason, -1);

      adw_status_page_set_description (self->problem, plain);
    }
  show_page (self);
  show_objections (self, remark);
  gtk_widget_set_visible (GTK_WIDGET (self->sight), scene != NULL);
  gtk_stack_set_visible_child_name (self->stack, scene ? "page" : "problem");
}

TrlScene *
trellis_figure_preview_get_scene (TrellisFigurePreview *self)
{
  g_return_val_if_fail (TRELLIS_IS_FIGURE_PREVIEW (self), NULL);
  return self->scene;
}

/* --- busy --- */

static gboolean
show_busy (gpointer data)
{
  TrellisFigurePreview *self = data;

  self->busy_timer = 0;
  gtk_spinner_start (self->spinner);
  gtk_widget_set_visible (self->busy, TRUE);
  return G_SOURCE_REMOVE;
}

void
trellis_figure_preview_set_busy (TrellisFigurePreview *self, gboolean busy)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_PREVIEW (self));
  if (busy)
    {
      if (!self->busy_timer && !gtk_widget_get_visible (self->busy))
        self->busy_timer = g_timeout_add (BUSY_DELAY, show_busy, self);
      return;
    }
  g_clear_handle_id (&self->busy_timer, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (self->busy, FALSE);
}

static void
on_stop (TrellisFigurePreview *self)
{
  g_signal_emit (self, signals[STOP], 0);
}

static GtkWidget *
make_busy (TrellisFigurePreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *stop = gtk_button_new_with_label (_ ("Stop"));

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Drawing…")));
  gtk_box_append (GTK_BOX (box), stop);
  g_signal_connect_swapped (stop, "clicked", G_CALLBACK (on_stop), self);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

/* --- dragging out --- */

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, gpointer data)
{
  TrellisFigurePreview *self = data;
  GdkContentProvider   *content = NULL;

  if (self->scene)
    g_signal_emit (self, signals[DRAG], 0, &content);
  return content;
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, gpointer data)
{
  TrellisFigurePreview *self = data;
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self->page));
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (icon);

  gtk_drag_source_set_icon (source, still, 0, 0);
}

/* --- the widget --- */

static void
trellis_figure_preview_dispose (GObject *object)
{
  g_clear_handle_id (&TRELLIS_FIGURE_PREVIEW (object)->busy_timer, g_source_remove);
  g_clear_pointer (&TRELLIS_FIGURE_PREVIEW (object)->scene, trl_scene_unref);
  G_OBJECT_CLASS (trellis_figure_preview_parent_class)->dispose (object);
}

static void
trellis_figure_preview_class_init (TrellisFigurePreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_figure_preview_dispose;
  signals[DRAG] = g_signal_new ("drag", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                g_signal_accumulator_first_wins, NULL, NULL,
                                GDK_TYPE_CONTENT_PROVIDER, 0);
  signals[STOP] = g_signal_new ("stop", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkDropDown *
make_sights (void)
{
  guint                 n;
  const TrlSightChoice *sights = trl_sights (&n);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _ (sights[i].label));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_tooltip_text (drop_down,
                               _ ("How others see the page; the file stays as it is"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Seen By"), -1);
  return GTK_DROP_DOWN (drop_down);
}

static void
make_objections (TrellisFigurePreview *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (NULL);

  self->objections = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->objection_text = GTK_LABEL (label);
  gtk_label_set_wrap (self->objection_text, TRUE);
  gtk_label_set_max_width_chars (self->objection_text, 44);
  gtk_label_set_xalign (self->objection_text, 0);
  gtk_widget_add_css_class (label, "trellis-stacked");
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_menu_button_set_popover (self->objections, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->objections), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->objections),
                               _ ("What may be hard to read in print"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->objections), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->objections), GTK_ALIGN_END);
}

static void
trellis_figure_preview_init (TrellisFigurePreview *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->sight = make_sights ();
  g_signal_connect_swapped (self->sight, "notify::selected", G_CALLBACK (show_page),
                            self);
  make_objections (self);
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->bar, "trellis-table-bar");
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->sight));
  self->busy = make_busy (self);
  gtk_box_append (GTK_BOX (self->bar), self->busy);
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->objections));
  self->page = g_object_new (TRELLIS_TYPE_PAGE_VIEW, "focusable", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "view");
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "trellis-figure-page");
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  gtk_widget_add_controller (GTK_WIDGET (self->page), GTK_EVENT_CONTROLLER (source));
  self->problem = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_title (self->problem, _ ("Nothing to Show"));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "page");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->problem), "problem");
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (self), self->bar);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}

GtkWidget *
trellis_figure_preview_new (void)
{
  return g_object_new (TRELLIS_TYPE_FIGURE_PREVIEW, NULL);
}
