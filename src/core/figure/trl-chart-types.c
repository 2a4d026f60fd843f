/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sites and partner types a chart is about. */
#include "config.h"

#include "figure/trl-chart-types.h"

#include "figure/trl-figure-networks.h"
#include "model/trl-name-order.h"
#include "model/trl-rollup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FREQUENT 7

/* Figure 2 of Edwards 2026; most frequent alone would also take food agencies. */
static const char *const brief[] = { "highered", "business", "culture", "cbo",
                                     "ost",      "district", "k12",     NULL };

static int
find_type (const TrlSurvey *survey, const char *id)
{
  for (guint k = 0; k < survey->types->len; k++)
    {
      const TrlPartnerType *type = survey->types->pdata[k];

      if (g_str_equal (type->id, id) || g_ascii_strcasecmp (type->name, id) == 0)
        return (int) k;
    }
  return -1;
}

static int
compare_down (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (y > x) - (y < x);
}

/* Engaged by as many sites as the seventh most frequent type is: ties stay together.
 * What no site engages is not frequent. */
static guint
find_threshold (const TrlSurvey *survey)
{
  g_autofree guint *counts = g_new (guint, survey->types->len);

  for (guint k = 0; k < survey->types->len; k++)
    {
      TrlSurveyTally tally;

      trl_survey_tally_type (survey, k, &tally);
      counts[k] = tally.n_engaged;
    }
  qsort (counts, survey->types->len, sizeof (guint), compare_down);
  return MAX (1, counts[MIN (FREQUENT, survey->types->len) - 1]);
}

static void
add_by_count (const TrlSurvey *survey, guint least, GArray *types)
{
  for (guint k = 0; k < survey->types->len; k++)
    {
      TrlSurveyTally tally;

      trl_survey_tally_type (survey, k, &tally);
      if (tally.n_engaged >= least)
        g_array_append_val (types, k);
    }
}

static gboolean
is_among (const GArray *types, guint k)
{
  for (guint i = 0; i < types->len; i++)
    if (g_array_index (types, guint, i) == k)
      return TRUE;
  return FALSE;
}

/* Names have spaces, so these only divide what has no comma and is no name. */
static GStrv
split (const TrlSurvey *survey, const char *wanted)
{
  GStrv ids;

  if (find_type (survey, wanted) >= 0)
    return g_strdupv ((char *[]){ (char *) wanted, NULL });
  ids = g_strsplit (wanted, strchr (wanted, ',') ? "," : " ", -1);
  for (guint i = 0; ids[i]; i++)
    g_strstrip (ids[i]);
  return ids;
}

static gboolean
add_named (const TrlSurvey   *survey,
           const char *const *ids,
           gboolean           must,
           GArray            *types,
           GError           **error)
{
  for (guint i = 0; ids[i]; i++)
    {
      int   found = *ids[i] ? find_type (survey, ids[i]) : -1;
      guint k = (guint) found;

      if (found >= 0 && !is_among (types, k))
        g_array_append_val (types, k);
      else if (found < 0 && must && *ids[i])
        {
          g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN,
                       _ ("No site says anything about a partner type “%s”"), ids[i]);
          return FALSE;
        }
    }
  return TRUE;
}

GArray *
trl_chart_choose_types (const TrlSurvey *survey, const char *wanted, GError **error)
{
  g_autoptr (GArray) types = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) ids = NULL;

  if (!wanted || !*wanted || g_str_equal (wanted, "all"))
    add_by_count (survey, 0, types);
  else if (g_str_equal (wanted, "frequent"))
    add_by_count (survey, find_threshold (survey), types);
  else if (g_str_equal (wanted, "brief"))
    add_named (survey, brief, FALSE, types, NULL);
  else
    {
      ids = split (survey, wanted);
      if (!add_named (survey, (const char *const *) ids, TRUE, types, error))
        return NULL;
    }
  if (types->len == 0)
    {
      g_set_error_literal (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_EMPTY,
                           _ ("No site says anything about these partner types"));
      return NULL;
    }
  return g_steal_pointer (&types);
}

TrlSurvey *
trl_chart_survey_of (const TrlFigureRequest *request,
                     GPtrArray              *networks,
                     GArray                **types,
                     GError                **error)
{
  g_autoptr (TrlSurvey) survey = trl_survey_new (
    request->document, (TrlNetwork *const *) networks->pdata, networks->len);
  GArray *chosen;

  if (survey->types->len == 0)
    {
      g_set_error_literal (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_EMPTY,
                           _ ("Nothing is known of any partner type"));
      return NULL;
    }
  chosen = trl_chart_choose_types (
    survey, trl_options_get_text (request->options, "types"), error);
  if (!chosen)
    return NULL;
  *types = chosen;
  return g_steal_pointer (&survey);
}

TrlSurvey *
trl_chart_survey (const TrlFigureRequest *request,
                  GPtrArray             **networks,
                  GArray                **types,
                  GError                **error)
{
  g_autoptr (GPtrArray) sites = trl_figure_find_sites (request, error);
  TrlSurvey *survey = sites ? trl_chart_survey_of (request, sites, types, error) : NULL;

  if (survey)
    *networks = g_steal_pointer (&sites);
  return survey;
}

guint
trl_chart_count_levels (const TrlSurvey *survey)
{
  return MIN (trl_scale_get_n_levels (survey->scale), TRL_SURVEY_LEVELS);
}

int
trl_chart_compare_places (gconstpointer a, gconstpointer b)
{
  const TrlChartType *x = a, *y = b;

  return (x->place > y->place) - (x->place < y->place);
}

int
trl_chart_compare_names (gconstpointer a, gconstpointer b)
{
  const TrlChartType *x = a, *y = b;

  return trl_name_compare (x->type->name, y->type->name);
}

GCompareFunc
trl_chart_get_order (const TrlFigureRequest *request, GCompareFunc own)
{
  const char *order = trl_options_get_text (request->options, "order");

  if (g_str_equal (order, "name"))
    return trl_chart_compare_names;
  return g_str_equal (order, "document") ? trl_chart_compare_places : own;
}

const char **
trl_chart_dup_names (const GArray *rows)
{
  const char **names = g_new0 (const char *, rows->len + 1);
  guint        size = g_array_get_element_size ((GArray *) rows);

  for (guint i = 0; i < rows->len; i++)
    names[i] = ((const TrlChartType *) (rows->data + i * size))->type->name;
  return names;
}

char *
trl_chart_dup_sites (TrlDocument *document, guint n)
{
  const char      *title = trl_document_get_text (document, TRL_DOCUMENT_TITLE);
  g_autofree char *count = g_strdup_printf (ngettext ("%u site", "%u sites", n), n);

  return title && *title ? g_strdup_printf ("%s · %s", title, count)
                         : g_steal_pointer (&count);
}

void
trl_chart_say_scope (GString *out, guint n_types, guint n_sites)
{
  g_autofree char *sites =
    g_strdup_printf (ngettext ("%u site", "%u sites", n_sites), n_sites);

  g_string_append_printf (out,
                          /* Translators: the last word is “10 sites” */
                          ngettext ("Interaction level of %u partner type in %s. ",
                                    "Interaction level of %u partner types in %s. ",
                                    n_types),
                          n_types, sites);
}

void
trl_chart_say_other (GString *out, guint n)
{
  if (n == 0)
    return;
  g_string_append_c (out, ' ');
  g_string_append_printf (out,
                          ngettext ("%u level is on another scale and left out.",
                                    "%u levels are on another scale and left out.", n),
                          n);
}

void
trl_chart_say_grain (TrlDocument *document, const GPtrArray *networks, GString *out)
{
  const char *rule = trl_document_get_text (document, TRL_DOCUMENT_ROLL_UP_RULE);
  gboolean    counted = FALSE;

  for (guint i = 0; i < networks->len && !counted; i++)
    counted = trl_network_count_partners (networks->pdata[i]) > 0 &&
              !trl_network_is_grained_by_type (networks->pdata[i]);
  if (!counted)
    return;
  if (out->len > 0 && !g_str_has_suffix (out->str, " "))
    g_string_append_c (out, ' ');
  g_string_append (
    out, g_strcmp0 (rule, "median") == 0
           ? _ ("Organizations of a type count as one partner, at their median level.")
           : _ ("Organizations of a type count as one partner, at their deepest level."));
}

const char *
trl_chart_cell_word (const TrlSurveyCell *cell)
{
  if (cell->other)
    return "other_scale";
  return cell->state == TRL_CELL_NOT_REPORTED ? "?" : "";
}
