/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small pages are made one by one in a thread, and only while somebody sees them; each
 * knows what it was made of, and is made anew only when that is something else.  Their
 * room is there before, so that no row moves.  Of a large document there are names alone.
 */

#include "config.h"

#include "figures/trellis-figure-gallery.h"

#include "dialogs/trellis-page-view.h"
#include "figure/trl-figure-saved.h"
#include "figures/trellis-figure-maker.h"
#include "job/trellis-job.h"
#include "trellis-tab-out.h"

#include <glib/gi18n.h>

#define MANY 1500     /* partners and partnerships that are too many for small pages */
#define DELAY 400     /* ms, from the last change to new pages */
#define PAGE_WIDTH 85 /* mm */
#define HEIGHT 104    /* pixels */
#define WIDTH 156     /* pixels */

struct _TrellisFigureGallery
{
  AdwBin          parent_instance;
  GtkWidget      *saved_box; /* heading and list; there is nothing to see without one */
  GtkListBox     *saved;
  GtkListBox     *list;
  TrellisSession *session;
  char           *open; /* id of the saved figure that is selected */
  TrellisJob     *job;  /* makes a page, or NULL */
  guint           idle;
  guint           revision; /* of what all pages are made of */
  gboolean        dirty;    /* pages are out of date */
};

enum
{
  CHOSEN,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisFigureGallery, trellis_figure_gallery, ADW_TYPE_BIN)

static GtkListBoxRow *
get_row (GtkListBox *list, guint index)
{
  return gtk_list_box_get_row_at_index (list, (int) index);
}

/* --- small pages --- */

static gboolean
is_large (TrlDocument *document)
{
  guint weight = 0;

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      const TrlNetwork *network = trl_document_get_network (document, i);

      weight += trl_table_get_size (trl_network_get_nodes (network)) +
                trl_table_get_size (trl_network_get_edges (network));
    }
  return weight > MANY;
}

/* A page that is made: of a saved figure, or of a figure as it is. */
typedef struct
{
  TrellisFigureGallery *gallery;
  GtkWidget            *row;
  char                 *key; /* what it is made of */
  TrlDocument          *document;
  TrlFigureSettings    *settings; /* or NULL */
  const TrlFigure      *figure;
  char                 *network;
} Page;

static void
page_free (Page *page)
{
  g_object_unref (page->gallery);
  g_object_unref (page->row);
  g_free (page->key);
  g_object_unref (page->document);
  if (page->settings)
    trl_figure_settings_free (page->settings);
  g_free (page->network);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static gpointer
make_page (gpointer input, GCancellable *cancellable, GError **error)
{
  const Page      *page = input;
  TrlFigureRequest request = {
    .document = page->document,
    .figure = page->figure->id,
    .network = page->network,
    .width = PAGE_WIDTH * TRL_POINTS_PER_MM,
    .theme = TRL_THEME_PRINT,
    .title = "",
    .subtitle = "",
    .caption = "",
    .source = "",
  };

  if (page->settings)
    trl_figure_settings_fill_request (page->settings, page->document, &request);
  return trellis_figure_maker_build (&request, cancellable, error);
}

/* What cannot be drawn has a blank page, and says why when it is chosen. */
static void
show_page (GtkWidget *row, char *key, TrlScene *scene)
{
  GtkWidget *view = g_object_get_data (G_OBJECT (row), "page");

  trellis_page_view_set_scene (TRELLIS_PAGE_VIEW (view), scene);
  if (scene)
    gtk_widget_remove_css_class (view, "trellis-blank");
  else
    gtk_widget_add_css_class (view, "trellis-blank");
  g_object_set_data_full (G_OBJECT (row), "key", key, g_free);
}

static gboolean make_next (gpointer data);

static void
on_page (gpointer result, const GError *error, gpointer data)
{
  g_autoptr (Page) page = data;
  g_autoptr (TrlScene) scene = result;
  TrellisFigureGallery *self = page->gallery;

  g_clear_object (&self->job);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_page (page->row, g_steal_pointer (&page->key), scene);
  if (!self->idle && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add_full (G_PRIORITY_LOW, make_next, self, NULL);
}

static char *
make_key (TrellisFigureGallery *self, const TrlSavedFigure *saved)
{
  const char *network = trellis_session_get_network_id (self->session);
  GString    *key = g_string_new (NULL);

  g_string_append_printf (key, "%u", self->revision);
  if (!saved && network)
    g_string_append_printf (key, " %s", network);
  for (guint i = 0; saved && i < trl_saved_figure_get_n_settings (saved); i++)
    {
      const TrlSetting *setting = trl_saved_figure_get_setting (saved, i);

      g_string_append_printf (key, "\n%s=%s", setting->key, setting->text);
    }
  return g_string_free (key, FALSE);
}

static void
start_page (TrellisFigureGallery *self,
            GtkWidget            *row,
            char                 *key,
            const TrlSavedFigure *saved)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);
  Page                   *page = g_new0 (Page, 1);

  page->gallery = g_object_ref (self);
  page->row = g_object_ref (row);
  page->key = key;
  page->document = trl_document_copy (trellis_session_get_document (self->session));
  page->network = g_strdup (trellis_session_get_network_id (self->session));
  if (saved)
    page->settings = trl_figure_settings_new_from_saved (saved, NULL);
  page->figure = page->settings
                   ? trl_figure_settings_get_figure (page->settings)
                   : figures[gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))];
  self->job =
    trellis_job_start (_ ("Drawing the figure"), make_page, page, NULL, on_page, page);
}

/* Whether there is nothing to wait for. */
static gboolean
is_done (TrellisFigureGallery *self, GtkWidget *row, const TrlSavedFigure *saved)
{
  g_autofree char *key = make_key (self, saved);
  g_autoptr (TrlFigureSettings) settings = NULL;

  if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "key"), key) == 0)
    return TRUE;
  settings = saved ? trl_figure_settings_new_from_saved (saved, NULL) : NULL;
  if (is_large (trellis_session_get_document (self->session)) || (saved && !settings))
    {
      show_page (row, g_steal_pointer (&key), NULL);
      return TRUE;
    }
  start_page (self, row, g_steal_pointer (&key), saved);
  return FALSE;
}

/* All rows at once, before any page is made. */
static void
make_room (TrellisFigureGallery *self)
{
  gboolean    room = !is_large (trellis_session_get_document (self->session));
  GtkListBox *lists[] = { self->saved, self->list };

  for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
    for (guint i = 0; get_row (lists[k], i); i++)
      gtk_widget_set_visible (
        g_object_get_data (G_OBJECT (get_row (lists[k], i)), "page"), room);
}

/* Saved ones first. */
static gboolean
make_next (gpointer data)
{
  TrellisFigureGallery *self = TRELLIS_FIGURE_GALLERY (data);
  TrlDocument          *document = trellis_session_get_document (self->session);
  guint                 n, n_saved = trl_document_get_n_figures (document);
  gboolean              done = TRUE;

  trl_figures (&n);
  self->idle = 0;
  for (guint i = 0; !self->job && done && i < n_saved; i++)
    done = is_done (self, GTK_WIDGET (get_row (self->saved, i)),
                    trl_document_get_figure (document, i));
  for (guint i = 0; !self->job && done && i < n; i++)
    done = is_done (self, GTK_WIDGET (get_row (self->list, i)), NULL);
  return G_SOURCE_REMOVE;
}

/* --- the lists --- */

static GtkWidget *make_row (const char *label, const char *tooltip);

static void
select_saved (TrellisFigureGallery *self, const char *id)
{
  TrlDocument *document = trellis_session_get_document (self->session);

  for (guint i = 0; id && i < trl_document_get_n_figures (document); i++)
    if (g_str_equal (trl_document_get_figure (document, i)->id, id))
      {
        gtk_list_box_select_row (self->saved, get_row (self->saved, i));
        return;
      }
}

/* Rows that are there stay, so that focus does; the selection goes with its figure. */
static void
list_saved (TrellisFigureGallery *self)
{
  TrlDocument *document = trellis_session_get_document (self->session);
  guint        n = trl_document_get_n_figures (document);

  while (get_row (self->saved, n))
    gtk_list_box_remove (self->saved, GTK_WIDGET (get_row (self->saved, n)));
  for (guint i = 0; i < n; i++)
    {
      const TrlSavedFigure *figure = trl_document_get_figure (document, i);
      GtkWidget            *row = (GtkWidget *) get_row (self->saved, i);

      if (!row)
        gtk_list_box_append (self->saved, row = make_row (figure->name, NULL));
      gtk_label_set_text (g_object_get_data (G_OBJECT (row), "label"), figure->name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      figure->name, -1);
    }
  make_room (self);
  gtk_widget_set_visible (self->saved_box, n > 0);
  select_saved (self, self->open);
}

/* Not while somebody types. */
static gboolean
begin (gpointer data)
{
  TrellisFigureGallery *self = TRELLIS_FIGURE_GALLERY (data);

  self->idle = g_idle_add_full (G_PRIORITY_LOW, make_next, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
refresh (TrellisFigureGallery *self, guint mask)
{
  if (mask & ~(guint) TRL_CHANGE_FIGURES)
    self->revision++;
  self->dirty = !gtk_widget_get_mapped (GTK_WIDGET (self));
  list_saved (self);
  if (self->dirty)
    return;
  if (self->job)
    trellis_job_cancel (self->job);
  g_clear_handle_id (&self->idle, g_source_remove);
  self->idle = g_timeout_add_full (G_PRIORITY_LOW, DELAY, begin, self, NULL);
}

/* One of both lists has a row that is selected. */
static void
on_selected (TrellisFigureGallery *self, GtkListBoxRow *row)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  if (!row)
    return;
  gtk_list_box_unselect_all (self->saved);
  g_clear_pointer (&self->open, g_free);
  g_signal_emit (self, signals[CHOSEN], 0, figures[gtk_list_box_row_get_index (row)]->id);
}

static void
on_saved_selected (TrellisFigureGallery *self, GtkListBoxRow *row)
{
  TrlDocument *document;
  const char  *id;
  guint        index;

  if (!row || !self->session) /* while it goes away */
    return;
  document = trellis_session_get_document (self->session);
  index = (guint) gtk_list_box_row_get_index (row);
  if (index >= trl_document_get_n_figures (document))
    return;
  gtk_list_box_unselect_all (self->list);
  id = trl_document_get_figure (document, index)->id;
  if (g_strcmp0 (self->open, id) == 0)
    return;
  g_free (self->open);
  self->open = g_strdup (id);
  g_signal_emit (self, signals[OPENED], 0, id);
}

static void
trellis_figure_gallery_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trellis_figure_gallery_parent_class)->map (widget);
  if (TRELLIS_FIGURE_GALLERY (widget)->dirty)
    refresh (TRELLIS_FIGURE_GALLERY (widget), 0);
}

/* Nobody sees what is not made yet; what is being made holds the gallery. */
static void
trellis_figure_gallery_unmap (GtkWidget *widget)
{
  TrellisFigureGallery *self = TRELLIS_FIGURE_GALLERY (widget);

  if (self->job)
    trellis_job_cancel (self->job);
  g_clear_handle_id (&self->idle, g_source_remove);
  self->dirty = TRUE;
  GTK_WIDGET_CLASS (trellis_figure_gallery_parent_class)->unmap (widget);
}

static gboolean
trellis_figure_gallery_grab_focus (GtkWidget *widget)
{
  TrellisFigureGallery *self = TRELLIS_FIGURE_GALLERY (widget);
  GtkListBoxRow        *row = gtk_list_box_get_selected_row (self->list);

  if (!row)
    row = gtk_list_box_get_selected_row (self->saved);
  return row && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Both lists are one stop, for a row that gets the focus is chosen: whoever only passes
 * by keeps the figure. */
static gboolean
trellis_figure_gallery_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (trellis_figure_gallery_parent_class)
      ->focus (widget, direction);
  return !gtk_widget_get_focus_child (widget) && gtk_widget_grab_focus (widget);
}

/* Arrows lead from one list to the other. */
static gboolean
on_edge (GtkListBox *list, GtkDirectionType direction, TrellisFigureGallery *self)
{
  TrlDocument   *document = trellis_session_get_document (self->session);
  guint          n = trl_document_get_n_figures (document);
  GtkListBox    *other = NULL;
  GtkListBoxRow *row;

  if (list == self->saved && direction == GTK_DIR_DOWN)
    other = self->list;
  else if (list == self->list && direction == GTK_DIR_UP && n > 0)
    other = self->saved;
  if (!other)
    return FALSE;
  row = get_row (other, other == self->saved ? n - 1 : 0);
  gtk_list_box_select_row (other, row);
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
trellis_figure_gallery_dispose (GObject *object)
{
  TrellisFigureGallery *self = TRELLIS_FIGURE_GALLERY (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->open, g_free);
  G_OBJECT_CLASS (trellis_figure_gallery_parent_class)->dispose (object);
}

static void
trellis_figure_gallery_class_init (TrellisFigureGalleryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_figure_gallery_dispose;
  GTK_WIDGET_CLASS (klass)->map = trellis_figure_gallery_map;
  GTK_WIDGET_CLASS (klass)->unmap = trellis_figure_gallery_unmap;
  GTK_WIDGET_CLASS (klass)->grab_focus = trellis_figure_gallery_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = trellis_figure_gallery_focus;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
make_row (const char *text, const char *tooltip)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *page = g_object_new (TRELLIS_TYPE_PAGE_VIEW, "margin", 3, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1); /* as wide as the list */
  gtk_widget_set_size_request (page, -1, HEIGHT);
  gtk_widget_add_css_class (page, "trellis-blank");
  gtk_widget_set_can_target (page, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_box_append (GTK_BOX (box), page);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "trellis-stacked");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  g_object_set_data (G_OBJECT (row), "page", page);
  g_object_set_data (G_OBJECT (row), "label", label);
  return row;
}

static GtkListBox *
add_list (GtkWidget *box, const char *heading, const char *name)
{
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "trellis-stacked");
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  trellis_tab_out (GTK_LIST_BOX (list));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  return GTK_LIST_BOX (list);
}

static void
trellis_figure_gallery_init (TrellisFigureGallery *self)
{
  GtkWidget              *scrolled = gtk_scrolled_window_new ();
  GtkWidget              *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  self->dirty = TRUE;
  self->saved_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->saved = add_list (self->saved_box, C_ ("figures", "Saved"), _ ("Saved Figures"));
  gtk_box_append (GTK_BOX (box), self->saved_box);
  self->list = add_list (box, C_ ("figures", "New"), _ ("Figures"));
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list,
                         make_row (_ (figures[i]->label), _ (figures[i]->description)));
  g_signal_connect (self->list, "keynav-failed", G_CALLBACK (on_edge), self);
  g_signal_connect (self->saved, "keynav-failed", G_CALLBACK (on_edge), self);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (self->saved, "row-selected", G_CALLBACK (on_saved_selected),
                            self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
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
  list_saved (self);
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

void
trellis_figure_gallery_open (TrellisFigureGallery *self, const char *id)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_GALLERY (self));
  list_saved (self);
  select_saved (self, id);
}
