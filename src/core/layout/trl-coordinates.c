/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Latitude without longitude is no place: either both are known, or neither is. */
#include "config.h"

#include "layout/trl-coordinates.h"

#include "formats/trl-degrees.h"

#include <math.h>

/* The field of nodes that is named as a meaning is. */
static char *
find_field (const TrlNetwork *network, GPtrArray *fields, TrlMeaning meaning)
{
  const TrlVocabulary *words = trl_network_get_vocabulary (network);

  for (guint i = 0; i < fields->len; i++)
    {
      const char     *id = g_ptr_array_index (fields, i);
      const TrlField *field = trl_vocabulary_find_field (words, "node", id);
      double          certainty;

      if (trl_meaning_of_header (field ? field->name : id, &certainty) == meaning)
        return g_strdup (id);
    }
  return NULL;
}

static gboolean
take_node (TrlLayoutInput *input, guint i, double latitude, double longitude)
{
  if (isnan (latitude) || isnan (longitude))
    return FALSE;
  ((double *) input->latitude)[i] = latitude;
  ((double *) input->longitude)[i] = longitude;
  return TRUE;
}

static gboolean
take_hub (TrlLayoutInput *input, const TrlNetwork *network)
{
  double latitude = trl_network_get_number (network, TRL_NETWORK_LATITUDE);
  double longitude = trl_network_get_number (network, TRL_NETWORK_LONGITUDE);

  if (input->hub >= input->n || !isnan (input->latitude[input->hub]) ||
      !(fabs (latitude) <= TRL_MOST_LATITUDE) ||
      !(fabs (longitude) <= TRL_MOST_LONGITUDE))
    return FALSE;
  return take_node (input, input->hub, latitude, longitude);
}

void
trl_coordinates_take (TrlLayoutInput   *input,
                      const TrlNetwork *network,
                      const TrlGraph   *graph)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  g_autoptr (GPtrArray) fields = trl_table_get_fields (nodes);
  g_autofree char *north = find_field (network, fields, TRL_MEANING_LATITUDE);
  g_autofree char *east = find_field (network, fields, TRL_MEANING_LONGITUDE);
  double          *latitude = g_new (double, graph->n + 1);
  double          *longitude = g_new (double, graph->n + 1);
  gboolean         any = FALSE;

  input->latitude = latitude;
  input->longitude = longitude;
  for (guint i = 0; i < graph->n; i++)
    {
      guint row = graph->node_row[i];

      latitude[i] = longitude[i] = NAN;
      if (north && east)
        any |= take_node (input, i,
                          trl_degrees_read (trl_table_get_field (nodes, row, north),
                                            TRL_MEANING_LATITUDE),
                          trl_degrees_read (trl_table_get_field (nodes, row, east),
                                            TRL_MEANING_LONGITUDE));
    }
  any |= take_hub (input, network);
  if (any)
    return;
  g_clear_pointer ((double **) &input->latitude, g_free);
  g_clear_pointer ((double **) &input->longitude, g_free);
}
