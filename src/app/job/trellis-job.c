/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The only place of the window that starts threads.  A job owns its input, hands its
 * result over on the main thread and says when it has ended by the property `running`.
 */

#include "config.h"

#include "job/trellis-job.h"

struct _TrellisJob
{
  GObject        parent;
  char          *title;
  GCancellable  *cancellable;
  gboolean       running;
  TrellisJobWork work;
  gpointer       input;
  GDestroyNotify free_input;
  TrellisJobDone done;
  gpointer       user_data;
};

enum
{
  PROP_RUNNING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrellisJob, trellis_job, G_TYPE_OBJECT)

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TrellisJob *self = source;
  GError     *error = NULL;
  gpointer    result = self->work (self->input, cancellable, &error);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, NULL);
}

static void
on_finished (GObject *source, GAsyncResult *result, gpointer data)
{
  TrellisJob *self = TRELLIS_JOB (source);
  g_autoptr (GError) error = NULL;
  gpointer value = g_task_propagate_pointer (G_TASK (result), &error);

  self->running = FALSE;
  g_object_notify_by_pspec (source, properties[PROP_RUNNING]);
  if (self->free_input)
    g_clear_pointer (&self->input, self->free_input);
  self->done (value, error, self->user_data);
}

static void
trellis_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RUNNING)
    g_value_set_boolean (value, TRELLIS_JOB (object)->running);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
trellis_job_finalize (GObject *object)
{
  TrellisJob *self = TRELLIS_JOB (object);

  g_free (self->title);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (trellis_job_parent_class)->finalize (object);
}

static void
trellis_job_class_init (TrellisJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trellis_job_get_property;
  object_class->finalize = trellis_job_finalize;
  properties[PROP_RUNNING] = g_param_spec_boolean (
    "running", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trellis_job_init (TrellisJob *self)
{
  self->cancellable = g_cancellable_new ();
  self->running = TRUE;
}

TrellisJob *
trellis_job_start (const char    *title,
                   TrellisJobWork work,
                   gpointer       input,
                   GDestroyNotify free_input,
                   TrellisJobDone done,
                   gpointer       user_data)
{
  TrellisJob *self = g_object_new (TRELLIS_TYPE_JOB, NULL);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_finished, NULL);

  self->title = g_strdup (title);
  self->work = work;
  self->input = input;
  self->free_input = free_input;
  self->done = done;
  self->user_data = user_data;
  g_task_set_name (task, "trellis-job");
  g_task_set_check_cancellable (task,
                                FALSE); /* work that has ended is not undone by it */
  g_task_run_in_thread (task, run);
  return self;
}

void
trellis_job_cancel (TrellisJob *self)
{
  g_return_if_fail (TRELLIS_IS_JOB (self));
  g_cancellable_cancel (self->cancellable);
}

gboolean
trellis_job_is_cancelled (TrellisJob *self)
{
  g_return_val_if_fail (TRELLIS_IS_JOB (self), FALSE);
  return g_cancellable_is_cancelled (self->cancellable);
}

const char *
trellis_job_get_title (TrellisJob *self)
{
  g_return_val_if_fail (TRELLIS_IS_JOB (self), NULL);
  return self->title;
}

gboolean
trellis_job_is_running (TrellisJob *self)
{
  g_return_val_if_fail (TRELLIS_IS_JOB (self), FALSE);
  return self->running;
}
