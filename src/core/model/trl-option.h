/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRL_OPTION_ERROR (trl_option_error_quark ())
GQuark trl_option_error_quark (void);

typedef enum
{
  TRL_OPTION_ERROR_UNKNOWN, /* no option of that name; the message names those that are */
  TRL_OPTION_ERROR_VALUE    /* not of the option's type, or out of its range */
} TrlOptionError;

typedef enum
{
  TRL_OPTION_NUMBER,  /* finite, min … max */
  TRL_OPTION_INTEGER, /* min … max */
  TRL_OPTION_FLAG,    /* yes or no; true, false, on, off, 1 and 0 are understood */
  TRL_OPTION_CHOICE,  /* one of the choices; yes is all and no is none, if there are both
                       */
  TRL_OPTION_TEXT,    /* UTF-8 */
  TRL_N_OPTION_TYPES
} TrlOptionType;

/**
 * TrlOption:
 * @id: stable: written on command lines and in files
 * @label: what people read; translatable
 * @fallback: the value until another is set, as text
 * @min: of numbers and integers; both ends 0: no bounds
 * @choices: (nullable): ids of the choices, %NULL at the end
 * @choice_labels: (nullable): what people read for each; translatable
 *
 * One thing that can be chosen about a layout, a figure or a measure.  A row of theirs
 * points at a table of these; panels and `--set` are made from it.
 */
typedef struct
{
  const char        *id;
  const char        *label;
  TrlOptionType      type;
  const char        *fallback;
  double             min;
  double             max;
  const char *const *choices;
  const char *const *choice_labels;
} TrlOption;

/**
 * TrlOptions:
 *
 * A valid value for every option of a table.
 */
typedef struct TrlOptions TrlOptions;

/**
 * trl_options_new:
 * @table: (nullable): its texts must outlive the options
 *
 * Every option at its fallback.
 */
TrlOptions *trl_options_new (const TrlOption *table, guint n);

/**
 * trl_options_new_joined:
 * @first, @second: (nullable): have no id in common; their texts must outlive the options
 *
 * Every option of two tables at its fallback.
 */
TrlOptions *trl_options_new_joined (const TrlOption *first,
                                    guint            n_first,
                                    const TrlOption *second,
                                    guint            n_second);

/**
 * trl_options_get_table:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the rows of the table, or of both
 */
const TrlOption *trl_options_get_table (const TrlOptions *options, guint *n);

/**
 * trl_options_copy:
 *
 * Returns: (transfer full): the same values of the same table
 */
TrlOptions *trl_options_copy (const TrlOptions *options);

/**
 * trl_options_free:
 * @options: (nullable)
 */
void trl_options_free (TrlOptions *options);

/**
 * trl_options_set:
 * @text: (nullable): read without regard to locale; %NULL goes back to the fallback
 *
 * Sets one value; on failure the old one stays.
 *
 * Errors: TRL_OPTION_ERROR.
 */
gboolean
trl_options_set (TrlOptions *options, const char *id, const char *text, GError **error);

/**
 * trl_options_set_pair:
 * @pair: `id=value`, as after `--set`
 *
 * Errors: TRL_OPTION_ERROR.
 */
gboolean trl_options_set_pair (TrlOptions *options, const char *pair, GError **error);

/**
 * trl_options_get_number:
 * @id: of a number or integer of the table; here and below, a wrong id is a bug
 */
double trl_options_get_number (const TrlOptions *options, const char *id);

/**
 * trl_options_get_integer:
 * @id: of an integer of the table
 */
int trl_options_get_integer (const TrlOptions *options, const char *id);

/**
 * trl_options_get_flag:
 * @id: of a flag of the table
 */
gboolean trl_options_get_flag (const TrlOptions *options, const char *id);

/**
 * trl_options_get_text:
 * @id: of any option of the table
 *
 * Returns: (transfer none): a choice, a text, or the plainest form of another value
 */
const char *trl_options_get_text (const TrlOptions *options, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlOptions, trl_options_free)

G_END_DECLS
