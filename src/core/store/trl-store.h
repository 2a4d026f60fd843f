/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"
#include "store/trl-save.h"

G_BEGIN_DECLS

/* The file `.trellis`: JSON with one node or edge a line.  What a newer version has
 * written and this one does not know is kept and written back. */

#define TRL_STORE_MAX_SIZE ((gsize) 256 * 1024 * 1024)
#define TRL_STORE_MAX_NETWORKS 5000
#define TRL_STORE_MAX_NODES 200000
#define TRL_STORE_MAX_EDGES 1000000
#define TRL_STORE_MAX_WORDS 2000 /* types, roles, levels of a scale … */
#define TRL_STORE_MAX_FIELDS 512 /* different ones in a network */

/**
 * trl_store_fits:
 *
 * Whether a file can hold the document; whatever makes documents out of other files asks,
 * for what cannot be saved must not be opened.
 *
 * Cost: O(networks × fields).
 *
 * Errors: TRL_STORE_ERROR_LIMIT.
 */
gboolean trl_store_fits (TrlDocument *document, GError **error);

/**
 * trl_store_load:
 * @problems: (nullable) (element-type TrlProblem): gets remarks about words that the file
 * uses and does not explain; see trl_problems_new()
 *
 * Reads a document and remembers what the file held, for trl_store_save().
 * Cost: O(size) time; memory of a few times the size of the file.
 *
 * Errors: TRL_STORE_ERROR (READ, LIMIT, SYNTAX, CONTENT, NEWER), with file, line and
 * column; G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the document, without history
 */
TrlDocument *trl_store_load (const char   *path,
                             GPtrArray    *problems,
                             GCancellable *cancellable,
                             GError      **error);

/**
 * trl_store_read:
 * @name: of the file, for messages
 * @problems: (nullable): as for trl_store_load()
 *
 * Like trl_store_load(), from memory.
 *
 * Errors: TRL_STORE_ERROR (LIMIT, SYNTAX, CONTENT, NEWER); G_IO_ERROR_CANCELLED.
 */
TrlDocument *trl_store_read (GBytes       *bytes,
                             const char   *name,
                             GPtrArray    *problems,
                             GCancellable *cancellable,
                             GError      **error);

/**
 * trl_store_from_bytes:
 *
 * trl_store_read() without remarks.
 *
 * Errors: as trl_store_read().
 */
TrlDocument *trl_store_from_bytes (GBytes *bytes, const char *name, GError **error);

/**
 * trl_store_to_bytes:
 *
 * The one spelling of a document: the same document gives the same bytes.
 * Cost: O(n log n).
 *
 * Errors: TRL_STORE_ERROR_LIMIT when the file could not be opened again.
 */
GBytes *trl_store_to_bytes (TrlDocument *document, GError **error);

/**
 * trl_store_save:
 *
 * Writes a document, reads what it wrote, and replaces the file only when both say the
 * same; see trl_save_file_over().  The document counts as saved afterwards.
 *
 * Errors: TRL_STORE_ERROR (CHANGED, READ_ONLY, WRITE, LIMIT); G_IO_ERROR_CANCELLED.
 */
gboolean trl_store_save (TrlDocument  *document,
                         const char   *path,
                         GCancellable *cancellable,
                         GError      **error);

/**
 * trl_store_overwrite:
 *
 * trl_store_save() also when someone else has changed the file since: asked of a person
 * before.
 *
 * Errors: as trl_store_save(), without CHANGED.
 */
gboolean trl_store_overwrite (TrlDocument  *document,
                              const char   *path,
                              GCancellable *cancellable,
                              GError      **error);

/**
 * trl_store_copy_origin:
 *
 * Lets @to remember of its file what @from does: for a copy that a thread saves, and back
 * again when that is done.
 */
void trl_store_copy_origin (TrlDocument *from, TrlDocument *to);

/**
 * trl_store_is_changed_on_disk:
 *
 * Cost: reads the file when its size is the same.
 *
 * Returns: whether the file that the document was loaded from or saved to now holds
 *   something else
 */
gboolean trl_store_is_changed_on_disk (TrlDocument *document);

/**
 * trl_store_check:
 *
 * Everything that is wrong with a file: what keeps it from being opened, and the remarks
 * of trl_store_load().
 *
 * Returns: (transfer full) (element-type TrlProblem): empty when all is well
 */
GPtrArray *trl_store_check (GBytes *bytes, const char *name);

/**
 * trl_store_check_file:
 *
 * trl_store_check() of a file; that it cannot be read at all is a problem too.
 *
 * Returns: (transfer full) (element-type TrlProblem): empty when all is well
 */
GPtrArray *trl_store_check_file (const char *path);

G_END_DECLS
