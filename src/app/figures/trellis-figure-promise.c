/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Formats are told at once, which is all that other programs look at first; whoever wants
 * the content waits in a list until it is there, or will not be, or is not wanted any
 * more. */

#include "config.h"

#include "figures/trellis-figure-promise.h"

struct _TrellisFigurePromise
{
  GdkContentProvider  parent_instance;
  GdkContentFormats  *formats;
  GdkContentProvider *content; /* once it is there */
  GError             *error;   /* once it is known that it will not be */
  GPtrArray          *waiting; /* GTask */
};

G_DEFINE_FINAL_TYPE (TrellisFigurePromise,
                     trellis_figure_promise,
                     GDK_TYPE_CONTENT_PROVIDER)

/* What a task writes, and where. */
typedef struct
{
  const char    *mime; /* interned */
  GOutputStream *stream;
  GSource       *given_up; /* while it waits, or NULL */
} Demand;

static void
demand_free (gpointer data)
{
  Demand *demand = data;

  g_object_unref (demand->stream);
  g_free (demand);
}

static void
finish (GTask *task, gboolean done, GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *content, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError  *error = NULL;
  gboolean done = gdk_content_provider_write_mime_type_finish (
    GDK_CONTENT_PROVIDER (content), result, &error);

  finish (task, done, error);
}

static void
on_serialized (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError  *error = NULL;
  gboolean done = gdk_content_serialize_finish (result, &error);

  finish (task, done, error);
}

/* As GDK does it: as bytes where there are such, else made of the value. */
static void
write_content (GTask *task, GdkContentProvider *content)
{
  Demand *demand = g_task_get_task_data (task);
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (content);
  g_auto (GValue) value = G_VALUE_INIT;
  GError      *error = NULL;
  const GType *types = gdk_content_formats_get_gtypes (formats, NULL);

  if (gdk_content_formats_contain_mime_type (formats, demand->mime) || !types)
    {
      gdk_content_provider_write_mime_type_async (
        content, demand->mime, demand->stream, g_task_get_priority (task),
        g_task_get_cancellable (task), on_written, g_object_ref (task));
      return;
    }
  g_value_init (&value, types[0]);
  if (gdk_content_provider_get_value (content, &value, &error))
    gdk_content_serialize_async (
      demand->stream, demand->mime, &value, g_task_get_priority (task),
      g_task_get_cancellable (task), on_serialized, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

/* The source holds the task. */
static void
stop_watching (GTask *task)
{
  Demand *demand = g_task_get_task_data (task);

  if (demand->given_up)
    g_source_destroy (demand->given_up);
  g_clear_pointer (&demand->given_up, g_source_unref);
}

static gboolean
on_given_up (GCancellable *cancellable, gpointer data)
{
  g_autoptr (GTask) task = g_object_ref (data);
  TrellisFigurePromise *self = g_task_get_source_object (task);

  stop_watching (task);
  g_ptr_array_remove (self->waiting, task);
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

static void
wait (TrellisFigurePromise *self, GTask *task)
{
  Demand       *demand = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_ptr_array_add (self->waiting, g_object_ref (task));
  if (!cancellable)
    return;
  demand->given_up = g_cancellable_source_new (cancellable);
  g_task_attach_source (task, demand->given_up, G_SOURCE_FUNC (on_given_up));
}

static void
serve (TrellisFigurePromise *self, GTask *task)
{
  stop_watching (task);
  if (self->error)
    g_task_return_error (task, g_error_copy (self->error));
  else
    write_content (task, self->content);
}

static void
serve_all (TrellisFigurePromise *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  for (guint i = 0; waiting && i < waiting->len; i++)
    serve (self, waiting->pdata[i]);
}

/* --- the provider --- */

static GdkContentFormats *
trellis_figure_promise_ref_formats (GdkContentProvider *provider)
{
  return gdk_content_formats_ref (TRELLIS_FIGURE_PROMISE (provider)->formats);
}

static void
trellis_figure_promise_write_async (GdkContentProvider *provider,
                                    const char         *mime,
                                    GOutputStream      *stream,
                                    int                 priority,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            data)
{
  TrellisFigurePromise *self = TRELLIS_FIGURE_PROMISE (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Demand *demand = g_new (Demand, 1);

  *demand = (Demand){ g_intern_string (mime), g_object_ref (stream), NULL };
  g_task_set_task_data (task, demand, demand_free);
  g_task_set_priority (task, priority);
  if (self->content || self->error)
    serve (self, task);
  else
    wait (self, task);
}

static gboolean
trellis_figure_promise_write_finish (GdkContentProvider *provider,
                                     GAsyncResult       *result,
                                     GError            **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
trellis_figure_promise_get_value (GdkContentProvider *provider,
                                  GValue             *value,
                                  GError            **error)
{
  TrellisFigurePromise *self = TRELLIS_FIGURE_PROMISE (provider);

  if (self->content)
    return gdk_content_provider_get_value (self->content, value, error);
  return GDK_CONTENT_PROVIDER_CLASS (trellis_figure_promise_parent_class)
    ->get_value (provider, value, error);
}

static void
trellis_figure_promise_finalize (GObject *object)
{
  TrellisFigurePromise *self = TRELLIS_FIGURE_PROMISE (object);

  gdk_content_formats_unref (self->formats);
  g_clear_object (&self->content);
  g_clear_error (&self->error);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  G_OBJECT_CLASS (trellis_figure_promise_parent_class)->finalize (object);
}

static void
trellis_figure_promise_class_init (TrellisFigurePromiseClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trellis_figure_promise_finalize;
  provider_class->ref_formats = trellis_figure_promise_ref_formats;
  provider_class->write_mime_type_async = trellis_figure_promise_write_async;
  provider_class->write_mime_type_finish = trellis_figure_promise_write_finish;
  provider_class->get_value = trellis_figure_promise_get_value;
}

static void
trellis_figure_promise_init (TrellisFigurePromise *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

TrellisFigurePromise *
trellis_figure_promise_new (GdkContentFormats *formats)
{
  TrellisFigurePromise *self = g_object_new (TRELLIS_TYPE_FIGURE_PROMISE, NULL);

  self->formats = formats;
  return self;
}

void
trellis_figure_promise_keep (TrellisFigurePromise *self, GdkContentProvider *content)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_PROMISE (self) && !self->content && !self->error);
  self->content = g_object_ref (content);
  serve_all (self);
}

void
trellis_figure_promise_break (TrellisFigurePromise *self, const GError *error)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_PROMISE (self) && !self->content && !self->error);
  self->error = g_error_copy (error);
  serve_all (self);
}
