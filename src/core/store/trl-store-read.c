/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a file to a document: the text is scanned whole, then taken object by object; what
 * is read is held against the model's own rules.  Rows are put into their tables, all
 * else is an edit. */

#include "config.h"

#include "store/trl-store-reader.h"

#include "model/trl-edit-private.h"
#include "model/trl-network-private.h"
#include "store/trl-json-scan.h"
#include "store/trl-store-notes.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define OFTEN 4096 /* rows, after which is asked whether to go on */

static gboolean
apply (TrlReader *reader, const char *at, const TrlEdit *edit, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (trl_document_apply (reader->document, edit, &cause))
    return TRUE;
  return trl_reader_fail (reader, at, TRL_STORE_ERROR_CONTENT, error, "%s",
                          cause->message);
}

/* Nothing that is read can be undone, so nothing is kept for it. */
static void
begin_step (TrlReader *reader)
{
  trl_document_begin (reader->document, "", NULL);
}

static void
end_step (TrlReader *reader)
{
  trl_document_end (reader->document);
  trl_document_forget_history (reader->document);
}

static gboolean
check_ends (TrlReader       *reader,
            const TrlPart   *part,
            TrlNetwork      *network,
            const TrlRecord *edge,
            GError         **error)
{
  static const char *const names[] = { "from", "to" };

  for (guint end = 0; end < 2; end++)
    if (trl_table_find (trl_network_get_nodes (network), edge->ends[end]) == TRL_NO_ROW)
      return trl_reader_fail (
        reader, trl_part_where (part, names[end]), TRL_STORE_ERROR_CONTENT, error,
        _ ("“%s” names a partner that this network does not have: “%s”"), names[end],
        edge->ends[end]);
  return TRUE;
}

static gboolean
check_id (TrlReader       *reader,
          const TrlPart   *part,
          TrlNetwork      *network,
          const TrlRecord *record,
          GError         **error)
{
  return trl_table_find (trl_network_get_table (network, record->kind), record->id) ==
           TRL_NO_ROW ||
         trl_reader_fail (reader, trl_part_where (part, "id"), TRL_STORE_ERROR_CONTENT,
                          error, _ ("The id “%s” stands twice in the list"), record->id);
}

static gboolean
check_count (TrlReader *reader, TrlKind kind, const char *at, GError **error)
{
  if (kind == TRL_KIND_NODE && ++reader->n_nodes > TRL_STORE_MAX_NODES)
    return trl_reader_fail (reader, at, TRL_STORE_ERROR_LIMIT, error,
                            _ ("There are more than %d partners; split the file"),
                            TRL_STORE_MAX_NODES);
  if (kind == TRL_KIND_EDGE && ++reader->n_edges > TRL_STORE_MAX_EDGES)
    return trl_reader_fail (reader, at, TRL_STORE_ERROR_LIMIT, error,
                            _ ("There are more than %d partnerships; split the file"),
                            TRL_STORE_MAX_EDGES);
  return (reader->n_nodes + reader->n_edges) % OFTEN != 0 ||
         !g_cancellable_set_error_if_cancelled (reader->cancellable, error);
}

/* Ids are looked up once more only where something is wrong with them. */
static gboolean
add_row (TrlReader *reader, TrlNetwork *network, const TrlRow *row, GError **error)
{
  const TrlPart   *part = &row->part;
  const TrlRecord *record = &row->record;
  g_autoptr (GError) cause = NULL;

  if (trl_edit_check_record (record, &cause) &&
      trl_network_add_row (network, record) != TRL_NO_ROW)
    return TRUE;
  return check_id (reader, part, network, record, error) &&
         (record->kind != TRL_KIND_EDGE ||
          check_ends (reader, part, network, record, error)) &&
         trl_reader_fail (reader, part->span.start, TRL_STORE_ERROR_CONTENT, error, "%s",
                          cause ? cause->message : "");
}

static gboolean
read_rows (TrlReader     *reader,
           TrlNetwork    *network,
           const TrlPart *part,
           TrlKind        kind,
           GError       **error)
{
  const char   *name = kind == TRL_KIND_NODE ? "nodes" : "edges", *at;
  TrlJsonSpan   list = trl_part_find_apart (part, name);
  TrlJsonCursor cursor;
  g_auto (TrlRow) row;

  trl_row_init (&row, kind);
  if (!list.start)
    return TRUE;
  if (*list.start != '[')
    return trl_reader_fail (reader, list.start, TRL_STORE_ERROR_CONTENT, error,
                            _ ("“%s” must be %s"), name, _ ("a list"));
  cursor = trl_json_enter (list);
  while ((at = trl_json_peek_element (&cursor)) != NULL)
    {
      if (!check_count (reader, kind, at, error) ||
          !trl_row_read (&row, reader, (TrlJsonSpan){ at, 0 }, error) ||
          !add_row (reader, network, &row, error))
        return FALSE;
      trl_store_note_row (reader, &row.part, &row.record);
      trl_json_pass (&cursor, row.part.span);
    }
  return TRUE;
}

static TrlNetwork *
fill_network (TrlReader       *reader,
              const TrlPart   *part,
              const TrlRecord *record,
              GError         **error)
{
  g_autoptr (TrlNetwork) network = NULL;
  g_autoptr (GError) cause = NULL;

  if (!trl_edit_check_record (record, &cause))
    {
      trl_reader_fail (reader, part->span.start, TRL_STORE_ERROR_CONTENT, error, "%s",
                       cause->message);
      return NULL;
    }
  network = trl_network_new (record);
  return read_rows (reader, network, part, TRL_KIND_NODE, error) &&
             read_rows (reader, network, part, TRL_KIND_EDGE, error)
           ? g_steal_pointer (&network)
           : NULL;
}

TrlNetwork *
trl_network_read (TrlReader *reader, TrlJsonSpan span, GError **error)
{
  g_auto (TrlPart) part = { 0 };
  g_autoptr (TrlRecord) record = NULL;

  g_hash_table_remove_all (reader->fields);
  record = trl_record_read (reader, span, TRL_KIND_NETWORK, &part, error);
  return record ? fill_network (reader, &part, record, error) : NULL;
}

static gboolean
read_network (TrlReader *reader, TrlJsonSpan span, GError **error)
{
  g_auto (TrlPart) part = { 0 };
  g_autoptr (TrlRecord) record = NULL;
  g_autoptr (TrlNetwork) network = NULL;

  g_hash_table_remove_all (reader->fields);
  record = trl_record_read (reader, span, TRL_KIND_NETWORK, &part, error);
  if (!record)
    return FALSE;
  if (trl_document_find_network (reader->document, record->id))
    return trl_reader_fail (reader, trl_part_where (&part, "id"), TRL_STORE_ERROR_CONTENT,
                            error, _ ("The id “%s” stands twice in the list"),
                            record->id);
  network = fill_network (reader, &part, record, error);
  if (!network || !apply (reader, span.start,
                          &(TrlEdit){ .kind = TRL_EDIT_ADD_NETWORK,
                                      .of = TRL_KIND_NETWORK,
                                      .object = network,
                                      .position = G_MAXUINT },
                          error))
    return FALSE;
  trl_store_note_network (reader, &part, network);
  return TRUE;
}

static gboolean
read_networks (TrlReader *reader, const TrlPart *part, GError **error)
{
  TrlJsonSpan   list = trl_part_find_apart (part, "networks"), span;
  TrlJsonCursor cursor;

  if (!list.start)
    return TRUE;
  if (*list.start != '[')
    return trl_reader_fail (reader, list.start, TRL_STORE_ERROR_CONTENT, error,
                            _ ("“%s” must be %s"), "networks", _ ("a list"));
  cursor = trl_json_enter (list);
  cursor.large = reader->large;
  while (trl_json_next_element (&cursor, &span))
    {
      if (trl_document_get_n_networks (reader->document) >= TRL_STORE_MAX_NETWORKS)
        return trl_reader_fail (reader, span.start, TRL_STORE_ERROR_LIMIT, error,
                                _ ("There are more than %d networks; split the file"),
                                TRL_STORE_MAX_NETWORKS);
      if (!read_network (reader, span, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_vocabulary (TrlReader *reader, const TrlPart *part, GError **error)
{
  TrlJsonSpan span = trl_part_find_apart (part, "vocabulary");

  if (span.start)
    {
      reader->vocabulary = trl_vocabulary_read (reader, span, error);
      if (!reader->vocabulary)
        return FALSE;
    }
  else
    reader->vocabulary = trl_vocabulary_new_default ();
  return apply (
    reader, part->span.start,
    &(TrlEdit){ .kind = TRL_EDIT_SET_VOCABULARY, .vocabulary = reader->vocabulary },
    error);
}

static gboolean
read_figures (TrlReader *reader, const TrlPart *part, GError **error)
{
  TrlJsonSpan list = trl_part_find_apart (part, "figures");
  g_autoptr (GPtrArray) figures = NULL;

  if (!list.start)
    return TRUE;
  figures = trl_figures_read (reader, list, error);
  return figures &&
         apply (reader, list.start,
                &(TrlEdit){ .kind = TRL_EDIT_SET_FIGURES, .figures = figures }, error);
}

/* The head of the file */

static TrlMemberClass
classify_format (gconstpointer data, TrlJsonSpan name, guint *slot)
{
  return trl_json_says (name, "version") || trl_json_says (name, "minReader") ||
             trl_json_says (name, "generator")
           ? TRL_MEMBER_KNOWN
           : TRL_MEMBER_UNKNOWN;
}

static gboolean
check_versions (
  TrlReader *reader, TrlPart *part, double version, double min_reader, GError **error)
{
  const char *generator;

  if (!trl_part_get_text (part, reader, "generator", &generator, error))
    return FALSE;
  if (version < 1 || version > G_MAXINT || version != floor (version))
    return trl_reader_fail (reader, trl_part_where (part, "version"),
                            TRL_STORE_ERROR_CONTENT, error, _ ("“%s” must be %s"),
                            "version", _ ("a whole number"));
  if (isnan (min_reader) || min_reader <= TRL_STORE_VERSION)
    return TRUE;
  return trl_reader_fail (
    reader, NULL, TRL_STORE_ERROR_NEWER, error,
    _ ("This file needs a newer Trellis than this one; it was written by “%s”. Update "
       "Trellis, or ask for the file in format version %d"),
    generator ? generator : "?", TRL_STORE_VERSION);
}

static gboolean
read_format (TrlReader *reader, TrlJsonSpan root, TrlFormat *format, GError **error)
{
  g_auto (TrlPart) part = { 0 };
  TrlJsonSpan span = trl_json_find (root, "format");
  double      version = NAN, min_reader = NAN;

  format->version = TRL_STORE_VERSION;
  if (!span.start)
    return TRUE;
  if (!trl_part_read (&part, reader, span, classify_format, NULL, error) ||
      !trl_part_get_number (&part, reader, "version", &version, error) ||
      !trl_part_get_number (&part, reader, "minReader", &min_reader, error))
    return FALSE;
  version = isnan (version) ? TRL_STORE_VERSION : version;
  if (!check_versions (reader, &part, version, min_reader, error))
    return FALSE;
  format->version = (guint) version;
  format->extra = g_steal_pointer (&part.extra);
  return TRUE;
}

static gboolean
check_magic (TrlReader *reader, TrlJsonSpan root, GError **error)
{
  TrlJsonSpan magic = { NULL, 0 };

  if (*root.start == '{')
    magic = trl_json_find (root, "trellis");
  if (!magic.start)
    return trl_reader_fail (reader, NULL, TRL_STORE_ERROR_CONTENT, error,
                            _ ("This is not a Trellis document"));
  if (magic.length == 1 && *magic.start == '1')
    return TRUE;
  return trl_reader_fail (
    reader, magic.start, TRL_STORE_ERROR_NEWER, error,
    _ ("This kind of Trellis document is not known here. Update Trellis"));
}

static gboolean
scan (TrlReader *reader, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize fault;

  if (reader->length == 0)
    return trl_reader_fail (reader, NULL, TRL_STORE_ERROR_CONTENT, error,
                            _ ("The file is empty. Restore an earlier copy of it"));
  if (reader->length > TRL_STORE_MAX_SIZE)
    return trl_reader_fail (reader, NULL, TRL_STORE_ERROR_LIMIT, error,
                            _ ("The file is larger than 256 MiB"));
  if (trl_json_scan_noting (reader->text, reader->length, reader->large, &fault, &cause))
    return TRUE;
  return trl_reader_fail (
    reader, reader->text + fault, (TrlStoreError) cause->code, error,
    _ ("%s. The file is damaged or was not written by Trellis; restore an earlier copy"),
    cause->message);
}

static gboolean
read_document (TrlReader *reader, TrlFormat *format, GError **error)
{
  g_auto (TrlPart) part = { 0 };
  g_autoptr (TrlRecord) record = NULL;
  TrlJsonSpan root;
  gboolean    ok;

  if (!scan (reader, error))
    return FALSE;
  root = trl_json_root (reader->text, reader->length);
  if (!check_magic (reader, root, error) || !read_format (reader, root, format, error))
    return FALSE;
  record = trl_record_read (reader, root, TRL_KIND_DOCUMENT, &part, error);
  if (!record)
    return FALSE;
  reader->document = trl_document_new_from_record (record);
  begin_step (reader);
  ok = read_vocabulary (reader, &part, error) && read_figures (reader, &part, error) &&
       read_networks (reader, &part, error);
  end_step (reader);
  return ok;
}

TrlDocument *
trl_document_read (TrlReader *reader, TrlFormat *format, GError **error)
{
  g_autoptr (GHashTable) fields =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) large = g_array_new (FALSE, FALSE, sizeof (TrlJsonSpan));
  gboolean ok;

  reader->fields = fields;
  reader->large = large;
  ok = read_document (reader, format, error);
  reader->fields = NULL;
  reader->large = NULL;
  g_clear_pointer (&reader->vocabulary, trl_vocabulary_unref);
  if (!ok)
    g_clear_object (&reader->document);
  return g_steal_pointer (&reader->document);
}
