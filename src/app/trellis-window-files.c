/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening, saving, closing.  Nothing that was not saved goes without a question, and no
 * file is written but through the atomic save.
 */

#include "config.h"

#include "trellis-window-private.h"

#include "dialogs/trellis-dialog.h"
#include "dialogs/trellis-report-dialog.h"
#include "importer/trellis-importer.h"
#include "job/trellis-memory.h"
#include "store/trl-samples.h"
#include "store/trl-store.h"
#include "trellis-compat.h"
#include "trellis-recent.h"

#include <glib/gi18n.h>

void
trellis_window_set_job (TrellisWindow *self, TrellisJob *job)
{
  g_set_object (&self->job, job);
  trellis_window_show_work (self);
  trellis_window_show_page (self);
}

/* A layout goes on while a file is opened or saved, and may take longer than that.
 * Without a document there is no map. */
void
trellis_window_show_work (TrellisWindow *self)
{
  TrellisCanvas *canvas = self->canvas;

  if (self->job)
    trellis_status_set_job (self->status, trellis_job_get_title (self->job), NULL);
  else if (canvas && trellis_canvas_is_laying_out (canvas))
    trellis_status_set_job (self->status, _ ("Arranging partners"),
                            trellis_canvas_get_layout_share (canvas));
  else
    trellis_status_set_job (self->status, NULL, NULL);
}

/* opening */

static void
on_step (TrellisJob *job, gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  trellis_window_set_job (self, job);
  g_clear_object (&job);
}

static void
tell_report (TrellisWindow *self, TrlReadReport *report)
{
  g_autofree char *summary = NULL;

  if (!report || !report->issues->len)
    return;
  summary =
    g_strdup_printf (ngettext ("One remark about what was read",
                               "%u remarks about what was read", report->issues->len),
                     report->issues->len);
  trellis_window_tell_report (self, summary, report);
}

static char *
title_of_files (char **names)
{
  g_autofree char *base = g_path_get_basename (names[0]);
  char            *dot = strrchr (base, '.');

  if (dot && dot != base)
    *dot = '\0';
  return g_filename_display_name (base);
}

static gboolean
is_sample (GFile *file)
{
  g_autofree char *path = trl_data_dup_path ("samples");
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  return g_file_has_prefix (file, folder);
}

/* What a window shows stays: a document that was long in coming gets a window of its own
 * when there is one by now. */
static TrellisWindow *
take_document (TrellisWindow *self, TrlDocument *document)
{
  TrellisWindow *window = self;
  g_autoptr (TrellisSession) session = NULL;
  g_autofree char *title = NULL;
  const char      *own = trl_document_get_text (document, TRL_DOCUMENT_TITLE);

  if (self->loading && !is_sample (self->loading))
    {
      session = trellis_session_new (document, self->loading, NULL);
      trellis_recent_add (self->loading);
    }
  else
    {
      title = self->titles ? title_of_files (self->titles) : NULL;
      session = trellis_session_new (document, NULL, own && *own ? own : title);
      trellis_session_set_unsaved (session, self->loading == NULL);
    }
  if (self->session)
    window = trellis_window_new (
      TRELLIS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  trellis_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
on_done (TrlDocument *document, TrlReadReport *report, const GError *error, gpointer data)
{
  g_autoptr (TrellisWindow) self = TRELLIS_WINDOW (data);
  g_autoptr (TrlDocument) owned = document;
  g_autoptr (TrlReadReport) owned_report = report;
  gboolean stopped = self->job && trellis_job_is_cancelled (self->job);

  if (!gtk_window_get_application (GTK_WINDOW (self)))
    return; /* closed meanwhile */
  g_clear_object (&self->job);
  if (document && !stopped)
    tell_report (take_document (self, document), g_steal_pointer (&owned_report));
  else if (!document && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    trellis_compat_tell (GTK_WINDOW (self), _ ("Could Not Open the File"),
                         error->message);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->titles, g_strfreev);
  trellis_window_set_job (self, NULL);
}

void
trellis_window_load (TrellisWindow *self, GFile **files, guint n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  g_return_if_fail (n > 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  if (g_strv_length (paths) != n)
    {
      trellis_compat_tell (GTK_WINDOW (self), _ ("Could Not Open the File"),
                           _ ("Only files on this computer can be opened."));
      return;
    }
  g_clear_object (&self->loading);
  if (n == 1 && g_str_has_suffix (paths[0], ".trellis"))
    self->loading = g_object_ref (files[0]);
  g_strfreev (self->titles);
  self->titles = g_strdupv (paths);
  trellis_importer_start (GTK_WINDOW (self), (const char *const *) paths, on_step,
                          on_done, g_object_ref (self));
}

static GListModel *
make_open_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) ours = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (ours, _ ("Trellis files and tables"));
  gtk_file_filter_add_suffix (ours, "trellis");
  gtk_file_filter_add_suffix (ours, "csv");
  gtk_file_filter_add_suffix (ours, "tsv");
  gtk_file_filter_add_suffix (ours, "txt");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, ours);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

static void
on_open_chosen (GListModel *files, gpointer data)
{
  g_autoptr (TrellisWindow) self = TRELLIS_WINDOW (data);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (list, g_list_model_get_item (files, i));
  if (list->len)
    trellis_application_open (
      TRELLIS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
      (GFile **) list->pdata, list->len, GTK_WINDOW (self));
}

void
trellis_window_ask_open (TrellisWindow *self)
{
  g_autoptr (GListModel) filters = make_open_filters ();

  trellis_compat_open_files (GTK_WINDOW (self), _ ("Open"), filters, on_open_chosen,
                             g_object_ref (self));
}

void
trellis_window_new_document (TrellisWindow *self)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, NULL);
  g_autoptr (TrellisSession) session = NULL;
  TrellisWindow *window = self;

  trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT (_ ("New Network")));
  trl_document_begin (document, _ ("New"), NULL);
  trl_document_add_network (document, record);
  trl_document_end (document);
  trl_document_forget_history (document);
  if (!trellis_window_is_empty (self))
    window = trellis_window_new (
      TRELLIS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  session = trellis_session_new (document, NULL, NULL);
  trellis_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
}

/* saving */

/* What a thread writes is a copy; the document may go on changing. */
typedef struct
{
  TrellisWindow *window;
  TrlDocument   *document; /* of the window, when it began */
  TrlDocument   *copy;
  GFile         *file;
  char          *path;
  guint64        step; /* that the copy stands at */
  gboolean       force;
} Save;

static void
free_save (Save *save)
{
  g_object_unref (save->window);
  g_object_unref (save->document);
  g_object_unref (save->copy);
  g_object_unref (save->file);
  g_free (save->path);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, free_save)

static void
take_saved (TrellisWindow *self, const Save *save)
{
  trl_store_copy_origin (save->copy, save->document);
  trellis_session_set_file (self->session, save->file);
  trellis_session_mark_saved (self->session, save->step);
  trellis_recent_add (save->file);
}

static void
tell_saved (TrellisWindow *self)
{
  if (self->close_when_saved)
    gtk_window_close (GTK_WINDOW (self));
  else
    trellis_window_tell (self, _ ("Saved"), FALSE);
}

static void
on_conflict (const char *answer, gpointer data)
{
  g_autoptr (TrellisWindow) self = TRELLIS_WINDOW (data);

  if (g_str_equal (answer, "overwrite"))
    trellis_window_write (self, trellis_session_get_file (self->session), TRUE);
  else if (g_str_equal (answer, "save-as"))
    trellis_window_save (self, TRUE);
  else
    self->close_when_saved = FALSE;
}

static void
ask_conflict (TrellisWindow *self)
{
  const TrellisAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "overwrite", _ ("_Overwrite"), ADW_RESPONSE_DESTRUCTIVE },
    { "save-as", _ ("Save _As…"), ADW_RESPONSE_SUGGESTED },
    { NULL },
  };

  trellis_compat_ask (
    GTK_WINDOW (self), _ ("The File Has Changed"),
    _ ("Somebody else has written to it since you opened it. Overwriting "
       "loses what they wrote."),
    answers, "save-as", on_conflict, g_object_ref (self));
}

static void
on_replace (const char *answer, gpointer data)
{
  g_autoptr (TrellisWindow) self = TRELLIS_WINDOW (data);
  g_autoptr (GFile) file = g_steal_pointer (&self->replaced);

  if (g_str_equal (answer, "replace"))
    trellis_window_write (self, file, TRUE);
  else
    self->close_when_saved = FALSE;
}

void
trellis_window_save_to (TrellisWindow *self, const char *path)
{
  gboolean         whole = g_str_has_suffix (path, ".trellis");
  g_autofree char *full = g_strconcat (path, whole ? "" : ".trellis", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (full);

  if (!whole && g_file_query_exists (file, NULL))
    {
      g_set_object (&self->replaced, file);
      trellis_dialog_ask_replace (GTK_WINDOW (self), file, on_replace,
                                  g_object_ref (self));
    }
  else
    trellis_window_write (self, file, TRUE);
}

static void
on_save_chosen (GListModel *files, gpointer data)
{
  g_autoptr (TrellisWindow) self = TRELLIS_WINDOW (data);
  g_autoptr (GFile) file = files ? g_list_model_get_item (files, 0) : NULL;
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path)
    trellis_window_save_to (self, path);
  else
    self->close_when_saved = FALSE;
}

static void
tell_unsaved (TrellisWindow *self, const GError *error)
{
  if (g_error_matches (error, TRL_STORE_ERROR, TRL_STORE_ERROR_CHANGED))
    {
      ask_conflict (self);
      return;
    }
  self->close_when_saved = FALSE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    trellis_compat_tell (GTK_WINDOW (self), _ ("Could Not Save"), error->message);
}

static gpointer
write_copy (gpointer input, GCancellable *cancellable, GError **error)
{
  Save    *save = input;
  gboolean done = save->force
                    ? trl_store_overwrite (save->copy, save->path, cancellable, error)
                    : trl_store_save (save->copy, save->path, cancellable, error);

  trellis_memory_give_back ();
  return GINT_TO_POINTER (done);
}

static void
on_written (gpointer done, const GError *error, gpointer data)
{
  g_autoptr (Save) save = data;
  TrellisWindow *self = save->window;
  g_autoptr (GFile) next = g_steal_pointer (&self->save_next);

  self->saving = FALSE;
  if (!gtk_window_get_application (GTK_WINDOW (self)))
    return; /* closed meanwhile */
  trellis_window_set_job (self, NULL);
  if (trellis_session_get_document (self->session) != save->document)
    return; /* another was opened meanwhile; what it replaced is in its file */
  if (done)
    take_saved (self, save);
  if (next && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    trellis_window_write (self, next, self->save_next_force);
  else if (done)
    tell_saved (self);
  else
    tell_unsaved (self, error);
}

void
trellis_window_write (TrellisWindow *self, GFile *file, gboolean force)
{
  TrlDocument *document = trellis_session_get_document (self->session);
  Save        *save;
  g_autoptr (TrellisJob) job = NULL;

  if (self->saving)
    {
      g_set_object (&self->save_next, file);
      self->save_next_force = force;
      return;
    }
  self->saving = TRUE;
  save = g_new0 (Save, 1);
  save->window = g_object_ref (self);
  save->document = g_object_ref (document);
  save->copy = trl_document_copy (document);
  trl_store_copy_origin (document, save->copy);
  save->file = g_object_ref (file);
  save->path = g_file_get_path (file);
  save->step = trl_document_get_step (document);
  save->force = force;
  job = trellis_job_start (_ ("Saving"), write_copy, save, NULL, on_written, save);
  trellis_window_set_job (self, job);
}

static GListModel *
make_save_filters (const char *name, const char *suffix)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

void
trellis_window_save (TrellisWindow *self, gboolean as)
{
  GFile *file = trellis_session_get_file (self->session);
  g_autoptr (GListModel) filters = NULL;
  g_autofree char *name = NULL;

  if (file && !as)
    {
      trellis_window_write (self, file, FALSE);
      return;
    }
  filters = make_save_filters (_ ("Trellis files"), "trellis");
  name = g_strconcat (trellis_session_get_title (self->session), ".trellis", NULL);
  g_strdelimit (name, "/", '-');
  trellis_compat_save_file (GTK_WINDOW (self), _ ("Save"), name, filters, on_save_chosen,
                            g_object_ref (self));
}

static void
on_survey_chosen (GListModel *files, gpointer data)
{
  g_autoptr (TrellisWindow) self = TRELLIS_WINDOW (data);
  g_autoptr (GFile) file = files ? g_list_model_get_item (files, 0) : NULL;
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  g_autoptr (TrlDocument) empty = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TrlDocument *document;

  if (!path)
    return;
  document = self->session ? trellis_session_get_document (self->session)
                           : (empty = trl_document_new ());
  bytes = trl_format_write (document, "blank-survey", NULL, &error);
  if (bytes && trl_save_file (path, bytes, TRL_SAVE_FORCE, &error))
    trellis_window_tell (self, _ ("Survey form written"), FALSE);
  else
    trellis_compat_tell (GTK_WINDOW (self), _ ("Could Not Save"), error->message);
}

void
trellis_window_export_survey (TrellisWindow *self)
{
  g_autoptr (GListModel) filters = make_save_filters (_ ("Tables (CSV)"), "csv");

  trellis_compat_save_file (GTK_WINDOW (self), _ ("Export Blank Survey"),
                            _ ("Partnership survey.csv"), filters, on_survey_chosen,
                            g_object_ref (self));
}

/* closing */

static void
on_close_answer (const char *answer, gpointer data)
{
  g_autoptr (TrellisWindow) self = TRELLIS_WINDOW (data);

  self->asking = FALSE;
  if (g_str_equal (answer, "discard"))
    {
      self->discard = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_str_equal (answer, "save"))
    {
      self->close_when_saved = TRUE;
      trellis_window_save (self, FALSE);
    }
}

gboolean
trellis_window_may_close (TrellisWindow *self)
{
  const TrellisAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _ ("_Save"), ADW_RESPONSE_SUGGESTED },
    { NULL },
  };
  g_autofree char *body = NULL;

  if (self->discard || !self->session || !trellis_session_is_modified (self->session))
    return TRUE;
  if (self->asking)
    return FALSE;
  self->asking = TRUE;
  body = g_strdup_printf (_ ("“%s” has changes that are not saved. If you discard them, "
                             "they are lost."),
                          trellis_session_get_title (self->session));
  trellis_compat_ask (GTK_WINDOW (self), _ ("Save Changes?"), body, answers, "save",
                      on_close_answer, g_object_ref (self));
  return FALSE;
}
