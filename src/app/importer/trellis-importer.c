/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From paths to a document: read; where there are questions, ask; read again.  The state
 * is one struct that goes from step to step.
 */

#include "config.h"

#include "importer/trellis-importer.h"

#include "analysis/trl-profile.h"
#include "importer/trellis-import-dialog.h"
#include "job/trellis-memory.h"
#include "store/trl-store.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWindow        *parent;
  char            **paths;
  TrlReadRequest   *request;
  TrlReading       *reading;
  TrlReadReport    *report;
  TrellisImportStep step;
  TrellisImportDone done;
  gpointer          user_data;
} Import;

static void
free_import (Import *self)
{
  g_object_unref (self->parent);
  g_strfreev (self->paths);
  g_clear_pointer (&self->request, trl_read_request_free);
  g_clear_pointer (&self->reading, trl_reading_free);
  g_clear_pointer (&self->report, trl_read_report_free);
  g_free (self);
}

static gboolean
is_one_document (char **paths)
{
  return paths[0] && !paths[1] && g_str_has_suffix (paths[0], ".trellis");
}

/* What is read after an answer is what the question was about. */
static TrlReadRequest *
make_request (const Import *self, GError **error)
{
  g_autoptr (TrlReadRequest) request =
    trl_read_request_new_for_paths ((const char *const *) self->paths, error);

  return request && trl_read_request_load (request, error) ? g_steal_pointer (&request)
                                                           : NULL;
}

static TrlDocument *
read_files (Import *self, GCancellable *cancellable, GError **error)
{
  TrlDocument *document;

  if (is_one_document (self->paths))
    return trl_store_load (self->paths[0], NULL, cancellable, error);
  if (!self->request)
    self->request = make_request (self, error);
  if (!self->request)
    return NULL;
  g_clear_pointer (&self->report, trl_read_report_free);
  self->report = trl_read_report_new ();
  document = trl_format_read (self->request, self->report, cancellable, error);
  if (!self->reading && (self->report->asks || !document))
    self->reading = trl_format_guess (self->request);
  return document;
}

/* What a network works out once and keeps, the first to ask for it need not wait for. */
static void
prepare (TrlDocument *document)
{
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      TrlNetwork *network = trl_document_get_network (document, i);

      trl_graph_unref (trl_network_get_graph (network));
      trl_profile_free (trl_profile_new (network));
    }
}

/* In the thread: nothing else touches the import meanwhile. */
static gpointer
work (gpointer input, GCancellable *cancellable, GError **error)
{
  TrlDocument *document = read_files (input, cancellable, error);

  if (document)
    prepare (document);
  trellis_memory_give_back ();
  return document;
}

static void
finish (Import *self, TrlDocument *document, const GError *error)
{
  self->done (document, g_steal_pointer (&self->report), error, self->user_data);
  free_import (self);
}

static void run (Import *self);

static void
on_answered (gboolean accepted, gpointer user_data)
{
  Import *self = user_data;
  g_autoptr (GError) error = NULL;

  if (accepted)
    {
      run (self);
      return;
    }
  g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
  finish (self, NULL, error);
}

/* A person is asked once; what they leave open stays as it was guessed. */
static void
on_read (gpointer result, const GError *error, gpointer user_data)
{
  Import *self = user_data;
  g_autoptr (TrlDocument) document = result;
  gboolean first =
    self->reading && !self->request->hub && g_hash_table_size (self->request->map) == 0;

  if (first && self->reading->tables->len && self->reading->report->questions->len)
    {
      self->step (NULL, self->user_data);
      trellis_import_dialog_show (self->parent, self->reading, self->request, on_answered,
                                  self);
      return;
    }
  finish (self, g_steal_pointer (&document), error);
}

static void
run (Import *self)
{
  self->step (trellis_job_start (_ ("Opening"), work, self, NULL, on_read, self),
              self->user_data);
}

void
trellis_importer_start (GtkWindow         *parent,
                        const char *const *paths,
                        TrellisImportStep  step,
                        TrellisImportDone  done,
                        gpointer           user_data)
{
  Import *self = g_new0 (Import, 1);

  self->parent = g_object_ref (parent);
  self->paths = g_strdupv ((char **) paths);
  self->step = step;
  self->done = done;
  self->user_data = user_data;
  run (self);
}
