/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/trl-document.h"
#include "store/trl-json-cursor.h"
#include "store/trl-json-write.h"
#include "store/trl-store-error.h"
#include "store/trl-store.h"

G_BEGIN_DECLS

/* What the files of the store that know the format share; for them alone. */

#define TRL_STORE_VERSION 1    /* of the format that is written */
#define TRL_STORE_MIN_READER 1 /* the oldest reader that understands what is written */

#define TRL_STORE_MAX_PART (4 * 1024 * 1024) /* bytes of one object's known members */

/**
 * TrlReader:
 * @name: of the file, for people
 * @problems: (nullable): remarks so far
 * @fault: (nullable): what ended the reading, with its place
 * @large: (nullable): as cursors want it
 *
 * One file on its way to a document.
 */
typedef struct
{
  const char    *name;
  const char    *text;
  gsize          length;
  GArray        *large;
  GPtrArray     *problems;
  TrlProblem    *fault;
  GCancellable  *cancellable;
  TrlVocabulary *vocabulary;
  TrlDocument   *document;
  GHashTable    *fields; /* ids met in this network */
  guint          n_nodes;
  guint          n_edges;
  const char    *counted; /* lines are counted up to here */
  const char    *line_start;
  guint          line;
} TrlReader;

/**
 * trl_reader_fail:
 * @at: (nullable): where in the text; %NULL is the whole file
 *
 * Sets an error that names file, line and column.
 *
 * Returns: %FALSE
 */
gboolean trl_reader_fail (TrlReader    *reader,
                          const char   *at,
                          TrlStoreError code,
                          GError      **error,
                          const char   *format,
                          ...) G_GNUC_PRINTF (5, 6);

/**
 * trl_reader_note:
 *
 * Adds a remark about something that was read all the same.
 */
void trl_reader_note (TrlReader *reader, const char *at, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

typedef enum
{
  TRL_MEMBER_UNKNOWN, /* kept as text */
  TRL_MEMBER_KNOWN,   /* asked for by name */
  TRL_MEMBER_APART    /* may be of any length: the caller walks it */
} TrlMemberClass;

/* @slot: (out): a number by which the caller of trl_part_read() finds what is known */
typedef TrlMemberClass (*TrlMemberFunc) (gconstpointer data,
                                         TrlJsonSpan   name,
                                         guint        *slot);

#define TRL_MAX_APART 6
#define TRL_MAX_KNOWN 32 /* of any one kind of thing */
#define TRL_MAX_GUESSES 16

typedef struct
{
  TrlJsonSpan name;
  TrlJsonSpan value;
} TrlApart;

typedef struct
{
  TrlJsonSpan name;
  TrlJsonSpan value;
  guint       slot;
  const char *text; /* once it was asked for */
} TrlKnown;

/* What a member was found to be in the object before. */
typedef struct
{
  TrlJsonSpan name;
  TrlMemberClass class;
  guint slot;
} TrlGuess;

/**
 * TrlPart:
 * @span: the object in the file
 * @known: its known members
 * @texts: those that were asked for, in @size bytes; @free: where the next is put, %NULL
 *   before the first; @room: for all of them
 * @extra: (nullable): its unknown members, `"a": 1, "b": [2]`
 * @apart: what the caller walks
 * @guesses: of the first members, for the next object
 *
 * One object of the file: a network without its tables, a node, an edge, a word.
 */
typedef struct
{
  TrlJsonSpan span;
  TrlKnown    known[TRL_MAX_KNOWN];
  guint       n_known;
  char       *texts, *free;
  gsize       size, room;
  char       *extra;
  TrlApart    apart[TRL_MAX_APART];
  guint       n_apart;
  TrlGuess    guesses[TRL_MAX_GUESSES];
} TrlPart;

/**
 * trl_part_read:
 * @part: cleared, zero, or of another object of the same kind
 * @span: its length need not be known
 * @classify: asked with @data about every member, unless it has the name and the place of
 *   one of the object before
 *
 * Takes one object of the file apart.  Cost: O(length of the object).
 *
 * Errors: TRL_STORE_ERROR_CONTENT when @span is no object; TRL_STORE_ERROR_LIMIT.
 */
gboolean trl_part_read (TrlPart      *part,
                        TrlReader    *reader,
                        TrlJsonSpan   span,
                        TrlMemberFunc classify,
                        gconstpointer data,
                        GError      **error);

/**
 * trl_part_clear:
 *
 * Lets go of what the part holds; it may be read into again.
 */
void trl_part_clear (TrlPart *part);

/**
 * trl_part_get_slot:
 *
 * Returns: (nullable): the known member that has this slot
 */
TrlKnown *trl_part_get_slot (TrlPart *part, guint slot);

/**
 * trl_part_where:
 *
 * Returns: where the value of a member stands, or the object when it has no such member
 */
const char *trl_part_where (const TrlPart *part, const char *name);

/**
 * trl_part_find:
 *
 * Returns: the value of a known member as it stands in the file, or none
 */
TrlJsonSpan trl_part_find (const TrlPart *part, const char *name);

/**
 * trl_part_find_apart:
 *
 * Returns: the value of a member that was not parsed, or none
 */
TrlJsonSpan trl_part_find_apart (const TrlPart *part, const char *name);

/* A member that is missing reads as %NULL, NAN or %FALSE; one of another type is an
 * error. */

/**
 * trl_part_get_text:
 * @text: (out) (transfer none): good while the part is
 *
 * Errors: TRL_STORE_ERROR_CONTENT.
 */
gboolean trl_part_get_text (
  TrlPart *part, TrlReader *reader, const char *name, const char **text, GError **error);

/**
 * trl_part_get_number:
 * @number: (out): finite, and exact when it is a whole number
 *
 * Errors: TRL_STORE_ERROR_CONTENT.
 */
gboolean trl_part_get_number (const TrlPart *part,
                              TrlReader     *reader,
                              const char    *name,
                              double        *number,
                              GError       **error);

/**
 * trl_part_get_flag:
 * @flag: (out)
 *
 * Errors: TRL_STORE_ERROR_CONTENT.
 */
gboolean trl_part_get_flag (const TrlPart *part,
                            TrlReader     *reader,
                            const char    *name,
                            gboolean      *flag,
                            GError       **error);

/**
 * trl_part_get_words:
 * @words: (out) (transfer full): separated by spaces
 *
 * Reads an array of texts without spaces.
 *
 * Errors: TRL_STORE_ERROR_CONTENT.
 */
gboolean trl_part_get_words (
  const TrlPart *part, TrlReader *reader, const char *name, char **words, GError **error);

/**
 * trl_part_get_id:
 *
 * Reads the member `id`, which must be there.
 *
 * Errors: TRL_STORE_ERROR_CONTENT.
 */
gboolean
trl_part_get_id (TrlPart *part, TrlReader *reader, const char **id, GError **error);

/**
 * trl_known_get_text:
 * trl_known_get_number:
 * trl_known_get_flag:
 * trl_known_get_words:
 * @known: (nullable): of @part
 * @name: of the member, for messages
 *
 * As the getters of parts, for who has the member at hand.
 */
gboolean trl_known_get_text (TrlKnown    *known,
                             TrlPart     *part,
                             TrlReader   *reader,
                             const char  *name,
                             const char **text,
                             GError     **error);
gboolean trl_known_get_number (const TrlKnown *known,
                               const TrlPart  *part,
                               TrlReader      *reader,
                               const char     *name,
                               double         *number,
                               GError        **error);
gboolean trl_known_get_flag (const TrlKnown *known,
                             const TrlPart  *part,
                             TrlReader      *reader,
                             const char     *name,
                             gboolean       *flag,
                             GError        **error);
gboolean trl_known_get_words (const TrlKnown *known,
                              const TrlPart  *part,
                              TrlReader      *reader,
                              const char     *name,
                              char          **words,
                              GError        **error);

/* Records: trl-store-record.c */

/**
 * TrlRow:
 * @part: the object of the file
 * @record: what it says; texts are borrowed
 *
 * One row of a table after the other, in the same room.
 */
typedef struct
{
  TrlPart   part;
  TrlRecord record;
  char     *words; /* owned */
} TrlRow;

/**
 * trl_row_init:
 * trl_row_clear:
 *
 * Makes room for rows of a kind; lets go of it.
 */
void trl_row_init (TrlRow *row, TrlKind kind);
void trl_row_clear (TrlRow *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrlRow, trl_row_clear)

/**
 * trl_row_read:
 * @row: holds the object until the next is read
 * @span: its length need not be known
 *
 * As trl_record_read(), without a copy.
 *
 * Errors: as there.
 */
gboolean trl_row_read (TrlRow *row, TrlReader *reader, TrlJsonSpan span, GError **error);

/**
 * trl_record_read:
 * @part: (out): the object, for messages about it
 *
 * Reads an object of the file by the properties of @kind.  Tables inside it are left to
 * the caller.
 *
 * Errors: TRL_STORE_ERROR_CONTENT, TRL_STORE_ERROR_LIMIT.
 *
 * Returns: (transfer full): the record
 */
TrlRecord *trl_record_read (
  TrlReader *reader, TrlJsonSpan span, TrlKind kind, TrlPart *part, GError **error);

/**
 * trl_record_write:
 *
 * Writes id, order, ends, properties in the order of their table, and fields sorted by
 * id.
 */
void trl_record_write (TrlMembers *members, const TrlRecord *record);

/**
 * trl_record_write_extra:
 *
 * Writes the unknown members, which stand last in every object.
 */
void trl_record_write_extra (TrlMembers *members, const TrlRecord *record);

/* Words: trl-store-vocabulary.c */

/**
 * trl_vocabulary_read:
 *
 * Errors: TRL_STORE_ERROR_CONTENT, TRL_STORE_ERROR_LIMIT.
 *
 * Returns: (transfer full): the words; with the default scale when the file has none
 */
TrlVocabulary *trl_vocabulary_read (TrlReader *reader, TrlJsonSpan span, GError **error);

/**
 * trl_vocabulary_write:
 *
 * Writes the words as an object, one item a line.
 */
void trl_vocabulary_write (GString *out, const TrlVocabulary *vocabulary);

/* Saved figures: trl-store-figures.c */

/**
 * trl_figures_read:
 *
 * Errors: TRL_STORE_ERROR_CONTENT, TRL_STORE_ERROR_LIMIT.
 *
 * Returns: (transfer full) (element-type TrlSavedFigure): the list, in the order of the
 *   file
 */
GPtrArray *trl_figures_read (TrlReader *reader, TrlJsonSpan list, GError **error);

/**
 * trl_figures_write:
 *
 * Writes the member `figures`, one a line; nothing when there are none, so that files
 * without any stay as they were.
 */
void trl_figures_write (TrlMembers *members, TrlDocument *document);

/**
 * trl_figures_write_list:
 * @figures: (element-type TrlSavedFigure)
 *
 * Writes the value of that member.
 */
void trl_figures_write_list (GString *out, const GPtrArray *figures);

/* Documents: trl-store-read.c, trl-store-write.c */

/**
 * trl_network_read:
 * @reader: its fields are a set
 *
 * Reads a network with its tables, outside any document.
 *
 * Errors: TRL_STORE_ERROR (CONTENT, LIMIT); G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full)
 */
TrlNetwork *trl_network_read (TrlReader *reader, TrlJsonSpan span, GError **error);

/**
 * trl_network_write:
 *
 * Writes a network as an object over several lines.
 */
void trl_network_write (GString *out, const TrlNetwork *network);

/**
 * TrlFormat:
 * @version: of the file
 * @extra: (nullable): what it says about its format that is unknown here
 *
 * The head of a file, kept so that saving does not take from it.
 */
typedef struct
{
  guint version;
  char *extra;
} TrlFormat;

/**
 * trl_document_read:
 * @format: (out)
 *
 * Reads the text of @reader, whose name, text, length, problems and cancellable are set.
 *
 * Errors: TRL_STORE_ERROR (SYNTAX, CONTENT, LIMIT, NEWER); G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the document, without history
 */
TrlDocument *trl_document_read (TrlReader *reader, TrlFormat *format, GError **error);

/**
 * trl_document_write:
 *
 * Errors: TRL_STORE_ERROR_LIMIT when nobody could open the file.
 *
 * Returns: (transfer full): the text of the file
 */
GBytes *
trl_document_write (TrlDocument *document, const TrlFormat *format, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrlPart, trl_part_clear)

G_END_DECLS
