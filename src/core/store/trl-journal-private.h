/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/trl-journal.h"

G_BEGIN_DECLS

#define TRL_JOURNAL_VERSION 1
#define TRL_JOURNAL_FILE "journal.jsonl"
#define TRL_JOURNAL_LOCK "lock"
#define TRL_JOURNAL_MOST (1024 * 1024 * 1024) /* bytes of a journal that is read */

/* What the first line says. */
typedef struct
{
  char *document; /* id */
  char *title;    /* or NULL */
  char *path;     /* of the file of the document, or NULL */
  char *saved;    /* SHA-256 of what that file held, or NULL */
  char *base;     /* SHA-256 of what the steps begin from */
} TrlJournalHead;

void trl_journal_head_clear (TrlJournalHead *head);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrlJournalHead, trl_journal_head_clear)

/* Lines end with a checksum of what stands before it.  @line: all but the closing
 * brace. */
void trl_journal_seal (GString *line);

/* Returns whether a line, without its line break, is whole. */
gboolean trl_journal_is_sealed (const char *line, gsize length);

/* `base-HASH.trellis` in a folder.  Returns: (transfer full). */
char *trl_journal_dup_base_path (const char *folder, const char *hash);

/* Takes the lock of a folder; -1 when somebody holds it, or there is none and it cannot
 * be made. */
int trl_journal_lock (const char *folder);

G_END_DECLS
