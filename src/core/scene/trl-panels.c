/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Networks are brought to one grain, one layout and one order before any is drawn. */
#include "config.h"

#include "scene/trl-panels-private.h"

#include "layout/trl-layout-options.h"
#include "model/trl-rollup.h"

#include <math.h>

/* A smaller circle than that of a single picture, where there is one: discs must still be
 * seen when all is made small. */
#define SMALL_RADIUS "120"

static void
clear_type (gpointer data)
{
  g_free (((TrlPanelsType *) data)->letter);
}

static gboolean
is_of_organizations (const TrlNetwork *network)
{
  return trl_network_count_partners (network) > 0 &&
         !trl_network_is_grained_by_type (network);
}

/* Only what is of one grain can be compared. */
static gboolean
wants_types (const TrlPanelsRequest *request)
{
  guint n = 0, asked = 0, empty = 0;

  for (guint k = 0; k < request->n; k++)
    {
      n += is_of_organizations (request->networks[k]);
      empty += trl_network_count_partners (request->networks[k]) == 0;
      asked += trl_network_get_flag (request->networks[k], TRL_NETWORK_ROLL_UP);
    }
  return request->roll_up || asked > 0 || (n > 0 && n + empty < request->n);
}

static void
take_networks (TrlPanels *panels, const TrlPanelsRequest *request)
{
  gboolean          by_type = wants_types (request);
  g_autofree guint *order =
    trl_panels_find_order (request->networks, request->n, request->order);

  for (guint k = 0; k < panels->n; k++)
    {
      TrlPanel   *panel = &panels->panels[k];
      TrlNetwork *source = request->networks[order[k]];

      panel->index = order[k];
      panel->source = trl_network_ref (source);
      panel->network = by_type && is_of_organizations (source)
                         ? trl_network_roll_up (source)
                         : trl_network_ref (source);
      panel->title = g_strdup (trl_network_get_name (source));
      panel->subtitle = trl_panels_make_subtitle (panel->network);
      panel->ghosts = g_array_new (FALSE, TRUE, sizeof (TrlPanelGhost));
      panels->networks[k] = panel->network;
    }
}

static void
count_rows (TrlPanels *panels)
{
  for (guint k = 0; k < panels->n; k++)
    {
      const TrlTable *nodes = trl_network_get_nodes (panels->networks[k]);
      const TrlTable *edges = trl_network_get_edges (panels->networks[k]);

      panels->first[k + 1] = panels->first[k] + MAX (trl_table_get_capacity (nodes),
                                                     trl_table_get_capacity (edges));
      panels->n_edges = MAX (panels->n_edges, trl_table_get_size (edges));
    }
}

static gboolean
place_all (TrlPanels    *panels,
           const char   *layout,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (TrlOptions) options = NULL;

  panels->layout = trl_layout_find (layout);
  if (!panels->layout)
    panels->layout =
      trl_layout_find (trl_layout_default_together (panels->networks, panels->n));
  options = trl_layout_options_new (panels->layout, panels->networks[0]);
  trl_options_set (options, "radius", SMALL_RADIUS, NULL);
  places = trl_layout_together (panels->networks, panels->n, panels->partners,
                                panels->layout->id, options, cancellable, error);
  if (!places)
    return FALSE;
  for (guint k = 0; k < panels->n; k++)
    panels->panels[k].places = g_steal_pointer (&places->pdata[k]);
  return TRUE;
}

/* On the ring of those that do not interact; without rings where the nearest partner of
 * the circle is. */
static double
find_ghost_distance (const TrlPanels *panels)
{
  const TrlLayoutResult *first = panels->panels[0].places;
  double                 far = G_MAXDOUBLE;

  if (first->n_rings > 0)
    return first->ring_radius[first->n_rings - 1];
  for (guint k = 0; k < panels->n; k++)
    {
      const TrlLayoutResult *places = panels->panels[k].places;

      for (guint i = 0; i < places->n; i++)
        if (!isnan (places->angle[i]) &&
            hypot (places->points[i].x, places->points[i].y) > 1)
          far = fmin (far, hypot (places->points[i].x, places->points[i].y));
    }
  return far < G_MAXDOUBLE ? far : 0;
}

static gboolean
knows_type (const TrlNetwork *network, const char *type)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE), type) == 0)
      return TRUE;
  return FALSE;
}

static void
find_ghosts (TrlPanels *panels)
{
  panels->far = find_ghost_distance (panels);
  for (guint k = 0; k < panels->n; k++)
    for (guint t = 0; t < panels->types->len; t++)
      {
        const TrlPanelsType *type = &g_array_index (panels->types, TrlPanelsType, t);
        TrlPanelGhost        ghost = { type->id, type->angle };

        if (!isnan (type->angle) && !knows_type (panels->networks[k], type->id))
          g_array_append_val (panels->panels[k].ghosts, ghost);
      }
}

TrlPanels *
trl_panels_new (const TrlPanelsRequest *request,
                const TrlPanelsLook    *look,
                GCancellable           *cancellable,
                GError                **error)
{
  g_autoptr (TrlPanels) panels = g_new0 (TrlPanels, 1);
  TrlPanelsLook fallback;

  g_return_val_if_fail (request->n > 0, NULL);
  panels->n = request->n;
  panels->panels = g_new0 (TrlPanel, panels->n);
  panels->networks = g_new0 (TrlNetwork *, panels->n);
  panels->first = g_new0 (guint, panels->n + 1);
  panels->types = g_array_new (FALSE, TRUE, sizeof (TrlPanelsType));
  g_array_set_clear_func (panels->types, clear_type);
  panels->texts = trl_text_cache_new ();
  take_networks (panels, request);
  count_rows (panels);
  panels->partners = trl_union_new (panels->networks, panels->n);
  if (!place_all (panels, request->layout, cancellable, error))
    return NULL;
  trl_panels_find_types (panels);
  find_ghosts (panels);
  trl_panels_look_init (&fallback);
  trl_panels_draw (panels, look ? look : &fallback);
  return g_steal_pointer (&panels);
}

void
trl_panels_free (TrlPanels *panels)
{
  if (!panels)
    return;
  for (guint k = 0; k < panels->n; k++)
    {
      TrlPanel *panel = &panels->panels[k];

      trl_network_unref (panel->source);
      trl_network_unref (panel->network);
      trl_layout_result_free (panel->places);
      g_free (panel->title);
      g_free (panel->subtitle);
      trl_scene_unref (panel->scene);
      g_array_unref (panel->ghosts);
    }
  g_free (panels->panels);
  g_free (panels->networks);
  g_free (panels->first);
  trl_union_free (panels->partners);
  g_array_unref (panels->types);
  g_clear_pointer (&panels->legend, trl_legend_free);
  trl_text_cache_free (panels->texts);
  g_free (panels);
}

guint
trl_panels_get_n (const TrlPanels *panels)
{
  return panels->n;
}

const TrlPanel *
trl_panels_get_panel (const TrlPanels *panels, guint index)
{
  g_return_val_if_fail (index < panels->n, NULL);
  return &panels->panels[index];
}

void
trl_panels_get_box (const TrlPanels *panels, TrlRect *box)
{
  *box = panels->box;
}

TrlLegend *
trl_panels_get_legend (const TrlPanels *panels)
{
  return panels->legend;
}

const TrlLayout *
trl_panels_get_layout (const TrlPanels *panels)
{
  return panels->layout;
}

const char *
trl_panels_get_key (const TrlPanels *panels, guint panel, guint row)
{
  guint partner = trl_union_find (panels->partners, panel, row);

  return partner == TRL_NO_ROW ? NULL : trl_union_get_key (panels->partners, partner);
}

guint
trl_panels_find_row (const TrlPanels *panels, guint panel, const char *key)
{
  guint partner = trl_union_find_key (panels->partners, key);

  return partner == TRL_NO_ROW ? TRL_NO_ROW
                               : trl_union_get_row (panels->partners, panel, partner);
}

char *
trl_panels_to_text (const TrlPanels *panels)
{
  GString *out = g_string_new (NULL);

  for (guint k = 0; k < panels->n; k++)
    {
      const TrlPanel  *panel = &panels->panels[k];
      g_autofree char *scene = trl_scene_to_text (panel->scene);

      g_string_append_printf (out, "panel %u: %s\n%s\n", k, panel->title,
                              panel->subtitle);
      for (guint i = 0; i < panel->ghosts->len; i++)
        {
          const TrlPanelGhost *ghost = &g_array_index (panel->ghosts, TrlPanelGhost, i);

          g_string_append_printf (out, "ghost %s", ghost->type);
          for (guint n = 0; n < 2; n++)
            {
              char number[G_ASCII_DTOSTR_BUF_SIZE];

              g_ascii_formatd (number, sizeof number, "%.2f", n ? ghost->y : ghost->x);
              g_string_append_printf (out, " %s", number);
            }
          g_string_append_c (out, '\n');
        }
      g_string_append (out, scene);
    }
  return g_string_free (out, FALSE);
}
