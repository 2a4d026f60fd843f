/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlKind:
 *
 * The four things of a document that carry properties.
 */
typedef enum
{
  TRL_KIND_DOCUMENT,
  TRL_KIND_NETWORK,
  TRL_KIND_NODE,
  TRL_KIND_EDGE,
  TRL_N_KINDS
} TrlKind;

/**
 * TrlPropType:
 * @TRL_PROP_TEXT: free text
 * @TRL_PROP_TERM: the id of a vocabulary item or another short word that recurs; stored
 * once
 * @TRL_PROP_TERMS: several ids, separated by one space, in vocabulary order
 * @TRL_PROP_NUMBER: a finite number
 * @TRL_PROP_FLAG: set (the number 1) or unset
 */
typedef enum
{
  TRL_PROP_TEXT,
  TRL_PROP_TERM,
  TRL_PROP_TERMS,
  TRL_PROP_NUMBER,
  TRL_PROP_FLAG
} TrlPropType;

/* The area of a document that a change of a property touches; see TrlChange. */
typedef enum
{
  TRL_CHANGE_STRUCTURE = 1 << 0,
  TRL_CHANGE_VALUES = 1 << 1,
  TRL_CHANGE_POSITIONS = 1 << 2,
  TRL_CHANGE_LOOKS = 1 << 3,
  TRL_CHANGE_VOCABULARY = 1 << 4,
  TRL_CHANGE_FIGURES = 1 << 5 /* saved figures: nothing that is shown of the networks */
} TrlChange;

/**
 * TrlProp:
 * @key: the member's name in files, stable for ever
 * @label: what people read; translatable
 *
 * One property of one kind of thing.  The file, the panels and undo all walk these
 * tables.
 */
typedef struct
{
  const char *key;
  const char *label;
  TrlPropType type;
  TrlChange   change;
} TrlProp;

enum
{
  TRL_DOCUMENT_TITLE,
  TRL_DOCUMENT_DESCRIPTION,
  TRL_DOCUMENT_SOURCE, /* where the data come from; printed under figures */
  TRL_DOCUMENT_CAPTION,
  TRL_DOCUMENT_NOTE,
  TRL_DOCUMENT_LICENSE,
  TRL_DOCUMENT_LANGUAGE,
  TRL_DOCUMENT_LEVEL_RULE,   /* two answers a tie: mean (default), lower, higher, first */
  TRL_DOCUMENT_ROLL_UP_RULE, /* deepest (default) or median */
  TRL_N_DOCUMENT_PROPS
};

enum
{
  TRL_NETWORK_NAME, /* what the network is called in lists and titles */
  TRL_NETWORK_SITE,
  TRL_NETWORK_WAVE,
  TRL_NETWORK_PLACE,
  TRL_NETWORK_LATITUDE,  /* degrees north */
  TRL_NETWORK_LONGITUDE, /* degrees east */
  TRL_NETWORK_HUB,       /* id of the node that convenes; unset: no hub */
  TRL_NETWORK_RESPONSIBILITY,
  TRL_NETWORK_STAGE,
  TRL_NETWORK_ECOSYSTEM,    /* type of ecosystem */
  TRL_NETWORK_AXIS_DESIGN,  /* 0 designed … 1 emergent */
  TRL_NETWORK_AXIS_LEARNER, /* 0 curriculum-led … 1 learner-driven */
  TRL_NETWORK_NOTE,
  TRL_NETWORK_SOURCE,
  TRL_NETWORK_LAYOUT,         /* id of a row of layouts.def */
  TRL_NETWORK_LAYOUT_OPTIONS, /* what was chosen of layouts; see trl-layout-options.h */
  TRL_NETWORK_PLACED_BY,      /* id of the layout that found the places, behind another */
  TRL_NETWORK_SEED,           /* of the layout, 0 … 2^31 - 1 */
  TRL_NETWORK_ROLL_UP,        /* shown by type */
  TRL_NETWORK_COLOUR, /* nodes without a hub: deepest (default), median, neutral */
  TRL_N_NETWORK_PROPS
};

enum
{
  TRL_NODE_NAME,
  TRL_NODE_TYPE,    /* id of a partner type */
  TRL_NODE_ROLES,   /* ids of roles */
  TRL_NODE_COUNT,   /* organizations that the node stands for; unset: unknown, one or more
                     */
  TRL_NODE_IMPLIED, /* a hub that the data imply but do not list; not counted as a partner
                     */
  TRL_NODE_X,       /* points, unset: not placed yet */
  TRL_NODE_Y,       /* points, downward */
  TRL_NODE_PINNED,
  TRL_NODE_KEY, /* what its source calls it, where that is not the name */
  TRL_NODE_NOTE,
  TRL_NODE_SOURCE,
  TRL_N_NODE_PROPS
};

enum
{
  TRL_EDGE_SCALE,    /* id of a scale; unset: the first of the vocabulary */
  TRL_EDGE_LEVEL,    /* id of a level of the scale; unset: not reported */
  TRL_EDGE_BACK,     /* the level that the other end reports, where both were asked */
  TRL_EDGE_MISSING,  /* why there is no level: not-asked, dont-know; unset: not said */
  TRL_EDGE_PRESENCE, /* without a level: unset is present; absent, unknown */
  TRL_EDGE_INTENDED, /* id of the level that is meant */
  TRL_EDGE_KIND,     /* what the partners do together */
  TRL_EDGE_DIRECTED,
  TRL_EDGE_PLANNED, /* not real yet: drawn dashed, left out of measures */
  TRL_EDGE_SINCE,   /* RFC 3339 date, year or year-month */
  TRL_EDGE_UNTIL,
  TRL_EDGE_NOTE,
  TRL_EDGE_SOURCE,
  TRL_N_EDGE_PROPS
};

/**
 * trl_props:
 * @n: (out): how many there are
 *
 * The properties of a kind of thing, in file order; indexed by the enums above.
 */
const TrlProp *trl_props (TrlKind kind, guint *n);

/**
 * trl_props_find:
 *
 * Returns: the index of the property with @key, or -1
 */
int trl_props_find (TrlKind kind, const char *key);

G_END_DECLS
