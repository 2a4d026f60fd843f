/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A network is meant by its id first: names may be the same. */
#include "config.h"

#include "figure/trl-figure-networks.h"

#include "model/trl-next-wave.h"

#include <glib/gi18n-lib.h>

static TrlNetwork *
find_network (TrlDocument *document, const char *name, GError **error)
{
  guint n = trl_document_get_n_networks (document);

  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; i < n; i++)
      {
        TrlNetwork *network = trl_document_get_network (document, i);

        if (g_str_equal (turn == 0 ? trl_network_get_id (network)
                                   : trl_network_get_name (network),
                         name))
          return network;
      }
  g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN,
               _ ("There is no network “%s”"), name);
  return NULL;
}

static gboolean
is_of_wave (const TrlFigureRequest *request, guint index)
{
  return g_strcmp0 (
           trl_network_get_text (trl_document_get_network (request->document, index),
                                 TRL_NETWORK_WAVE),
           request->wave) == 0;
}

/* Only a wave that no network is of leaves none. */
static GPtrArray *
check_wave (const TrlFigureRequest *request, GPtrArray *networks, GError **error)
{
  if (networks->len > 0)
    return networks;
  g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN,
               _ ("No network is of the wave “%s”"), request->wave);
  g_ptr_array_unref (networks);
  return NULL;
}

GPtrArray *
trl_figure_find_networks (const TrlFigureRequest *request, GError **error)
{
  g_autoptr (GPtrArray) networks = g_ptr_array_new ();

  if (!request->networks || !request->networks[0])
    for (guint i = 0; i < trl_document_get_n_networks (request->document); i++)
      {
        if (!request->wave || is_of_wave (request, i))
          g_ptr_array_add (networks, trl_document_get_network (request->document, i));
      }
  else
    for (guint i = 0; request->networks[i]; i++)
      {
        TrlNetwork *network =
          find_network (request->document, request->networks[i], error);

        if (!network)
          return NULL;
        if (!g_ptr_array_find (networks, network, NULL))
          g_ptr_array_add (networks, network);
      }
  return check_wave (request, g_steal_pointer (&networks), error);
}

TrlNetwork *
trl_figure_find_network (const TrlFigureRequest *request, GError **error)
{
  return request->network ? find_network (request->document, request->network, error)
                          : trl_document_get_network (request->document, 0);
}

/* Networks that have no name and say no site are not one site. */
static gboolean
has_later_wave (TrlDocument *document, guint index)
{
  const char *site = trl_network_get_site (trl_document_get_network (document, index));

  for (guint i = index + 1; *site && i < trl_document_get_n_networks (document); i++)
    if (g_str_equal (trl_network_get_site (trl_document_get_network (document, i)), site))
      return TRUE;
  return FALSE;
}

GPtrArray *
trl_figure_find_sites (const TrlFigureRequest *request, GError **error)
{
  g_autoptr (GPtrArray) sites = g_ptr_array_new ();

  if (request->networks && request->networks[0])
    return trl_figure_find_networks (request, error);
  for (guint i = 0; i < trl_document_get_n_networks (request->document); i++)
    if (request->wave ? is_of_wave (request, i) : !has_later_wave (request->document, i))
      g_ptr_array_add (sites, trl_document_get_network (request->document, i));
  return check_wave (request, g_steal_pointer (&sites), error);
}

GPtrArray *
trl_figure_find_shown (const TrlFigureRequest *request)
{
  const TrlFigure *figure =
    trl_figure_find (request->figure ? request->figure : "network");
  GPtrArray  *shown = NULL;
  TrlNetwork *network;

  if (figure && figure->many)
    shown = figure->every_wave ? trl_figure_find_networks (request, NULL)
                               : trl_figure_find_sites (request, NULL);
  if (shown)
    return shown;
  shown = g_ptr_array_new ();
  network = figure && !figure->many ? trl_figure_find_network (request, NULL) : NULL;
  if (network)
    g_ptr_array_add (shown, network);
  return shown;
}

guint
trl_figure_count_ties (const TrlNetwork *network, const TrlGraph *graph, guint node)
{
  guint ties = 0;

  for (guint k = graph->first[node]; k < graph->first[node + 1]; k++)
    ties += trl_network_is_edge_engaged (network, graph->edge_row[graph->via[k]]);
  return ties;
}
