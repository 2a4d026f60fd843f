/* SPDX-License-Identifier: GPL-3.0-or-later */

/* figure: a page made from a document, the same bytes as the window writes. */

#include "config.h"

#include "cli/trl-cli.h"
#include "figure/trl-figure.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  char  *figure;
  char **networks;
  char  *each;
  char  *layout;
  char  *positions;
  char  *roll_up;
  char  *width;
  char  *height;
  double dpi;
  char  *theme;
  char  *title;
  char  *subtitle;
  char  *caption;
  char  *source;
  char  *sidecar;
  char  *data;
  char **settings;
} Choice;

static void
choice_clear (Choice *choice)
{
  g_free (choice->figure);
  g_strfreev (choice->networks);
  g_free (choice->each);
  g_free (choice->layout);
  g_free (choice->positions);
  g_free (choice->roll_up);
  g_free (choice->width);
  g_free (choice->height);
  g_free (choice->theme);
  g_free (choice->title);
  g_free (choice->subtitle);
  g_free (choice->caption);
  g_free (choice->source);
  g_free (choice->sidecar);
  g_free (choice->data);
  g_strfreev (choice->settings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

/* Reads `180mm` or the name of a preset, which may bring a height.  NULL leaves all as it
 * is. */
static gboolean
parse_width (const char *text, double *width, double *height)
{
  guint                n;
  const TrlPagePreset *presets = trl_page_presets (&n);

  if (!text || trl_page_parse_length (text, width))
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (presets[i].id, text))
      {
        *width = presets[i].width * TRL_POINTS_PER_MM;
        *height = presets[i].height * TRL_POINTS_PER_MM;
        return TRUE;
      }
  trl_cli_complain (text,
                    _ ("A length is a number with mm, cm, in or pt, of 20 mm or more"));
  return FALSE;
}

static gboolean
parse_height (const char *text, double *height)
{
  if (!text || trl_page_parse_length (text, height))
    return TRUE;
  trl_cli_complain (text,
                    _ ("A length is a number with mm, cm, in or pt, of 20 mm or more"));
  return FALSE;
}

static const char *
find_file_format (const char *output)
{
  const char            *dot = strrchr (output, '.');
  guint                  n;
  const TrlFigureFormat *formats = trl_figure_formats (&n);

  for (guint i = 0; dot && i < n; i++)
    if (g_ascii_strcasecmp (formats[i].id, dot + 1) == 0)
      return formats[i].id;
  trl_cli_complain (output, _ ("A figure is written as .pdf, .svg, .png or .eps"));
  return NULL;
}

/* What is drawn, for whoever wants to draw it again. */
static TrlExit
write_sidecar (const char             *path,
               const TrlFigureRequest *request,
               const TrlNetwork       *network)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const struct
  {
    const char *key;
    const char *text;
  } texts[] = {
    { "generator", "Trellis " TRL_VERSION },
    { "document", trl_document_get_id (request->document) },
    { "figure", request->figure },
    { "network", network ? trl_network_get_name (network) : NULL },
    { "layout",
      request->layout || !network ? request->layout : trl_layout_default (network) },
    { "title", request->title },
    { "caption", request->caption },
    { "source", request->source },
  };
  g_autofree char *json = NULL;
  char            *text;

  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text)
      {
        json_builder_set_member_name (builder, texts[i].key);
        json_builder_add_string_value (builder, texts[i].text);
      }
  json_builder_set_member_name (builder, "width");
  json_builder_add_double_value (builder, request->width);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  text = g_strconcat (json, "\n", NULL);
  bytes = g_bytes_new_take (text, strlen (text));
  return trl_cli_write (path, bytes);
}

/* `sites.pdf` and “Site A” make `sites-site-a.pdf`. */
static char *
name_for (const char *output, const TrlNetwork *network)
{
  const char      *dot = strrchr (output, '.');
  g_autofree char *slug = trl_slug (trl_network_get_name (network));

  return g_strdup_printf ("%.*s-%s%s", (int) (dot - output), output, slug, dot);
}

/* A character that no font has is drawn as a box. */
static void
warn_of_boxes (const TrlScene *scene, const char *output)
{
  guint            n = trl_scene_get_unknown_glyphs (scene);
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u character is in none of the fonts here",
                                       "%u characters are in none of the fonts here", n),
                          n);
  trl_cli_complain (output, text);
}

static TrlExit
draw (const TrlFigureRequest *request, const char *format, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlScene) scene = trl_figure_build (request, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (scene)
    {
      warn_of_boxes (scene, output);
      bytes = trl_figure_write (scene, request, format, &error);
    }
  if (bytes)
    return trl_cli_write (output, bytes);
  trl_cli_complain (NULL, error->message);
  return g_error_matches (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN)
           ? TRL_EXIT_USAGE
           : TRL_EXIT_PROBLEMS;
}

static TrlExit
draw_each (TrlFigureRequest *request, const char *format, const char *output)
{
  for (guint i = 0; i < trl_document_get_n_networks (request->document); i++)
    {
      TrlNetwork      *network = trl_document_get_network (request->document, i);
      g_autofree char *name = name_for (output, network);
      TrlExit          result;

      request->network = trl_network_get_id (network);
      result = draw (request, format, name);
      if (result != TRL_EXIT_DONE)
        return result;
    }
  return TRL_EXIT_DONE;
}

/* The words of a choice that are no texts of their own. */
static gboolean
fill_request (TrlFigureRequest *request, const Choice *choice)
{
  if (choice->theme && !trl_theme_find (choice->theme, &request->theme))
    {
      trl_cli_complain (choice->theme, _ ("A theme is light, dark or print"));
      return FALSE;
    }
  if (choice->figure && !trl_figure_find (choice->figure))
    {
      trl_cli_complain (
        choice->figure,
        _ ("There is no such figure; trellis-cli list figures shows them"));
      return FALSE;
    }
  if (choice->layout && !trl_layout_find (choice->layout))
    {
      trl_cli_complain (
        choice->layout,
        _ ("There is no such layout; trellis-cli list layouts shows them"));
      return FALSE;
    }
  if (choice->roll_up && !g_str_equal (choice->roll_up, "type"))
    {
      trl_cli_complain (choice->roll_up, _ ("Partners are rolled up by type"));
      return FALSE;
    }
  if (choice->each && !g_str_equal (choice->each, "network"))
    {
      trl_cli_complain (choice->each, _ ("Figures are made for each network"));
      return FALSE;
    }
  if (!(choice->dpi >= 1 && choice->dpi <= 10000))
    {
      trl_cli_complain ("--dpi", _ ("Pixels an inch are a number from 1 to 10000"));
      return FALSE;
    }
  return parse_width (choice->width, &request->width, &request->height) &&
         parse_height (choice->height, &request->height) &&
         trl_cli_set_options (request->options, choice->settings);
}

/* All that are named must be there; the first is the one that a figure of one shows. */
static TrlNetwork *
find_networks (TrlDocument *document, const Choice *choice)
{
  TrlNetwork *first =
    trl_cli_find_network (document, choice->networks ? choice->networks[0] : NULL);

  for (guint i = 1; first && choice->networks && choice->networks[i]; i++)
    if (!trl_cli_find_network (document, choice->networks[i]))
      return NULL;
  return first;
}

/* A figure of one network shows one, and is made for each; a figure of many is made once.
 * Not every figure has numbers. */
static gboolean
check_figure (const Choice *choice)
{
  const TrlFigure *figure = trl_figure_find (choice->figure ? choice->figure : "network");

  if (!figure->many && choice->networks && choice->networks[0] && choice->networks[1])
    {
      trl_cli_complain (figure->id, _ ("This figure shows one network"));
      return FALSE;
    }
  if (figure->many && choice->each)
    {
      trl_cli_complain (figure->id, _ ("This figure shows all networks on one page"));
      return FALSE;
    }
  if (choice->data && !figure->make_table)
    {
      trl_cli_complain (figure->id, _ ("There are no numbers behind this figure"));
      return FALSE;
    }
  return TRUE;
}

static TrlExit
write_data (const char *path, const TrlFigureRequest *request)
{
  g_autoptr (GError) error = NULL;
  char *table = trl_figure_make_table (request, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (!table)
    {
      trl_cli_complain (request->figure ? request->figure : "network", error->message);
      return TRL_EXIT_USAGE;
    }
  bytes = g_bytes_new_take (table, strlen (table));
  return trl_cli_write (path, bytes);
}

static TrlExit
make (const TrlArguments *arguments, const Choice *choice)
{
  const char *format = find_file_format (arguments->output);
  g_autoptr (TrlOptions) options = trl_figure_options_new (choice->figure);
  g_autoptr (TrlDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *positions = NULL;
  TrlNetwork      *network;
  TrlExit          result = TRL_EXIT_USAGE;
  TrlFigureRequest request = {
    .figure = choice->figure,
    .networks = (const char *const *) choice->networks,
    .layout = choice->layout,
    .roll_up = choice->roll_up != NULL,
    .dpi = choice->dpi,
    .theme = TRL_THEME_PRINT, /* as the window proposes */
    .title = choice->title,
    .subtitle = choice->subtitle,
    .caption = choice->caption,
    .source = choice->source,
    .options = options,
  };

  if (!format || !fill_request (&request, choice) || !check_figure (choice))
    return TRL_EXIT_USAGE;
  if (choice->positions &&
      !g_file_get_contents (choice->positions, &positions, NULL, &error))
    {
      trl_cli_complain (NULL, error->message);
      return TRL_EXIT_PROBLEMS;
    }
  document = trl_arguments_read (arguments, NULL, &result);
  if (!document)
    return result;
  network = find_networks (document, choice);
  if (!network)
    return choice->networks ? TRL_EXIT_USAGE : TRL_EXIT_PROBLEMS;
  request.document = document;
  request.network = trl_network_get_id (network);
  request.positions_csv = positions;
  result = choice->each ? draw_each (&request, format, arguments->output)
                        : draw (&request, format, arguments->output);
  if (result == TRL_EXIT_DONE && choice->data)
    result = write_data (choice->data, &request);
  if (result == TRL_EXIT_DONE && choice->sidecar)
    result = write_sidecar (
      choice->sidecar, &request,
      trl_figure_find (choice->figure ? choice->figure : "network")->many ? NULL
                                                                          : network);
  return result;
}

static TrlExit
run (int argc, char **argv)
{
  g_auto (Choice) choice = { .dpi = 300 };
  const GOptionEntry own[] = {
    { "figure", 0, 0, G_OPTION_ARG_STRING, &choice.figure, N_ ("Which figure"),
      N_ ("FIGURE") },
    { "network", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice.networks,
      N_ ("Which network; the first; several for a figure of many"), N_ ("NAME") },
    { "each", 0, 0, G_OPTION_ARG_STRING, &choice.each,
      N_ ("A file for each network, named after it"), "network" },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &choice.layout, N_ ("How to place"),
      N_ ("LAYOUT") },
    { "positions", 0, 0, G_OPTION_ARG_FILENAME, &choice.positions,
      N_ ("Table of places: id,x,y"), N_ ("CSV") },
    { "roll-up", 0, 0, G_OPTION_ARG_STRING, &choice.roll_up,
      N_ ("Partner types in place of organizations"), "type" },
    { "width", 0, 0, G_OPTION_ARG_STRING, &choice.width,
      N_ ("Width of the page, as 180mm; or a preset"), N_ ("LENGTH") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &choice.height,
      N_ ("Height of the page; by content if not given"), N_ ("LENGTH") },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &choice.dpi, N_ ("Pixels an inch, of PNG"), "N" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &choice.theme,
      N_ ("print (if not given), light or dark"), N_ ("THEME") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &choice.title, N_ ("Title of the page"),
      N_ ("TEXT") },
    { "subtitle", 0, 0, G_OPTION_ARG_STRING, &choice.subtitle,
      N_ ("Line below the title"), N_ ("TEXT") },
    { "caption", 0, 0, G_OPTION_ARG_STRING, &choice.caption,
      N_ ("Text below the picture"), N_ ("TEXT") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &choice.source,
      N_ ("Where the data come from"), N_ ("TEXT") },
    { "sidecar", 0, 0, G_OPTION_ARG_FILENAME, &choice.sidecar,
      N_ ("Also write what is drawn, as JSON"), N_ ("FILE") },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &choice.data,
      N_ ("Also write the numbers behind the figure, as CSV"), N_ ("FILE") },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice.settings,
      N_ ("An option of the figure"), N_ ("NAME=VALUE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (TrlArguments) arguments = { 0 };
  TrlExit result = trl_arguments_parse (&arguments, &trl_command_figure, own, argc, argv);

  if (result != TRL_EXIT_DONE)
    return result;
  if (!arguments.output)
    {
      trl_cli_complain (NULL, _ ("Say with -o where to write"));
      return TRL_EXIT_USAGE;
    }
  return make (&arguments, &choice);
}

const TrlCommand trl_command_figure = {
  .name = "figure",
  .usage =
    "FILE… -o OUT.pdf|.svg|.png|.eps [--network NAME] [--layout L] [--width 180mm]",
  .summary = N_ ("Make a page with title, legend, caption and source"),
  .run = run,
};
