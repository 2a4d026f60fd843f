/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A switch between tables; each of them follows the session by itself, from when it is
 * first looked at: what nobody opened costs nothing, however large the document is. */

#include "config.h"

#include "grid/trellis-grid-view.h"

#include "grid/trellis-levels-page.h"
#include "grid/trellis-table-page.h"

#include <glib/gi18n.h>

struct _TrellisGridView
{
  GtkBox             parent;
  GtkStack          *stack;
  TrellisLevelsPage *levels;
  TrellisTablePage  *partners;
  TrellisTablePage  *partnerships;
  TrellisSession    *session;
};

G_DEFINE_FINAL_TYPE (TrellisGridView, trellis_grid_view, GTK_TYPE_BOX)

/* The keyboard goes on in what is on show, not at the switch. */
static gboolean
trellis_grid_view_grab_focus (GtkWidget *widget)
{
  TrellisGridView *self = TRELLIS_GRID_VIEW (widget);
  GtkWidget       *page = gtk_stack_get_visible_child (self->stack);

  if (TRELLIS_IS_LEVELS_PAGE (page))
    trellis_levels_page_focus (TRELLIS_LEVELS_PAGE (page));
  else
    trellis_table_page_focus (TRELLIS_TABLE_PAGE (page));
  return TRUE;
}

static void
on_page_changed (GtkStack *stack, GParamSpec *pspec, TrellisGridView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_stack_get_visible_child (stack))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* A page that has this session already lets the call pass. */
static void
give_session (TrellisGridView *self, GtkWidget *page)
{
  if (!TRELLIS_IS_LEVELS_PAGE (page))
    trellis_table_page_set_session (TRELLIS_TABLE_PAGE (page), self->session);
  else if (trellis_levels_page_get_session (self->levels) != self->session)
    trellis_levels_page_set_session (self->levels, self->session);
}

static void
on_page_mapped (GtkWidget *page, TrellisGridView *self)
{
  give_session (self, page);
}

static void
trellis_grid_view_dispose (GObject *object)
{
  g_clear_object (&TRELLIS_GRID_VIEW (object)->session);
  G_OBJECT_CLASS (trellis_grid_view_parent_class)->dispose (object);
}

static void
trellis_grid_view_class_init (TrellisGridViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_grid_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = trellis_grid_view_grab_focus;
}

static GtkWidget *
add_page (TrellisGridView *self, GtkWidget *page, const char *name, const char *title)
{
  gtk_stack_add_titled (self->stack, page, name, title);
  g_signal_connect (page, "map", G_CALLBACK (on_page_mapped), self);
  return page;
}

static void
add_switcher (TrellisGridView *self)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  /* All as wide as the longest name would be too wide for a narrow window. */
  gtk_box_layout_set_homogeneous (
    GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (switcher)), FALSE);
  gtk_widget_add_css_class (switcher, "trellis-switcher");
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (switcher, 6);
  gtk_widget_set_margin_bottom (switcher, 6);
  gtk_box_append (GTK_BOX (self), switcher);
}

static void
trellis_grid_view_init (TrellisGridView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->levels = TRELLIS_LEVELS_PAGE (
    add_page (self, trellis_levels_page_new (), "levels", _ ("Levels")));
  self->partners = TRELLIS_TABLE_PAGE (
    add_page (self, trellis_table_page_new (TRL_KIND_NODE), "partners", _ ("Partners")));
  self->partnerships = TRELLIS_TABLE_PAGE (add_page (
    self, trellis_table_page_new (TRL_KIND_EDGE), "partnerships", _ ("Partnerships")));
  add_switcher (self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
  g_signal_connect (self->stack, "notify::visible-child", G_CALLBACK (on_page_changed),
                    self);
}

void
trellis_grid_view_set_session (TrellisGridView *self, TrellisSession *session)
{
  GtkWidget *pages[] = { GTK_WIDGET (self->levels), GTK_WIDGET (self->partners),
                         GTK_WIDGET (self->partnerships) };

  g_set_object (&self->session, session);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (gtk_widget_get_mapped (pages[i]))
      give_session (self, pages[i]);
}

void
trellis_grid_view_show_disagreements (TrellisGridView *self)
{
  static const char *const keys[] = { "answers-apart", "level", "back", NULL };

  g_return_if_fail (TRELLIS_IS_GRID_VIEW (self));
  give_session (self, GTK_WIDGET (self->partnerships));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->partnerships));
  trellis_table_page_show_with (self->partnerships, keys);
}
