/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-look.h"

G_BEGIN_DECLS

typedef enum
{
  TRL_LEGEND_LEVEL,        /* scale, rank, count of ties */
  TRL_LEGEND_NONE,         /* rank 0 of scale */
  TRL_LEGEND_NOT_REPORTED, /* rank -1 */
  TRL_LEGEND_GHOST,        /* count of types of which nothing is known */
  TRL_LEGEND_PLANNED,      /* count of planned ties */
  TRL_LEGEND_INTENDED,     /* what the mark of an intended level means */
  TRL_LEGEND_DIRECTED,
  TRL_LEGEND_CHANGED_TIE,     /* change, count of ties */
  TRL_LEGEND_CHANGED_PARTNER, /* change, count of nodes */
  TRL_LEGEND_FAMILY,          /* shape, count of nodes */
  TRL_LEGEND_SIZE,            /* sizes */
  TRL_LEGEND_BOX,             /* box: of a chart, which has no counts */
  TRL_N_LEGEND_KINDS
} TrlLegendKind;

/**
 * TrlLegendBox:
 * @stroke: a = 0: none
 * @hatch: diagonal lines in the colour of the stroke
 * @dash: whether the outline is dashed
 *
 * How a thing of a chart is filled.
 */
typedef struct
{
  TrlColour fill;
  TrlColour stroke;
  gboolean  hatch;
  gboolean  dash;
} TrlLegendBox;

/**
 * TrlLegendEntry:
 * @scale: (nullable): of levels
 * @rank: of levels: -1 not reported
 * @label: what it means
 * @count: how many there are; real ties for levels, partners for families
 * @change: of marks of change
 * @types: (nullable): ids of the types of a family, separated by newlines
 * @sizes: of a size key: the counts whose discs are shown, 0: none
 * @id: (nullable): of boxes, what they are called in plans
 * @box: of boxes
 *
 * One line of a legend.  Its index is the row of its items' owner.
 */
typedef struct
{
  TrlLegendKind   kind;
  const TrlScale *scale;
  int             rank;
  char           *label;
  guint           count;
  TrlShape        shape;
  TrlTieChange    change;
  char           *types;
  guint           sizes[3];
  char           *id;
  TrlLegendBox    box;
} TrlLegendEntry;

/**
 * TrlLegend:
 *
 * What the marks of one or several networks mean, made from the same look as the
 * pictures, with counts: levels in use from deep to shallow, then *none* and *not
 * reported*, then what else is drawn.
 */
typedef struct TrlLegend TrlLegend;

/**
 * trl_legend_new:
 * @networks: (array length=n): of one vocabulary
 *
 * Cost: O(nodes + edges).
 */
TrlLegend *
trl_legend_new (TrlNetwork *const *networks, guint n, const TrlSceneOptions *options);
void trl_legend_free (TrlLegend *legend);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlLegend, trl_legend_free)

/**
 * trl_legend_copy:
 * @scale: of the picture that the copy stands beside
 *
 * Says the same without counting again.
 *
 * Returns: (transfer full)
 */
TrlLegend *trl_legend_copy (const TrlLegend *legend, double scale);

/**
 * trl_legend_new_for_chart:
 *
 * A legend without entries; a chart adds its own.
 */
TrlLegend *trl_legend_new_for_chart (TrlTheme theme);

/**
 * trl_legend_add_box:
 * @id: what plans call it
 *
 * Adds an entry at the end.
 */
void trl_legend_add_box (TrlLegend          *legend,
                         const char         *id,
                         const char         *label,
                         const TrlLegendBox *box);

/**
 * trl_legend_add_ghosts:
 * @count: how often a partner type is marked of which nothing is known; 0: never
 *
 * Only whoever draws several networks knows what is missing in one of them.
 */
void trl_legend_add_ghosts (TrlLegend *legend, guint count);

/**
 * trl_legend_set_zoom:
 * @zoom: of the pictures, after they were made
 *
 * The key of sizes follows; all else keeps its size.
 */
void trl_legend_set_zoom (TrlLegend *legend, double zoom);

guint                 trl_legend_get_n_entries (const TrlLegend *legend);
const TrlLegendEntry *trl_legend_get_entry (const TrlLegend *legend, guint index);

/**
 * trl_legend_count:
 *
 * Returns: how many of @kind there are, over all entries
 */
guint trl_legend_count (const TrlLegend *legend, TrlLegendKind kind);

/**
 * trl_legend_get_width:
 *
 * Returns: the width of the widest entry, points: that of a legend in one column
 */
double trl_legend_get_width (const TrlLegend *legend, double text_size);

/**
 * trl_legend_add_to_scene:
 * @x, @y: top left, points
 * @width: entries flow into lines of this width
 * @columns: 0: as many to a line as there is room for; 1: one below the other; else in
 *   columns of equal width, as many of them as have room
 * @text_size: points
 *
 * Returns: the height that was used, points
 */
double trl_legend_add_to_scene (const TrlLegend *legend,
                                TrlScene        *scene,
                                double           x,
                                double           y,
                                double           width,
                                guint            columns,
                                double           text_size);

G_END_DECLS
