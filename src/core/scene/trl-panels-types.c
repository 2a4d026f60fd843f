/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A type belongs to the panels when one of them knows something about it; from there on
 * it has a direction and a letter in all. */
#include "config.h"

#include "scene/trl-panels-private.h"

#include <math.h>
#include <string.h>

/* The middle of the directions of all partners of a type, in all panels; NAN: none. */
static gboolean
find_angle (const TrlPanels *panels, const char *type, double *angle)
{
  double   east = 0, south = 0;
  gboolean known = FALSE;

  *angle = NAN;
  for (guint k = 0; k < panels->n; k++)
    {
      const TrlNetwork *network = panels->networks[k];
      g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
      const TrlTable *nodes = trl_network_get_nodes (network);

      for (guint i = 0; i < graph->n; i++)
        {
          double own = panels->panels[k].places->angle[i];

          if (g_strcmp0 (trl_table_get_text (nodes, graph->node_row[i], TRL_NODE_TYPE),
                         type) != 0)
            continue;
          known = TRUE;
          if (isnan (own))
            continue;
          if (isnan (*angle))
            *angle = own;
          east += cos (own - *angle);
          south += sin (own - *angle);
        }
    }
  /* No rounding where all agree. */
  if (!isnan (*angle) && fabs (south) > 1e-9)
    *angle += atan2 (south, east);
  return known;
}

static gboolean
is_taken (const TrlPanels *panels, const char *letter)
{
  for (guint i = 0; i < panels->types->len; i++)
    if (g_strcmp0 (g_array_index (panels->types, TrlPanelsType, i).letter, letter) == 0)
      return TRUE;
  return FALSE;
}

static char *
upper_letter (const char *from)
{
  gunichar wide = g_utf8_get_char (from);
  char     text[8] = { 0 };

  if (!g_unichar_isalnum (wide))
    return NULL;
  g_unichar_to_utf8 (g_unichar_toupper (wide), text);
  return g_strdup (text);
}

/* The letter of the vocabulary, else one of the name, else a number. */
static char *
find_letter (const TrlPanels *panels, const TrlPartnerType *type)
{
  const char *own = type->letter && *type->letter ? type->letter : NULL;

  if (own && !is_taken (panels, own))
    return g_strdup (own);
  for (const char *p = type->name; *p; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = upper_letter (p);

      if (letter && !is_taken (panels, letter))
        return g_steal_pointer (&letter);
    }
  for (guint i = 1;; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      if (!is_taken (panels, number))
        return g_steal_pointer (&number);
    }
}

void
trl_panels_find_types (TrlPanels *panels)
{
  const TrlVocabulary *words = trl_network_get_vocabulary (panels->networks[0]);

  for (guint t = 0; t < words->types->len; t++)
    {
      const TrlPartnerType *type = g_ptr_array_index (words->types, t);
      TrlPanelsType         row = { type->id, type->name };

      if (!find_angle (panels, type->id, &row.angle))
        continue;
      row.letter = find_letter (panels, type);
      g_array_append_val (panels->types, row);
    }
}

const TrlPanelsType *
trl_panels_get_types (const TrlPanels *panels, guint *n)
{
  *n = panels->types->len;
  return (const TrlPanelsType *) panels->types->data;
}

const TrlPanelsType *
trl_panels_find_type (const TrlPanels *panels, const char *id)
{
  for (guint i = 0; i < panels->types->len; i++)
    {
      const TrlPanelsType *type = &g_array_index (panels->types, TrlPanelsType, i);

      if (g_strcmp0 (type->id, id) == 0)
        return type;
    }
  return NULL;
}
