/* SPDX-License-Identifier: GPL-3.0-or-later */

/* list: the rows of the tables that everything else walks. */

#include "config.h"

#include "analysis/trl-metric.h"
#include "cli/trl-cli.h"
#include "figure/trl-figure-options.h"
#include "store/trl-samples.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

typedef struct
{
  const char      *id;
  const char      *label;
  const char      *more;   /* for JSON: what else there is to say, or NULL */
  const TrlFigure *figure; /* for JSON: whose options are told, or NULL */
} Row;

typedef GArray *(*ListFunc) (void);

static void
add (GArray *rows, const char *id, const char *label, const char *more)
{
  Row row = { id, label, more, NULL };

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
    {
      add (rows, figures[i]->id, _ (figures[i]->label), figures[i]->description);
      g_array_index (rows, Row, i).figure = figures[i];
    }
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
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, number);
}

static void
add_choices (JsonBuilder *builder, const TrlOption *option)
{
  json_builder_set_member_name (builder, "choices");
  json_builder_begin_array (builder);
  for (guint i = 0; option->choices[i]; i++)
    {
      const char *label = option->choice_labels ? option->choice_labels[i] : NULL;

      json_builder_begin_object (builder);
      add_text (builder, "id", option->choices[i]);
      add_text (builder, "label", label ? _ (label) : option->choices[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_option (JsonBuilder *builder, const TrlOption *option, const char *of)
{
  static const char *const types[TRL_N_OPTION_TYPES] = {
    [TRL_OPTION_NUMBER] = "number", [TRL_OPTION_INTEGER] = "integer",
    [TRL_OPTION_FLAG] = "flag",     [TRL_OPTION_CHOICE] = "choice",
    [TRL_OPTION_TEXT] = "text",
  };

  json_builder_begin_object (builder);
  add_text (builder, "id", option->id);
  add_text (builder, "label", _ (option->label));
  add_text (builder, "of", of);
  add_text (builder, "type", types[option->type]);
  add_text (builder, "fallback", option->fallback);
  if (option->min != 0 || option->max != 0)
    {
      add_number (builder, "min", option->min);
      add_number (builder, "max", option->max);
    }
  if (option->type == TRL_OPTION_CHOICE)
    add_choices (builder, option);
  json_builder_end_object (builder);
}

/* What `--set` takes: of the figure, then what all pages have. */
static void
add_options (JsonBuilder *builder, const TrlFigure *figure)
{
  guint            n;
  const TrlOption *page = trl_figure_page_options (&n);

  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < figure->n_options; i++)
    add_option (builder, &figure->options[i], "figure");
  for (guint i = 0; i < n; i++)
    add_option (builder, &page[i], "page");
  json_builder_end_array (builder);
}

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
      add_text (builder, "id", row->id);
      add_text (builder, "label", row->label);
      if (row->more)
        add_text (builder, "about", _ (row->more));
      if (row->figure)
        add_options (builder, row->figure);
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

static void
print_option (const TrlOption *option)
{
  printf ("%-18s %-14s %s\n", option->id, option->type == TRL_OPTION_FLAG ? "yes|no" : "",
          _ (option->label));
  for (guint i = 0; option->type == TRL_OPTION_CHOICE && option->choices[i]; i++)
    {
      const char *label = option->choice_labels ? option->choice_labels[i] : NULL;

      printf ("%-18s %-14s %s\n", "", option->choices[i],
              label ? _ (label) : option->choices[i]);
    }
}

/* What `--set` takes, a value a line below what it is of. */
static TrlExit
print_options (const char *id)
{
  const TrlFigure *figure = trl_figure_find (id);
  guint            n;
  const TrlOption *page = trl_figure_page_options (&n);

  if (!figure)
    {
      trl_cli_complain (
        id, _ ("There is no such figure; trellis-cli list figures shows them"));
      return TRL_EXIT_USAGE;
    }
  for (guint i = 0; i < figure->n_options; i++)
    print_option (&figure->options[i]);
  printf ("\n");
  for (guint i = 0; i < n; i++)
    print_option (&page[i]);
  return TRL_EXIT_DONE;
}

static TrlExit
run (int argc, char **argv)
{
  gboolean           json = FALSE;
  g_autofree char   *figure = NULL;
  const GOptionEntry own[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { "options", 0, 0, G_OPTION_ARG_STRING, &figure,
      N_ ("What --set takes for a figure: names, values, meanings"), N_ ("FIGURE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (TrlArguments) arguments = { 0 };
  TrlExit result =
    trl_arguments_parse (&arguments, &trl_command_list, own, NULL, argc, argv);
  const char *name = arguments.inputs ? arguments.inputs[0] : NULL;

  if (result != TRL_EXIT_DONE)
    return result;
  if (figure && g_strcmp0 (name, "figures") == 0)
    return print_options (figure);
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
  .usage = "formats|layouts|measures|figures|samples [--json] [--options FIGURE]",
  .summary = N_ ("List what Trellis can do"),
  .run = run,
};
