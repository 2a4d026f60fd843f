/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Partners or partnerships as a table. */

#include "config.h"

#include "grid/trellis-table-page.h"

struct _TrellisTablePage
{
  GtkBox          parent;
  TrellisSession *session;
  TrlKind         kind;
};

G_DEFINE_FINAL_TYPE (TrellisTablePage, trellis_table_page, GTK_TYPE_BOX)

static void
trellis_table_page_dispose (GObject *object)
{
  TrellisTablePage *self = TRELLIS_TABLE_PAGE (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (trellis_table_page_parent_class)->dispose (object);
}

static void
trellis_table_page_class_init (TrellisTablePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_table_page_dispose;
}

static void
trellis_table_page_init (TrellisTablePage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
trellis_table_page_new (TrlKind kind)
{
  TrellisTablePage *self = g_object_new (TRELLIS_TYPE_TABLE_PAGE, NULL);

  self->kind = kind;
  return GTK_WIDGET (self);
}

void
trellis_table_page_set_session (TrellisTablePage *self, TrellisSession *session)
{
  g_set_object (&self->session, session);
}
