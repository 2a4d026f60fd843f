/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Own words with fields in them, on the page and in the file. */

#include "../draw/draw-tools.h"
#include "../scene/networks.h"
#include "settings.h"

#include "figure/trl-figure-alt.h"
#include "figure/trl-figure-partners.h"
#include "model/trl-next-wave.h"
#include "model/trl-vocabulary.h"

#include <gio/gio.h>

static char *
words_of (TrlFigureSettings *settings, TrlDocument *document)
{
  g_autoptr (TrlScene) scene = build_page (settings, document);
  GString       *out = g_string_new (NULL);
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT && items[i].owner.kind == TRL_OWNER_PAGE)
      g_string_append_printf (out, "%s\n",
                              trl_scene_get_text (scene, items[i].text)->string);
  return g_string_free (out, FALSE);
}

/* A survey that says where it comes from. */
static TrlDocument *
make_document (void)
{
  TrlDocument *document = new_survey ();

  trl_document_begin (document, "Say", NULL);
  trl_document_set (document, TRL_KIND_DOCUMENT, NULL, NULL, TRL_DOCUMENT_SOURCE,
                    TRL_TEXT ("a survey"));
  trl_document_set (document, TRL_KIND_DOCUMENT, NULL, NULL, TRL_DOCUMENT_TITLE,
                    TRL_TEXT ("The lab"));
  trl_document_end (document);
  return document;
}

static void
check_title (const char *own, const char *wanted)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrlFigureSettings) settings =
    new_settings (NULL, PAIRS ("subtitle=", "caption=", "source="));
  g_autofree char *words = NULL, *line = g_strconcat (wanted, *wanted ? "\n" : "", NULL);

  trl_figure_settings_set (settings, "title", own, NULL);
  words = words_of (settings, document);
  g_assert_cmpstr (words, ==, line);
}

static void
test_fields (void)
{
  check_title ("{title}", "Site X");
  check_title ("{title}, 2026", "Site X, 2026");
  check_title ("{network} of {document}", "Site X of The lab");
  check_title ("{source}.", "Source: a survey.");
  check_title ("{sites}/{partners}/{partnerships}", "1/59/16");
  check_title ("{{title}}", "{Site X}");
  check_title ("{nothing} {title", "{nothing} {title");
  check_title ("{Title} { title } {}", "{Title} { title } {}");
  check_title ("  ", "");
  check_title ("", "");
}

static void
test_subtitle_and_caption (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrlFigureSettings) plain = new_settings (NULL, NULL);
  g_autoptr (TrlFigureSettings) own =
    new_settings (NULL, PAIRS ("title={subtitle}", "subtitle=S: {subtitle}",
                               "caption=Ours. {caption} So.", "note=N {title}"));
  g_autofree char *before = words_of (plain, document), *after = words_of (own, document);
  g_auto (GStrv) made = g_strsplit (before, "\n", -1);
  g_auto (GStrv) said = g_strsplit (after, "\n", -1);
  g_autofree char *subtitle = g_strconcat ("S: ", made[1], NULL);
  g_autofree char *caption = g_strconcat ("Ours. ", made[2], " So.", NULL);

  g_assert_cmpuint (g_strv_length (made), ==, 5);
  g_assert_cmpuint (g_strv_length (said), ==, 6);
  g_assert_cmpstr (said[0], ==, made[1]);
  g_assert_cmpstr (said[1], ==, subtitle);
  g_assert_cmpstr (said[2], ==, caption);
  g_assert_cmpstr (said[3], ==, "Source: a survey");
  g_assert_cmpstr (said[4], ==, "N Site X");
}

/* What is not set follows the document. */
static void
test_fields_follow (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrlFigureSettings) settings = new_settings (
    NULL, PAIRS ("title={network}: {partners}", "subtitle=", "caption=", "source="));
  const TrlVocabulary  *words = trl_document_get_vocabulary (document);
  const TrlPartnerType *first = g_ptr_array_index (words->types, 0);
  g_autofree char      *before = words_of (settings, document), *after = NULL;

  g_assert_cmpstr (before, ==, "Site X: 59\n");
  trl_document_begin (document, "More", NULL);
  trl_document_set (document, TRL_KIND_NODE, "n", first->id, TRL_NODE_COUNT,
                    TRL_NUMBER (8));
  trl_document_end (document);
  after = words_of (settings, document);
  g_assert_cmpstr (after, ==, "Site X: 66\n");
}

/* Ten sites; a second wave of one is a network more, but no site. */
static void
test_sites (void)
{
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");
  g_autoptr (TrlFigureSettings) settings =
    new_settings ("matrix", PAIRS ("title={sites}", "subtitle=", "caption=", "source="));
  g_autoptr (TrlScene) before = build_page (settings, document), after = NULL,
                       panels = NULL;

  g_assert_cmpstr (trl_scene_get_name (before), ==, "10");
  trl_document_begin (document, "Next", NULL);
  trl_next_wave_add (document, trl_document_get_network (document, 0), "2030", TRUE,
                     NULL);
  trl_document_end (document);
  after = build_page (settings, document);
  g_assert_cmpstr (trl_scene_get_name (after), ==, "10");
  trl_figure_settings_set_figure (settings, "multiples");
  panels = build_page (settings, document);
  g_assert_cmpstr (trl_scene_get_name (panels), ==, "10");
}

/* The number of partners is that of the subtitle. */
static void
test_partners_of_subtitle (void)
{
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");
  g_autoptr (TrlFigureSettings) settings =
    new_settings (NULL, PAIRS ("network=Site F", "title={partners} partners"));
  g_autofree char *words = words_of (settings, document);
  g_auto (GStrv) lines = g_strsplit (words, "\n", 3);

  g_assert_nonnull (strstr (lines[1], lines[0]));
}

/* Every wave that is shown is counted. */
static void
test_partners_of_waves (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  g_autoptr (TrlFigureSettings) settings =
    new_settings ("multiples", PAIRS ("title={partners}"));
  g_autoptr (TrlScene) both = NULL, one = NULL;

  trl_document_begin (document, "Next", NULL);
  trl_next_wave_add (document, trl_document_get_network (document, 0), "2", TRUE, NULL);
  trl_document_end (document);
  both = build_page (settings, document);
  g_assert_cmpstr (trl_scene_get_name (both), ==, "118");
  trl_figure_settings_set (settings, "wave", "2", NULL);
  one = build_page (settings, document);
  g_assert_cmpstr (trl_scene_get_name (one), ==, "59");
}

static char *
crowd_caption (const char *pair)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (TrlDocument) document = new_random_net (random, 220, 500);
  g_autoptr (TrlFigureSettings) settings =
    new_settings (NULL, PAIRS ("width=column", "layout=stress", pair));

  return words_of (settings, document);
}

/* What found no room is said within own words, too. */
static void
test_left_out (void)
{
  g_autofree char *made = crowd_caption ("note=N");
  g_autofree char *within = crowd_caption ("caption=Ours. {caption}");
  g_autofree char *note = crowd_caption ("note={caption}");
  g_autofree char *own = crowd_caption ("caption=Ours.");

  g_assert_nonnull (strstr (made, "left out for want of room"));
  g_assert_nonnull (strstr (within, "left out for want of room"));
  g_assert_nonnull (strstr (strstr (note, "left out for want") + 1, "left out for want"));
  g_assert_null (strstr (own, "left out for want of room"));
}

/* --- who does not see the figure --- */

static char *
alt_of (const char *figure, const char *const *pairs)
{
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");
  g_autoptr (TrlFigureSettings) settings = new_settings (figure, pairs);
  g_autoptr (TrlScene) scene = build_page (settings, document);
  TrlFigureRequest request;

  trl_figure_settings_fill_request (settings, document, &request);
  return trl_figure_make_alt (&request, scene);
}

/* Each row of the table that is short enough is said, with its first numbers. */
static void
check_numbers (const TrlFigure *figure)
{
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");
  g_autoptr (TrlFigureSettings) settings = new_settings (figure->id, NULL);
  g_autofree char *alt = alt_of (figure->id, NULL), *csv = NULL;
  TrlFigureRequest request;
  guint            rows = 0;

  trl_figure_settings_fill_request (settings, document, &request);
  csv = trl_figure_make_table (&request, NULL);
  g_assert_true (g_str_has_prefix (alt, figure->label));
  g_assert_nonnull (csv);
  for (const char *line = strstr (csv, "\r\n") + 2; *line && rows < 20; rows++)
    {
      g_auto (GStrv) cells = g_strsplit_set (line, ",\r", 3);

      if (*line != '"' && !strstr (alt, cells[0]))
        g_error ("“%s” is not in “%s”", cells[0], alt);
      line = strstr (line, "\r\n") + 2;
    }
  g_assert_cmpuint (rows, >, 0);
}

static void
test_alt_numbers (void)
{
  static const char *const ids[] = { "multiples", "matrix",   "reach",
                                     "depth",     "quadrant", "change" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    check_numbers (trl_figure_find (ids[i]));
}

/* What is heard is plain, in sentences, of a length, and has no names of columns. */
static void
test_alt_is_plain (void)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);
  g_autofree char        *panels = alt_of ("multiples", NULL);
  g_autofree char        *matrix = alt_of ("matrix", NULL);
  g_autofree char        *model = alt_of ("model", NULL);
  g_autofree char        *crosstab = alt_of ("crosstab", NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *alt = alt_of (figures[i]->id, NULL);

      g_assert_null (strpbrk (alt, "_\n\r\t"));
      g_assert_null (strstr (alt, "\u2068"));
      g_assert_null (strstr (alt, "\u2069"));
      g_assert_true (g_str_has_suffix (alt, "."));
      g_assert_cmpuint (strlen (alt), <, 4000);
    }
  g_assert_nonnull (strstr (panels, "(illustrative). 10 networks."));
  g_assert_nonnull (strstr (panels, " Site A: 11 of 18 types, 36 % at Coordination or "
                                    "deeper. Coordination: 4; Cooperation: 6;"));
  g_assert_nonnull (strstr (matrix, " Site A: 11 of 18 partner types engaged, "
                                    "Coordination 4, Cooperation 6, Networking 1,"));
  g_assert_nonnull (strstr (model, ": 11 to 18 partner types, median 15."));
  g_assert_nonnull (strstr (crosstab, " 11–13: Moderately evident 3;"));
}

/* Levels are called what the legend of the page calls them, if there is one. */
static void
test_alt_says_the_legend (void)
{
  static const char *const ids[] = { "multiples", "matrix", "depth", "change" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *own =
        alt_of (ids[i], PAIRS ("legend-entries=collaboration=Deep work"));
      g_autofree char *none =
        alt_of (ids[i], PAIRS ("legend-entries=collaboration=Deep work", "legend=none"));

      g_assert_nonnull (strstr (own, "Deep work"));
      g_assert_null (strstr (own, "Collaboration"));
      g_assert_null (strstr (none, "Deep work"));
    }
}

/* What cannot be seen is said, and only where it is so. */
static void
test_what_captions_explain (void)
{
  static const char rounded[] = "add up to 100 because of rounding";
  g_autofree char  *all = alt_of ("depth", NULL);
  g_autofree char  *engaged = alt_of ("depth", PAIRS ("base=engaged"));
  g_autofree char  *bare = alt_of ("depth", PAIRS ("base=engaged", "percentages=no"));
  g_autofree char  *nested = alt_of ("matrix", NULL);
  g_autofree char  *total = alt_of ("matrix", PAIRS ("rows=total"));
  g_autofree char  *document = alt_of ("matrix", PAIRS ("rows=document"));
  g_autofree char  *name = alt_of ("matrix", PAIRS ("rows=name"));

  g_assert_null (strstr (all, rounded));
  g_assert_nonnull (strstr (engaged, rounded));
  g_assert_null (strstr (bare, rounded));
  g_assert_nonnull (strstr (nested, "fewest types engaged, then from the deepest."));
  g_assert_nonnull (strstr (total, "fewest types engaged."));
  g_assert_nonnull (strstr (document, "Sites in the order of the document."));
  g_assert_null (strstr (name, "fewest types"));
  g_assert_null (strstr (name, "order of the document"));
}

/* Of two scales, too. */
static void
test_unreported_comes_last (void)
{
  TrlScale         a = { .id = (char *) "a" }, b = { .id = (char *) "b" };
  TrlFigurePartner partners[] = {
    { .scale = &a, .rank = -1 }, { .scale = &b, .rank = 1 }, { .rank = -2 },
    { .scale = &b, .rank = -1 }, { .scale = &a, .rank = 2 }, { .scale = &b, .rank = 3 },
  };
  static const int wanted[] = { 2, 3, 1, -1, -1, -2 };

  qsort (partners, G_N_ELEMENTS (partners), sizeof *partners,
         trl_figure_partners_compare_depth);
  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    g_assert_cmpint (partners[i].rank, ==, wanted[i]);
}

/* A few partners by name, the deepest first; many by how many they are. */
static void
test_alt_of_network (void)
{
  g_autofree char *few = NULL, *many = NULL;

  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr (TrlDocument) document = new_survey ();
      g_autoptr (TrlOptions) options = trl_figure_options_new ("network");
      TrlFigureRequest request = { .document = document, .options = options };
      g_autoptr (TrlScene) scene = NULL;

      if (turn == 1)
        {
          trl_document_begin (document, "Add", NULL);
          for (guint i = 0; i < 200; i++)
            {
              g_autofree char *id = g_strdup_printf ("p%u", i);

              add_node (document, id, id, "k12", 0);
              add_edge (document, "hub", id, 1 + (int) i % 4);
            }
          trl_document_end (document);
        }
      scene = trl_figure_build (&request, NULL, NULL);
      *(turn == 0 ? &few : &many) = trl_figure_make_alt (&request, scene);
    }
  g_test_message ("%s", few);
  g_test_message ("%s", many);
  g_assert_nonnull (strstr (few, "Collaboration: "));
  g_assert_true (strstr (few, "Collaboration: ") < strstr (few, "; Coordination: "));
  g_assert_true (strstr (few, "; Coordination: ") < strstr (few, "; Cooperation: "));
  g_assert_nonnull (strstr (few, "; No interaction: "));
  g_assert_nonnull (strstr (many, "Collaboration: 54;"));
  g_assert_cmpuint (strlen (many), <, 2000);
}

static void
test_own_alt (void)
{
  g_autofree char *made = alt_of ("reach", NULL);
  g_autofree char *own = alt_of ("reach", PAIRS ("alt=Bars. {alt} {alt} {title}"));
  g_autofree char *wanted = g_strdup_printf ("Bars. %s %s {title}", made, made);
  g_autofree char *none = alt_of ("reach", PAIRS ("alt="));
  g_autofree char *trap = alt_of ("reach", PAIRS ("title={alt}", "alt=A {alt}"));

  g_assert_cmpstr (own, ==, wanted);
  g_assert_cmpstr (none, ==, "");
  g_assert_nonnull (strstr (trap, "{alt}"));
}

/* --- what the file says of itself --- */

static char *
ask_pdfinfo (GBytes *pdf)
{
  return tool_pipe (pdf, (const char *const[]){ "pdfinfo", "-", NULL });
}

static void
test_metadata (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrlFigureSettings) settings =
    new_settings (NULL, PAIRS ("title={network} & more", "author=Ana <A> Ñ",
                               "keywords=trust, depth", "alt=Seen."));
  g_autoptr (GBytes) svg = export_as (settings, document, "svg");
  g_autoptr (GBytes) pdf = export_as (settings, document, "pdf");
  g_autofree char *text =
    g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_autofree char *about = ask_pdfinfo (pdf);

  g_assert_nonnull (strstr (text, "Site X &amp; more</title>"));
  g_assert_nonnull (strstr (text, "Ana &lt;A&gt; Ñ"));
  g_assert_nonnull (strstr (text, "trust"));
  g_assert_nonnull (strstr (text, ">Seen.</desc>"));
  if (!about)
    {
      g_test_skip ("pdfinfo is not here");
      return;
    }
  g_assert_nonnull (strstr (about, "Site X & more"));
  g_assert_nonnull (strstr (about, "Ana <A> Ñ"));
  g_assert_nonnull (strstr (about, "trust, depth"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/fill/fields-stand-for-what-is-there", test_fields);
  g_test_add_func ("/figure/fill/made-words-within-own", test_subtitle_and_caption);
  g_test_add_func ("/figure/fill/fields-follow-the-document", test_fields_follow);
  g_test_add_func ("/figure/fill/waves-are-one-site", test_sites);
  g_test_add_func ("/figure/fill/partners-are-those-of-the-subtitle",
                   test_partners_of_subtitle);
  g_test_add_func ("/figure/fill/all-that-is-shown-is-counted", test_partners_of_waves);
  g_test_add_func ("/figure/fill/left-out-names-are-said", test_left_out);
  g_test_add_func ("/figure/fill/alt-says-the-numbers", test_alt_numbers);
  g_test_add_func ("/figure/fill/alt-is-plain", test_alt_is_plain);
  g_test_add_func ("/figure/fill/alt-says-the-legend", test_alt_says_the_legend);
  g_test_add_func ("/figure/fill/unreported-comes-last", test_unreported_comes_last);
  g_test_add_func ("/figure/fill/captions-say-what-cannot-be-seen",
                   test_what_captions_explain);
  g_test_add_func ("/figure/fill/alt-names-the-partners", test_alt_of_network);
  g_test_add_func ("/figure/fill/alt-can-be-ones-own", test_own_alt);
  g_test_add_func ("/figure/fill/files-say-who-made-them", test_metadata);
  return g_test_run ();
}
