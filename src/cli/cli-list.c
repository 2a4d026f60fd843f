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
#include <string.h>

#define VALUES 14 /* columns for what a value may be */

typedef struct
{
  const char      *id;
  const char      *label;
  const char      *more;    /* for JSON: what else there is to say, or NULL */
  const TrlOption *options; /* what `--set` takes for it; NULL: nothing can be set */
  guint            n_options;
} Row;

typedef GArray *(*ListFunc) (void);

static void
add (GArray *rows, const char *id, const char *label, const char *more)
{
  Row row = { id, label, more, NULL, 0 };

  g_array_append_val (rows, row);
}

/* Of the row that was added last. */
static void
set_options (GArray *rows, const TrlOption *options, guint n)
{
  Row *row = &g_array_index (rows, Row, rows->len - 1);

  row->options = options;
  row->n_options = n;
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
    {
      add (rows, layouts[i]->id, _ (layouts[i]->label), layouts[i]->description);
      set_options (rows, layouts[i]->options, layouts[i]->n_options);
    }
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
      set_options (rows, figures[i]->options, figures[i]->n_options);
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

typedef const TrlOption *(*CommonFunc) (guint *n);

typedef struct
{
  const char *name;
  ListFunc    list;
  const char *of;     /* whose the options of a row are; NULL: there are none */
  CommonFunc  common; /* the options that all rows have besides their own, or NULL */
} List;

static const List lists[] = {
  { "formats", list_formats, NULL, NULL },
  { "layouts", list_layouts, "layout", NULL },
  { "measures", list_measures, NULL, NULL },
  { "figures", list_figures, "figure", trl_figure_page_options },
  { "samples", list_samples, NULL, NULL },
};

static const TrlOption *
get_common (const List *list, guint *n)
{
  *n = 0;
  return list->common ? list->common (n) : NULL;
}

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

/* What `--set` takes: of the row, then what all have. */
static void
add_options (JsonBuilder *builder, const List *list, const Row *row)
{
  guint            n;
  const TrlOption *page = get_common (list, &n);

  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < row->n_options; i++)
    add_option (builder, &row->options[i], list->of);
  for (guint i = 0; i < n; i++)
    add_option (builder, &page[i], "page");
  json_builder_end_array (builder);
}

static void
print_json (const List *list, const GArray *rows)
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
      if (list->of)
        add_options (builder, list, row);
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

/* What a value may be, as far as it has room beside the name. */
static char *
describe_values (const TrlOption *option)
{
  char min[G_ASCII_DTOSTR_BUF_SIZE], max[G_ASCII_DTOSTR_BUF_SIZE];

  if (option->type == TRL_OPTION_FLAG)
    return g_strdup ("yes|no");
  if (option->min == 0 && option->max == 0)
    return g_strdup ("");
  g_ascii_formatd (min, sizeof min, "%g", option->min);
  g_ascii_formatd (max, sizeof max, "%g", option->max);
  return g_strdup_printf ("%s…%s", min, max);
}

static void
print_option (const TrlOption *option)
{
  g_autofree char *values = describe_values (option);
  int width = VALUES + (int) strlen (values) - (int) g_utf8_strlen (values, -1);

  printf ("%-18s %-*s %s", option->id, width, values, _ (option->label));
  if (*option->fallback)
    printf (" [%s]", option->fallback);
  printf ("\n");
  for (guint i = 0; option->type == TRL_OPTION_CHOICE && option->choices[i]; i++)
    {
      const char *label = option->choice_labels ? option->choice_labels[i] : NULL;

      printf ("%-18s %-*s %s\n", "", VALUES, option->choices[i],
              label ? _ (label) : option->choices[i]);
    }
}

/* A layout is found by any name that the layout command takes. */
static const Row *
find_row (const List *list, const GArray *rows, const char *name)
{
  const TrlLayout *layout =
    list->list == list_layouts ? trl_layout_find_named (name, NULL) : NULL;
  const char *id = layout ? layout->id : name;

  for (guint i = 0; i < rows->len; i++)
    if (g_ascii_strcasecmp (g_array_index (rows, Row, i).id, id) == 0)
      return &g_array_index (rows, Row, i);
  return NULL;
}

/* What `--set` takes, a value a line below what it is of. */
static TrlExit
print_options (const List *list, const GArray *rows, const char *id)
{
  const Row       *row = find_row (list, rows, id);
  guint            n;
  const TrlOption *page = get_common (list, &n);
  g_autofree char *message = NULL;

  if (!list->of)
    {
      trl_cli_complain (list->name, _ ("Only layouts and figures have options"));
      return TRL_EXIT_USAGE;
    }
  if (!row)
    {
      message = g_strdup_printf (
        _ ("There is nothing of that name; trellis-cli list %s shows what there is"),
        list->name);
      trl_cli_complain (id, message);
      return TRL_EXIT_USAGE;
    }
  for (guint i = 0; i < row->n_options; i++)
    print_option (&row->options[i]);
  if (n > 0)
    printf ("\n");
  for (guint i = 0; i < n; i++)
    print_option (&page[i]);
  return TRL_EXIT_DONE;
}

static const List *
find_list (const char *name)
{
  for (guint i = 0; name && i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].name, name))
      return &lists[i];
  trl_cli_complain (
    NULL, _ ("Say what to list: formats, layouts, measures, figures or samples"));
  return NULL;
}

static TrlExit
run (int argc, char **argv)
{
  gboolean           json = FALSE;
  g_autofree char   *options_of = NULL;
  const GOptionEntry own[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { "options", 0, 0, G_OPTION_ARG_STRING, &options_of,
      N_ ("What --set takes for a layout or a figure: names, values, meanings and, in "
          "brackets, what is taken when nothing is said"),
      N_ ("NAME") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (TrlArguments) arguments = { 0 };
  TrlExit result =
    trl_arguments_parse (&arguments, &trl_command_list, own, NULL, argc, argv);
  const List *list;
  g_autoptr (GArray) rows = NULL;

  if (result != TRL_EXIT_DONE)
    return result;
  list = find_list (arguments.inputs ? arguments.inputs[0] : NULL);
  if (!list)
    return TRL_EXIT_USAGE;
  rows = list->list ();
  if (options_of)
    return print_options (list, rows, options_of);
  if (json)
    print_json (list, rows);
  else
    print_text (rows);
  return TRL_EXIT_DONE;
}

const TrlCommand trl_command_list = {
  .name = "list",
  .usage = "formats|layouts|measures|figures|samples [--json] [--options NAME]",
  .summary = N_ ("List what Trellis can do"),
  .run = run,
};
