/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-legend.h"

G_BEGIN_DECLS

typedef enum
{
  TRL_LEGEND_AUTO, /* where the figure has it */
  TRL_LEGEND_ABOVE,
  TRL_LEGEND_BELOW,
  TRL_LEGEND_BESIDE,
  TRL_LEGEND_HIDDEN
} TrlLegendPlace;

/**
 * TrlLegendPlan:
 * @columns: 0: by the room
 * @entries: (nullable): what a person changed about entries, see trl_legend_arrange()
 *
 * What a person wants of a legend.
 */
typedef struct
{
  TrlLegendPlace place;
  guint          columns;
  const char    *entries;
} TrlLegendPlan;

/**
 * TrlLegendChange:
 * @id: as of trl_legend_dup_id()
 * @label: (nullable): in place of the entry's own
 *
 * What a plan says of one entry.
 */
typedef struct
{
  char    *id;
  char    *label;
  gboolean hidden;
} TrlLegendChange;

/**
 * trl_legend_dup_id:
 *
 * Returns: (transfer full): what plans call an entry: the id of a level, `not-reported`,
 *   `planned`, `tie-deepened`, `family-…`, `sizes` …
 */
char *trl_legend_dup_id (const TrlLegend *legend, guint index);

/**
 * trl_legend_changes_parse:
 * @text: (nullable): `id`, `id=Label` or `-id`, separated by `;`; a backslash stands
 *   before `;` and before itself, and in an id before `=` and before a minus that begins
 * it
 *
 * Returns: (transfer full) (element-type TrlLegendChange): free with g_array_unref()
 */
GArray *trl_legend_changes_parse (const char *text);

/**
 * trl_legend_changes_to_text:
 *
 * Returns: (transfer full): what trl_legend_changes_parse() reads
 */
char *trl_legend_changes_to_text (const GArray *changes);

/**
 * trl_legend_arrange:
 * @entries: (nullable): what trl_legend_changes_parse() reads
 *
 * Entries that are named come first, in that order, with the labels given; those after a
 * minus are left out; all others follow as they were.  What is not there is passed over.
 */
void trl_legend_arrange (TrlLegend *legend, const char *entries);

G_END_DECLS
