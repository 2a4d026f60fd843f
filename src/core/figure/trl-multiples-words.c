/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of a page of panels: what is the same in all is said once. */
#include "config.h"

#include "figure/trl-multiples-words.h"

#include "analysis/trl-metric.h"
#include "model/trl-rollup.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the caption depends on, summed over the panels. */
typedef struct
{
  guint       n_absent, n_unreported, n_planned;
  guint       n_rolled, n_empty;
  gboolean    by_type, has_none;
  const char *level; /* from which on ties are deep, in the first panel that has it */
} Sums;

static const char *
find_level (const TrlProfile *profile)
{
  int from = profile->scale ? trl_scale_get_rank (profile->scale, "coordination") : -1;

  return from < 0 ? NULL : trl_scale_get_level (profile->scale, (guint) from)->name;
}

/* Whether ties without interaction are drawn, each on the scale of its network. */
static gboolean
draws_none (const TrlProfile *profile, const TrlPanelsLook *look)
{
  return look->scene.ghosts && profile->by_type && profile->n_levels > 0 &&
         profile->ties[0] > 0 &&
         trl_scene_options_shows_level (&look->scene, profile->scale, 0);
}

/* Without @look nothing is said of what is drawn. */
static void
sum_up (const TrlPanels *panels, const TrlPanelsLook *look, Sums *sums)
{
  sums->by_type = TRUE;
  for (guint k = 0; k < trl_panels_get_n (panels); k++)
    {
      const TrlPanel *panel = trl_panels_get_panel (panels, k);
      g_autoptr (TrlProfile) profile = trl_profile_new (panel->network);
      gboolean empty = trl_network_count_partners (panel->network) == 0;

      sums->n_absent += panel->ghosts->len;
      sums->n_unreported += profile->n_unreported;
      sums->n_planned += profile->n_planned;
      sums->n_rolled += panel->network != panel->source;
      sums->n_empty += empty;
      sums->has_none = sums->has_none || (look && draws_none (profile, look));
      if (!sums->level)
        sums->level = find_level (profile);
      sums->by_type = sums->by_type && (empty || profile->by_type);
    }
  sums->by_type = sums->by_type && sums->n_empty < trl_panels_get_n (panels);
}

/* Takes a sentence. */
static void
say (GString *out, char *sentence)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, sentence);
  g_free (sentence);
}

static void
say_what (const TrlPanels *panels, const Sums *sums, GString *out)
{
  guint    n = trl_panels_get_n (panels);
  gboolean rings = trl_panels_get_panel (panels, 0)->places->n_rings > 0;
  gboolean turned = trl_panels_get_panel (panels, 0)->places->rim > 0;

  if (sums->by_type)
    say (out, g_strdup_printf (
                ngettext ("Interaction level by partner type in %u network.",
                          "Interaction level by partner type in %u networks.", n),
                n));
  else
    say (out, g_strdup_printf (ngettext ("Partnerships in %u network.",
                                         "Partnerships in %u networks.", n),
                               n));
  if (turned)
    say (out, g_strdup (_ ("Each partner type has the same direction in every panel.")));
  else
    say (out, g_strdup (_ ("The same partner has the same place in every panel.")));
  if (rings)
    say (out, g_strdup (_ ("Ring, colour and line width: interaction level.")));
  else if (sums->by_type)
    say (out, g_strdup (_ ("Colour, dots and line width: interaction level.")));
  else
    say (out, g_strdup (_ ("Line colour and width: the level of the partnership.")));
}

static void
say_marks (const Sums *sums, const TrlPanelsLook *look, GString *out)
{
  if (sums->has_none)
    say (out, g_strdup (_ ("Dashed outline: no interaction.")));
  if (sums->n_absent > 0 && look->scene.ghosts)
    say (out, g_strdup (_ ("Small dot: nothing is known about the type there.")));
  if (sums->n_unreported > 0)
    say (out,
         g_strdup_printf (
           ngettext ("The level of %u partnership is not reported; it is left out of "
                     "shares and medians.",
                     "The levels of %u partnerships are not reported; they are left out "
                     "of shares and medians.",
                     sums->n_unreported),
           sums->n_unreported));
  if (sums->n_planned > 0)
    say (out, g_strdup (_ ("Dashed line: planned, not counted.")));
  if (sums->n_rolled > 0)
    say (out, g_strdup (_ ("Organizations are counted by their type.")));
}

gboolean
trl_multiples_words_can_be_brief (const TrlPanels *panels)
{
  Sums sums = { 0 };

  sum_up (panels, NULL, &sums);
  return sums.by_type;
}

char *
trl_multiples_words_brief (const TrlPanel *panel)
{
  g_autoptr (TrlProfile) profile = trl_profile_new (panel->network);
  double share = trl_metric_find ("deep-share")->measure (profile);

  if (trl_network_count_partners (panel->network) == 0)
    return g_strdup (_ ("nothing known"));
  if (isnan (share) || !find_level (profile))
    /* Translators: partner types that are engaged, and of how many */
    return g_strdup_printf (_ ("%u of %u"), profile->n_engaged, profile->n_asked);
  return g_strdup_printf (_ ("%u of %u · %u %%"), profile->n_engaged, profile->n_asked,
                          (guint) floor (share * 100 + 0.5));
}

static void
say_brief (const Sums *sums, GString *out)
{
  if (sums->level)
    say (out, g_strdup_printf (_ ("Below each name: partner types engaged, and the share "
                                  "of partnerships at %s or deeper."),
                               sums->level));
  else
    say (out, g_strdup (_ ("Below each name: partner types engaged.")));
}

char *
trl_multiples_words_caption (const TrlPanels     *panels,
                             const TrlPanelsLook *look,
                             gboolean             brief)
{
  GString *out = g_string_new (NULL);
  Sums     sums = { 0 };

  sum_up (panels, look, &sums);
  say_what (panels, &sums, out);
  if (brief)
    say_brief (&sums, out);
  say_marks (&sums, look, out);
  return g_string_free (out, FALSE);
}

char *
trl_multiples_words_letters (const TrlPanels *panels, const TrlPanelsLook *look)
{
  guint                n;
  const TrlPanelsType *types = trl_panels_get_types (panels, &n);
  GString             *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = trl_text_isolate (types[i].name);

      if (!trl_scene_options_shows_type (&look->scene, types[i].id))
        continue;
      /* A letter stays with the first word of its name. */
      g_string_append_printf (out, "%s%s:\u00a0%s", out->len > 0 ? " · " : "",
                              types[i].letter, name);
    }
  return g_string_free (out, FALSE);
}

static const char *const order_words[TRL_N_PANELS_ORDERS] = {
  [TRL_PANELS_BY_NAME] = N_ ("in the order of their names"),
  [TRL_PANELS_BY_DIVERSITY] = N_ ("from the most to the fewest types engaged"),
  [TRL_PANELS_BY_DEPTH] = N_ ("from the deepest to the shallowest"),
  [TRL_PANELS_BY_RESPONSIBILITY] =
    N_ ("by shared responsibility, from the most to the least evident"),
};

char *
trl_multiples_words_subtitle (const TrlPanels *panels, TrlPanelsOrder order)
{
  guint            n = trl_panels_get_n (panels);
  g_autofree char *count = g_strdup_printf (ngettext ("%u network", "%u networks", n), n);

  if (!order_words[order])
    return g_steal_pointer (&count);
  return g_strdup_printf ("%s, %s", count, _ (order_words[order]));
}
