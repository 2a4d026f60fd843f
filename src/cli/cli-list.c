/* SPDX-License-Identifier: GPL-3.0-or-later */

/* list: the rows of the tables that everything else walks. */

#include "config.h"

#include "analysis/trl-metric.h"
#include "cli/trl-cli.h"
#include "figure/trl-figure.h"
#include "store/trl-samples.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

typedef struct
{
  const char *id;
  const char *label;
  const char *more; /* for JSON: what else there is to say, or NULL */
} Row;

typedef GArray *(*ListFunc) (void);

static void
add (GArray *rows, const char *id, const char *label, const char *more)
{
  Row row = { id, label, more };

  g_array_append_val (rows, row);
}

static GArray *
list_formats (void)
{
  GArray                 *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  guint                   n;
  const TrlFormat *const *formats = trl_formats (&n);

  for (guint i = 0; i < n; i++)
    add (rows, formats[i]->id, _ (formats[i]->label),
         formats[i]->read && formats[i]->write ? "read write"
         : formats[i]->write                   ? "write"
                                               : "read");
  return rows;
}

static GArray *
list_layouts (void)
{
  GArray                 *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  guint                   n;
  const TrlLayout *const *layouts = trl_layouts (&n);

  for (guint i = 0; i < n; i++)
    add (rows, layouts[i]->id, _ (layouts[i]->label), layouts[i]->description);
  return rows;
}

static GArray *
list_measures (void)
{
  GArray                 *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  guint                   n;
  const TrlMetric *const *metrics = trl_metrics (&n);

  for (guint i = 0; i < n; i++)
    add (rows, metrics[i]->id, _ (metrics[i]->label), metrics[i]->description);
  add (rows, "levels", _ ("Partnerships by level"), NULL);
  return rows;
}

static GArray *
list_figures (void)
{
  GArray                 *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  for (guint i = 0; i < n; i++)
    add (rows, figures[i]->id, _ (figures[i]->label), NULL);
  return rows;
}

static GArray *
list_samples (void)
{
  GArray          *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  guint            n;
  const TrlSample *samples = trl_samples (&n);

  for (guint i = 0; i < n; i++)
    add (rows, samples[i].id, _ (samples[i].label), samples[i].description);
  return rows;
}

static const struct
{
  const char *name;
  ListFunc    list;
} lists[] = {
  { "formats", list_formats }, { "layouts", list_layouts }, { "measures", list_measures },
  { "figures", list_figures }, { "samples", list_samples },
};

static void
print_json (const GArray *rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, row->id);
      json_builder_set_member_name (builder, "label");
      json_builder_add_string_value (builder, row->label);
      if (row->more)
        {
          json_builder_set_member_name (builder, "about");
          json_builder_add_string_value (builder, _ (row->more));
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  printf ("%s\n", text);
}

static void
print_text (const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      printf ("%-18s %s\n", row->id, row->label);
    }
}

static TrlExit
run (int argc, char **argv)
{
  gboolean           json = FALSE;
  const GOptionEntry own[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (TrlArguments) arguments = { 0 };
  TrlExit result =
    trl_arguments_parse (&arguments, &trl_command_list, own, NULL, argc, argv);
  const char *name = arguments.inputs ? arguments.inputs[0] : NULL;

  if (result != TRL_EXIT_DONE)
    return result;
  for (guint i = 0; name && i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].name, name))
      {
        g_autoptr (GArray) rows = lists[i].list ();

        if (json)
          print_json (rows);
        else
          print_text (rows);
        return TRL_EXIT_DONE;
      }
  trl_cli_complain (
    NULL, _ ("Say what to list: formats, layouts, measures, figures or samples"));
  return TRL_EXIT_USAGE;
}

const TrlCommand trl_command_list = {
  .name = "list",
  .usage = "formats|layouts|measures|figures|samples [--json]",
  .summary = N_ ("List what Trellis can do"),
  .run = run,
};
