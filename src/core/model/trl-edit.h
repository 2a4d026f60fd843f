/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-network.h"
#include "model/trl-saved-figure.h"

G_BEGIN_DECLS

typedef enum
{
  TRL_EDIT_ADD,            /* record: a node or an edge */
  TRL_EDIT_REMOVE,         /* id; a node must have no edges left */
  TRL_EDIT_SET,            /* id, prop or field, value; kind says of what */
  TRL_EDIT_ADD_NETWORK,    /* record or object, position */
  TRL_EDIT_REMOVE_NETWORK, /* network */
  TRL_EDIT_PLACE_NETWORK,  /* network, position */
  TRL_EDIT_SET_VOCABULARY, /* vocabulary */
  TRL_EDIT_SET_FIGURES,    /* figures */
  TRL_N_EDITS
} TrlEditKind;

/**
 * TrlEdit:
 * @kind: what is done
 * @of: to what kind of thing
 * @network: id of the network, for nodes, edges and networks
 * @id: id of the node or edge
 * @prop: a property of @of, when @field is %NULL
 * @field: (nullable): id of a custom field, whose value is a text
 * @position: index among the networks; G_MAXUINT is last
 * @figures: (element-type TrlSavedFigure): the whole list
 *
 * One change.  Nothing in it belongs to it: trl_document_apply() copies what it keeps.
 */
typedef struct
{
  TrlEditKind       kind;
  TrlKind           of;
  const char       *network;
  const char       *id;
  guint             prop;
  const char       *field;
  TrlValue          value;
  const TrlRecord  *record;
  const TrlNetwork *object;
  guint             position;
  TrlVocabulary    *vocabulary;
  GPtrArray        *figures;
} TrlEdit;

G_END_DECLS
