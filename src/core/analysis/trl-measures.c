/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All measures of some networks, written as JSON or as a table. */

#include "analysis/trl-metric.h"

#include <json-glib/json-glib.h>
#include <math.h>

#define LEVELS "levels"
#define NOT_REPORTED "not-reported"

static gboolean
is_wanted (const char *id, const char *const *ids)
{
  return !ids || g_strv_contains (ids, id);
}

static void
add_value (JsonBuilder *builder, double value)
{
  if (isnan (value))
    json_builder_add_null_value (builder);
  else if (value == floor (value) && fabs (value) < 1e15)
    json_builder_add_int_value (builder, (gint64) value);
  else
    json_builder_add_double_value (builder, value);
}

static void
add_levels (JsonBuilder *builder, const TrlProfile *profile)
{
  json_builder_set_member_name (builder, LEVELS);
  json_builder_begin_object (builder);
  for (guint rank = 0; rank < profile->n_levels; rank++)
    {
      json_builder_set_member_name (builder,
                                    trl_scale_get_level (profile->scale, rank)->id);
      json_builder_add_int_value (builder, profile->ties[rank]);
    }
  json_builder_set_member_name (builder, NOT_REPORTED);
  json_builder_add_int_value (builder, profile->n_unreported + profile->n_unknown);
  json_builder_end_object (builder);
}

static void
add_network_measures (JsonBuilder       *builder,
                      const TrlNetwork  *network,
                      const char *const *ids)
{
  g_autoptr (TrlProfile) profile = trl_profile_new (network);
  guint                   n;
  const TrlMetric *const *all = trl_metrics (&n);

  json_builder_set_member_name (builder, "measures");
  json_builder_begin_object (builder);
  for (guint i = 0; i < n; i++)
    if (all[i]->measure && is_wanted (all[i]->id, ids))
      {
        json_builder_set_member_name (builder, all[i]->id);
        add_value (builder, all[i]->measure (profile));
      }
  if (is_wanted (LEVELS, ids))
    add_levels (builder, profile);
  json_builder_end_object (builder);
}

/* One column a wanted measure of nodes. */
static GPtrArray *
measure_nodes (const TrlNetwork  *network,
               const TrlGraph    *graph,
               const char *const *ids,
               GPtrArray         *metrics)
{
  GPtrArray              *columns = g_ptr_array_new_with_free_func (g_free);
  guint                   n;
  const TrlMetric *const *all = trl_metrics (&n);

  for (guint i = 0; i < n; i++)
    if (all[i]->measure_nodes && is_wanted (all[i]->id, ids))
      {
        double *values = g_new (double, graph->n + 1);

        all[i]->measure_nodes (network, graph, values);
        g_ptr_array_add (columns, values);
        g_ptr_array_add (metrics, (gpointer) all[i]);
      }
  return columns;
}

static const char *
node_name (const TrlNetwork *network, guint row)
{
  const char *name =
    trl_table_get_text (trl_network_get_nodes (network), row, TRL_NODE_NAME);

  return name ? name : "";
}

static void
add_node_measures (JsonBuilder       *builder,
                   const TrlNetwork  *network,
                   const char *const *ids)
{
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  g_autoptr (GPtrArray) metrics = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = measure_nodes (network, graph, ids, metrics);
  const TrlTable *nodes = trl_network_get_nodes (network);

  json_builder_set_member_name (builder, "nodes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < graph->n; i++)
    {
      guint row = graph->node_row[i];

      if (trl_table_get_flag (nodes, row, TRL_NODE_IMPLIED))
        continue;
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, trl_table_get_id (nodes, row));
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, node_name (network, row));
      json_builder_set_member_name (builder, "measures");
      json_builder_begin_object (builder);
      for (guint k = 0; k < metrics->len; k++)
        {
          json_builder_set_member_name (builder, ((TrlMetric *) metrics->pdata[k])->id);
          add_value (builder, ((double *) columns->pdata[k])[i]);
        }
      json_builder_end_object (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
trl_measures_to_json (GPtrArray *networks, const char *const *ids)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "networks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < networks->len; i++)
    {
      const TrlNetwork *network = networks->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, trl_network_get_name (network));
      add_network_measures (builder, network, ids);
      add_node_measures (builder, network, ids);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

/* Text that a spreadsheet would run as a formula is guarded by an apostrophe. */
static void
append_cell (GString *csv, const char *text)
{
  const char *guard = *text && strchr ("=+-@\t\r", *text) ? "'" : "";
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);

  if (strpbrk (text, ",\"\n\r"))
    g_string_append_printf (csv, "\"%s%s\"", guard, quoted);
  else
    g_string_append_printf (csv, "%s%s", guard, text);
}

static void
append_row (GString    *csv,
            const char *network,
            const char *partner,
            const char *measure,
            double      value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE] = "";

  append_cell (csv, network);
  g_string_append_c (csv, ',');
  append_cell (csv, partner);
  if (!isnan (value))
    g_ascii_formatd (number, sizeof number, "%.10g", value);
  g_string_append_printf (csv, ",%s,%s\n", measure, number);
}

static void
append_levels (GString *csv, const char *name, const TrlProfile *profile)
{
  for (guint rank = 0; rank < profile->n_levels; rank++)
    {
      g_autofree char *measure =
        g_strdup_printf (LEVELS ":%s", trl_scale_get_level (profile->scale, rank)->id);

      append_row (csv, name, "", measure, profile->ties[rank]);
    }
  append_row (csv, name, "", LEVELS ":" NOT_REPORTED,
              profile->n_unreported + profile->n_unknown);
}

static void
append_nodes (GString           *csv,
              const TrlNetwork  *network,
              const char        *name,
              const char *const *ids)
{
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  g_autoptr (GPtrArray) metrics = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = measure_nodes (network, graph, ids, metrics);
  const TrlTable *nodes = trl_network_get_nodes (network);

  for (guint i = 0; i < graph->n; i++)
    for (guint k = 0; k < metrics->len; k++)
      if (!trl_table_get_flag (nodes, graph->node_row[i], TRL_NODE_IMPLIED))
        append_row (csv, name, node_name (network, graph->node_row[i]),
                    ((TrlMetric *) metrics->pdata[k])->id,
                    ((double *) columns->pdata[k])[i]);
}

static void
append_network (GString *csv, const TrlNetwork *network, const char *const *ids)
{
  g_autoptr (TrlProfile) profile = trl_profile_new (network);
  const char             *name = trl_network_get_name (network);
  guint                   n;
  const TrlMetric *const *all = trl_metrics (&n);

  for (guint i = 0; i < n; i++)
    if (all[i]->measure && is_wanted (all[i]->id, ids))
      append_row (csv, name, "", all[i]->id, all[i]->measure (profile));
  if (is_wanted (LEVELS, ids))
    append_levels (csv, name, profile);
  append_nodes (csv, network, name, ids);
}

char *
trl_measures_to_csv (GPtrArray *networks, const char *const *ids)
{
  GString *csv = g_string_new ("network,partner,measure,value\n");

  for (guint i = 0; i < networks->len; i++)
    append_network (csv, networks->pdata[i], ids);
  return g_string_free (csv, FALSE);
}
