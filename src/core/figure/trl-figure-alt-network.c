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
#define MOST_LETTERS 60 /* of a name */

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

static const char *
name_level (const TrlFigurePartner *partner)
{
  if (partner->rank < -1)
    return _ ("Without a level");
  if (partner->rank < 0 || !partner->scale)
    return _ ("Not reported");
  return trl_scale_get_level (partner->scale, (guint) partner->rank)->name;
}

static void
say_name (GString *out, const char *name)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) > MOST_LETTERS)
    name = start = g_strdup_printf (
      "%.*s…", (int) (g_utf8_offset_to_pointer (name, MOST_LETTERS) - name), name);
  g_string_append (out, name);
}

/* `Collaboration: Libraries, Museums; Coordination: Schools.` */
static void
say_partners (GArray *partners, GString *out)
{
  for (guint i = 0; i < partners->len; i++)
    {
      const TrlFigurePartner *partner = &g_array_index (partners, TrlFigurePartner, i);

      if (i > 0 && trl_figure_partners_compare_depth (partner, partner - 1) == 0)
        g_string_append (out, ", ");
      else
        g_string_append_printf (out, "%s%s: ", i > 0 ? "; " : " ", name_level (partner));
      say_name (out, partner->name);
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
      say_name (out, count->name);
      g_string_append_printf (out, ": %u", count->n);
    }
  if (counts->len > 0)
    g_string_append_c (out, '.');
}

static void
say_crowd (GArray *partners, GString *out)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Count));
  g_autoptr (GArray) types = g_array_new (FALSE, FALSE, sizeof (Count));
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (Count));

  for (guint i = 0; i < partners->len; i++)
    {
      const TrlFigurePartner *partner = &g_array_index (partners, TrlFigurePartner, i);

      count_in (levels, name_level (partner));
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
  say_counts (levels, G_MAXUINT, out);
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
    say_crowd (partners, out);
  else if (partners->len > 0)
    say_partners (partners, out);
}
