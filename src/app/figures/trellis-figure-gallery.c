/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small pages are made one by one while nothing else is to be done, and only while
 * somebody sees them.  Of a large document there are names alone.
 */

#include "config.h"

#include "figures/trellis-figure-gallery.h"

#include "dialogs/trellis-page-view.h"
#include "figure/trl-figure.h"

#include <glib/gi18n.h>

#define PAGE_WIDTH 85 /* mm */
#define MANY 1500     /* partners and partnerships that nobody should wait for */
#define HEIGHT 104    /* pixels */
#define WIDTH 156     /* pixels */

struct _TrellisFigureGallery
{
  AdwBin          parent_instance;
  GtkListBox     *list;
  TrellisSession *session;
  guint           idle;
  guint           next;  /* page to be made */
  gboolean        dirty; /* pages are out of date */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisFigureGallery, trellis_figure_gallery, ADW_TYPE_BIN)

static gboolean
is_large (TrellisFigureGallery *self)
{
  TrlDocument *document = trellis_session_get_document (self->session);
  guint        weight = 0;

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      const TrlNetwork *network = trl_document_get_network (document, i);

      weight += trl_table_get_size (trl_network_get_nodes (network)) +
                trl_table_get_size (trl_network_get_edges (network));
    }
  return weight > MANY;
}

static TrellisPageView *
get_page (TrellisFigureGallery *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);

  return g_object_get_data (G_OBJECT (row), "page");
}

/* What cannot be drawn has no page, and says why when it is chosen. */
static gboolean
make_next (gpointer data)
{
  TrellisFigureGallery   *self = TRELLIS_FIGURE_GALLERY (data);
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);
  g_autoptr (TrlScene) scene = NULL;
  TrlFigureRequest request = {
    .document = trellis_session_get_document (self->session),
    .network = trellis_session_get_network_id (self->session),
    .width = PAGE_WIDTH * TRL_POINTS_PER_MM,
    .theme = TRL_THEME_PRINT,
    .title = "",
    .subtitle = "",
    .caption = "",
    .source = "",
  };

  if (self->next >= n)
    {
      self->idle = 0;
      return G_SOURCE_REMOVE;
    }
  request.figure = figures[self->next]->id;
  if (!is_large (self))
    scene = trl_figure_build (&request, NULL, NULL);
  trellis_page_view_set_scene (get_page (self, self->next), scene);
  gtk_widget_set_visible (GTK_WIDGET (get_page (self, self->next)), scene != NULL);
  self->next++;
  return G_SOURCE_CONTINUE;
}

static void
refresh (TrellisFigureGallery *self)
{
  self->dirty = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->dirty)
    return;
  self->next = 0;
  if (!self->idle)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, make_next, self, NULL);
}

static void
on_selected (TrellisFigureGallery *self, GtkListBoxRow *row)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  if (row)
    g_signal_emit (self, signals[CHOSEN], 0,
                   figures[gtk_list_box_row_get_index (row)]->id);
}

static void
trellis_figure_gallery_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trellis_figure_gallery_parent_class)->map (widget);
  if (TRELLIS_FIGURE_GALLERY (widget)->dirty)
    refresh (TRELLIS_FIGURE_GALLERY (widget));
}

static gboolean
trellis_figure_gallery_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row =
    gtk_list_box_get_selected_row (TRELLIS_FIGURE_GALLERY (widget)->list);

  return row && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
trellis_figure_gallery_dispose (GObject *object)
{
  TrellisFigureGallery *self = TRELLIS_FIGURE_GALLERY (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (trellis_figure_gallery_parent_class)->dispose (object);
}

static void
trellis_figure_gallery_class_init (TrellisFigureGalleryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_figure_gallery_dispose;
  GTK_WIDGET_CLASS (klass)->map = trellis_figure_gallery_map;
  GTK_WIDGET_CLASS (klass)->grab_focus = trellis_figure_gallery_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
make_row (const TrlFigure *figure)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (_ (figure->label));
  GtkWidget *page = g_object_new (TRELLIS_TYPE_PAGE_VIEW, "margin", 3, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (page, -1, HEIGHT);
  gtk_widget_set_visible (page, FALSE);
  gtk_widget_set_can_target (page, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (figure->label), -1);
  gtk_box_append (GTK_BOX (box), page);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "trellis-stacked");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, _ (figure->description));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (figure->label), -1);
  g_object_set_data (G_OBJECT (row), "page", page);
  return row;
}

static void
trellis_figure_gallery_init (TrellisFigureGallery *self)
{
  GtkWidget              *scrolled = gtk_scrolled_window_new ();
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  self->dirty = TRUE;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Figures"), -1);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, make_row (figures[i]));
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_selected), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, WIDTH, -1);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
trellis_figure_gallery_new (TrellisSession *session)
{
  TrellisFigureGallery *self = g_object_new (TRELLIS_TYPE_FIGURE_GALLERY, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (refresh), self);
  return GTK_WIDGET (self);
}

void
trellis_figure_gallery_choose (TrellisFigureGallery *self, const char *id)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  g_return_if_fail (TRELLIS_IS_FIGURE_GALLERY (self));
  for (guint i = 0; i < n; i++)
    if (g_str_equal (figures[i]->id, id))
      gtk_list_box_select_row (self->list,
                               gtk_list_box_get_row_at_index (self->list, (int) i));
}
