/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands below the name of a panel: breadth, depth and what was not reported, each
 * with what it is out of; never a mean alone. */
#include "config.h"

#include "scene/trl-panels-private.h"

#include "analysis/trl-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Takes a part into a list that is divided by middle dots. */
static void
join (GString *out, char *part)
{
  if (part && out->len > 0)
    g_string_append (out, " · ");
  if (part)
    g_string_append (out, part);
  g_free (part);
}

static char *
share_text (const TrlProfile *profile)
{
  double          share = trl_metric_find ("deep-share")->measure (profile);
  const TrlScale *scale = profile->scale;
  int             from = scale ? trl_scale_get_rank (scale, "coordination") : -1;

  if (isnan (share) || from < 0)
    return NULL;
  /* Translators: a share of partnerships and the name of a level */
  return g_strdup_printf (_ ("%u %% at %s or deeper"), (guint) floor (share * 100 + 0.5),
                          trl_scale_get_level (scale, (guint) from)->name);
}

static char *
median_text (const TrlProfile *profile)
{
  guint low, high;

  if (!profile->scale || !trl_profile_get_median (profile, &low, &high))
    return NULL;
  if (low == high)
    return g_strdup_printf (_ ("median level: %s"),
                            trl_scale_get_level (profile->scale, low)->name);
  return g_strdup_printf (_ ("median level: between %s and %s"),
                          trl_scale_get_level (profile->scale, low)->name,
                          trl_scale_get_level (profile->scale, high)->name);
}

static void
join_partners (GString *out, const TrlNetwork *network, const TrlProfile *profile)
{
  guint n = trl_network_count_partners (network);
  guint ties = profile->n_unreported + profile->n_other;

  for (guint rank = 1; rank < profile->n_levels; rank++)
    ties += profile->ties[rank];
  join (out, g_strdup_printf (ngettext ("%u partner", "%u partners", n), n));
  join (out,
        g_strdup_printf (ngettext ("%u partnership", "%u partnerships", ties), ties));
}

char *
trl_panels_make_subtitle (const TrlNetwork *network)
{
  g_autoptr (TrlProfile) profile = trl_profile_new (network);
  GString *out = g_string_new (NULL);
  char    *depth;

  if (trl_network_count_partners (network) == 0)
    {
      g_string_append (out, _ ("nothing known"));
      return g_string_free (out, FALSE);
    }
  if (profile->by_type)
    join (out,
          g_strdup_printf (ngettext ("%u of %u type", "%u of %u types", profile->n_asked),
                           profile->n_engaged, profile->n_asked));
  else
    join_partners (out, network, profile);
  depth = share_text (profile);
  join (out, depth ? depth : median_text (profile));
  if (profile->n_unreported > 0)
    join (out,
          g_strdup_printf (ngettext ("level not reported for %u",
                                     "level not reported for %u", profile->n_unreported),
                           profile->n_unreported));
  return g_string_free (out, FALSE);
}
