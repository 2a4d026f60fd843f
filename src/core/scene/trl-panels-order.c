/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Panels are sorted by keys that are found first; what has no key stands last, and equals
 * stand as they were given. */
#include "config.h"

#include "scene/trl-panels-private.h"

#include "analysis/trl-metric.h"
#include "analysis/trl-responsibility.h"
#include "model/trl-name-order.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  guint  index;
  char  *name;          /* its key */
  double first, second; /* the larger stands first; NAN stands last */
} Key;

static int
compare_values (double a, double b)
{
  if (isnan (a) || isnan (b))
    return (isnan (a) != 0) - (isnan (b) != 0);
  return (a < b) - (a > b);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *one = a, *two = b;
  int        less = one->name ? strcmp (one->name, two->name) : 0;

  if (less == 0)
    less = compare_values (one->first, two->first);
  if (less == 0)
    less = compare_values (one->second, two->second);
  return less != 0 ? less : (one->index > two->index) - (one->index < two->index);
}

static void
find_name (Key *key, const TrlNetwork *network)
{
  key->name = trl_name_key (trl_network_get_name (network));
}

static void
find_diversity (Key *key, const TrlNetwork *network)
{
  g_autoptr (TrlProfile) profile = trl_profile_new (network);

  if (profile->n_asked > 0)
    key->first = profile->n_engaged;
}

static void
find_depth (Key *key, const TrlNetwork *network)
{
  g_autoptr (TrlProfile) profile = trl_profile_new (network);
  guint low, high;

  key->first = trl_metric_find ("deep-share")->measure (profile);
  if (trl_profile_get_median (profile, &low, &high))
    key->second = (low + high) / 2.0;
}

/* The answers of the survey, from the most to the least. */
static void
find_responsibility (Key *key, const TrlNetwork *network)
{
  int answer = trl_network_get_responsibility (network);

  if (answer >= 0)
    key->first = answer;
}

static void
find_nothing (Key *key, const TrlNetwork *network)
{
}

static void (*const finders[TRL_N_PANELS_ORDERS]) (Key *, const TrlNetwork *) = {
  [TRL_PANELS_BY_DOCUMENT] = find_nothing,
  [TRL_PANELS_BY_NAME] = find_name,
  [TRL_PANELS_BY_DIVERSITY] = find_diversity,
  [TRL_PANELS_BY_DEPTH] = find_depth,
  [TRL_PANELS_BY_RESPONSIBILITY] = find_responsibility,
};

guint *
trl_panels_find_order (TrlNetwork *const *networks, guint n, TrlPanelsOrder order)
{
  g_autofree Key *keys = g_new0 (Key, n + 1);
  guint          *result = g_new (guint, n + 1);

  for (guint k = 0; k < n; k++)
    {
      keys[k] = (Key){ k, NULL, NAN, NAN };
      finders[order](&keys[k], networks[k]);
    }
  qsort (keys, n, sizeof (Key), compare_keys);
  for (guint k = 0; k < n; k++)
    {
      result[k] = keys[k].index;
      g_free (keys[k].name);
    }
  return result;
}
