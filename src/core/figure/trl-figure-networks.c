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

GPtrArray *
trl_figure_find_networks (const TrlFigureRequest *request, GError **error)
{
  g_autoptr (GPtrArray) networks = g_ptr_array_new ();

  if (!request->networks || !request->networks[0])
    for (guint i = 0; i < trl_document_get_n_networks (request->document); i++)
      g_ptr_array_add (networks, trl_document_get_network (request->document, i));
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
  return g_steal_pointer (&networks);
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
    if (!has_later_wave (request->document, i))
      g_ptr_array_add (sites, trl_document_get_network (request->document, i));
  return g_steal_pointer (&sites);
}
