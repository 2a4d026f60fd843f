/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thread gets copies of the document and of what was chosen, and nothing else.  When
 * another page is wanted meanwhile, the old one comes back under an old number and goes
 * no further; a file that is being written is not given up for a page.
 */

#include "config.h"

#include "figures/trellis-figure-maker.h"

#include "figures/trellis-figure-output.h"
#include "job/trellis-job.h"

#include <glib/gi18n.h>

#define MANY 1500 /* partners and partnerships that nobody should wait for */

struct _TrellisFigureMaker
{
  GObject     parent;
  TrellisJob *page;
  GPtrArray  *files;  /* TrellisJob: each is written to its end */
  guint       serial; /* of the newest page */
};

/* What is made: a page, or a file where there is a path. */
typedef struct
{
  TrlDocument        *document;
  TrlFigureSettings  *settings;
  char               *format;
  TrellisFigureBeside beside;
  char               *path;
} Order;

enum
{
  PROP_BUSY = 1,
  N_PROPS
};

enum
{
  MADE,
  WRITTEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisFigureMaker, trellis_figure_maker, G_TYPE_OBJECT)

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_object (&order->document);
  trl_figure_settings_free (order->settings);
  g_free (order->format);
  g_free (order->path);
  g_free (order);
}

gboolean
trellis_figure_maker_is_large (TrlDocument *document)
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

gboolean
trellis_figure_maker_is_busy (TrellisFigureMaker *self)
{
  g_return_val_if_fail (TRELLIS_IS_FIGURE_MAKER (self), FALSE);
  return self->page || self->files->len > 0;
}

static void
tell_busy (TrellisFigureMaker *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static const char *
reason_of (const GError *error)
{
  if (!error)
    return NULL;
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? _ ("It was stopped.")
                                                                   : error->message;
}

/* --- pages --- */

static gpointer
make_page (gpointer input, GCancellable *cancellable, GError **error)
{
  Order           *order = input;
  TrlFigureRequest request;

  trl_figure_settings_fill_request (order->settings, order->document, &request);
  return trl_figure_build (&request, cancellable, error);
}

typedef struct
{
  TrellisFigureMaker *maker;
  guint               serial;
} Ticket;

static Ticket *
ticket_new (TrellisFigureMaker *self)
{
  Ticket *ticket = g_new (Ticket, 1);

  *ticket = (Ticket){ g_object_ref (self), self->serial };
  return ticket;
}

static void
on_page (gpointer result, const GError *error, gpointer data)
{
  g_autofree Ticket *ticket = data;
  g_autoptr (TrellisFigureMaker) self = ticket->maker;
  g_autoptr (TrlScene) scene = result;

  if (ticket->serial != self->serial)
    return;
  g_clear_object (&self->page);
  tell_busy (self);
  g_signal_emit (self, signals[MADE], 0, scene, reason_of (error));
}

static Order *
order_new (TrlDocument *document, const TrlFigureSettings *settings)
{
  Order *order = g_new0 (Order, 1);

  order->document = g_object_ref (document);
  order->settings = trl_figure_settings_copy (settings);
  return order;
}

/* A thread must not see the document change. */
static void
copy_document (Order *order)
{
  TrlDocument *copy = trl_document_copy (order->document);

  g_object_unref (order->document);
  order->document = copy;
}

void
trellis_figure_maker_drop (TrellisFigureMaker *self)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_MAKER (self));
  self->serial++;
  if (!self->page)
    return;
  trellis_job_cancel (self->page);
  g_clear_object (&self->page);
  tell_busy (self);
}

void
trellis_figure_maker_make (TrellisFigureMaker      *self,
                           TrlDocument             *document,
                           const TrlFigureSettings *settings)
{
  Order *order;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlScene) scene = NULL;

  g_return_if_fail (TRELLIS_IS_FIGURE_MAKER (self));
  order = order_new (document, settings);
  trellis_figure_maker_drop (self);
  if (trellis_figure_maker_is_large (document))
    {
      copy_document (order);
      self->page = trellis_job_start (_ ("Drawing the figure"), make_page, order,
                                      order_free, on_page, ticket_new (self));
      tell_busy (self);
      return;
    }
  scene = make_page (order, NULL, &error);
  order_free (order);
  tell_busy (self);
  g_signal_emit (self, signals[MADE], 0, scene, reason_of (error));
}

/* --- files --- */

static gpointer
write_file (gpointer input, GCancellable *cancellable, GError **error)
{
  Order *order = input;

  return GINT_TO_POINTER (trellis_figure_output_write (order->settings, order->document,
                                                       order->format, order->beside,
                                                       order->path, cancellable, error));
}

/* The program does not end while a file is being written. */
static void
hold (void)
{
  if (g_application_get_default ())
    g_application_hold (g_application_get_default ());
}

static void
release (void)
{
  if (g_application_get_default ())
    g_application_release (g_application_get_default ());
}

static void
on_file (gpointer result, const GError *error, gpointer data)
{
  g_autoptr (TrellisFigureMaker) self = data;

  release ();
  for (guint i = self->files->len; i-- > 0;)
    if (!trellis_job_is_running (self->files->pdata[i]))
      g_ptr_array_remove_index (self->files, i);
  tell_busy (self);
  g_signal_emit (self, signals[WRITTEN], 0, reason_of (error));
}

void
trellis_figure_maker_write (TrellisFigureMaker      *self,
                            TrlDocument             *document,
                            const TrlFigureSettings *settings,
                            const char              *format,
                            TrellisFigureBeside      beside,
                            const char              *path)
{
  Order *order;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TRELLIS_IS_FIGURE_MAKER (self));
  order = order_new (document, settings);
  order->format = g_strdup (format);
  order->beside = beside;
  order->path = g_strdup (path);
  if (trellis_figure_maker_is_large (document))
    {
      copy_document (order);
      hold ();
      g_ptr_array_add (self->files,
                       trellis_job_start (_ ("Writing the figure"), write_file, order,
                                          order_free, on_file, g_object_ref (self)));
      tell_busy (self);
      return;
    }
  write_file (order, NULL, &error);
  order_free (order);
  g_signal_emit (self, signals[WRITTEN], 0, reason_of (error));
}

void
trellis_figure_maker_stop (TrellisFigureMaker *self)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_MAKER (self));
  if (self->page)
    trellis_job_cancel (self->page);
  for (guint i = 0; i < self->files->len; i++)
    trellis_job_cancel (self->files->pdata[i]);
}

/* --- the object --- */

static void
trellis_figure_maker_dispose (GObject *object)
{
  TrellisFigureMaker *self = TRELLIS_FIGURE_MAKER (object);

  trellis_figure_maker_drop (self);
  G_OBJECT_CLASS (trellis_figure_maker_parent_class)->dispose (object);
}

static void
trellis_figure_maker_finalize (GObject *object)
{
  g_ptr_array_unref (TRELLIS_FIGURE_MAKER (object)->files);
  G_OBJECT_CLASS (trellis_figure_maker_parent_class)->finalize (object);
}

static void
trellis_figure_maker_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  g_value_set_boolean (value,
                       trellis_figure_maker_is_busy (TRELLIS_FIGURE_MAKER (object)));
}

static void
trellis_figure_maker_class_init (TrellisFigureMakerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trellis_figure_maker_dispose;
  object_class->finalize = trellis_figure_maker_finalize;
  object_class->get_property = trellis_figure_maker_get_property;
  properties[PROP_BUSY] = g_param_spec_boolean (
    "busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[MADE] =
    g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  signals[WRITTEN] =
    g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trellis_figure_maker_init (TrellisFigureMaker *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
}

TrellisFigureMaker *
trellis_figure_maker_new (void)
{
  return g_object_new (TRELLIS_TYPE_FIGURE_MAKER, NULL);
}
