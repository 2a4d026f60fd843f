/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-network.h"

G_BEGIN_DECLS

/**
 * TrlDuplicateKinds:
 *
 * What may differ between two ways of writing one name.
 */
typedef enum
{
  TRL_DUPLICATE_CASE = 1 << 0,
  TRL_DUPLICATE_SPACES = 1 << 1,
  TRL_DUPLICATE_PUNCTUATION = 1 << 2,
  TRL_DUPLICATE_ACCENTS = 1 << 3,
  TRL_DUPLICATE_INVISIBLE = 1 << 4,     /* zero width, soft hyphen, full width … */
  TRL_DUPLICATE_ABBREVIATIONS = 1 << 5, /* Inc, Ltd, “and” and “&” */
  TRL_DUPLICATE_TYPE = 1 << 6           /* another partner type: perhaps others */
} TrlDuplicateKinds;

/**
 * TrlDuplicates:
 * @rows: (element-type guint): node rows, in the order of the network
 * @differs: flags of #TrlDuplicateKinds; 0 when the names are the same to the byte
 *
 * Nodes of one network that may be one partner.
 */
typedef struct
{
  GArray *rows;
  guint   differs;
} TrlDuplicates;

/**
 * trl_duplicates_find:
 * @abbreviations: whether forms such as “Inc” and “Ltd” do not count
 *
 * Finds nodes whose names differ only by what people do not mean when they write a name.
 * Nodes without a name are nobody's duplicates; an implied hub is one like others.
 *
 * Cost: O(n log n) in the nodes; O(length) a name.
 * Source: the normal form NFKD and case folding of Unicode, UAX #15 and #44.
 *
 * Returns: (transfer full) (element-type TrlDuplicates): in the order of the network
 */
GPtrArray *trl_duplicates_find (const TrlNetwork *network, gboolean abbreviations);

/**
 * trl_duplicates_key:
 * @ignored: flags of #TrlDuplicateKinds that do not count
 *
 * Returns: (transfer full): equal for names that differ by nothing else; vowel signs of
 *   scripts that have them are letters, not accents
 */
char *trl_duplicates_key (const char *name, guint ignored);

/**
 * trl_duplicates_show:
 *
 * Returns: (transfer full): the name with what nobody sees made visible: `⟨U+200B⟩`, and
 *   `␣` for spaces at its ends and for all but the first of several
 */
char *trl_duplicates_show (const char *name);

G_END_DECLS
