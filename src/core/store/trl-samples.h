/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlSample:
 * @id: the file's name without `.trellis`
 * @label: what people read; translatable
 * @description: one sentence; translatable
 *
 * A document that comes with the program.
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *description;
} TrlSample;

/**
 * trl_samples:
 * @n: (out): how many there are
 *
 * The samples, the one to begin with first.
 */
const TrlSample *trl_samples (guint *n);

/**
 * trl_sample_dup_path:
 *
 * Returns: (transfer full): where the sample lies
 */
char *trl_sample_dup_path (const TrlSample *sample);

/**
 * trl_is_in_place:
 *
 * Returns: whether the running program lies in the folder it was built in
 */
gboolean trl_is_in_place (void);

/**
 * trl_data_dup_path:
 * @name: a file or folder of the program's data
 *
 * Beside the sources while the program runs in place, under the prefix everywhere else.
 *
 * Returns: (transfer full): its path
 */
char *trl_data_dup_path (const char *name);

/**
 * trl_locale_folder:
 *
 * Returns: where the translations lie, for bindtextdomain()
 */
const char *trl_locale_folder (void);

G_END_DECLS
