/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Scenes that the tests of the painters share. */

#include "draw/trl-draw.h"

#include <math.h>

#define WIDTH 240
#define HEIGHT 180

static const TrlColour sample_black = { 0, 0, 0, 1 };
static const TrlColour sample_white = { 1, 1, 1, 1 };

static const char *const sample_texts[] = {
  "Ärzte ohne Grenzen e.V.", "منظمة الصحة العالمية", "東京都健康財団",
  "Δίκτυο ‘quotes’",         "ארגון (Org) 12",       "Партнёрство",
};

/* Every kind of item, nothing symmetric. */
static inline void
sample_add_shapes (TrlScene *scene, gboolean hatch)
{
  static const TrlColour blue = { 0.2, 0.4, 0.8, 1 }, glass = { 0.9, 0.3, 0.1, 0.5 };
  const TrlItem          items[] = {
             { .kind = TRL_ITEM_SECTOR,
               .x = 60,
               .y = 120,
               .radius = 50,
               .cx = 30,
               .x2 = 0.3,
               .y2 = 1.9,
               .fill = glass,
               .stroke = sample_black,
               .width = 0.6,
               .hatch = hatch },
             { .kind = TRL_ITEM_DISC,
               .x = 100,
               .y = 70,
               .radius = 55,
               .stroke = blue,
               .width = 0.8,
               .dash = { 5, 3 } },
             { .kind = TRL_ITEM_LINE,
               .x = 13,
               .y = 20,
               .x2 = 200,
               .y2 = 140,
               .stroke = sample_black,
               .width = 6,
               .fill = sample_white,
               .inline_width = 2,
               .owner = { TRL_OWNER_EDGE, 1 } },
             { .kind = TRL_ITEM_LINE,
               .x = 20,
               .y = 150,
               .x2 = 210,
               .y2 = 30,
               .stroke = blue,
               .width = 1 },
             { .kind = TRL_ITEM_CURVE,
               .x = 20,
               .y = 30,
               .x2 = 180,
               .y2 = 60,
               .cx = 90,
               .cy = 160,
               .stroke = glass,
               .width = 3 },
             { .kind = TRL_ITEM_RECT,
               .x = 140,
               .y = 12,
               .x2 = 70,
               .y2 = 34,
               .radius = 8,
               .fill = glass,
               .stroke = sample_black,
               .width = 1.5,
               .hatch = hatch },
             { .kind = TRL_ITEM_DISC,
               .x = 40,
               .y = 50,
               .radius = 17,
               .fill = blue,
               .stroke = sample_black,
               .width = 1.5,
               .owner = { TRL_OWNER_NODE, 1 } },
             { .kind = TRL_ITEM_SHAPE,
               .shape = TRL_SHAPE_TRIANGLE,
               .x = 90,
               .y = 60,
               .radius = 15,
               .fill = glass,
               .stroke = sample_black,
               .width = 1,
               .angle = 0.4,
               .owner = { TRL_OWNER_NODE, 2 } },
             { .kind = TRL_ITEM_SHAPE,
               .shape = TRL_SHAPE_HEXAGON,
               .x = 150,
               .y = 100,
               .radius = 20,
               .stroke = sample_black,
               .width = 2,
               .hatch = hatch,
               .owner = { TRL_OWNER_NODE, 3 } },
             { .kind = TRL_ITEM_SECTOR,
               .x = 200,
               .y = 120,
               .radius = 20,
               .cx = 9,
               .x2 = -1,
               .y2 = 6,
               .fill = blue },
  };
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    trl_scene_add (scene, &items[i]);
}

static inline void
sample_add_texts (TrlScene *scene)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_texts); i++)
    {
      TrlTextSpec spec = {
        .string = sample_texts[i],
        .anchor_x = 0.5,
        .anchor_y = 0.5,
        .size = i ? 9 : 14,
        .width = i ? 0 : 80,
        .align = TRL_ALIGN_CENTRE,
        .bold = i == 1,
        .halo = i < 2 ? sample_white : (TrlColour){ 0 },
      };
      TrlOwner owner = { TRL_OWNER_NODE, i };
      trl_scene_add_text (scene, owner, 60 + 30 * i, 25 + 30 * i, &spec, sample_black);
      trl_scene_set_title (scene, owner, NULL, sample_texts[i]);
    }
}

static inline TrlScene *
sample_scene (gboolean hatch, gboolean texts)
{
  TrlScene *scene = trl_scene_new ();
  trl_scene_set_page (scene, sample_white, WIDTH, HEIGHT);
  sample_add_shapes (scene, hatch);
  if (texts)
    sample_add_texts (scene);
  trl_scene_freeze (scene);
  return scene;
}

static const TrlDrawInfo sample_info = {
  .title = "Partners – Ünïcode <1> & “2”",
  .description = "What ]]> the picture shows",
  .author = "Trellis user",
  .keywords = "network, partners",
  .language = "en",
};
