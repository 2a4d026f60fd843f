/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of a figure state counts and say how to read marks; they never call a
 * level good or bad, and what was not reported is never called none. */
#include "config.h"

#include "figure/trl-figure-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
has_neutral (const TrlNetwork *network)
{
  guint        n, hub = trl_network_get_hub (network);
  const guint *rows = trl_table_get_rows (trl_network_get_nodes (network), &n);

  if (g_strcmp0 (trl_network_get_text (network, TRL_NETWORK_COLOUR), "neutral") == 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (rows[i] != hub &&
        trl_network_get_node_rank (network, rows[i], NULL) == TRL_LOOK_NEUTRAL)
      return TRUE;
  return FALSE;
}

void
trl_figure_facts_init (TrlFigureFacts        *facts,
                       const TrlNetwork      *network,
                       const TrlProfile      *profile,
                       const TrlSceneOptions *options,
                       guint                  n_rings)
{
  *facts = (TrlFigureFacts){ network, profile, options, n_rings };
  facts->has_neutral = has_neutral (network);
}

static char *
median_text (const TrlFigureFacts *facts)
{
  const TrlScale *scale = facts->profile->scale;
  guint           low, high;

  if (!scale || !trl_profile_get_median (facts->profile, &low, &high))
    return NULL;
  if (low == high)
    return g_strdup_printf (_ ("median level: %s"),
                            trl_scale_get_level (scale, low)->name);
  return g_strdup_printf (_ ("median level: between %s and %s"),
                          trl_scale_get_level (scale, low)->name,
                          trl_scale_get_level (scale, high)->name);
}

/* Takes a part into a list that is divided by middle dots. */
static void
join (GString *out, char *part)
{
  if (part && *part)
    {
      if (out->len > 0)
        g_string_append (out, " · ");
      g_string_append (out, part);
    }
  g_free (part);
}

static char *
partners_text (double n)
{
  if (!(n > 0))
    return NULL;
  return g_strdup_printf (ngettext ("%u partner", "%u partners", (gulong) n), (guint) n);
}

char *
trl_figure_words_subtitle (const TrlFigureFacts *facts)
{
  const TrlProfile *profile = facts->profile;
  GString          *out = g_string_new (NULL);
  guint             ties = profile->n_unreported + profile->n_other;

  for (guint rank = 1; rank < profile->n_levels; rank++)
    ties += profile->ties[rank];
  if (profile->by_type)
    join (out,
          g_strdup_printf (ngettext ("%u of %u partner type engaged",
                                     "%u of %u partner types engaged", profile->n_asked),
                           profile->n_engaged, profile->n_asked));
  else
    {
      join (out, partners_text (trl_network_count_partners (facts->network)));
      join (out,
            g_strdup_printf (ngettext ("%u partnership", "%u partnerships", ties), ties));
    }
  join (out, median_text (facts));
  if (profile->n_unreported > 0)
    join (out,
          g_strdup_printf (ngettext ("level not reported for %u",
                                     "level not reported for %u", profile->n_unreported),
                           profile->n_unreported));
  if (profile->by_type)
    join (out, partners_text (profile->n_partners));
  return g_string_free (out, FALSE);
}

/* Takes a sentence. */
static void
say (GString *out, char *sentence)
{
  if (out->len > 0 && *sentence)
    g_string_append_c (out, ' ');
  g_string_append (out, sentence);
  g_free (sentence);
}

/* A hub of a type of its own is no partner of that type, yet the type is there. */
static void
say_hub (const TrlFigureFacts *facts, GString *out)
{
  const TrlNetwork     *network = facts->network;
  const TrlTable       *nodes = trl_network_get_nodes (network);
  guint                 hub = trl_network_get_hub (network);
  const TrlPartnerType *type = NULL;

  if (hub != TRL_NO_ROW)
    type = trl_vocabulary_find_type (trl_network_get_vocabulary (network),
                                     trl_table_get_text (nodes, hub, TRL_NODE_TYPE));
  if (type && trl_table_get_text (nodes, hub, TRL_NODE_NAME))
    say (out,
         /* Translators: a name and the type of partner that it is */
         g_strdup_printf (_ ("In the centre: %s (%s)."),
                          trl_table_get_text (nodes, hub, TRL_NODE_NAME), type->name));
}

static void
say_types (const TrlFigureFacts *facts, GString *out, const char *name)
{
  guint n = facts->profile->n_asked;

  say (out, g_strdup_printf (ngettext ("Interaction level of %u partner type in %s.",
                                       "Interaction level of %u partner types in %s.", n),
                             n, name));
  say_hub (facts, out);
  if (facts->profile->counts->len > 0 && facts->options->counts)
    say (out, g_strdup (_ ("Area and number: partners of the type.")));
  if (facts->n_rings > 0)
    say (out, g_strdup (_ ("Ring, colour and line width: interaction level.")));
  else
    say (out, g_strdup (_ ("Colour, dots and line width: interaction level.")));
}

static const char *
node_rule (const TrlFigureFacts *facts)
{
  const TrlNetwork *network = facts->network;
  const char       *colour = trl_network_get_text (network, TRL_NETWORK_COLOUR);

  if (trl_profile_count_reported (facts->profile) == 0)
    return _ ("No level is reported.");
  if (!colour && trl_network_is_hub_network (network))
    return _ ("Fill: the partner's level with the hub; line colour and width: the level "
              "of the partnership.");
  if (g_strcmp0 (colour, "median") == 0)
    return _ ("Fill: the median of the partner's levels; line colour and width: the "
              "level of the partnership.");
  if (g_strcmp0 (colour, "neutral") == 0)
    return _ ("Line colour and width: the level of the partnership.");
  return _ ("Fill: the deepest of the partner's levels; line colour and width: the level "
            "of the partnership.");
}

static void
say_organizations (const TrlFigureFacts *facts, GString *out, const char *name)
{
  guint n = trl_network_count_partners (facts->network);

  say (out, g_strdup_printf (ngettext ("Partnerships of %u partner in %s.",
                                       "Partnerships among %u partners in %s.", n),
                             n, name));
  say (out, g_strdup (node_rule (facts)));
}

static const char *
unreported_rule (const TrlFigureFacts *facts)
{
  guint n_edges = trl_table_get_size (trl_network_get_edges (facts->network));

  if (trl_profile_count_reported (facts->profile) == 0)
    return facts->profile->by_type ? _ ("Hatched: engaged, level not reported.") : "";
  if (!trl_look_marks_unreported (n_edges))
    return _ ("Hollow, grey line: level not reported, left out of the median.");
  if (facts->profile->by_type)
    return _ ("Hatched: engaged, level not reported; left out of the median.");
  return _ ("Hatched, line with a gap: level not reported, left out of the median.");
}

/* What is drawn in a way of its own, and only if it is there. */
static void
say_exceptions (const TrlFigureFacts *facts, GString *out)
{
  const TrlProfile *profile = facts->profile;

  if (profile->by_type && profile->n_levels > 0 && profile->ties[0] > 0 &&
      facts->options->ghosts &&
      trl_scene_options_shows_level (facts->options, profile->scale, 0))
    say (out, g_strdup (_ ("Dashed outline: no interaction.")));
  if (profile->n_unreported > 0 &&
      trl_scene_options_shows_level (facts->options, NULL, -1))
    say (out, g_strdup (unreported_rule (facts)));
  if (profile->n_planned > 0)
    say (out, g_strdup (_ ("Dashed line: planned, not counted.")));
  if (facts->has_neutral)
    say (out, g_strdup (_ ("Grey: no partnership now.")));
  if (profile->n_apart > 0)
    say (out,
         g_strdup (_ ("Two colours on a line: its two ends gave different answers.")));
}

/* Nothing where no partner is without a name. */
static void
say_named (const TrlFigureFacts *facts, GString *out)
{
  const TrlFigureNamed *named = facts->named;
  guint                 n = named ? named->n_named : 0;

  if (!named || (named->listed->len == 0 && named->n_left == 0))
    return;
  if (n > 0)
    say (out, g_strdup_printf (ngettext ("Named: the most connected partner.",
                                         "Named: the %u most connected partners.", n),
                               n));
  if (named->listed->len > 0)
    say (out, g_strdup (_ ("Numbers: partners of the list.")));
}

static void
say_left_out (const TrlFigureFacts *facts, GString *out)
{
  const TrlFigureNamed *named = facts->named;
  guint                 n = facts->notes.unnamed;

  if (facts->notes.hub_name &&
      g_strcmp0 (facts->notes.hub_name, trl_network_get_name (facts->network)) != 0)
    {
      g_autofree char *name = trl_text_isolate (facts->notes.hub_name);

      say (out, g_strdup_printf (_ ("Hub: %s."), name));
    }
  if (named && named->listed->len > 0)
    {
      n += named->n_left;
      if (n > 0)
        say (out, g_strdup_printf (
                    ngettext ("%u name or number is left out for want of room.",
                              "%u names or numbers are left out for want of room.", n),
                    n));
    }
  else if (n > 0)
    say (out, g_strdup_printf (ngettext ("%u name is left out for want of room.",
                                         "%u names are left out for want of room.", n),
                               n));
}

char *
trl_figure_words_caption (const TrlFigureFacts *facts)
{
  GString         *out = g_string_new (NULL);
  g_autofree char *name = trl_text_isolate (trl_network_get_name (facts->network));

  if (facts->profile->by_type)
    say_types (facts, out, name);
  else
    say_organizations (facts, out, name);
  say_exceptions (facts, out);
  say_named (facts, out);
  if (facts->left_out)
    say (out, g_strdup (facts->left_out));
  say_left_out (facts, out);
  return g_string_free (out, FALSE);
}

char *
trl_figure_words_source (TrlDocument *document, const TrlNetwork *network)
{
  const char *source = trl_network_get_text (network, TRL_NETWORK_SOURCE);

  if (!source || !*source)
    source = trl_document_get_text (document, TRL_DOCUMENT_SOURCE);
  return source && *source ? g_strdup_printf (_ ("Source: %s"), source) : NULL;
}

char *
trl_figure_words_sources (TrlDocument *document, GPtrArray *networks)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) out = g_string_new (NULL);
  const char *own = trl_document_get_text (document, TRL_DOCUMENT_SOURCE);

  for (guint i = 0; i < networks->len; i++)
    {
      const char *source = trl_network_get_text (networks->pdata[i], TRL_NETWORK_SOURCE);

      if (source && *source && g_hash_table_add (seen, (char *) source))
        g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", source);
    }
  if (out->len == 0 && own)
    g_string_append (out, own);
  return out->len > 0 ? g_strdup_printf (_ ("Source: %s"), out->str) : NULL;
}
