/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several networks beside each other.  Letters are never smaller than 6 points: where
 * titles find no room there are fewer columns, and the drawings give way. */
#include "config.h"

#include "figure/trl-figure.h"

#include "figure/trl-figure-alt.h"
#include "figure/trl-figure-fill.h"
#include "figure/trl-figure-hidden.h"
#include "figure/trl-figure-networks.h"
#include "figure/trl-figure-partners.h"
#include "figure/trl-figure-words.h"
#include "figure/trl-multiples-words.h"
#include "formats/trl-csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define LEAST_TEXT 6.0
#define ASPECT 1.5       /* width to height that a page by content aims at */
#define TALLEST 640.0    /* of such a page, points, unless panels would be too small */
#define LEAST_PANEL 46.0 /* height of a drawing, points */
#define MANY 12          /* more panels than that may have brief subtitles */
#define SMALL_PANEL 80.0 /* and do, if drawings are smaller, points */
#define ASPECT_OF_MANY 0.85
#define WIDTH_FOR_NAMES 230.0
#define SMALLEST 0.05
#define LARGEST 1.6
#define ROOM_FOR_LETTER 8.5 /* on the rim, points */

static const char *const order_choices[] = { "document", "name",           "diversity",
                                             "depth",    "responsibility", NULL };
static const char *const order_labels[] = {
  N_ ("As in the Document"),    N_ ("Name"), N_ ("Diversity"), N_ ("Depth"),
  N_ ("Shared Responsibility"), NULL
};
static const char *const names_choices[] = { "auto", "none", "letters", "all", NULL };
static const char *const names_labels[] = { N_ ("As There Is Room"), N_ ("None"),
                                            N_ ("Letters of Types"), N_ ("All"), NULL };

static const TrlOption options[] = {
  { "order", N_ ("Order"), TRL_OPTION_CHOICE, "document", 0, 0, order_choices,
    order_labels },
  { "columns", N_ ("Columns (0: Automatic)"), TRL_OPTION_INTEGER, "0", 0, 40 },
  { "names", N_ ("Names"), TRL_OPTION_CHOICE, "auto", 0, 0, names_choices, names_labels },
  { "hub", N_ ("Hub"), TRL_OPTION_FLAG, "yes" },
  { "ghosts", N_ ("Types without Interaction"), TRL_OPTION_FLAG, "yes" },
  { "hide-levels", N_ ("Levels Left Out"), TRL_OPTION_TEXT, "" },
  { "hide-types", N_ ("Partner Types Left Out"), TRL_OPTION_TEXT, "" },
};

typedef struct
{
  const TrlFigureRequest *request;
  GPtrArray              *networks;
  TrlPanels              *panels;
  TrlPanelsLook           look;
  const TrlFigureHidden  *hidden;
  guint                   columns;
  double                  text;               /* of subtitles, points */
  double                  cell;               /* width of a panel */
  double                  gap;                /* between panels */
  gboolean                crowded;            /* letters about the rim would meet */
  gboolean                in_lines;           /* subtitles, a part a line */
  gboolean                brief;              /* subtitles, explained in the caption */
  double                  title_height, head; /* the same in all panels */
} Drawing;

static int
find_choice (const TrlOptions *from, const char *id, const char *const *choices)
{
  const char *text = trl_options_get_text (from, id);

  for (guint i = 0; choices[i]; i++)
    if (g_str_equal (choices[i], text))
      return (int) i;
  return 0;
}

static TrlTextSpec
title_spec (const Drawing *drawing, const char *text)
{
  return (TrlTextSpec){ .string = text,
                        .size = drawing->text * 1.12,
                        .bold = TRUE,
                        .width = drawing->cell,
                        .max_lines = drawing->brief ? 3 : 2,
                        .max_chars = 120,
                        .align = TRL_ALIGN_CENTRE,
                        .anchor_x = 0.5 };
}

static TrlTextSpec
subtitle_spec (const Drawing *drawing, const char *text)
{
  return (TrlTextSpec){ .string = text,
                        .size = drawing->text,
                        .width = drawing->cell,
                        .balance = TRUE,
                        .align = TRL_ALIGN_CENTRE,
                        .anchor_x = 0.5 };
}

static char *
dup_subtitle (const Drawing *drawing, const TrlPanel *panel)
{
  return drawing->brief ? trl_multiples_words_brief (panel) : g_strdup (panel->subtitle);
}

static char *
set_subtitle (const Drawing *drawing, const TrlPanel *panel)
{
  g_autofree char *subtitle = dup_subtitle (drawing, panel);
  g_auto (GStrv) parts = g_strsplit (subtitle, " · ", -1);

  return g_strjoinv (drawing->in_lines ? "\n" : " · ", parts);
}

/* The width of the widest subtitle, or of the widest part of one, at a size. */
static double
measure_subtitles (const Drawing *drawing, gboolean in_lines, double size)
{
  double widest = 0;

  for (guint k = 0; k < trl_panels_get_n (drawing->panels); k++)
    {
      const TrlPanel  *panel = trl_panels_get_panel (drawing->panels, k);
      g_autofree char *subtitle = dup_subtitle (drawing, panel);
      g_auto (GStrv) parts = g_strsplit (subtitle, in_lines ? " · " : "\n", -1);

      for (guint i = 0; parts[i]; i++)
        {
          TrlTextSpec spec = { .string = parts[i], .size = size };
          double      width;

          trl_scene_measure (&spec, &width, NULL);
          widest = MAX (widest, width);
        }
    }
  return widest;
}

/* Settles what a number of columns leaves for letters.
 *
 * Returns: the lines that the longest part of a subtitle takes at the least size. */
static double
set_columns (Drawing *drawing, guint columns, double width)
{
  double largest = trl_figure_get_text_size (drawing->request);
  double wide, parts;

  drawing->columns = columns;
  drawing->gap = CLAMP (width * 0.02, 6, 18);
  drawing->cell = MAX (1, (width - drawing->gap * (columns - 1)) / columns);
  wide = measure_subtitles (drawing, FALSE, LEAST_TEXT);
  parts = measure_subtitles (drawing, TRUE, LEAST_TEXT);
  drawing->in_lines = wide > drawing->cell;
  drawing->text =
    LEAST_TEXT * drawing->cell / MAX (1, drawing->in_lines ? parts : wide) * 0.98;
  drawing->text = MIN (drawing->text, drawing->brief ? largest * 0.75 : largest);
  drawing->text = MAX (drawing->text, LEAST_TEXT);
  drawing->title_height = drawing->head = 0;
  for (guint k = 0; k < trl_panels_get_n (drawing->panels); k++)
    {
      const TrlPanel  *panel = trl_panels_get_panel (drawing->panels, k);
      g_autofree char *text = set_subtitle (drawing, panel);
      TrlTextSpec      title = title_spec (drawing, panel->title);
      TrlTextSpec      subtitle = subtitle_spec (drawing, text);
      double           high, low;

      trl_scene_measure (&title, NULL, &high);
      trl_scene_measure (&subtitle, NULL, &low);
      drawing->title_height = MAX (drawing->title_height, high);
      drawing->head = MAX (drawing->head, low);
    }
  drawing->head += drawing->title_height + drawing->text * 0.3;
  return parts / drawing->cell;
}

static guint
count_rows (const Drawing *drawing)
{
  guint n = trl_panels_get_n (drawing->panels);

  return (n + drawing->columns - 1) / drawing->columns;
}

/* How well a number of columns uses the room; the larger the better. */
static double
rate_columns (const Drawing *drawing, double width, double height)
{
  guint   rows = count_rows (drawing), n = trl_panels_get_n (drawing->panels);
  double  empty = (double) (rows * drawing->columns - n) / (rows * drawing->columns);
  double  row_gap = drawing->gap * (rows - 1), high;
  TrlRect box;

  trl_panels_get_box (drawing->panels, &box);
  high = drawing->cell * box.height / box.width;
  if (drawing->request->height > 0)
    return MIN (high, (height - row_gap) / rows - drawing->head) * (1 - 0.3 * empty);
  return -fabs (log (width / (rows * (drawing->head + high) + row_gap) /
                     (drawing->brief ? ASPECT_OF_MANY : ASPECT))) -
         empty;
}

static void
choose_columns (Drawing *drawing, double width, double height)
{
  guint  n = trl_panels_get_n (drawing->panels), best = 1;
  int    wanted = trl_options_get_integer (drawing->request->options, "columns");
  double most = -G_MAXDOUBLE;

  /* Parts of subtitles are broken only where drawings would be lost. */
  for (guint lines = 1; wanted <= 0 && lines <= 2 && most < LEAST_PANEL; lines++)
    {
      for (guint c = 1; c <= MIN (n, 40); c++)
        {
          double rate;

          if (set_columns (drawing, c, width) > lines)
            continue;
          rate = rate_columns (drawing, width, height);
          if (rate > most)
            {
              most = rate;
              best = c;
            }
        }
      if (drawing->request->height <= 0 && most > -G_MAXDOUBLE)
        break;
    }
  set_columns (drawing, wanted > 0 ? MIN ((guint) wanted, n) : best, width);
}

/* Names where there is room for them, else letters about the rim, else none. */
static TrlPanelNames
choose_names (const Drawing *drawing)
{
  int   wanted = find_choice (drawing->request->options, "names", names_choices);
  guint n;

  if (wanted > 0)
    return (TrlPanelNames) (wanted - 1);
  if (drawing->cell >= WIDTH_FOR_NAMES)
    return TRL_PANEL_NAMES_ALL;
  trl_panels_get_types (drawing->panels, &n);
  if (!drawing->crowded && trl_panels_get_panel (drawing->panels, 0)->places->rim > 0 &&
      drawing->cell * 0.8 * G_PI >= n * ROOM_FOR_LETTER)
    return TRL_PANEL_NAMES_LETTERS;
  return TRL_PANEL_NAMES_NONE;
}

static void
choose_looks (Drawing *drawing)
{
  const TrlOptions *from = drawing->request->options;

  trl_panels_look_init (&drawing->look);
  drawing->look.scene.theme = drawing->request->theme;
  drawing->look.scene.palette = drawing->request->palette;
  drawing->look.scene.all_levels = drawing->request->legend_all;
  drawing->look.scene.least_text = LEAST_TEXT;
  drawing->look.scene.hub = trl_options_get_flag (from, "hub");
  drawing->look.scene.ghosts = trl_options_get_flag (from, "ghosts");
  trl_figure_hidden_apply (drawing->hidden, &drawing->look.scene);
}

static void
put_head (const Drawing *drawing, TrlScene *scene, guint k, double x, double y)
{
  const TrlThemeStyle *style = trl_theme_get_style (drawing->request->theme);
  const TrlPanel      *panel = trl_panels_get_panel (drawing->panels, k);
  g_autofree char     *text = set_subtitle (drawing, panel);
  TrlTextSpec          title = title_spec (drawing, panel->title);
  TrlTextSpec          subtitle = subtitle_spec (drawing, text);
  TrlOwner             owner = { TRL_OWNER_PAGE, 0 };
  double               high;

  trl_scene_measure (&title, NULL, &high);
  trl_scene_add_text (scene, owner, x, y + drawing->title_height - high, &title,
                      style->ink);
  trl_scene_add_text (scene, owner, x, y + drawing->title_height, &subtitle, style->dim);
}

static TrlScene *
draw_picture (gpointer data, double scale)
{
  Drawing  *drawing = data;
  TrlScene *scene = trl_scene_new ();
  TrlRect   box;
  double    step, row;

  drawing->look.scene.scale = scale;
  trl_panels_draw (drawing->panels, &drawing->look);
  trl_panels_get_box (drawing->panels, &box);
  step = MAX (drawing->cell, box.width) + drawing->gap;
  row = drawing->head + box.height + drawing->gap;
  for (guint k = 0; k < trl_panels_get_n (drawing->panels); k++)
    {
      double x = k % drawing->columns * step + (step - drawing->gap) / 2;
      double y = k / drawing->columns * row;

      put_head (drawing, scene, k, x, y);
      trl_panels_append (drawing->panels, k, scene, x - box.width / 2, y + drawing->head,
                         1);
    }
  trl_scene_freeze (scene);
  return scene;
}

static gboolean
fits (Drawing *drawing, double scale, double height)
{
  guint   rows = count_rows (drawing);
  TrlRect box;

  drawing->look.scene.scale = scale;
  trl_panels_draw (drawing->panels, &drawing->look);
  trl_panels_get_box (drawing->panels, &box);
  return box.width <= drawing->cell &&
         rows * (drawing->head + box.height) + (rows - 1) * drawing->gap <= height;
}

/* The page looks at widths, and titles are always about as wide as their column: so the
 * largest scale is found here. */
static double
find_scale (Drawing *drawing, double height)
{
  double low = SMALLEST, high = LARGEST;

  if (fits (drawing, high, height))
    return high;
  while (high / low > 1.01)
    {
      double middle = sqrt (low * high);

      if (fits (drawing, middle, height))
        low = middle;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_crowded (const Drawing *drawing, double scale)
{
  double rim = trl_panels_get_panel (drawing->panels, 0)->places->rim * scale;
  guint  n;

  trl_panels_get_types (drawing->panels, &n);
  return drawing->look.names == TRL_PANEL_NAMES_LETTERS &&
         find_choice (drawing->request->options, "names", names_choices) == 0 &&
         2 * G_PI * rim < n * ROOM_FOR_LETTER;
}

static TrlLegend *
draw_legend (gpointer data, double scale)
{
  Drawing      *drawing = data;
  TrlPanelsLook look = drawing->look;

  look.scene.scale = scale;
  return trl_panels_make_legend (drawing->panels, &look);
}

static gboolean
check_places (const TrlFigureRequest *request, GError **error)
{
  if (request->layout && !trl_layout_find (request->layout))
    {
      g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN,
                   _ ("There is no layout “%s”"), request->layout);
      return FALSE;
    }
  if (request->positions_csv)
    {
      g_set_error_literal (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_PLACES,
                           _ ("Panels have a layout in common, and take no table of "
                              "places"));
      return FALSE;
    }
  return TRUE;
}

/* The letters are explained whatever a person writes below the picture. */
static void
set_caption (const Drawing *drawing, TrlPageWords *made, TrlPageWords *words)
{
  g_autofree char *letters = NULL;
  g_autofree char *caption = NULL;

  g_free (made->caption);
  made->caption =
    trl_multiples_words_caption (drawing->panels, &drawing->look, drawing->brief);
  if (drawing->hidden->words)
    {
      g_autofree char *said = g_steal_pointer (&made->caption);

      made->caption = g_strconcat (said, " ", drawing->hidden->words, NULL);
    }
  trl_page_words_clear (words);
  trl_figure_fill_words (drawing->request, made, words);
  if (drawing->look.names != TRL_PANEL_NAMES_LETTERS)
    return;
  letters = trl_multiples_words_letters (drawing->panels, &drawing->look);
  caption = g_steal_pointer (&words->caption);
  words->caption =
    caption && *caption ? g_strconcat (caption, "\n", letters, NULL) : g_strdup (letters);
}

static void
arrange (Drawing *drawing, TrlPage *page)
{
  double width, height;

  trl_page_get_room (page, &width, &height);
  choose_columns (drawing, width, height);
  drawing->look.names = choose_names (drawing);
  drawing->look.scene.text_size = MAX (LEAST_TEXT, drawing->text * 0.95);
  drawing->look.scene.label_width = CLAMP (drawing->cell * 0.24, 40, 9 * drawing->text);
  page->tallest =
    MAX (TALLEST, count_rows (drawing) * (drawing->head + drawing->gap + LEAST_PANEL)) /
    width;
}

/* The caption takes room, and says what there is room for: so the page is planned twice.
 */
static void
settle (Drawing *drawing, TrlPage *page, TrlPageWords *made, TrlPageWords *words)
{
  double width, height;

  for (guint turn = 0; turn < 2; turn++)
    {
      arrange (drawing, page);
      set_caption (drawing, made, words);
    }
  trl_page_get_room (page, &width, &height);
  page->largest = find_scale (drawing, height);
}

/* Among many, drawings count for more than words that are the same in all. */
static gboolean
wants_brief (const Drawing *drawing)
{
  TrlRect box;

  trl_panels_get_box (drawing->panels, &box);
  return trl_panels_get_n (drawing->panels) > MANY && box.height < SMALL_PANEL &&
         trl_multiples_words_can_be_brief (drawing->panels);
}

static TrlScene *
compose (Drawing *drawing, GCancellable *cancellable, GError **error)
{
  const TrlFigureRequest *request = drawing->request;
  TrlPanelsOrder          order =
    (TrlPanelsOrder) find_choice (request->options, "order", order_choices);
  const char      *title = trl_document_get_text (request->document, TRL_DOCUMENT_TITLE);
  g_autofree char *subtitle = trl_multiples_words_subtitle (drawing->panels, order);
  g_auto (TrlPageWords) made = { 0 };
  g_auto (TrlPageWords) words = { 0 };
  TrlPage page = {
    .largest = LARGEST,
    .picture = draw_picture,
    .legend = draw_legend,
    .data = drawing,
  };

  made.title = g_strdup (title ? title : subtitle);
  made.subtitle = g_strdup (title ? subtitle : NULL);
  made.source = trl_figure_words_sources (request->document, drawing->networks);
  trl_figure_fill_words (request, &made, &words);
  trl_figure_fill_page (request, &words, &page);
  settle (drawing, &page, &made, &words);
  drawing->brief = wants_brief (drawing);
  if (drawing->brief)
    settle (drawing, &page, &made, &words);
  drawing->crowded = is_crowded (drawing, page.largest);
  if (drawing->crowded)
    settle (drawing, &page, &made, &words);
  return trl_page_compose (&page, cancellable, error);
}

/* Whoever asks owns @hidden and the panels. */
static TrlPanels *
make_panels (const TrlFigureRequest *request,
             TrlFigureHidden        *hidden,
             Drawing                *drawing,
             GCancellable           *cancellable,
             GError                **error)
{
  TrlPanelsRequest wanted = { .layout = request->layout, .roll_up = request->roll_up };

  *drawing = (Drawing){ .request = request, .hidden = hidden };
  drawing->networks = trl_figure_find_networks (request, error);
  if (!drawing->networks || !check_places (request, error) ||
      !trl_figure_hidden_init (hidden, request, error))
    return NULL;
  wanted.networks = (TrlNetwork *const *) drawing->networks->pdata;
  wanted.n = drawing->networks->len;
  wanted.order = (TrlPanelsOrder) find_choice (request->options, "order", order_choices);
  choose_looks (drawing);
  drawing->panels = trl_panels_new (&wanted, &drawing->look, cancellable, error);
  return drawing->panels;
}

static TrlScene *
build (const TrlFigureRequest *request, GCancellable *cancellable, GError **error)
{
  g_auto (TrlFigureHidden) hidden = { 0 };
  Drawing drawing;
  g_autoptr (TrlPanels) panels =
    make_panels (request, &hidden, &drawing, cancellable, error);
  g_autoptr (GPtrArray) networks = drawing.networks;

  return panels ? compose (&drawing, cancellable, error) : NULL;
}

/* Types of which nothing is known have a mark, too. */
static void
append_ghosts (const Drawing *drawing, const TrlPanel *panel, GString *csv)
{
  for (guint i = 0; drawing->look.scene.ghosts && i < panel->ghosts->len; i++)
    {
      const TrlPanelGhost *ghost = &g_array_index (panel->ghosts, TrlPanelGhost, i);
      const TrlPanelsType *type = trl_panels_find_type (drawing->panels, ghost->type);
      TrlFigurePartner     nobody = { .id = "", .rank = -2, .count = NAN };

      if (!trl_scene_options_shows_type (&drawing->look.scene, ghost->type))
        continue;
      nobody.name = nobody.type = type ? type->name : ghost->type;
      trl_csv_append (csv, panel->title, FALSE);
      trl_figure_partner_append (csv, &nobody, TRUE);
    }
}

static char *
make_table (const TrlFigureRequest *request, GError **error)
{
  g_autoptr (GString) csv = g_string_new ("site," TRL_FIGURE_PARTNER_CELLS "\r\n");
  g_auto (TrlFigureHidden) hidden = { 0 };
  Drawing drawing;
  g_autoptr (TrlPanels) panels = make_panels (request, &hidden, &drawing, NULL, error);
  g_autoptr (GPtrArray) networks = drawing.networks;

  if (!panels)
    return NULL;
  for (guint k = 0; k < trl_panels_get_n (panels); k++)
    {
      const TrlPanel *panel = trl_panels_get_panel (panels, k);
      g_autoptr (GArray) partners =
        trl_figure_partners_new (panel->network, panel->scene);

      for (guint i = 0; i < partners->len; i++)
        {
          trl_csv_append (csv, panel->title, FALSE);
          trl_figure_partner_append (csv, &g_array_index (partners, TrlFigurePartner, i),
                                     TRUE);
        }
      append_ghosts (&drawing, panel, csv);
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

static void
say (const TrlFigureRequest *request, const TrlScene *scene, GString *out)
{
  g_auto (TrlFigureHidden) hidden = { 0 };
  Drawing drawing;
  g_autoptr (TrlPanels) panels = make_panels (request, &hidden, &drawing, NULL, NULL);
  g_autoptr (GPtrArray) networks = drawing.networks;

  for (guint k = 0; panels && k < trl_panels_get_n (panels); k++)
    {
      const TrlPanel *panel = trl_panels_get_panel (panels, k);
      g_autoptr (GArray) partners =
        trl_figure_partners_new (panel->network, panel->scene);
      g_auto (GStrv) parts = g_strsplit (panel->subtitle, " · ", -1);
      g_autofree char *subtitle = g_strjoinv (", ", parts);

      if (trl_figure_alt_is_full (out, k))
        break;
      g_string_append_c (out, ' ');
      trl_figure_alt_say_name (out, panel->title);
      g_string_append_printf (out, ": %s.", subtitle);
      g_array_sort (partners, trl_figure_partners_compare_depth);
      trl_figure_alt_say_levels (request, partners, out);
    }
}

const TrlFigure trl_figure_multiples = {
  .id = "multiples",
  .label = N_ ("Small Multiples"),
  .description =
    N_ ("Several networks beside each other, each partner type in one direction."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .many = TRUE,
  .every_wave = TRUE,
  .build = build,
  .make_table = make_table,
  .say = say,
};
