/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts are found with a union of ends; nodes keep their order within a part, so that the
 * same network is cut the same way. */
#include "config.h"

#include "layout/trl-part.h"

static guint
find_root (guint *parent, guint node)
{
  while (parent[node] != node)
    {
      parent[node] = parent[parent[node]];
      node = parent[node];
    }
  return node;
}

/* The root of a part is its first node. */
static guint *
find_roots (const TrlLayoutInput *input)
{
  guint *parent = g_new (guint, input->n + 1);

  for (guint i = 0; i < input->n; i++)
    parent[i] = i;
  for (guint e = 0; e < input->m; e++)
    {
      guint a = find_root (parent, input->from[e]);
      guint b = find_root (parent, input->to[e]);

      parent[MAX (a, b)] = MIN (a, b);
    }
  for (guint i = 0; i < input->n; i++)
    parent[i] = find_root (parent, i);
  return parent;
}

void
trl_part_free (TrlPart *part)
{
  if (part == NULL)
    return;
  g_free (part->node);
  g_free (part->first);
  g_free (part->neighbour);
  g_free (part->length);
  g_free (part);
}

/* Parts with their nodes; @part_of and @place say where each node went. */
static GPtrArray *
split_nodes (const TrlLayoutInput *input, const guint *root, guint *part_of, guint *place)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_part_free);

  for (guint i = 0; i < input->n; i++)
    {
      TrlPart *part;

      if (root[i] == i)
        {
          part_of[i] = parts->len;
          g_ptr_array_add (parts, g_new0 (TrlPart, 1));
        }
      part_of[i] = part_of[root[i]];
      part = g_ptr_array_index (parts, part_of[i]);
      place[i] = part->n++;
    }
  for (guint k = 0; k < parts->len; k++)
    {
      TrlPart *part = g_ptr_array_index (parts, k);

      part->node = g_new (guint, part->n);
      part->first = g_new0 (guint, part->n + 2);
    }
  for (guint i = 0; i < input->n; i++)
    ((TrlPart *) g_ptr_array_index (parts, part_of[i]))->node[place[i]] = i;
  return parts;
}

/* first[i + 2] counts; its sums in first[i + 1] become the next free place, and end as
 * the beginning of the node after. */
static void
make_room (TrlPart *part, gboolean with_length)
{
  for (guint i = 0; i < part->n; i++)
    part->first[i + 2] += part->first[i + 1];
  part->m = part->first[part->n + 1] / 2;
  part->neighbour = g_new (guint, 2 * part->m + 1);
  if (with_length)
    part->length = g_new (double, 2 * part->m + 1);
}

static void
add_neighbour (TrlPart *part, guint from, guint to, double length)
{
  guint at = part->first[from + 1]++;

  part->neighbour[at] = to;
  if (part->length != NULL)
    part->length[at] = length;
}

static GPtrArray *
make_parts (const TrlLayoutInput *input, const guint *root)
{
  g_autofree guint *part_of = g_new (guint, input->n + 1);
  g_autofree guint *place = g_new (guint, input->n + 1);
  GPtrArray        *parts = split_nodes (input, root, part_of, place);

  for (guint e = 0; e < input->m; e++)
    if (input->from[e] != input->to[e])
      {
        TrlPart *part = g_ptr_array_index (parts, part_of[input->from[e]]);

        part->first[place[input->from[e]] + 2]++;
        part->first[place[input->to[e]] + 2]++;
      }
  for (guint k = 0; k < parts->len; k++)
    make_room (g_ptr_array_index (parts, k), input->length != NULL);
  for (guint e = 0; e < input->m; e++)
    if (input->from[e] != input->to[e])
      {
        TrlPart *part = g_ptr_array_index (parts, part_of[input->from[e]]);
        double   length = input->length != NULL ? input->length[e] : 1;

        add_neighbour (part, place[input->from[e]], place[input->to[e]], length);
        add_neighbour (part, place[input->to[e]], place[input->from[e]], length);
      }
  return parts;
}

GPtrArray *
trl_parts_new (const TrlLayoutInput *input)
{
  g_autofree guint *root = find_roots (input);

  return make_parts (input, root);
}

GPtrArray *
trl_parts_new_whole (const TrlLayoutInput *input)
{
  g_autofree guint *root = g_new0 (guint, input->n + 1);

  return make_parts (input, root);
}

TrlPart *
trl_part_renumber (const TrlPart *part, const guint *node)
{
  TrlPart          *own = g_new0 (TrlPart, 1);
  g_autofree guint *place = g_new (guint, part->n);
  guint             at = 0;

  own->n = part->n;
  own->m = part->m;
  own->first = g_new (guint, part->n + 1);
  own->neighbour = g_new (guint, 2 * part->m + 1);
  own->length = part->length ? g_new (double, 2 * part->m + 1) : NULL;
  for (guint i = 0; i < part->n; i++)
    place[node[i]] = i;
  for (guint i = 0; i < part->n; i++)
    {
      own->first[i] = at;
      for (guint k = part->first[node[i]]; k < part->first[node[i] + 1]; k++, at++)
        {
          own->neighbour[at] = place[part->neighbour[k]];
          if (part->length)
            own->length[at] = part->length[k];
        }
    }
  own->first[part->n] = at;
  return own;
}
