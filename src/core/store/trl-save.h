/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/trl-store-error.h"

G_BEGIN_DECLS

/**
 * TrlSaveFlags:
 * @TRL_SAVE_NONE: nothing special
 * @TRL_SAVE_FORCE: overwrite what someone else has written since; asked of a person
 * before
 */
typedef enum
{
  TRL_SAVE_NONE = 0,
  TRL_SAVE_FORCE = 1 << 0
} TrlSaveFlags;

/**
 * TrlStamp:
 * @size: bytes
 * @hash: SHA-256 of the content
 *
 * What a file held when it was last read or written here.  Times and inodes are left out:
 * a copy may keep the one and a checkout that changes nothing alters the other.
 */
typedef struct
{
  gsize size;
  char *hash;
} TrlStamp;

/**
 * trl_stamp_new:
 *
 * Cost: O(size).
 *
 * Returns: (transfer full): the stamp of a file that holds @content
 */
TrlStamp *trl_stamp_new (GBytes *content);

/**
 * trl_stamp_copy:
 *
 * Returns: (transfer full): the same stamp, for another owner
 */
TrlStamp *trl_stamp_copy (const TrlStamp *stamp);

/**
 * trl_stamp_free:
 *
 * Lets go of a stamp.
 */
void trl_stamp_free (TrlStamp *stamp);

/**
 * trl_stamp_matches:
 *
 * Cost: reads the file when its size is the same.
 *
 * Returns: %FALSE when @path now holds something else; %TRUE also when it is gone, for
 *   then there is nothing to lose
 */
gboolean trl_stamp_matches (const TrlStamp *stamp, const char *path);

/**
 * trl_save_init:
 *
 * Makes writing beyond a size limit an error instead of a death by SIGXFSZ.  Programs
 * that save call it first thing.
 */
void trl_save_init (void);

/**
 * trl_save_file:
 *
 * Replaces the content of a file whole or not at all; see trl_save_file_over().
 *
 * Errors: TRL_STORE_ERROR_READ_ONLY, TRL_STORE_ERROR_WRITE.
 */
gboolean
trl_save_file (const char *path, GBytes *content, TrlSaveFlags flags, GError **error);

/**
 * trl_save_file_over:
 * @expected: (nullable): what the file held when it was loaded
 *
 * Writes a hidden file beside the target, flushes it to the disk, reads it back, and only
 * then gives it the name of the target; so the target is at all times whole, old or new.
 * Symbolic links are followed; owner, mode and extended
 * attributes stay where the system allows it; a hard
 * link becomes a file of its own.  On failure nothing is left behind.
 *
 * Cost: writes and reads the content once; waits for the disk twice.
 *
 * Errors: TRL_STORE_ERROR_CHANGED when the file is not as @expected and @flags do not
 * force it; TRL_STORE_ERROR_READ_ONLY when a person should choose another place;
 * TRL_STORE_ERROR_WRITE; G_IO_ERROR_CANCELLED, until the new name is given.
 */
gboolean trl_save_file_over (const char     *path,
                             GBytes         *content,
                             const TrlStamp *expected,
                             TrlSaveFlags    flags,
                             GCancellable   *cancellable,
                             GError        **error);

/**
 * trl_load_file:
 * @max_size: bytes; larger files are refused before anything is read
 *
 * Reads an ordinary file whole, in one piece.
 *
 * Errors: TRL_STORE_ERROR_LIMIT; TRL_STORE_ERROR_READ also for folders and devices;
 * G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the content
 */
GBytes *trl_load_file (const char   *path,
                       gsize         max_size,
                       GCancellable *cancellable,
                       GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlStamp, trl_stamp_free)

G_END_DECLS
