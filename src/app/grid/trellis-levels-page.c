/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Levels as a table. */

#include "config.h"

#include "grid/trellis-levels-page.h"

struct _TrellisLevelsPage
{
  GtkBox          parent;
  TrellisSession *session;
};

G_DEFINE_FINAL_TYPE (TrellisLevelsPage, trellis_levels_page, GTK_TYPE_BOX)

static void
trellis_levels_page_dispose (GObject *object)
{
  TrellisLevelsPage *self = TRELLIS_LEVELS_PAGE (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (trellis_levels_page_parent_class)->dispose (object);
}

static void
trellis_levels_page_class_init (TrellisLevelsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_levels_page_dispose;
}

static void
trellis_levels_page_init (TrellisLevelsPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
trellis_levels_page_new (void)
{
  return g_object_new (TRELLIS_TYPE_LEVELS_PAGE, NULL);
}

void
trellis_levels_page_set_session (TrellisLevelsPage *self, TrellisSession *session)
{
  g_set_object (&self->session, session);
}
