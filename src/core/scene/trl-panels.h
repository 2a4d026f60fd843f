/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout-together.h"
#include "scene/trl-legend.h"
#include "scene/trl-scene-build.h"

G_BEGIN_DECLS

typedef enum
{
  TRL_PANELS_BY_DOCUMENT, /* as they were given */
  TRL_PANELS_BY_NAME,     /* numbers in names as numbers */
  TRL_PANELS_BY_DIVERSITY,
  TRL_PANELS_BY_DEPTH,
  TRL_PANELS_BY_RESPONSIBILITY,
  TRL_N_PANELS_ORDERS
} TrlPanelsOrder;

typedef enum
{
  TRL_PANEL_NAMES_NONE,
  TRL_PANEL_NAMES_LETTERS, /* of the types, about the rim; none where there is no rim */
  TRL_PANEL_NAMES_ALL
} TrlPanelNames;

/**
 * TrlPanelsRequest:
 * @networks: (array length=n): of one vocabulary
 * @layout: (nullable): id of a layout for all; %NULL: what suits all
 * @roll_up: partner types in place of organizations; where only some of the networks are
 *   of types, the others are rolled up in any case
 * @order: of the panels
 *
 * What is compared.
 */
typedef struct
{
  TrlNetwork *const *networks;
  guint              n;
  const char        *layout;
  gboolean           roll_up;
  TrlPanelsOrder     order;
} TrlPanelsRequest;

/**
 * TrlPanelsLook:
 * @scene: as for a single picture; @scene.scale is that of all panels, and the spotlight
 *   of @scene is not read
 * @names: in place of @scene.labels and @scene.letters
 * @shown: (nullable) (array): of each network, in the order in which they were given,
 *   whether it is drawn and in the legend; the others only have a part in the places, and
 *   their scenes are empty.  %NULL: all are
 * @spotlight: (nullable): key of a partner, of trl_panels_get_key(): in all panels all
 *   but it and its ties are faint
 * @spotlight_type: (nullable): id of a partner type: the same for all partners of it
 */
typedef struct
{
  TrlSceneOptions scene;
  TrlPanelNames   names;
  const gboolean *shown;
  const char     *spotlight;
  const char     *spotlight_type;
} TrlPanelsLook;

/**
 * trl_panels_look_init:
 *
 * The light theme at 100 %, no names, ghosts shown.
 */
void trl_panels_look_init (TrlPanelsLook *look);

/**
 * TrlPanelGhost:
 * @type: id of a partner type
 * @angle: its direction in all panels, radians from the right, clockwise
 * @x, @y: of its mark in the scene, points
 *
 * A type of which this network says nothing while another one does.  *No interaction* is
 * no ghost of this kind: it is known, and a partner of the network.
 */
typedef struct
{
  const char *type;
  double      angle;
  double      x, y;
} TrlPanelGhost;

/**
 * TrlPanel:
 * @source: as it was given
 * @network: as it is drawn: the same, or rolled up by type
 * @places: of the nodes of @network
 * @title: name of the network
 * @subtitle: breadth and depth, with what they are out of
 * @scene: frozen, without a page; rows of owners are those of @network
 * @ghosts: (element-type TrlPanelGhost)
 * @index: place among the networks that were given
 */
typedef struct
{
  TrlNetwork      *source;
  TrlNetwork      *network;
  TrlLayoutResult *places;
  char            *title;
  char            *subtitle;
  TrlScene        *scene;
  GArray          *ghosts;
  guint            index;
} TrlPanel;

/**
 * TrlPanels:
 *
 * Several networks beside each other: one layout, one scale, one box, one legend.
 */
typedef struct TrlPanels TrlPanels;

/**
 * trl_panels_new:
 * @look: (nullable): %NULL: that of trl_panels_look_init()
 *
 * Places and draws all networks.
 * Cost: that of trl_layout_together() and of a scene for each.
 * Errors: G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): holds the networks; good until one of them changes
 */
TrlPanels *trl_panels_new (const TrlPanelsRequest *request,
                           const TrlPanelsLook    *look,
                           GCancellable           *cancellable,
                           GError                **error);
void       trl_panels_free (TrlPanels *panels);

/**
 * trl_panels_draw:
 *
 * Draws all scenes again, with another look and the same places.  Scenes that were
 * borrowed are gone unless they were referenced.
 */
void trl_panels_draw (TrlPanels *panels, const TrlPanelsLook *look);

/**
 * trl_panels_get_n:
 *
 * Returns: how many panels there are: as many as networks were given
 */
guint trl_panels_get_n (const TrlPanels *panels);

/**
 * trl_panels_get_panel:
 *
 * Returns: (transfer none): in the order that was asked for
 */
const TrlPanel *trl_panels_get_panel (const TrlPanels *panels, guint index);

/**
 * trl_panels_get_box:
 * @box: (out): that holds every scene, in the scenes' points; the same place of it is the
 *   same place of the layout in all panels
 */
void trl_panels_get_box (const TrlPanels *panels, TrlRect *box);

/**
 * trl_panels_get_legend:
 *
 * Returns: (transfer none) (nullable): of all panels together
 */
TrlLegend *trl_panels_get_legend (const TrlPanels *panels);

/**
 * trl_panels_make_legend:
 * @look: that the panels were drawn with, at another scale where the scenes are put in
 *   place at another
 *
 * Returns: (transfer full) (nullable): of all panels together
 */
TrlLegend *trl_panels_make_legend (const TrlPanels *panels, const TrlPanelsLook *look);

/**
 * trl_panels_get_layout:
 *
 * Returns: (transfer none): the layout that all panels have
 */
const TrlLayout *trl_panels_get_layout (const TrlPanels *panels);

/**
 * trl_panels_get_key:
 * @row: of the nodes of the panel's network
 *
 * Returns: (transfer none) (nullable): what that partner is called in all panels
 */
const char *trl_panels_get_key (const TrlPanels *panels, guint panel, guint row);

/**
 * trl_panels_find_row:
 *
 * Returns: the row of a partner in the nodes of the panel's network, or %TRL_NO_ROW
 */
guint trl_panels_find_row (const TrlPanels *panels, guint panel, const char *key);

/**
 * TrlPanelsType:
 * @id: of the partner type; borrowed from the vocabulary, as @name is
 * @letter: one character that no other type of the panels has
 * @angle: its direction in all panels, radians from the right, clockwise; NAN: the layout
 *   gives none
 *
 * A partner type that at least one of the networks knows something about.
 */
typedef struct
{
  const char *id;
  const char *name;
  char       *letter;
  double      angle;
} TrlPanelsType;

/**
 * trl_panels_get_types:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): in vocabulary order
 */
const TrlPanelsType *trl_panels_get_types (const TrlPanels *panels, guint *n);

/**
 * trl_panels_find_type:
 *
 * Returns: (transfer none) (nullable): the type with that id
 */
const TrlPanelsType *trl_panels_find_type (const TrlPanels *panels, const char *id);

/**
 * trl_panels_append:
 * @x, @y: where the top left of the box comes to stand, points
 * @scale: of everything in it
 *
 * Puts a panel into another scene.  Owners get rows and ids of their own, so that those
 * of several panels do not meet.
 */
void trl_panels_append (const TrlPanels *panels,
                        guint            panel,
                        TrlScene        *scene,
                        double           x,
                        double           y,
                        double           scale);

/**
 * trl_panels_to_text:
 *
 * Titles, ghosts and scenes, for golden tests and for debugging.
 *
 * Returns: (transfer full)
 */
char *trl_panels_to_text (const TrlPanels *panels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlPanels, trl_panels_free)

G_END_DECLS
