/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A comparison in a thread is nobody else's until it is built; when another one is wanted
 * meanwhile, it comes back under an old number and goes no further.
 */

#include "config.h"

#include "compare/trellis-comparison-loader.h"

#include "job/trellis-job.h"

#include <glib/gi18n.h>

struct _TrellisComparisonLoader
{
  GObject     parent;
  TrellisJob *job;
  guint       serial; /* of the newest comparison */
};

typedef struct
{
  TrellisComparisonLoader *loader;
  TrellisComparison       *comparison;
  guint                    serial;
} Ticket;

enum
{
  PROP_BUSY = 1,
  N_PROPS
};

enum
{
  BUILT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisComparisonLoader, trellis_comparison_loader, G_TYPE_OBJECT)

static void
trellis_comparison_loader_dispose (GObject *object)
{
  trellis_comparison_loader_drop (TRELLIS_COMPARISON_LOADER (object));
  G_OBJECT_CLASS (trellis_comparison_loader_parent_class)->dispose (object);
}

static void
trellis_comparison_loader_get_property (GObject    *object,
                                        guint       id,
                                        GValue     *value,
                                        GParamSpec *pspec)
{
  g_value_set_boolean (
    value, trellis_comparison_loader_is_busy (TRELLIS_COMPARISON_LOADER (object)));
}

static void
trellis_comparison_loader_class_init (TrellisComparisonLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trellis_comparison_loader_dispose;
  object_class->get_property = trellis_comparison_loader_get_property;
  properties[PROP_BUSY] = g_param_spec_boolean (
    "busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[BUILT] = g_signal_new ("built", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
trellis_comparison_loader_init (TrellisComparisonLoader *self)
{
}

TrellisComparisonLoader *
trellis_comparison_loader_new (void)
{
  return g_object_new (TRELLIS_TYPE_COMPARISON_LOADER, NULL);
}

static gpointer
work (gpointer input, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (trellis_comparison_build (input, cancellable, error));
}

static void
on_done (gpointer result, const GError *error, gpointer data)
{
  g_autofree Ticket *ticket = data;
  g_autoptr (TrellisComparisonLoader) self = ticket->loader;
  g_autoptr (TrellisComparison) comparison = ticket->comparison;

  if (ticket->serial != self->serial)
    return;
  g_clear_object (&self->job);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (result)
    g_signal_emit (self, signals[BUILT], 0, comparison);
}

static void
start_job (TrellisComparisonLoader *self, TrellisComparison *comparison)
{
  Ticket *ticket = g_new0 (Ticket, 1);

  ticket->loader = g_object_ref (self);
  ticket->comparison = trellis_comparison_ref (comparison);
  ticket->serial = self->serial;
  self->job = trellis_job_start (
    _ ("Arranging partners"), work, trellis_comparison_ref (comparison),
    (GDestroyNotify) trellis_comparison_unref, on_done, ticket);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
trellis_comparison_loader_load (TrellisComparisonLoader *self,
                                TrellisComparison       *comparison)
{
  g_return_if_fail (TRELLIS_IS_COMPARISON_LOADER (self));
  trellis_comparison_loader_drop (self);
  if (trellis_comparison_is_large (comparison))
    start_job (self, comparison);
  else if (trellis_comparison_build (comparison, NULL, NULL))
    g_signal_emit (self, signals[BUILT], 0, comparison);
}

void
trellis_comparison_loader_drop (TrellisComparisonLoader *self)
{
  g_return_if_fail (TRELLIS_IS_COMPARISON_LOADER (self));
  self->serial++;
  if (!self->job)
    return;
  trellis_job_cancel (self->job);
  g_clear_object (&self->job);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

gboolean
trellis_comparison_loader_is_busy (TrellisComparisonLoader *self)
{
  g_return_val_if_fail (TRELLIS_IS_COMPARISON_LOADER (self), FALSE);
  return self->job != NULL;
}
