/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thread gets copies of the document and of what was chosen, and nothing else.  When
 * another page is wanted meanwhile, the old one comes back under an old number and goes
 * no further; what goes out, a file or a copy, is not given up for a page.  A copy is
 * given up for the next copy, and so is what is dragged.
 */

#include "config.h"

#include "figures/trellis-figure-maker.h"

#include "figure/trl-figure-networks.h"
#include "figures/trellis-figure-output.h"
#include "figures/trellis-figure-promise.h"
#include "job/trellis-job.h"

#include <glib/gi18n.h>

struct _TrellisFigureMaker
{
  GObject     parent;
  TrellisJob *page;
  GPtrArray  *outputs; /* TrellisJob: all that goes out */
  TrellisJob *copy;    /* of the outputs, or NULL */
  TrellisJob *loan;    /* of the outputs, or NULL */
  guint       serial;  /* of the newest page */
};

/* What is made.  The maker and the promise are the main thread's. */
typedef struct
{
  TrellisFigureMaker   *maker;
  TrlDocument          *document;
  TrlFigureSettings    *settings; /* NULL: all that are saved */
  char                 *format;
  TrellisFigureBeside   beside;
  char                 *path;
  guint                 n; /* figures that were written */
  guint                 serial;
  gboolean              held; /* the program waits for it */
  TrellisJob           *job;  /* one of the outputs */
  TrellisFigurePromise *promise;
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
  SAVED_WRITTEN,
  COPIED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisFigureMaker, trellis_figure_maker, G_TYPE_OBJECT)

static void
order_free (Order *order)
{
  g_object_unref (order->maker);
  g_clear_object (&order->document);
  if (order->settings)
    trl_figure_settings_free (order->settings);
  g_free (order->format);
  g_free (order->path);
  g_clear_object (&order->promise);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

/* A thread must not see the document change. */
static Order *
order_new (TrellisFigureMaker      *self,
           TrlDocument             *document,
           const TrlFigureSettings *settings)
{
  Order *order = g_new0 (Order, 1);

  order->maker = g_object_ref (self);
  order->document = trl_document_copy (document);
  order->settings = settings ? trl_figure_settings_copy (settings) : NULL;
  return order;
}

gboolean
trellis_figure_maker_is_busy (TrellisFigureMaker *self)
{
  g_return_val_if_fail (TRELLIS_IS_FIGURE_MAKER (self), FALSE);
  return self->page || self->outputs->len > 0;
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

static gboolean
has_partners (const TrlFigureRequest *request)
{
  g_autoptr (GPtrArray) shown = NULL;

  if (trl_document_get_n_networks (request->document) == 0)
    return FALSE;
  shown = trl_figure_find_shown (request);
  for (guint i = 0; i < shown->len; i++)
    if (trl_table_get_size (trl_network_get_nodes (shown->pdata[i])) > 0)
      return TRUE;
  return shown->len == 0; /* which the figure explains */
}

TrlScene *
trellis_figure_maker_build (const TrlFigureRequest *request,
                            GCancellable           *cancellable,
                            GError                **error)
{
  if (has_partners (request))
    return trl_figure_build (request, cancellable, error);
  g_set_error_literal (
    error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_EMPTY,
    _ ("Add partners on the map, or import a table, and the figure shows them here."));
  return NULL;
}

static gpointer
make_page (gpointer input, GCancellable *cancellable, GError **error)
{
  Order           *order = input;
  TrlFigureRequest request;

  trl_figure_settings_fill_request (order->settings, order->document, &request);
  return trellis_figure_maker_build (&request, cancellable, error);
}

static void
on_page (gpointer result, const GError *error, gpointer data)
{
  g_autoptr (Order) order = data;
  TrellisFigureMaker *self = order->maker;
  g_autoptr (TrlScene) scene = result;

  if (order->serial != self->serial)
    return;
  g_clear_object (&self->page);
  tell_busy (self);
  g_signal_emit (self, signals[MADE], 0, scene, reason_of (error));
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

  g_return_if_fail (TRELLIS_IS_FIGURE_MAKER (self));
  order = order_new (self, document, settings);
  trellis_figure_maker_drop (self);
  order->serial = self->serial;
  self->page =
    trellis_job_start (_ ("Drawing the figure"), make_page, order, NULL, on_page, order);
  tell_busy (self);
}

/* --- what goes out --- */

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
start_output (Order *order, const char *title, TrellisJobWork work, TrellisJobDone done)
{
  TrellisFigureMaker *self = order->maker;

  order->job = trellis_job_start (title, work, order, NULL, done, order);
  g_ptr_array_add (self->outputs, order->job);
  tell_busy (self);
}

static void
end_output (Order *order)
{
  if (order->held)
    release ();
  g_ptr_array_remove (order->maker->outputs, order->job);
  tell_busy (order->maker);
}

static void
start_file (Order *order, const char *title, TrellisJobWork work, TrellisJobDone done)
{
  order->held = TRUE;
  hold ();
  start_output (order, title, work, done);
}

/* Whoever wants another has no use for the one before. */
static void
replace (TrellisJob **job, TrellisJob *by)
{
  if (*job)
    trellis_job_cancel (*job);
  *job = by;
}

/* --- files --- */

/* A window that was closed has left nobody who would say it there. */
static void
tell_unseen (TrellisFigureMaker *self, guint signal, const GError *error, guint n)
{
  if (error && !g_signal_has_handler_pending (self, signals[signal], 0, FALSE))
    trellis_figure_output_tell_failed (NULL, reason_of (error), n);
}

static gpointer
write_file (gpointer input, GCancellable *cancellable, GError **error)
{
  Order *order = input;

  return GINT_TO_POINTER (trellis_figure_output_write (order->settings, order->document,
                                                       order->format, order->beside,
                                                       order->path, cancellable, error));
}

static void
on_file (gpointer result, const GError *error, gpointer data)
{
  g_autoptr (Order) order = data;

  end_output (order);
  tell_unseen (order->maker, WRITTEN, error, 0);
  g_signal_emit (order->maker, signals[WRITTEN], 0, order->path, reason_of (error));
}

static Order *
order_new_file (TrellisFigureMaker      *self,
                TrlDocument             *document,
                const TrlFigureSettings *settings,
                const char              *format,
                TrellisFigureBeside      beside,
                const char              *path)
{
  Order *order = order_new (self, document, settings);

  order->format = g_strdup (format);
  order->beside = beside;
  order->path = g_strdup (path);
  return order;
}

void
trellis_figure_maker_write (TrellisFigureMaker      *self,
                            TrlDocument             *document,
                            const TrlFigureSettings *settings,
                            const char              *format,
                            TrellisFigureBeside      beside,
                            const char              *path)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_MAKER (self));
  start_file (order_new_file (self, document, settings, format, beside, path),
              _ ("Writing the figure"), write_file, on_file);
}

static gpointer
write_saved (gpointer input, GCancellable *cancellable, GError **error)
{
  Order *order = input;

  return GINT_TO_POINTER (
    trellis_figure_output_write_saved (order->document, order->format, order->beside,
                                       order->path, &order->n, cancellable, error));
}

static void
on_saved_written (gpointer result, const GError *error, gpointer data)
{
  g_autoptr (Order) order = data;

  end_output (order);
  tell_unseen (order->maker, SAVED_WRITTEN, error, order->n);
  g_signal_emit (order->maker, signals[SAVED_WRITTEN], 0, order->path, order->n,
                 reason_of (error));
}

void
trellis_figure_maker_write_saved (TrellisFigureMaker *self,
                                  TrlDocument        *document,
                                  const char         *format,
                                  TrellisFigureBeside beside,
                                  const char         *path)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_MAKER (self));
  start_file (order_new_file (self, document, NULL, format, beside, path),
              _ ("Writing the saved figures"), write_saved, on_saved_written);
}

/* --- promises --- */

static void
settle (Order *order, GdkContentProvider *content, const GError *error)
{
  if (content)
    trellis_figure_promise_keep (order->promise, content);
  else
    trellis_figure_promise_break (order->promise, error);
  end_output (order);
}

static gpointer
make_content (gpointer input, GCancellable *cancellable, GError **error)
{
  Order *order = input;

  return trellis_figure_output_make_content (order->settings, order->document,
                                             cancellable, error);
}

static void
on_content (gpointer result, const GError *error, gpointer data)
{
  g_autoptr (Order) order = data;
  g_autoptr (GdkContentProvider) content = result;
  TrellisFigureMaker *self = order->maker;
  gboolean            newest = self->copy == order->job;

  if (newest)
    self->copy = NULL;
  settle (order, content, error);
  if (newest)
    g_signal_emit (self, signals[COPIED], 0, order->promise, reason_of (error));
}

GdkContentProvider *
trellis_figure_maker_copy (TrellisFigureMaker      *self,
                           TrlDocument             *document,
                           const TrlFigureSettings *settings)
{
  Order                *order;
  TrellisFigurePromise *promise;

  g_return_val_if_fail (TRELLIS_IS_FIGURE_MAKER (self), NULL);
  order = order_new (self, document, settings);
  promise = trellis_figure_promise_new (trellis_figure_output_get_formats ());
  order->promise = g_object_ref (promise);
  start_output (order, _ ("Copying the figure"), make_content, on_content);
  replace (&self->copy, order->job);
  return GDK_CONTENT_PROVIDER (promise);
}

static void
on_lent (gpointer result, const GError *error, gpointer data)
{
  g_autoptr (Order) order = data;
  g_autoptr (GFile) file = g_file_new_for_path (order->path);
  g_autoptr (GdkContentProvider) content =
    error ? NULL : gdk_content_provider_new_typed (G_TYPE_FILE, file);

  if (order->maker->loan == order->job)
    order->maker->loan = NULL;
  settle (order, content, error);
}

GdkContentProvider *
trellis_figure_maker_lend (TrellisFigureMaker      *self,
                           TrlDocument             *document,
                           const TrlFigureSettings *settings,
                           const char              *format,
                           const char              *path)
{
  Order                *order;
  TrellisFigurePromise *promise;

  g_return_val_if_fail (TRELLIS_IS_FIGURE_MAKER (self), NULL);
  order = order_new_file (self, document, settings, format, 0, path);
  promise = trellis_figure_promise_new (gdk_content_formats_union_serialize_mime_types (
    gdk_content_formats_new_for_gtype (G_TYPE_FILE)));
  order->promise = g_object_ref (promise);
  start_output (order, _ ("Writing the figure"), write_file, on_lent);
  replace (&self->loan, order->job);
  return GDK_CONTENT_PROVIDER (promise);
}

void
trellis_figure_maker_end_loan (TrellisFigureMaker *self)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_MAKER (self));
  replace (&self->loan, NULL);
}

void
trellis_figure_maker_stop (TrellisFigureMaker *self)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_MAKER (self));
  if (self->page)
    trellis_job_cancel (self->page);
  for (guint i = 0; i < self->outputs->len; i++)
    trellis_job_cancel (self->outputs->pdata[i]);
}

/* --- the object --- */

/* What is being made holds the maker: none of it is left here. */
static void
trellis_figure_maker_finalize (GObject *object)
{
  g_ptr_array_unref (TRELLIS_FIGURE_MAKER (object)->outputs);
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
                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SAVED_WRITTEN] =
    g_signal_new ("saved-written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_STRING);
  signals[COPIED] =
    g_signal_new ("copied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, GDK_TYPE_CONTENT_PROVIDER, G_TYPE_STRING);
}

static void
trellis_figure_maker_init (TrellisFigureMaker *self)
{
  self->outputs = g_ptr_array_new_with_free_func (g_object_unref);
}

TrellisFigureMaker *
trellis_figure_maker_new (void)
{
  return g_object_new (TRELLIS_TYPE_FIGURE_MAKER, NULL);
}
