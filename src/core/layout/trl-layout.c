/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of layouts and what is the same for all of them. */
#include "config.h"

#include "layout/trl-layout-options.h"
#include "model/trl-rollup.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of more partners a picture by distance is a hairball. */
#define MOST_BY_DISTANCE 300

/* No hyphens in the name: the formatter would space them. */
G_DEFINE_QUARK (TrlLayoutError, trl_layout_error)

#define TRL_LAYOUT(name) extern const TrlLayout trl_layout_##name;
#include "layout/layouts.def"
#undef TRL_LAYOUT

#define TRL_LAYOUT(name) &trl_layout_##name,
static const TrlLayout *const rows[] = {
#include "layout/layouts.def"
};
#undef TRL_LAYOUT

const TrlLayout *const *
trl_layouts (guint *n)
{
  *n = G_N_ELEMENTS (rows);
  return rows;
}

const TrlLayout *
trl_layout_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i]->id, id) == 0)
      return rows[i];
  return NULL;
}

static gboolean
is_called (const TrlLayout *layout, const char *folded)
{
  const char *names[] = { layout->id, layout->label, _ (layout->label) };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_utf8_casefold (names[i], -1);

      if (g_str_equal (name, folded))
        return TRUE;
    }
  return FALSE;
}

static char *
list_ids (void)
{
  GString *ids = g_string_new (rows[0]->id);

  for (guint i = 1; i < G_N_ELEMENTS (rows); i++)
    g_string_append_printf (ids, ", %s", rows[i]->id);
  return g_string_free (ids, FALSE);
}

const TrlLayout *
trl_layout_find_named (const char *name, GError **error)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *ids = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (is_called (rows[i], folded))
      return rows[i];
  ids = list_ids ();
  g_set_error (error, TRL_LAYOUT_ERROR, TRL_LAYOUT_ERROR_UNKNOWN,
               _ ("There is no layout “%s”. What there is: %s."), name, ids);
  return NULL;
}

const char *
trl_layout_default (const TrlNetwork *network)
{
  if (trl_network_get_hub (network) != TRL_NO_ROW && trl_network_has_types_once (network))
    return "rings";
  return trl_table_get_size (trl_network_get_nodes (network)) > MOST_BY_DISTANCE
           ? "groups"
           : "stress";
}

const TrlLayout *
trl_layout_get (const TrlNetwork *network)
{
  const TrlLayout *named =
    trl_layout_find (trl_network_get_text (network, TRL_NETWORK_LAYOUT));

  return named != NULL ? named : trl_layout_find (trl_layout_default (network));
}

guint32
trl_layout_get_seed (const TrlNetwork *network)
{
  double seed = trl_network_get_number (network, TRL_NETWORK_SEED);

  return seed >= 0 && seed <= G_MAXINT32 ? (guint32) seed : 0;
}

TrlLayoutResult *
trl_layout_place (const TrlLayout      *layout,
                  const TrlLayoutInput *input,
                  const TrlOptions     *options,
                  guint32               seed,
                  GCancellable         *cancellable,
                  GError              **error)
{
  g_autoptr (TrlOptions) fallbacks = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (options == NULL)
    options = fallbacks = trl_options_new (layout->options, layout->n_options);
  return layout->place (input, options, seed, cancellable, error);
}

TrlLayoutResult *
trl_layout_run (const TrlNetwork *network,
                const char       *id,
                const TrlOptions *options,
                GCancellable     *cancellable,
                GError          **error)
{
  return trl_layout_run_with_progress (network, id, options, NULL, cancellable, error);
}

TrlLayoutResult *
trl_layout_run_with_progress (const TrlNetwork  *network,
                              const char        *id,
                              const TrlOptions  *options,
                              const TrlProgress *progress,
                              GCancellable      *cancellable,
                              GError           **error)
{
  g_autoptr (TrlLayoutInput) input = trl_layout_input_new (network);
  g_autoptr (TrlOptions) held = NULL;
  const TrlLayout *layout = id != NULL ? trl_layout_find (id) : trl_layout_get (network);

  if (layout == NULL)
    layout = trl_layout_find (trl_layout_default (network));
  if (options == NULL)
    options = held = trl_layout_options_new (layout, network);
  input->progress = progress;
  return trl_layout_place (layout, input, options, trl_layout_get_seed (network),
                           cancellable, error);
}

int
trl_layout_rank_at (const TrlLayoutResult *result, double x, double y)
{
  double dx = x - result->centre.x, dy = y - result->centre.y;
  double distance = sqrt (dx * dx + dy * dy);

  for (guint i = 0; i < result->n_rings; i++)
    if (distance >= result->ring_inner[i] && distance < result->ring_outer[i])
      return result->ring_rank[i];
  return G_MININT;
}

double
trl_layout_disc_radius (double count)
{
  if (isnan (count))
    count = 1;
  return fmin (7 + 2.6 * sqrt (fmax (count, 0)), 24);
}
