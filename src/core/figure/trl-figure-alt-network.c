/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a few partners all are named, deepest first; of many, how many there are at each
 * level and of each type, and who has most ties.  Only what is in the picture is said. */
#include "config.h"

#include "figure/trl-figure-alt.h"

#include "figure/trl-figure-networks.h"
#include "figure/trl-figure-partners.h"
#include "model/trl-rollup.h"

#include <glib/gi18n-lib.h>

#define MOST_NAMED 20
#define MOST_TYPES 6
#define MOST_CONNECTED 5

/* What is said in one go: a level or a type, and how many partners it has. */
typedef struct
{
  const char *name;
  guint       n;
} Count;

static int
compare_ties (gconstpointer a, gconstpointer b)
{
  const TrlFigurePartner *x = a, *y = b;

  return (x->ties < y->ties) - (x->ties > y->ties);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Count *x = a, *y = b;

  return (x->n < y->n) - (x->n > y->n);
}

/* `Collaboration: Libraries, Museums; Coordination: Schools.` */
static void
say_partners (const TrlFigureRequest *request, GArray *partners, GString *out)
{
  for (guint i = 0; i < partners->len; i++)
    {
      const TrlFigurePartner *partner = &g_array_index (partners, TrlFigurePartner, i);

      if (i > 0 && trl_figure_partners_compare_depth (partner, partner - 1) == 0)
        g_string_append (out, ", ");
      else
        {
          g_autofree char *level =
            trl_figure_alt_dup_level (request, partner->scale, partner->rank);

          g_string_append_printf (out, "%s%s: ", i > 0 ? "; " : " ", level);
        }
      trl_figure_alt_say_name (out, partner->name);
    }
  g_string_append_c (out, '.');
}

static void
count_in (GArray *counts, const char *name)
{
  Count one = { name, 1 };

  for (guint i = 0; i < counts->len; i++)
    if (g_str_equal (g_array_index (counts, Count, i).name, name))
      {
        g_array_index (counts, Count, i).n++;
        return;
      }
  g_array_append_val (counts, one);
}

static void
say_counts (const GArray *counts, guint most, GString *out)
{
  for (guint i = 0; i < MIN (counts->len, most); i++)
    {
      const Count *count = &g_array_index (counts, Count, i);

      g_string_append (out, i > 0 ? "; " : " ");
      trl_figure_alt_say_name (out, count->name);
      g_string_append_printf (out, ": %u", count->n);
    }
  if (counts->len > 0)
    g_string_append_c (out, '.');
}

void
trl_figure_alt_say_levels (const TrlFigureRequest *request,
                           const GArray           *partners,
                           GString                *out)
{
  for (guint i = 0, n; i < partners->len; i += n)
    {
      const TrlFigurePartner *partner = &g_array_index (partners, TrlFigurePartner, i);
      g_autofree char        *level =
        trl_figure_alt_dup_level (request, partner->scale, partner->rank);

      for (n = 1; i + n < partners->len &&
                  trl_figure_partners_compare_depth (partner, partner + n) == 0;)
        n++;
      g_string_append_printf (out, "%s%s: %u", i > 0 ? "; " : " ", level, n);
    }
  if (partners->len > 0)
    g_string_append_c (out, '.');
}

static void
say_crowd (const TrlFigureRequest *request, GArray *partners, GString *out)
{
  g_autoptr (GArray) types = g_array_new (FALSE, FALSE, sizeof (Count));
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (Count));

  trl_figure_alt_say_levels (request, partners, out);
  for (guint i = 0; i < partners->len; i++)
    {
      const TrlFigurePartner *partner = &g_array_index (partners, TrlFigurePartner, i);

      if (partner->type)
        count_in (types, partner->type);
    }
  g_array_sort (types, compare_counts);
  g_array_sort (partners, compare_ties);
  for (guint i = 0; i < MIN (partners->len, MOST_CONNECTED); i++)
    {
      const TrlFigurePartner *partner = &g_array_index (partners, TrlFigurePartner, i);
      Count                   count = { partner->name, partner->ties };

      if (partner->ties > 1)
        g_array_append_val (ties, count);
    }
  say_counts (types, MOST_TYPES, out);
  if (ties->len > 0)
    g_string_append_printf (out, " %s", _ ("Most partnerships:"));
  say_counts (ties, MOST_CONNECTED, out);
}

void
trl_figure_alt_say_network (const TrlFigureRequest *request,
                            const TrlScene         *scene,
                            GString                *out)
{
  TrlNetwork *network = trl_figure_find_network (request, NULL);
  g_autoptr (TrlNetwork) rolled = NULL;
  g_autoptr (GArray) partners = NULL;

  if (!network)
    return;
  if (request->roll_up && !trl_network_is_grained_by_type (network))
    network = rolled = trl_network_roll_up (network);
  partners = trl_figure_partners_new (network, scene);
  g_array_sort (partners, trl_figure_partners_compare_depth);
  if (partners->len > MOST_NAMED)
    say_crowd (request, partners, out);
  else if (partners->len > 0)
    say_partners (request, partners, out);
}
