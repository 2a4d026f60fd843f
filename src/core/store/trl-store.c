/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document remembers of its file (its place, a stamp of its content, the head that
 * a newer version may have written) hangs on the document, unseen by the model. */

#include "config.h"

#include "store/trl-store.h"

#include "store/trl-store-reader.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

typedef struct
{
  char     *path; /* without links; NULL: of no file */
  TrlStamp *stamp;
  TrlFormat format;
} Origin;

static G_DEFINE_QUARK (trl_store_origin, origin)

  static void origin_free (gpointer data)
{
  Origin *origin = data;

  g_free (origin->path);
  g_clear_pointer (&origin->stamp, trl_stamp_free);
  g_free (origin->format.extra);
  g_free (origin);
}

static Origin *
get_origin (TrlDocument *document)
{
  return g_object_get_qdata (G_OBJECT (document), origin_quark ());
}

static Origin *
ensure_origin (TrlDocument *document)
{
  Origin *origin = get_origin (document);

  if (origin)
    return origin;
  origin = g_new0 (Origin, 1);
  origin->format.version = TRL_STORE_VERSION;
  g_object_set_qdata_full (G_OBJECT (document), origin_quark (), origin, origin_free);
  return origin;
}

static char *
resolve (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  char            *real = realpath (full, NULL);
  char            *copy = g_strdup (real ? real : full);

  free (real);
  return copy;
}

static void
remember (TrlDocument *document, const char *path, GBytes *content)
{
  Origin *origin = ensure_origin (document);

  g_free (origin->path);
  g_clear_pointer (&origin->stamp, trl_stamp_free);
  origin->path = resolve (path);
  origin->stamp = trl_stamp_new (content);
}

/* What a path should hold before it is overwritten; NULL when nothing is expected. */
static const TrlStamp *
expected_at (TrlDocument *document, const char *path)
{
  Origin          *origin = get_origin (document);
  g_autofree char *real = resolve (path);

  return origin && g_strcmp0 (origin->path, real) == 0 ? origin->stamp : NULL;
}

static TrlDocument *
read_with (TrlReader *reader, GBytes *bytes, GError **error)
{
  g_autoptr (TrlDocument) document = NULL;
  TrlFormat format = { TRL_STORE_VERSION, NULL };

  reader->text = g_bytes_get_data (bytes, &reader->length);
  document = trl_document_read (reader, &format, error);
  if (document)
    ensure_origin (document)->format = format;
  else
    g_free (format.extra);
  return g_steal_pointer (&document);
}

TrlDocument *
trl_store_read (GBytes       *bytes,
                const char   *name,
                GPtrArray    *problems,
                GCancellable *cancellable,
                GError      **error)
{
  TrlReader reader = { .name = name, .problems = problems, .cancellable = cancellable };
  TrlDocument *document = read_with (&reader, bytes, error);

  g_clear_pointer (&reader.fault, trl_problem_free);
  return document;
}

TrlDocument *
trl_store_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  return trl_store_read (bytes, name, NULL, NULL, error);
}

TrlDocument *
trl_store_load (const char   *path,
                GPtrArray    *problems,
                GCancellable *cancellable,
                GError      **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (TrlDocument) document = NULL;
  g_autoptr (GBytes) bytes = trl_load_file (path, TRL_STORE_MAX_SIZE, cancellable, error);

  if (bytes)
    document = trl_store_read (bytes, name, problems, cancellable, error);
  if (document)
    remember (document, path, bytes);
  return g_steal_pointer (&document);
}

GPtrArray *
trl_store_check (GBytes *bytes, const char *name)
{
  g_autoptr (GPtrArray) problems = trl_problems_new ();
  TrlReader reader = { .name = name, .problems = problems };
  g_autoptr (TrlDocument) document = read_with (&reader, bytes, NULL);

  if (reader.fault)
    g_ptr_array_add (problems, reader.fault);
  return g_steal_pointer (&problems);
}

GPtrArray *
trl_store_check_file (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trl_load_file (path, TRL_STORE_MAX_SIZE, NULL, &error);
  GPtrArray *problems;

  if (bytes)
    return trl_store_check (bytes, name);
  problems = trl_problems_new ();
  g_ptr_array_add (problems, trl_problem_new (0, 0, error->message));
  return problems;
}

GBytes *
trl_store_to_bytes (TrlDocument *document, GError **error)
{
  const Origin *origin = get_origin (document);
  TrlFormat     fresh = { TRL_STORE_VERSION, NULL };

  g_return_val_if_fail (TRL_IS_DOCUMENT (document), NULL);

  return trl_document_write (document, origin ? &origin->format : &fresh, error);
}

/* A file that cannot be opened again, or says something else, must not replace one. */
static gboolean
verify (GBytes *bytes, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) cause = NULL;
  g_autoptr (TrlDocument) twin = trl_store_read (bytes, name, NULL, cancellable, &cause);
  g_autoptr (GBytes) again = twin ? trl_store_to_bytes (twin, &cause) : NULL;

  if (again && g_bytes_equal (again, bytes))
    return TRUE;
  if (cause && cause->domain == G_IO_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  g_set_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_WRITE,
               _ ("“%s” was not saved, because it could not be opened again: %s"), name,
               cause ? cause->message : _ ("it would say something else"));
  return FALSE;
}

static gboolean
save (TrlDocument  *document,
      const char   *path,
      TrlSaveFlags  flags,
      GCancellable *cancellable,
      GError      **error)
{
  g_autoptr (GBytes) bytes = trl_store_to_bytes (document, error);

  if (!bytes || !verify (bytes, path, cancellable, error) ||
      !trl_save_file_over (path, bytes, expected_at (document, path), flags, cancellable,
                           error))
    return FALSE;
  remember (document, path, bytes);
  trl_document_mark_saved (document);
  return TRUE;
}

gboolean
trl_store_save (TrlDocument  *document,
                const char   *path,
                GCancellable *cancellable,
                GError      **error)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document) && path, FALSE);

  return save (document, path, TRL_SAVE_NONE, cancellable, error);
}

gboolean
trl_store_overwrite (TrlDocument  *document,
                     const char   *path,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document) && path, FALSE);

  return save (document, path, TRL_SAVE_FORCE, cancellable, error);
}

void
trl_store_copy_origin (TrlDocument *from, TrlDocument *to)
{
  const Origin *source = get_origin (from);
  Origin       *copy;

  g_return_if_fail (TRL_IS_DOCUMENT (from) && TRL_IS_DOCUMENT (to) && from != to);

  if (!source)
    return;
  copy = g_new0 (Origin, 1);
  copy->path = g_strdup (source->path);
  copy->stamp = source->stamp ? trl_stamp_copy (source->stamp) : NULL;
  copy->format.version = source->format.version;
  copy->format.extra = g_strdup (source->format.extra);
  g_object_set_qdata_full (G_OBJECT (to), origin_quark (), copy, origin_free);
}

gboolean
trl_store_is_changed_on_disk (TrlDocument *document)
{
  const Origin *origin = get_origin (document);

  return origin && origin->path && !trl_stamp_matches (origin->stamp, origin->path);
}
