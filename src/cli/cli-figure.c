/* SPDX-License-Identifier: GPL-3.0-or-later */

/* figure: a page made from a document, the same bytes as the window writes. */

#include "config.h"

#include "cli/trl-cli.h"
#include "engine/trl-engine.h"
#include "figure/trl-figure-alt.h"
#include "figure/trl-figure-saved.h"
#include "scene/trl-text.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  char  *figure;
  char  *like;
  char  *saved;
  char **networks;
  char  *each;
  char  *positions;
  char  *roll_up;
  char  *sidecar;
  char  *data;
  char  *alt_file;
  char **settings;
  char **texts; /* `key=text` of the options that have a name of their own */
} Choice;

static void
choice_clear (Choice *choice)
{
  g_free (choice->figure);
  g_free (choice->like);
  g_free (choice->saved);
  g_strfreev (choice->networks);
  g_free (choice->each);
  g_free (choice->positions);
  g_free (choice->roll_up);
  g_free (choice->sidecar);
  g_free (choice->data);
  g_free (choice->alt_file);
  g_strfreev (choice->settings);
  g_strfreev (choice->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static const char *
find_file_format (const char *output)
{
  const char *format = trl_cli_find_figure_format (output);

  if (!format)
    trl_cli_complain (output, _ ("A figure is written as .pdf, .svg, .png or .eps"));
  return format;
}

/* `sites.pdf` and “Site A” make `sites-site-a.pdf`; another one of that name makes
 * `sites-site-a-2.pdf`.  Names stay with those that are taken. */
static const char *
name_for (const char *output, const char *thing, GHashTable *taken)
{
  const char      *dot = strrchr (output, '.');
  g_autofree char *short_name = trl_text_shorten (thing, 60);
  g_autofree char *slug = trl_slug (short_name);
  char *name = g_strdup_printf ("%.*s-%s%s", (int) (dot - output), output, slug, dot);

  for (guint n = 2; g_hash_table_contains (taken, name); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%.*s-%s-%u%s", (int) (dot - output), output, slug, n, dot);
    }
  g_hash_table_add (taken, name);
  return name;
}

static GHashTable *
new_names (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  if (error->domain == TRL_ENGINE_ERROR)
    return TRL_EXIT_HELPER;
  return g_error_matches (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN)
           ? TRL_EXIT_USAGE
           : TRL_EXIT_PROBLEMS;
}

static TrlExit
write_text (const char *path, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return trl_cli_write (path, bytes);
}

/* A figure without numbers is made all the same. */
static TrlExit
write_data (const char *path, const TrlFigureRequest *request)
{
  g_autoptr (GError) error = NULL;
  char *table = trl_figure_make_table (request, &error);

  if (table)
    return write_text (path, table);
  trl_cli_complain (request->figure, error
                                       ? error->message
                                       : _ ("There are no numbers behind this figure"));
  return error ? TRL_EXIT_USAGE : TRL_EXIT_DONE;
}

/* What is beside a figure, on request. */
static TrlExit
write_beside (const Choice            *choice,
              const TrlFigureSettings *settings,
              const TrlFigureRequest  *request)
{
  TrlExit result = TRL_EXIT_DONE;

  if (choice->data)
    result = write_data (choice->data, request);
  if (result == TRL_EXIT_DONE && choice->sidecar)
    result = write_text (choice->sidecar,
                         trl_figure_settings_to_sidecar (settings, request->document));
  if (result == TRL_EXIT_DONE && choice->alt_file)
    {
      g_autoptr (TrlScene) scene = trl_figure_build (request, NULL, NULL);
      g_autofree char *alt = scene ? trl_figure_make_alt (request, scene) : g_strdup ("");

      result = write_text (choice->alt_file, g_strconcat (alt, "\n", NULL));
    }
  return result;
}

static TrlExit
draw_networks (TrlFigureRequest *request, const char *format, const char *output)
{
  g_autoptr (GHashTable) taken = new_names ();

  for (guint i = 0; i < trl_document_get_n_networks (request->document); i++)
    {
      TrlNetwork *network = trl_document_get_network (request->document, i);
      const char *name = name_for (output, trl_network_get_name (network), taken);
      TrlExit     result;

      request->network = trl_network_get_id (network);
      result = draw (request, format, name);
      if (result != TRL_EXIT_DONE)
        return result;
    }
  return TRL_EXIT_DONE;
}

static gboolean
is_word (const char *text, const char *word, const char *complaint)
{
  if (!text || g_str_equal (text, word))
    return TRUE;
  trl_cli_complain (text, complaint);
  return FALSE;
}

/* A figure of one network shows one, and is made for each; a figure of many is made
 * once. */
static gboolean
check_figure (const Choice *choice, const TrlFigureSettings *settings)
{
  const TrlFigure *figure = trl_figure_settings_get_figure (settings);

  if (!figure->many && choice->networks && choice->networks[0] && choice->networks[1])
    {
      trl_cli_complain (figure->id, _ ("This figure shows one network"));
      return FALSE;
    }
  if (figure->many && choice->each && !choice->saved)
    {
      trl_cli_complain (figure->id, _ ("This figure shows all networks on one page"));
      return FALSE;
    }
  return is_word (choice->roll_up, "type", _ ("Partners are rolled up by type"));
}

static TrlFigureSettings *
read_sidecar (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *json = NULL;
  gsize              length;
  TrlFigureSettings *settings = NULL;

  if (g_file_get_contents (path, &json, &length, &error) && strlen (json) == length)
    settings = trl_figure_settings_from_sidecar (json, &error);
  if (!settings)
    trl_cli_complain (path, error ? error->message : _ ("This is not a figure recipe"));
  return settings;
}

/* By its id, else by its name, which others may have. */
static const TrlSavedFigure *
find_saved (TrlDocument *document, const char *name)
{
  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; i < trl_document_get_n_figures (document); i++)
      {
        const TrlSavedFigure *saved = trl_document_get_figure (document, i);

        if (g_str_equal (turn == 0 ? saved->id : saved->name, name))
          return saved;
      }
  return NULL;
}

static TrlFigureSettings *
read_saved (TrlDocument *document, const char *name)
{
  const TrlSavedFigure *saved = find_saved (document, name);
  g_autoptr (GError) error = NULL;
  TrlFigureSettings *settings =
    saved ? trl_figure_settings_new_from_saved (saved, &error) : NULL;

  if (!saved)
    trl_cli_complain (name, _ ("The document has no saved figure of that name"));
  else if (!settings)
    trl_cli_complain (saved->name, error->message);
  return settings;
}

static TrlFigureSettings *
begin_settings (const Choice *choice, TrlDocument *document)
{
  TrlFigureSettings *settings;

  if (choice->like)
    settings = read_sidecar (choice->like);
  else if (choice->saved)
    settings = read_saved (document, choice->saved);
  else
    settings = trl_figure_settings_new (choice->figure);
  if (settings && choice->figure)
    trl_figure_settings_set_figure (settings, choice->figure);
  return settings;
}

static gboolean
set_all (TrlFigureSettings *settings, char *const *pairs)
{
  for (guint i = 0; pairs && pairs[i]; i++)
    {
      g_autoptr (GError) error = NULL;

      if (trl_figure_settings_set_pair (settings, pairs[i], &error))
        continue;
      trl_cli_complain (NULL, error->message);
      return FALSE;
    }
  return TRUE;
}

static TrlFigureSettings *
make_settings (const Choice *choice, TrlDocument *document)
{
  g_autoptr (TrlFigureSettings) settings = begin_settings (choice, document);
  g_autofree char *networks = NULL;

  if (!settings || !check_figure (choice, settings) ||
      !set_all (settings, choice->texts) || !set_all (settings, choice->settings))
    return NULL;
  if (choice->networks)
    {
      networks = g_strjoinv ("\n", choice->networks);
      trl_figure_settings_set (settings, "network", networks, NULL);
    }
  if (choice->roll_up)
    trl_figure_settings_set (settings, "roll-up", "yes", NULL);
  return g_steal_pointer (&settings);
}

/* What would be passed over in silence is not taken. */
static gboolean
check_together (const Choice *choice)
{
  gboolean saved = g_strcmp0 (choice->each, "saved") == 0;

  if (choice->positions && choice->sidecar)
    trl_cli_complain ("--sidecar", _ ("This cannot be combined with --positions"));
  else if (choice->like && choice->saved)
    trl_cli_complain ("--like", _ ("This cannot be combined with --saved"));
  else if (choice->each && choice->networks)
    trl_cli_complain ("--each", _ ("This cannot be combined with --network"));
  else if (choice->each && (choice->data || choice->sidecar || choice->alt_file))
    trl_cli_complain ("--each", _ ("This cannot be combined with --data, --sidecar and "
                                   "--alt-file, which are about one figure"));
  else if (saved &&
           (choice->figure || choice->like || choice->saved || choice->networks ||
            choice->positions || choice->roll_up || choice->settings || choice->texts))
    trl_cli_complain ("--each=saved", _ ("Saved figures are made as they were saved"));
  else
    return TRUE;
  return FALSE;
}

/* What is wrong whatever the document holds is said before it is read. */
static gboolean
check_early (const Choice *choice)
{
  g_autoptr (TrlFigureSettings) settings = NULL;

  if (choice->figure && !trl_figure_find (choice->figure))
    {
      trl_cli_complain (
        choice->figure,
        _ ("There is no such figure; trellis-cli list figures shows them"));
      return FALSE;
    }
  if (choice->each && !g_str_equal (choice->each, "saved") &&
      !is_word (choice->each, "network",
                _ ("Figures are made for each network, or each that is saved")))
    return FALSE;
  if (!check_together (choice))
    return FALSE;
  if (choice->saved || g_strcmp0 (choice->each, "saved") == 0)
    return TRUE;
  settings = make_settings (choice, NULL);
  return settings != NULL;
}

static gboolean
find_networks (TrlDocument *document, const Choice *choice)
{
  if (trl_document_get_n_networks (document) == 0)
    return trl_cli_find_network (document, NULL) != NULL;
  for (guint i = 0; choice->networks && choice->networks[i]; i++)
    if (!trl_cli_find_network (document, choice->networks[i]))
      return FALSE;
  return TRUE;
}

static TrlExit
make_one (TrlDocument  *document,
          const Choice *choice,
          const char   *positions,
          const char   *format,
          const char   *output)
{
  g_autoptr (TrlFigureSettings) settings = make_settings (choice, document);
  TrlFigureRequest request;
  TrlExit          result;

  if (!settings)
    return TRL_EXIT_USAGE;
  trl_figure_settings_fill_request (settings, document, &request);
  request.positions_csv = positions;
  result = g_strcmp0 (choice->each, "network") == 0
             ? draw_networks (&request, format, output)
             : draw (&request, format, output);
  return result == TRL_EXIT_DONE ? write_beside (choice, settings, &request) : result;
}

/* All saved figures: pages of one PDF, or a file each, named after them. */
static TrlExit
make_saved (TrlDocument *document, const char *format, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (trl_document_get_n_figures (document) == 0)
    {
      trl_cli_complain (NULL, _ ("The document has no saved figures"));
      return TRL_EXIT_USAGE;
    }
  if (!g_str_equal (format, "pdf"))
    {
      g_autoptr (GHashTable) taken = new_names ();

      for (guint i = 0; i < trl_document_get_n_figures (document); i++)
        {
          const TrlSavedFigure *saved = trl_document_get_figure (document, i);
          const char           *name = name_for (output, saved->name, taken);
          Choice                one = { .saved = saved->id };
          TrlExit               result = make_one (document, &one, NULL, format, name);

          if (result != TRL_EXIT_DONE)
            return result;
        }
      return TRL_EXIT_DONE;
    }
  bytes = trl_figure_export_saved (document, NULL, &error);
  if (bytes)
    return trl_cli_write (output, bytes);
  trl_cli_complain (NULL, error->message);
  return TRL_EXIT_PROBLEMS;
}

static TrlExit
make (const TrlArguments *arguments, const Choice *choice)
{
  const char *format = find_file_format (arguments->output);
  g_autoptr (TrlDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *positions = NULL;
  TrlExit          result = TRL_EXIT_USAGE;

  if (!format || !check_early (choice))
    return TRL_EXIT_USAGE;
  if (choice->positions &&
      !g_file_get_contents (choice->positions, &positions, NULL, &error))
    {
      trl_cli_complain (NULL, error->message);
      return TRL_EXIT_PROBLEMS;
    }
  trl_text_find_fonts ();
  document = trl_arguments_read (arguments, NULL, &result);
  if (!document)
    return result;
  if (!find_networks (document, choice))
    return choice->networks ? TRL_EXIT_USAGE : TRL_EXIT_PROBLEMS;
  if (g_strcmp0 (choice->each, "saved") == 0)
    return make_saved (document, format, arguments->output);
  return make_one (document, choice, positions, format, arguments->output);
}

/* Options that have a name of their own on the command line are options of the page. */
static gboolean
take_text (const char *name, const char *value, gpointer data, GError **error)
{
  Choice *choice = data;
  guint   n = choice->texts ? g_strv_length (choice->texts) : 0;

  choice->texts = g_renew (char *, choice->texts, n + 2);
  choice->texts[n] = g_strdup_printf ("%s=%s", name + strlen ("--"), value);
  choice->texts[n + 1] = NULL;
  return TRUE;
}

/* What the command line can say, into @choice. */
static GArray *
make_entries (Choice *choice)
{
  const GOptionEntry own[] = {
    { "figure", 0, 0, G_OPTION_ARG_STRING, &choice->figure,
      N_ ("Which figure; trellis-cli list figures shows them"), N_ ("FIGURE") },
    { "saved", 0, 0, G_OPTION_ARG_STRING, &choice->saved,
      N_ ("A figure that is saved in the document"), N_ ("NAME") },
    { "like", 0, 0, G_OPTION_ARG_FILENAME, &choice->like,
      N_ ("A figure as its sidecar says; other options change it"), N_ ("FILE") },
    { "network", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice->networks,
      N_ ("Which network, the first if not given; may be repeated"), N_ ("NAME") },
    { "each", 0, 0, G_OPTION_ARG_STRING, &choice->each,
      N_ ("A file for each network; or all saved figures, as one PDF or a file each"),
      "network|saved" },
    { "layout", 0, 0, G_OPTION_ARG_CALLBACK, take_text, N_ ("How to place"),
      N_ ("LAYOUT") },
    { "positions", 0, 0, G_OPTION_ARG_FILENAME, &choice->positions,
      N_ ("Table of places: id,x,y"), N_ ("CSV") },
    { "roll-up", 0, 0, G_OPTION_ARG_STRING, &choice->roll_up,
      N_ ("Partner types in place of organizations"), "type" },
    { "width", 0, 0, G_OPTION_ARG_CALLBACK, take_text,
      N_ ("Width of the page, as 180mm; or a preset"), N_ ("LENGTH") },
    { "height", 0, 0, G_OPTION_ARG_CALLBACK, take_text,
      N_ ("Height of the page; by content if not given"), N_ ("LENGTH") },
    { "dpi", 0, 0, G_OPTION_ARG_CALLBACK, take_text, N_ ("Pixels an inch, of PNG"), "N" },
    { "theme", 0, 0, G_OPTION_ARG_CALLBACK, take_text,
      N_ ("print (if not given), light or dark"), N_ ("THEME") },
    { "palette", 0, 0, G_OPTION_ARG_CALLBACK, take_text,
      N_ ("own (of the document), depth, viridis, cividis or grey"), N_ ("PALETTE") },
    { "title", 0, 0, G_OPTION_ARG_CALLBACK, take_text,
      N_ ("Title of the page; {title} is the one that is made"), N_ ("TEXT") },
    { "subtitle", 0, 0, G_OPTION_ARG_CALLBACK, take_text, N_ ("Line below the title"),
      N_ ("TEXT") },
    { "caption", 0, 0, G_OPTION_ARG_CALLBACK, take_text, N_ ("Text below the picture"),
      N_ ("TEXT") },
    { "source", 0, 0, G_OPTION_ARG_CALLBACK, take_text, N_ ("Where the data come from"),
      N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_CALLBACK, take_text, N_ ("A last line"), N_ ("TEXT") },
    { "sidecar", 0, 0, G_OPTION_ARG_FILENAME, &choice->sidecar,
      N_ ("Also write the recipe: what makes the figure again, as JSON"), N_ ("FILE") },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &choice->data,
      N_ ("Also write the numbers behind the figure, as CSV"), N_ ("FILE") },
    { "alt-file", 0, 0, G_OPTION_ARG_FILENAME, &choice->alt_file,
      N_ ("Also write the alternative text"), N_ ("FILE") },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choice->settings,
      N_ ("Any option; trellis-cli list figures --options FIGURE shows them"),
      N_ ("NAME=VALUE") },
  };
  GArray *out = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  g_array_append_vals (out, own, G_N_ELEMENTS (own));
  return out;
}

static TrlExit
run (int argc, char **argv)
{
  g_auto (Choice) choice = { 0 };
  g_autoptr (GArray) own = make_entries (&choice);
  g_auto (TrlArguments) arguments = { 0 };
  TrlExit result =
    trl_arguments_parse (&arguments, &trl_command_figure,
                         (const GOptionEntry *) own->data, &choice, argc, argv);

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
    "FILE… -o OUT.pdf|.svg|.png|.eps [--figure F | --saved NAME | --like SIDECAR | "
    "--each saved] [--network NAME] [--width 180mm] [--set NAME=VALUE]",
  .summary = N_ ("Make a page with title, legend, caption and source"),
  .run = run,
};
