/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several networks beside each other. */

#include "config.h"

#include "compare/trellis-compare-view.h"

struct _TrellisCompareView
{
  GtkBox          parent;
  TrellisSession *session;
};

G_DEFINE_FINAL_TYPE (TrellisCompareView, trellis_compare_view, GTK_TYPE_BOX)

static void
trellis_compare_view_dispose (GObject *object)
{
  TrellisCompareView *self = TRELLIS_COMPARE_VIEW (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (trellis_compare_view_parent_class)->dispose (object);
}

static void
trellis_compare_view_class_init (TrellisCompareViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_compare_view_dispose;
}

static void
trellis_compare_view_init (TrellisCompareView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

void
trellis_compare_view_set_session (TrellisCompareView *self, TrellisSession *session)
{
  g_set_object (&self->session, session);
}
