/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"
#include "model/trl-network.h"
#include "scene/trl-scene-options.h"

G_BEGIN_DECLS

/**
 * TrellisPictureInput:
 *
 * All that a picture is made of, owned, so that a thread may make it.
 */
typedef struct
{
  TrlNetwork      *network;
  TrlLayoutResult *places;
  TrlSceneOptions  options;
  TrlLevelSet     *hidden_levels;
  char            *spotlight;
} TrellisPictureInput;

/**
 * trellis_picture_input_new:
 * @network: (transfer full): that nobody changes
 * @options: what it borrows is copied
 */
TrellisPictureInput *trellis_picture_input_new (TrlNetwork            *network,
                                                const TrlLayoutResult *places,
                                                const TrlSceneOptions *options);
void                 trellis_picture_input_free (TrellisPictureInput *input);

G_END_DECLS
