/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of properties: what a document, a network, a node and an edge can hold. */

#include "config.h"

#include "model/trl-props.h"

#include <glib/gi18n-lib.h>

#define TEXT(key, label)                                                                 \
  {                                                                                      \
    key, label, TRL_PROP_TEXT, TRL_CHANGE_VALUES                                         \
  }
#define TERM(key, label)                                                                 \
  {                                                                                      \
    key, label, TRL_PROP_TERM, TRL_CHANGE_VALUES                                         \
  }
#define NUMBER(key, label)                                                               \
  {                                                                                      \
    key, label, TRL_PROP_NUMBER, TRL_CHANGE_VALUES                                       \
  }
#define FLAG(key, label)                                                                 \
  {                                                                                      \
    key, label, TRL_PROP_FLAG, TRL_CHANGE_VALUES                                         \
  }

static const TrlProp document_props[TRL_N_DOCUMENT_PROPS] = {
  [TRL_DOCUMENT_TITLE] = TEXT ("title", N_ ("Title")),
  [TRL_DOCUMENT_DESCRIPTION] = TEXT ("description", N_ ("Description")),
  [TRL_DOCUMENT_SOURCE] = TEXT ("source", N_ ("Source")),
  [TRL_DOCUMENT_CAPTION] = TEXT ("caption", N_ ("Caption")),
  [TRL_DOCUMENT_NOTE] = TEXT ("note", N_ ("Note")),
  [TRL_DOCUMENT_LICENSE] = TEXT ("license", N_ ("Licence")),
  [TRL_DOCUMENT_LANGUAGE] = TERM ("language", N_ ("Language")),
  [TRL_DOCUMENT_LEVEL_RULE] =
    TERM ("levelRule", N_ ("Level where both partners answered")),
  [TRL_DOCUMENT_ROLL_UP_RULE] = TERM ("rollUpRule", N_ ("Level of a partner type")),
};

static const TrlProp network_props[TRL_N_NETWORK_PROPS] = {
  [TRL_NETWORK_NAME] = TEXT ("name", N_ ("Name")),
  [TRL_NETWORK_SITE] = TEXT ("site", N_ ("Site")),
  [TRL_NETWORK_WAVE] = TEXT ("wave", N_ ("Wave")),
  [TRL_NETWORK_PLACE] = TEXT ("place", N_ ("Place")),
  [TRL_NETWORK_LATITUDE] = NUMBER ("latitude", N_ ("Latitude")),
  [TRL_NETWORK_LONGITUDE] = NUMBER ("longitude", N_ ("Longitude")),
  [TRL_NETWORK_HUB] = TERM ("hub", N_ ("Hub")),
  [TRL_NETWORK_RESPONSIBILITY] = TERM ("responsibility", N_ ("Shared responsibility")),
  [TRL_NETWORK_STAGE] = TERM ("stage", N_ ("Stage")),
  [TRL_NETWORK_ECOSYSTEM] = TERM ("ecosystem", N_ ("Type of ecosystem")),
  [TRL_NETWORK_AXIS_DESIGN] = NUMBER ("designedEmergent", N_ ("Designed or emergent")),
  [TRL_NETWORK_AXIS_LEARNER] =
    NUMBER ("curriculumLearner", N_ ("Curriculum-led or learner-driven")),
  [TRL_NETWORK_NOTE] = TEXT ("note", N_ ("Note")),
  [TRL_NETWORK_SOURCE] = TEXT ("source", N_ ("Source")),
  [TRL_NETWORK_LAYOUT] = { "layout", N_ ("Layout"), TRL_PROP_TERM, TRL_CHANGE_LOOKS },
  [TRL_NETWORK_LAYOUT_OPTIONS] = { "layoutOptions", N_ ("Layout options"), TRL_PROP_TEXT,
                                   TRL_CHANGE_LOOKS },
  [TRL_NETWORK_PLACED_BY] = { "placedBy", N_ ("Layout of the places"), TRL_PROP_TERM,
                              TRL_CHANGE_LOOKS },
  [TRL_NETWORK_SEED] = { "seed", N_ ("Layout seed"), TRL_PROP_NUMBER, TRL_CHANGE_LOOKS },
  [TRL_NETWORK_ROLL_UP] = { "rollUp", N_ ("Shown by type"), TRL_PROP_FLAG,
                            TRL_CHANGE_LOOKS },
  [TRL_NETWORK_COLOUR] = { "colour", N_ ("Colour of partners"), TRL_PROP_TERM,
                           TRL_CHANGE_LOOKS },
};

static const TrlProp node_props[TRL_N_NODE_PROPS] = {
  [TRL_NODE_NAME] = TEXT ("name", N_ ("Name")),
  [TRL_NODE_TYPE] = TERM ("type", N_ ("Partner type")),
  [TRL_NODE_ROLES] = { "roles", N_ ("Roles"), TRL_PROP_TERMS, TRL_CHANGE_VALUES },
  [TRL_NODE_COUNT] = NUMBER ("count", N_ ("Number of partners")),
  [TRL_NODE_IMPLIED] = FLAG ("implied", N_ ("Implied")),
  [TRL_NODE_X] = { "x", N_ ("Across"), TRL_PROP_NUMBER, TRL_CHANGE_POSITIONS },
  [TRL_NODE_Y] = { "y", N_ ("Down"), TRL_PROP_NUMBER, TRL_CHANGE_POSITIONS },
  [TRL_NODE_PINNED] = { "pinned", N_ ("Pinned"), TRL_PROP_FLAG, TRL_CHANGE_POSITIONS },
  [TRL_NODE_KEY] = TEXT ("key", N_ ("Id in the source")),
  [TRL_NODE_NOTE] = TEXT ("note", N_ ("Note")),
  [TRL_NODE_SOURCE] = TEXT ("source", N_ ("Source")),
};

static const TrlProp edge_props[TRL_N_EDGE_PROPS] = {
  [TRL_EDGE_SCALE] = TERM ("scale", N_ ("Scale")),
  [TRL_EDGE_LEVEL] = TERM ("level", N_ ("Level")),
  [TRL_EDGE_BACK] = TERM ("back", N_ ("Level reported by the other partner")),
  [TRL_EDGE_MISSING] = TERM ("missing", N_ ("Why not reported")),
  [TRL_EDGE_PRESENCE] = TERM ("presence", N_ ("Presence")),
  [TRL_EDGE_INTENDED] = TERM ("intended", N_ ("Intended level")),
  [TRL_EDGE_KIND] = TERM ("kind", N_ ("Kind of partnership")),
  [TRL_EDGE_DIRECTED] = FLAG ("directed", N_ ("Directed")),
  [TRL_EDGE_PLANNED] = FLAG ("planned", N_ ("Planned")),
  [TRL_EDGE_SINCE] = TERM ("since", N_ ("Since")),
  [TRL_EDGE_UNTIL] = TERM ("until", N_ ("Until")),
  [TRL_EDGE_NOTE] = TEXT ("note", N_ ("Note")),
  [TRL_EDGE_SOURCE] = TEXT ("source", N_ ("Source")),
};

static const struct
{
  const TrlProp *props;
  guint          n;
} kinds[TRL_N_KINDS] = {
  [TRL_KIND_DOCUMENT] = { document_props, TRL_N_DOCUMENT_PROPS },
  [TRL_KIND_NETWORK] = { network_props, TRL_N_NETWORK_PROPS },
  [TRL_KIND_NODE] = { node_props, TRL_N_NODE_PROPS },
  [TRL_KIND_EDGE] = { edge_props, TRL_N_EDGE_PROPS },
};

const TrlProp *
trl_props (TrlKind kind, guint *n)
{
  g_return_val_if_fail (kind < TRL_N_KINDS, NULL);

  if (n)
    *n = kinds[kind].n;
  return kinds[kind].props;
}

int
trl_props_find (TrlKind kind, const char *key)
{
  guint          n;
  const TrlProp *props = trl_props (kind, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (props[i].key, key))
      return (int) i;
  return -1;
}
