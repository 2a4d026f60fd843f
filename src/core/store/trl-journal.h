/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"
#include "store/trl-save.h"

G_BEGIN_DECLS

/**
 * TrlJournal:
 *
 * What was done to a document since it was last saved, a line a step, in a folder of its
 * own: the base that the steps begin from, `base-HASH.trellis`, the steps,
 * `journal.jsonl`, and a lock by which other processes see that somebody is at work.  A
 * step is written when it is done, so that no crash of the program loses it; what is
 * written survives a power cut once trl_journal_sync() came back.
 *
 * Nothing is on disk before the first step.  For one thread, but for
 * trl_journal_sync().
 */
typedef struct TrlJournal TrlJournal;

/**
 * trl_journal_new:
 * @root: the folder that holds those of all documents; made when it is needed
 * @document: (transfer none): not held
 * @base: (nullable): what @path holds, as it was read or written last; %NULL: nothing
 *   holds it, so trl_journal_write_base() must be called
 * @path: (nullable): the file of the document
 * @title: what people call it
 */
TrlJournal *trl_journal_new (const char     *root,
                             TrlDocument    *document,
                             const TrlStamp *base,
                             const char     *path,
                             const char     *title);

/**
 * trl_journal_free:
 * @journal: (nullable)
 *
 * Closes it and leaves on disk what is there.
 */
void trl_journal_free (TrlJournal *journal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlJournal, trl_journal_free)

/**
 * trl_journal_append:
 *
 * Writes a step.  One that cannot be written is kept, and is tried again before the next:
 * order is never lost.
 * Cost: one write() of as many bytes as the step has.
 *
 * Errors: TRL_STORE_ERROR_WRITE; the step counts as pending.
 */
gboolean
trl_journal_append (TrlJournal *journal, const TrlStepNote *note, GError **error);

/**
 * trl_journal_flush:
 *
 * Tries once more to write what is pending.
 *
 * Errors: TRL_STORE_ERROR_WRITE.
 */
gboolean trl_journal_flush (TrlJournal *journal, GError **error);

/**
 * trl_journal_sync:
 *
 * Waits until all that was written is on the disk.  For any thread, while the journal
 * lives.
 *
 * Errors: TRL_STORE_ERROR_WRITE.
 */
gboolean trl_journal_sync (TrlJournal *journal, GError **error);

/**
 * trl_journal_get_n_steps:
 * trl_journal_get_n_unsynced:
 * trl_journal_get_size:
 * trl_journal_get_folder:
 *
 * Returns: steps since the base, written or pending; those not known to be on the disk;
 *   bytes of the file; (nullable): where it is, once something was written
 */
guint       trl_journal_get_n_steps (TrlJournal *journal);
guint       trl_journal_get_n_unsynced (TrlJournal *journal);
gsize       trl_journal_get_size (TrlJournal *journal);
const char *trl_journal_get_folder (TrlJournal *journal);

/**
 * trl_journal_write_base:
 * @content: what the document is as a file, before any step that was appended
 *
 * Keeps a copy of the base, so that steps can be played although the file is gone or
 * another by then.
 *
 * Errors: TRL_STORE_ERROR (WRITE, READ_ONLY).
 */
gboolean trl_journal_write_base (TrlJournal *journal, GBytes *content, GError **error);

/**
 * trl_journal_rebase:
 * @content: what the document was as a file when it had done @n_steps
 * @path: (nullable): the file that holds @content now; %NULL: none does
 * @n_steps: as trl_journal_get_n_steps() said then
 *
 * Begins anew from a later state: after a save, or when there are many steps.  The steps
 * after it stay.  The old base goes when the new journal is on the disk.
 *
 * Errors: TRL_STORE_ERROR (WRITE, READ_ONLY); all stays as it was.
 */
gboolean trl_journal_rebase (
  TrlJournal *journal, GBytes *content, const char *path, guint n_steps, GError **error);

/**
 * trl_journal_remove:
 *
 * Removes what is on disk: all of it is saved, or a person has said that it may go.  The
 * journal can be appended to again.
 */
void trl_journal_remove (TrlJournal *journal);

/**
 * TrlLeftover:
 * @title: (nullable): what people called the document
 * @path: (nullable): its file
 * @time: (nullable): of the last step, RFC 3339
 * @n_steps: that are whole
 * @is_damaged: there is more that is not
 *
 * A journal whose program did not come to its end.
 */
typedef struct
{
  char    *folder;
  char    *title;
  char    *path;
  char    *time;
  guint    n_steps;
  gboolean is_damaged;
} TrlLeftover;

void trl_leftover_free (TrlLeftover *leftover);

/**
 * trl_leftovers_list:
 * @root: as for trl_journal_new(); need not be there
 *
 * Those that nobody works on, the latest first.
 * Cost: reads all journals.
 *
 * Returns: (transfer full) (element-type TrlLeftover)
 */
GPtrArray *trl_leftovers_list (const char *root);

/**
 * trl_leftover_restore:
 * @n_steps: (out): how many steps were played
 *
 * Plays the steps on their base.  Nothing on disk changes.
 *
 * Errors: TRL_STORE_ERROR (READ, CONTENT, and those of reading a document) when there is
 *   no base to play them on.
 *
 * Returns: (transfer full): the document, with the steps as its history
 */
TrlDocument *
trl_leftover_restore (const TrlLeftover *leftover, guint *n_steps, GError **error);

/**
 * trl_leftover_remove:
 *
 * Removes what was left: it is saved, or a person has said that it may go.
 */
void trl_leftover_remove (const TrlLeftover *leftover);

G_END_DECLS
