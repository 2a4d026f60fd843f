/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each panel is a scene as any, to which marks for what only other panels know are added;
 * one box holds them all, so that a place means the same in each. */
#include "config.h"

#include "scene/trl-panels-private.h"

#include "model/trl-rollup.h"

#include "scene/trl-colour-science.h"

#include <math.h>
#include <string.h>

#define MARGIN 2.0

void
trl_panels_look_init (TrlPanelsLook *look)
{
  *look = (TrlPanelsLook){ .names = TRL_PANEL_NAMES_NONE };
  trl_scene_options_init (&look->scene);
}

/* Numbers and names of rings need the room that names do; the title names the hub. */
static TrlSceneOptions
options_for (const TrlPanels *panels, guint k, const TrlPanelsLook *look)
{
  TrlSceneOptions options = look->scene;
  gboolean        roomy = look->names == TRL_PANEL_NAMES_ALL;

  options.labels = roomy;
  options.letters = FALSE;
  options.hub_name = FALSE;
  options.counts = roomy && options.counts;
  options.ring_names = roomy && options.ring_names;
  options.n_edges = panels->n_edges;
  options.spotlight = NULL;
  options.spotlight_type = look->spotlight_type;
  if (!options.texts)
    options.texts = panels->texts;
  if (look->spotlight && !look->spotlight_type)
    {
      guint row = trl_panels_find_row (panels, k, look->spotlight);

      options.spotlight =
        row == TRL_NO_ROW
          ? ""
          : trl_table_get_id (trl_network_get_nodes (panels->networks[k]), row);
    }
  return options;
}

static gboolean
is_faint (const TrlPanelsLook *look, const char *type)
{
  if (look->spotlight_type)
    return g_strcmp0 (look->spotlight_type, type) != 0;
  if (!look->spotlight)
    return FALSE;
  return !g_str_has_prefix (look->spotlight, "type:") ||
         g_strcmp0 (look->spotlight + strlen ("type:"), type) != 0;
}

static TrlColour
shade (const TrlPanelsLook *look, const char *type, TrlColour colour)
{
  if (!is_faint (look, type))
    return colour;
  return trl_colour_mix (colour, trl_theme_get_style (look->scene.theme)->background,
                         0.82);
}

static gboolean
is_shown (const TrlPanelsLook *look, const char *type)
{
  return trl_scene_options_shows_type (&look->scene, type);
}

/* Small pictures have small marks, but never none. */
static double
ghost_radius (const TrlPanelsLook *look)
{
  return TRL_GHOST_RADIUS * CLAMP (sqrt (look->scene.scale), 0.45, 1);
}

static void
add_ghosts (const TrlPanels     *panels,
            const TrlPanel      *panel,
            const TrlPanelsLook *look,
            TrlScene            *scene)
{
  TrlColour colour = trl_look_get_ghost (look->scene.theme);

  for (guint i = 0; look->scene.ghosts && i < panel->ghosts->len; i++)
    {
      TrlPanelGhost *ghost = &g_array_index (panel->ghosts, TrlPanelGhost, i);
      double         far = panels->far * look->scene.scale;

      ghost->x = panel->places->centre.x * look->scene.scale + far * cos (ghost->angle);
      ghost->y = panel->places->centre.y * look->scene.scale + far * sin (ghost->angle);
      if (is_shown (look, ghost->type))
        trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_DISC,
                                          .fill = shade (look, ghost->type, colour),
                                          .x = ghost->x,
                                          .y = ghost->y,
                                          .radius = ghost_radius (look) });
    }
}

/* The node that a letter belongs to, where the type has one alone. */
static TrlOwner
find_owner (const TrlPanel *panel, const char *type)
{
  g_autoptr (GArray) rows = trl_network_get_type_members (panel->network, type);

  if (rows->len != 1)
    return (TrlOwner){ TRL_OWNER_NONE, 0 };
  return (TrlOwner){ TRL_OWNER_NODE, g_array_index (rows, guint, 0) };
}

static gboolean
is_engaged (const TrlPanel *panel, TrlOwner owner)
{
  return owner.kind == TRL_OWNER_NODE &&
         trl_network_get_node_rank (panel->network, owner.row, NULL) != 0;
}

static void
add_letters (const TrlPanels     *panels,
             const TrlPanel      *panel,
             const TrlPanelsLook *look,
             TrlScene            *scene)
{
  const TrlThemeStyle *style = trl_theme_get_style (look->scene.theme);
  double               size = MAX (look->scene.least_text, look->scene.text_size);
  double               far = MAX (panel->places->rim * look->scene.scale,
                                  panels->far * look->scene.scale + 2 * ghost_radius (look)) +
               size * 0.55;
  TrlTextSpec spec = {
    .size = size, .align = TRL_ALIGN_CENTRE, .anchor_x = 0.5, .anchor_y = 0.5
  };

  for (guint i = 0; i < panels->types->len; i++)
    {
      const TrlPanelsType *type = &g_array_index (panels->types, TrlPanelsType, i);
      TrlOwner             owner = find_owner (panel, type->id);
      TrlColour            ink = is_engaged (panel, owner) ? style->ink : style->dim;

      if (isnan (type->angle) || !is_shown (look, type->id))
        continue;
      spec.string = type->letter;
      trl_scene_take_text (
        scene, owner,
        panel->places->centre.x * look->scene.scale + far * cos (type->angle),
        panel->places->centre.y * look->scene.scale + far * sin (type->angle),
        trl_text_cache_break (panels->texts, &spec), shade (look, type->id, ink));
    }
}

static gboolean
is_drawn (const TrlPanel *panel, const TrlPanelsLook *look)
{
  return !look->shown || look->shown[panel->index];
}

static void
draw_panel (TrlPanels *panels, guint k, const TrlPanelsLook *look)
{
  TrlPanel       *panel = &panels->panels[k];
  TrlSceneOptions options = options_for (panels, k, look);
  g_autoptr (TrlScene) picture = NULL;

  g_clear_pointer (&panel->scene, trl_scene_unref);
  panel->scene = trl_scene_new ();
  if (!is_drawn (panel, look))
    {
      trl_scene_freeze (panel->scene);
      return;
    }
  picture = trl_scene_build (panel->network, panel->places, &options);
  trl_scene_append (panel->scene, picture, 0, 0, 1);
  add_ghosts (panels, panel, look, panel->scene);
  if (look->names == TRL_PANEL_NAMES_LETTERS && panel->places->rim > 0)
    add_letters (panels, panel, look, panel->scene);
  trl_scene_freeze (panel->scene);
}

static void
grow (TrlRect *box, const TrlRect *by, gboolean first)
{
  double right = MAX (box->x + box->width, by->x + by->width);
  double bottom = MAX (box->y + box->height, by->y + by->height);

  if (first)
    {
      *box = *by;
      return;
    }
  box->x = MIN (box->x, by->x);
  box->y = MIN (box->y, by->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

/* A centre that means something stands in the middle. */
static void
centre_box (TrlRect *box, double x, double y)
{
  double half_width = MAX (x - box->x, box->x + box->width - x);
  double half_height = MAX (y - box->y, box->y + box->height - y);

  *box = (TrlRect){ x - half_width, y - half_height, 2 * half_width, 2 * half_height };
}

static void
find_box (TrlPanels *panels, double scale)
{
  gboolean               any = FALSE;
  const TrlLayoutResult *places = panels->n > 0 ? panels->panels[0].places : NULL;

  panels->box = (TrlRect){ -1, -1, 2, 2 };
  for (guint k = 0; k < panels->n; k++)
    {
      TrlRect bounds;

      if (!trl_scene_get_bounds (panels->panels[k].scene, &bounds))
        continue;
      grow (&panels->box, &bounds, !any);
      any = TRUE;
    }
  if (places && places->rim > 0)
    centre_box (&panels->box, places->centre.x * scale, places->centre.y * scale);
  panels->box.x -= MARGIN;
  panels->box.y -= MARGIN;
  panels->box.width += 2 * MARGIN;
  panels->box.height += 2 * MARGIN;
}

TrlLegend *
trl_panels_make_legend (const TrlPanels *panels, const TrlPanelsLook *look)
{
  TrlSceneOptions options = look->scene;
  g_autoptr (GPtrArray) networks = g_ptr_array_new ();
  guint      n_ghosts = 0;
  TrlLegend *legend;

  options.n_edges = panels->n_edges;
  for (guint k = 0; k < panels->n; k++)
    if (is_drawn (&panels->panels[k], look))
      {
        g_ptr_array_add (networks, panels->networks[k]);
        n_ghosts += panels->panels[k].ghosts->len;
      }
  if (networks->len == 0)
    return NULL;
  legend =
    trl_legend_new ((TrlNetwork *const *) networks->pdata, networks->len, &options);
  trl_legend_add_ghosts (legend, look->scene.ghosts ? n_ghosts : 0);
  return legend;
}

void
trl_panels_draw (TrlPanels *panels, const TrlPanelsLook *look)
{
  trl_text_cache_trim (panels->texts);
  for (guint k = 0; k < panels->n; k++)
    draw_panel (panels, k, look);
  find_box (panels, look->scene.scale);
  g_clear_pointer (&panels->legend, trl_legend_free);
  panels->legend = trl_panels_make_legend (panels, look);
}

void
trl_panels_append (
  const TrlPanels *panels, guint panel, TrlScene *scene, double x, double y, double scale)
{
  g_autofree char *prefix = g_strdup_printf ("%u-", panel + 1);

  g_return_if_fail (panel < panels->n);
  trl_scene_append_as (scene, panels->panels[panel].scene, x - panels->box.x * scale,
                       y - panels->box.y * scale, scale, prefix, panels->first[panel]);
}
