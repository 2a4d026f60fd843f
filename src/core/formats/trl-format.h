/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-read-report.h"
#include "formats/trl-read-request.h"
#include "model/trl-document.h"

G_BEGIN_DECLS

#define TRL_FORMAT_ERROR (trl_format_error_quark ())
GQuark trl_format_error_quark (void);

typedef enum
{
  TRL_FORMAT_ERROR_LIMIT,   /* too many bytes, rows, columns, or too long a cell */
  TRL_FORMAT_ERROR_CONTENT, /* nothing in it, or not text at all */
  TRL_FORMAT_ERROR_SYNTAX,  /* text that breaks the rules of its format */
  TRL_FORMAT_ERROR_UNKNOWN, /* no format recognises it, or there is none of that id */
  TRL_FORMAT_ERROR_MAP,     /* a meaning or a column that was named does not exist */
  TRL_FORMAT_ERROR_CARRY    /* the format cannot hold this document */
} TrlFormatError;

typedef struct TrlDraft  TrlDraft;
typedef struct TrlSource TrlSource;

/**
 * TrlFormat:
 * @id: stable; what `--from` and `--to` take
 * @label: translatable
 * @extension: without a dot
 * @mime: media type
 * @joins: a table that others take up: it makes no network while another table does
 * @score: how sure it is that an input is its own, 0 to 100; %NULL when it cannot read
 * @read: makes networks of a table
 * @open: for what is a whole document by itself and no table; %NULL for tables
 * @write: %NULL when it cannot write
 *
 * One row of formats.def.
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *extension;
  const char *mime;
  gboolean    joins;
  guint (*score) (const TrlSource *source);
  gboolean (*read) (TrlDraft *draft, TrlSource *source, GError **error);
  TrlDocument *(*open) (const TrlSource *source,
                        TrlReadReport   *report,
                        GCancellable    *cancellable,
                        GError         **error);
  GBytes *(*write) (TrlDocument *document, TrlReadReport *report, GError **error);
} TrlFormat;

/**
 * trl_formats:
 * @n: (out): how many
 *
 * The rows of formats.def, in their order.
 */
const TrlFormat *const *trl_formats (guint *n);

/**
 * trl_format_find:
 *
 * Returns: (nullable): the format with an id
 */
const TrlFormat *trl_format_find (const char *id);

/**
 * trl_format_find_for_name:
 *
 * Returns: (nullable): the format that writes files with the extension of @name
 */
const TrlFormat *trl_format_find_for_name (const char *name);

/**
 * trl_format_read:
 * @report: (nullable): filled with what became of each row
 *
 * Makes one document of all inputs, recognising each by what is in it.  Tables that share
 * keys are joined; each table of ties is a network.  Importing the same again gives the
 * same ids.
 *
 * Cost: O(bytes) time; memory about five times the bytes.
 *
 * Errors: TRL_FORMAT_ERROR, those of the store for a Trellis file, G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): a document without history
 */
TrlDocument *trl_format_read (const TrlReadRequest *request,
                              TrlReadReport        *report,
                              GCancellable         *cancellable,
                              GError              **error);

/**
 * trl_format_write:
 * @format: id of a format
 * @report: (nullable): filled with what the format could not hold
 *
 * Errors: TRL_FORMAT_ERROR_UNKNOWN, TRL_FORMAT_ERROR_CARRY, those of the store.
 */
GBytes *trl_format_write (TrlDocument   *document,
                          const char    *format,
                          TrlReadReport *report,
                          GError       **error);

G_END_DECLS
