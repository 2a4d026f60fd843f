/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Latitude without longitude is no place: either both are known, or neither is. */
#include "config.h"

#include "layout/trl-coordinates.h"

#include "formats/trl-meaning.h"

#include <math.h>
#include <string.h>

#define MOST_LATITUDE 90.0
#define MOST_LONGITUDE 180.0

/* What may stand behind a number: nothing, or a direction, which is 1 or -1. */
static int
read_direction (const char *text)
{
  static const char *const plus[] = { "", "n", "e", NULL };
  static const char *const minus[] = { "s", "w", "o", NULL };
  g_autofree char         *word = g_utf8_strdown (text, -1);

  g_strstrip (word);
  if (g_str_has_prefix (word, "°"))
    memmove (word, word + strlen ("°"), strlen (word + strlen ("°")) + 1);
  g_strstrip (word);
  if (g_strv_contains (plus, word))
    return 1;
  return g_strv_contains (minus, word) ? -1 : 0;
}

double
trl_coordinates_read (const char *text, double most)
{
  g_autofree char *plain = g_strstrip (g_strdup (text ? text : ""));
  char            *comma = strchr (plain, ','), *end;
  double           degrees;
  int              direction;

  if (comma && !strchr (plain, '.'))
    *comma = '.';
  if (g_str_has_prefix (plain, "\u2212"))
    {
      plain[0] = '-';
      memmove (plain + 1, plain + strlen ("\u2212"), strlen (plain) - 2);
    }
  degrees = g_ascii_strtod (plain, &end);
  direction = end == plain ? 0 : read_direction (end);
  return direction == 0 || !(fabs (degrees) <= most) ? NAN : direction * degrees;
}

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
      !(fabs (latitude) <= MOST_LATITUDE) || !(fabs (longitude) <= MOST_LONGITUDE))
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
        any |= take_node (
          input, i,
          trl_coordinates_read (trl_table_get_field (nodes, row, north), MOST_LATITUDE),
          trl_coordinates_read (trl_table_get_field (nodes, row, east), MOST_LONGITUDE));
    }
  any |= take_hub (input, network);
  if (any)
    return;
  g_clear_pointer ((double **) &input->latitude, g_free);
  g_clear_pointer ((double **) &input->longitude, g_free);
}
