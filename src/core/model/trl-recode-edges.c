/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two edges of the same partner become one by the rules of the roll-up: a level by the
 * rule of the document, none beside a tie without a level is not known to be none.  What
 * gives way is written into the note, so that every answer can still be found. */

#include "config.h"

#include "model/trl-network-private.h"
#include "model/trl-recode-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const TrlScale *
scale_of (const TrlNetwork *network, const TrlRecord *edge)
{
  return trl_vocabulary_find_scale (trl_network_get_vocabulary (network),
                                    trl_record_get_text (edge, TRL_EDGE_SCALE));
}

static int
rank_of (const TrlRecord *edge, const TrlScale *scale, guint prop)
{
  return trl_scale_get_rank (scale, trl_record_get_text (edge, prop));
}

/* No level by either end. */
static gboolean
is_unreported (const TrlRecord *edge, const TrlScale *scale)
{
  return rank_of (edge, scale, TRL_EDGE_LEVEL) < 0 &&
         rank_of (edge, scale, TRL_EDGE_BACK) < 0;
}

static gboolean
is_engaged_unreported (const TrlRecord *edge, const TrlScale *scale)
{
  return is_unreported (edge, scale) && !trl_record_get_text (edge, TRL_EDGE_PRESENCE);
}

static gboolean
has_flag (const TrlRecord *edge, guint prop)
{
  return edge->values[prop].type != TRL_VALUE_NONE;
}

static gboolean
agree (const char *a, const char *b)
{
  return !a || !b || g_str_equal (a, b);
}

static gboolean
are_opposite (const TrlRecord *edge, const TrlRecord *other)
{
  return g_str_equal (edge->ends[0], other->ends[1]) &&
         g_str_equal (edge->ends[1], other->ends[0]) &&
         !g_str_equal (edge->ends[0], edge->ends[1]);
}

static gboolean
are_parallel (const TrlRecord *edge, const TrlRecord *other)
{
  return (g_str_equal (edge->ends[0], other->ends[0]) &&
          g_str_equal (edge->ends[1], other->ends[1])) ||
         (are_opposite (edge, other) && !has_flag (edge, TRL_EDGE_DIRECTED));
}

/* A tie of one with the other does not say the same as a tie with a third. */
static gboolean
are_about_the_same (const TrlNetwork *network,
                    const TrlRecord  *edge,
                    const TrlRecord  *other)
{
  return are_parallel (edge, other) &&
         scale_of (network, edge) == scale_of (network, other) &&
         g_strcmp0 (trl_record_get_text (edge, TRL_EDGE_SCALE),
                    trl_record_get_text (other, TRL_EDGE_SCALE)) == 0 &&
         has_flag (edge, TRL_EDGE_PLANNED) == has_flag (other, TRL_EDGE_PLANNED) &&
         has_flag (edge, TRL_EDGE_DIRECTED) == has_flag (other, TRL_EDGE_DIRECTED) &&
         agree (trl_record_get_text (edge, TRL_EDGE_KIND),
                trl_record_get_text (other, TRL_EDGE_KIND));
}

static int
roll_up (TrlRollUpRule rule, int a, int b)
{
  if (a < 0 || b < 0)
    return MAX (a, b);
  return rule == TRL_ROLL_UP_MEDIAN ? MIN (a, b) : MAX (a, b);
}

static void
set_rank (TrlRecord *edge, guint prop, const TrlScale *scale, int rank)
{
  trl_record_set (edge, prop,
                  rank < 0 ? TRL_NONE_VALUE
                           : TRL_TEXT (trl_scale_get_level (scale, (guint) rank)->id));
}

/* What is known of a tie without a level: the more of the two. */
static void
join_presence (TrlRecord *edge, const TrlRecord *other, gboolean was_engaged)
{
  const char *a = trl_record_get_text (edge, TRL_EDGE_PRESENCE);
  const char *b = trl_record_get_text (other, TRL_EDGE_PRESENCE);

  if (was_engaged)
    trl_record_set (edge, TRL_EDGE_PRESENCE, TRL_NONE_VALUE);
  else if (g_strcmp0 (a, "absent") == 0 && b)
    trl_record_set (edge, TRL_EDGE_PRESENCE, TRL_TEXT (b));
}

static void
join_levels (const TrlNetwork *network,
             TrlRecord        *edge,
             const TrlRecord  *other,
             gboolean          is_opposite)
{
  const TrlScale *scale = scale_of (network, edge);
  TrlRollUpRule   rule = trl_network_get_roll_up_rule (network);
  gboolean        engaged =
    is_engaged_unreported (edge, scale) || is_engaged_unreported (other, scale);
  guint answer = is_opposite ? TRL_EDGE_BACK : TRL_EDGE_LEVEL;
  guint back = is_opposite ? TRL_EDGE_LEVEL : TRL_EDGE_BACK;
  int   level =
    roll_up (rule, rank_of (edge, scale, TRL_EDGE_LEVEL), rank_of (other, scale, answer));
  int reply =
    roll_up (rule, rank_of (edge, scale, TRL_EDGE_BACK), rank_of (other, scale, back));

  if (engaged && MAX (level, reply) == 0)
    level = reply = -1;
  set_rank (edge, TRL_EDGE_LEVEL, scale, level);
  set_rank (edge, TRL_EDGE_BACK, scale, reply);
  set_rank (edge, TRL_EDGE_INTENDED, scale,
            MAX (rank_of (edge, scale, TRL_EDGE_INTENDED),
                 rank_of (other, scale, TRL_EDGE_INTENDED)));
  join_presence (edge, other, engaged || MAX (level, reply) >= 0);
}

/* What gives way */

/* What an edge says of the level in words. */
static const char *
name_state (const TrlRecord *edge, const TrlScale *scale, guint prop)
{
  const char *level = trl_record_get_text (edge, prop);
  int         rank = rank_of (edge, scale, prop);

  if (rank >= 0)
    return trl_scale_get_level (scale, (guint) rank)->name;
  if (level)
    return level;
  return g_strcmp0 (trl_record_get_text (edge, TRL_EDGE_PRESENCE), "absent") == 0
           ? _ ("Not engaged")
           : _ ("Not reported");
}

static void
add_partners (GString *text, const TrlRecord *node)
{
  char   number[G_ASCII_DTOSTR_BUF_SIZE];
  double count = trl_record_get_number (node, TRL_NODE_COUNT);
  guint  n = isnan (count) ? 0 : (guint) CLAMP (count, 0, G_MAXINT);

  if (isnan (count))
    return;
  g_string_append (text, ", ");
  if (n == count)
    g_string_append_printf (text, ngettext ("%u partner", "%u partners", n), n);
  else
    g_string_append_printf (text, "%s: %s",
                            _ (trl_props (TRL_KIND_NODE, NULL)[TRL_NODE_COUNT].label),
                            g_ascii_formatd (number, sizeof number, "%.12g", count));
}

/* Says what @had said in @prop and the joined edge does not say in @now. */
static gboolean
add_lost (GString         *text,
          const TrlRecord *edge,
          guint            now,
          const TrlRecord *had,
          guint            prop,
          const TrlScale  *scale)
{
  const char *old = trl_record_get_text (had, prop);

  if (!old || g_strcmp0 (old, trl_record_get_text (edge, now)) == 0)
    return FALSE;
  g_string_append_printf (text, ", %s: %s",
                          _ (trl_props (TRL_KIND_EDGE, NULL)[prop].label),
                          prop == TRL_EDGE_MISSING ? old : name_state (had, scale, prop));
  return TRUE;
}

static void
note_lost (TrlRecord       *edge,
           const TrlRecord *had,
           gboolean         is_opposite,
           const TrlRecord *node,
           const TrlScale  *scale)
{
  guint       level = is_opposite ? TRL_EDGE_BACK : TRL_EDGE_LEVEL;
  guint       back = is_opposite ? TRL_EDGE_LEVEL : TRL_EDGE_BACK;
  const char *state = name_state (had, scale, level);
  const char *name = trl_record_get_text (node, TRL_NODE_NAME);
  g_autoptr (GString) text = g_string_new (state);
  gboolean lost = !g_str_equal (state, name_state (edge, scale, TRL_EDGE_LEVEL));

  add_partners (text, node);
  lost |= add_lost (text, edge, TRL_EDGE_BACK, had, back, scale);
  lost |= add_lost (text, edge, TRL_EDGE_INTENDED, had, TRL_EDGE_INTENDED, scale);
  if (!trl_record_get_text (edge, TRL_EDGE_MISSING))
    lost |= add_lost (text, edge, TRL_EDGE_MISSING, had, TRL_EDGE_MISSING, scale);
  if (lost)
    trl_record_add_note (edge, TRL_EDGE_NOTE, name ? name : node->id, text->str);
}

static gboolean
have_two_levels (const TrlRecord *edge,
                 const TrlRecord *other,
                 gboolean         is_opposite,
                 const TrlScale  *scale)
{
  int a = rank_of (edge, scale, TRL_EDGE_LEVEL);
  int b = rank_of (other, scale, is_opposite ? TRL_EDGE_BACK : TRL_EDGE_LEVEL);

  return a >= 0 && b >= 0 && a != b;
}

/* Of two dates the one on this side of the other; the date that gives way is noted. */
static void
join_dates (TrlRecord *edge, const TrlRecord *other, guint prop, int side)
{
  g_autofree char *own = g_strdup (trl_record_get_text (edge, prop));
  const char      *more = trl_record_get_text (other, prop);

  if (!own || !more || g_strcmp0 (own, more) * side <= 0)
    {
      trl_record_keep (edge, other, prop, TRL_EDGE_NOTE);
      return;
    }
  trl_record_set (edge, prop, TRL_TEXT (more));
  trl_record_add_note (edge, TRL_EDGE_NOTE,
                       _ (trl_props (TRL_KIND_EDGE, NULL)[prop].label), own);
}

gboolean
trl_recode_merge_edges (const TrlNetwork      *network,
                        TrlRecord             *edge,
                        const TrlRecord       *other,
                        const TrlRecord *const nodes[2],
                        gboolean              *differ)
{
  const TrlScale *scale = scale_of (network, edge);
  g_autoptr (TrlRecord) before = NULL;
  gboolean is_opposite = are_opposite (edge, other);

  if (!are_about_the_same (network, edge, other))
    return FALSE;
  before = trl_record_copy (edge);
  *differ = have_two_levels (edge, other, is_opposite, scale);
  join_levels (network, edge, other, is_opposite);
  if (!is_unreported (edge, scale))
    trl_record_set (edge, TRL_EDGE_MISSING, TRL_NONE_VALUE);
  else
    trl_record_keep (edge, other, TRL_EDGE_MISSING, TRL_EDGE_NOTE);
  trl_record_keep (edge, other, TRL_EDGE_KIND, TRL_EDGE_NOTE);
  trl_record_join (edge, other, TRL_EDGE_NOTE, "\n");
  note_lost (edge, before, FALSE, nodes[0], scale);
  note_lost (edge, other, is_opposite, nodes[1], scale);
  trl_record_join (edge, other, TRL_EDGE_SOURCE, "; ");
  join_dates (edge, other, TRL_EDGE_SINCE, 1);
  join_dates (edge, other, TRL_EDGE_UNTIL, -1);
  trl_record_join_fields (edge, other, trl_network_get_vocabulary (network),
                          TRL_EDGE_NOTE);
  if (!edge->extra)
    edge->extra = g_strdup (other->extra);
  return TRUE;
}
