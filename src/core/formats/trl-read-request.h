/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest input that is read at all, in bytes. */
#define TRL_INPUT_MAX (256u * 1024 * 1024)

/**
 * TrlInput:
 * @name: what messages call it, a file name without its folder
 * @path: (nullable): the file that it is read from when it is opened
 * @bytes: (nullable): what is in it, if that is in memory
 */
typedef struct
{
  char   *name;
  char   *path;
  GBytes *bytes;
} TrlInput;

/**
 * trl_input_load:
 *
 * Errors: G_FILE_ERROR.
 *
 * Returns: (transfer full): all of it; a file is read each time
 */
GBytes *trl_input_load (const TrlInput *input, GError **error);

/**
 * TrlReadRequest:
 * @inputs: (element-type TrlInput): together they make one document
 * @map: column header (folded) → meaning id; what a person said about columns
 * @values: word (folded) → level id or "" for not reported; what a person said of words
 * @hub: (nullable): name of the hub, where the data only imply one
 * @format: (nullable): id of the format; %NULL recognises it by content
 *
 * What is to be read, and what is known of it beforehand.
 */
typedef struct
{
  GPtrArray  *inputs;
  GHashTable *map;
  GHashTable *values;
  char       *hub;
  char       *format;
} TrlReadRequest;

/**
 * trl_read_request_new:
 *
 * A request without an input yet.
 */
TrlReadRequest *trl_read_request_new (void);

/**
 * trl_read_request_new_for_paths:
 * trl_read_request_free:
 * @paths: (array zero-terminated=1): file names
 *
 * Looks at the files, which are read when they are opened.  One of more than
 * %TRL_INPUT_MAX bytes is refused by its size; what is not there and what is not a plain
 * file (a folder, a pipe) is refused too.
 *
 * Errors: TRL_FORMAT_ERROR_LIMIT, TRL_FORMAT_ERROR_CONTENT, G_FILE_ERROR.
 */
TrlReadRequest *trl_read_request_new_for_paths (const char *const *paths, GError **error);
void            trl_read_request_free (TrlReadRequest *request);

/**
 * trl_read_request_load:
 *
 * Reads the files now and keeps what is in them, for one who opens them more than once
 * and means the same each time.
 *
 * Errors: G_FILE_ERROR.
 */
gboolean trl_read_request_load (TrlReadRequest *request, GError **error);

/**
 * trl_read_request_add:
 *
 * Adds an input that is already in memory; @name stands in messages.
 */
void trl_read_request_add (TrlReadRequest *request, const char *name, GBytes *bytes);

/**
 * trl_read_request_set_meaning:
 * @header: the column's header as it stands in the file
 * @meaning: id of a meaning; `field` keeps the column as a field of its own, `ignore`
 * leaves it out
 *
 * Errors: TRL_FORMAT_ERROR_MAP when there is no such meaning.
 */
gboolean trl_read_request_set_meaning (TrlReadRequest *request,
                                       const char     *header,
                                       const char     *meaning,
                                       GError        **error);

/**
 * trl_read_request_set_value:
 * @word: a word of a level column
 * @level: id of a level; %NULL for not reported
 */
void
trl_read_request_set_value (TrlReadRequest *request, const char *word, const char *level);

/**
 * trl_read_request_map:
 * @text: `NAME=COLUMN`, as the command line takes it: the id of a meaning and a header
 *
 * Errors: TRL_FORMAT_ERROR_MAP.
 */
gboolean trl_read_request_map (TrlReadRequest *request, const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlReadRequest, trl_read_request_free)

G_END_DECLS
