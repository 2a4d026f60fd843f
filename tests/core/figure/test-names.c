/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A crowd of partners on a page: who is named, who bears a number, and that all of it can
 * be read. */

#include "figure/trl-figure-check.h"
#include "figure/trl-figure-key.h"
#include "figure/trl-figure-named.h"
#include "figure/trl-figure.h"
#include "scene/trl-labels.h"

#include <math.h>
#include <string.h>

#define N_PARTNERS 300
#define N_TIES 560
#define SLIDE_WIDTH (338.7 * TRL_POINTS_PER_MM)
#define SLIDE_HEIGHT (190.5 * TRL_POINTS_PER_MM)

static const char *const places[] = {
  "Riverside", "Northfield", "Oak",     "Valley",  "Harbor", "Summit",    "Lakeview",
  "Cedar",     "Eastgate",   "Prairie", "Granite", "Willow", "Sunrise",   "Maple",
  "Heritage",  "Pioneer",    "Union",   "Liberty", "Fair",   "Clearwater"
};
static const char *const kinds[] = {
  "Community Center",   "Elementary School", "School District",     "Public Library",
  "Food Bank",          "Health Clinic",     "Youth Alliance",      "Arts Council",
  "Workforce Board",    "Housing Authority", "Museum of History",   "Transit Agency",
  "Faith Coalition",    "Foundation",        "Chamber of Commerce", "Boys and Girls Club",
  "Early Learning Hub", "Media Collective",  "Youth Sports League", "College"
};

static void
add_partner (TrlDocument *document, guint i)
{
  g_autofree char *id = g_strdup_printf ("p%u", i);
  g_autofree char *name = g_strdup_printf ("%s %s", places[i % G_N_ELEMENTS (places)],
                                           kinds[i / G_N_ELEMENTS (places)]);
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (name));
  trl_document_add (document, "n", node);
}

/* Ties stay in a group of partners but for one of five; the first of each has most. */
static void
add_tie (TrlDocument *document, GRand *random, guint e)
{
  static const char *const levels[] = { "none", "networking", "cooperation",
                                        "coordination", "collaboration" };
  guint                    groups = 12, from = e % N_PARTNERS, to;
  g_autofree char         *id = g_strdup_printf ("e%u", e);
  g_autofree char         *a = NULL, *b = NULL;
  g_autoptr (TrlRecord) edge = NULL;
  double far = g_rand_double (random);

  to = (guint) (far * far * N_PARTNERS);
  if (e % 5 != 0)
    to = to / groups * groups + from % groups;
  if (to == from || to >= N_PARTNERS)
    return;
  a = g_strdup_printf ("p%u", from);
  b = g_strdup_printf ("p%u", to);
  edge = trl_record_new_edge (id, a, b);
  trl_record_set (edge, TRL_EDGE_LEVEL, TRL_TEXT (levels[e * 7 % 5]));
  trl_document_add (document, "n", edge);
}

static TrlDocument *
new_crowd (void)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, "n");

  trl_record_set (network, TRL_NETWORK_NAME, TRL_TEXT ("Region"));
  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, network);
  for (guint i = 0; i < N_PARTNERS; i++)
    add_partner (document, i);
  for (guint e = 0; e < N_TIES; e++)
    add_tie (document, random, e);
  trl_document_end (document);
  return document;
}

typedef struct
{
  TrlFigureRequest request;
  TrlOptions      *options;
  TrlScene        *scene;
} Page;

static void
page_clear (Page *page)
{
  trl_options_free (page->options);
  trl_scene_unref (page->scene);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static void
make_page (Page *page, TrlDocument *document, const char *labels, TrlTheme theme)
{
  g_autoptr (GError) error = NULL;

  page->options = trl_figure_options_new ("network");
  g_assert_true (trl_options_set (page->options, "labels", labels, &error));
  page->request.document = document;
  page->request.options = page->options;
  page->request.theme = theme;
  page->scene = trl_figure_build (&page->request, NULL, &error);
  g_assert_no_error (error);
}

static const char *
get_string (const Page *page, const TrlItem *item)
{
  return trl_scene_get_text (page->scene, item->text)->string;
}

/* What is written beside discs, each once: name or number. */
static GHashTable *
find_written (const Page *page, TrlOwnerKind owner)
{
  GHashTable    *found = g_hash_table_new (g_str_hash, g_str_equal);
  guint          n;
  const TrlItem *items = trl_scene_get_items (page->scene, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT && items[i].owner.kind == owner)
      g_hash_table_add (found, (gpointer) get_string (page, &items[i]));
  return found;
}

static guint
count_numbers (GHashTable *written)
{
  GHashTableIter iter;
  gpointer       text;
  guint          n = 0;

  g_hash_table_iter_init (&iter, written);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    n += strspn (text, "0123456789") == strlen (text);
  return n;
}

/* No name lies on a disc, and nothing else is wrong either. */
static void
check_page (const Page *page)
{
  guint          n;
  const TrlItem *items = trl_scene_get_items (page->scene, &n);
  g_autoptr (GArray) problems = trl_figure_check (page->scene, 6);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", g_array_index (problems, TrlFigureProblem, i).text);
  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < n; i++)
    {
      TrlRect box;

      if (items[i].kind != TRL_ITEM_TEXT || items[i].owner.kind != TRL_OWNER_NODE)
        continue;
      trl_scene_get_item_bounds (page->scene, i, &box);
      for (guint k = 0; k < n; k++)
        if (items[k].kind == TRL_ITEM_DISC && items[k].owner.kind == TRL_OWNER_NODE)
          g_assert_cmpfloat (trl_rect_distance (&box, items[k].x, items[k].y), >=,
                             items[k].radius - 0.75);
    }
}

static void
test_connected (void)
{
  g_autoptr (TrlDocument) document = new_crowd ();

  for (TrlTheme theme = 0; theme < TRL_N_THEMES; theme++)
    {
      g_auto (Page) page = { 0 };
      g_autoptr (GHashTable) written = NULL;

      make_page (&page, document, "connected", theme);
      check_page (&page);
      written = find_written (&page, TRL_OWNER_NODE);
      g_assert_cmpuint (g_hash_table_size (written), >=, 23);
      g_assert_cmpuint (g_hash_table_size (written), <=, 25);
      g_assert_true (g_hash_table_contains (written, "Riverside Community Center"));
    }
}

/* Each number in the picture is in the list, and none else. */
static void
check_numbers (const Page *page, guint least)
{
  g_autoptr (GHashTable) beside = find_written (page, TRL_OWNER_NODE);
  g_autoptr (GHashTable) listed = find_written (page, TRL_OWNER_PAGE);
  guint n = count_numbers (beside);

  g_assert_cmpuint (n, >=, least);
  g_assert_cmpuint (count_numbers (listed), ==, n);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_assert_true (g_hash_table_contains (beside, number));
      g_assert_true (g_hash_table_contains (listed, number));
    }
}

static void
test_numbers (void)
{
  g_autoptr (TrlDocument) document = new_crowd ();
  g_auto (Page) page = { 0 };

  make_page (&page, document, "numbers", TRL_THEME_PRINT);
  check_page (&page);
  check_numbers (&page, 240);
}

/* The picture keeps half of what a page of a height has room for. */
static void
test_numbers_on_slide (void)
{
  g_autoptr (TrlDocument) document = new_crowd ();
  g_auto (Page) page = { .request = { .width = SLIDE_WIDTH, .height = SLIDE_HEIGHT } };
  guint          n;
  const TrlItem *items;
  double         top = G_MAXDOUBLE, bottom = 0;
  gboolean       said = FALSE;

  make_page (&page, document, "numbers", TRL_THEME_LIGHT);
  check_page (&page);
  check_numbers (&page, 10);
  items = trl_scene_get_items (page.scene, &n);
  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_DISC && items[i].owner.kind == TRL_OWNER_NODE)
      {
        top = MIN (top, items[i].y);
        bottom = MAX (bottom, items[i].y);
      }
    else if (items[i].kind == TRL_ITEM_TEXT)
      said = said || strstr (get_string (&page, &items[i]), "left out for want of room");
  g_assert_cmpfloat (bottom - top, >, SLIDE_HEIGHT * 0.3);
  g_assert_true (said);
}

static void
test_aliases (void)
{
  g_autoptr (TrlDocument) document = new_crowd ();
  g_auto (Page) page = { 0 };
  g_autoptr (GHashTable) written = NULL;

  make_page (&page, document, "no", TRL_THEME_PRINT);
  g_assert_cmpstr (trl_options_get_text (page.options, "labels"), ==, "none");
  g_assert_true (trl_options_set (page.options, "labels", "yes", NULL));
  g_assert_cmpstr (trl_options_get_text (page.options, "labels"), ==, "all");
  g_assert_false (trl_options_set (page.options, "pips", "yes", NULL));
  written = find_written (&page, TRL_OWNER_NODE);
  g_assert_cmpuint (g_hash_table_size (written), ==, 0);
}

/* The same in every language; this file runs in one with a comma as well. */
static void
test_order_of_numbers (void)
{
  static const char *const names[] = { "Zebra", "Site 10", "öffentlich", "Site 9",
                                       "apfel", "Ähre",    "Offen",      "Azur" };
  static const char *const listed[] = { "Ähre",       "apfel",  "Azur",    "Offen",
                                        "öffentlich", "Site 9", "Site 10", "Zebra" };
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlLayoutResult) circle = NULL;
  g_autoptr (TrlFigureRanking) ranking = NULL;
  g_autoptr (TrlFigureNamed) named = NULL;
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, "n");
  TrlSceneOptions options;
  TrlNetwork     *network;

  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, record);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, NULL);

      trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (names[i]));
      trl_document_add (document, "n", node);
    }
  trl_document_end (document);
  network = trl_document_get_network (document, 0);
  circle = trl_layout_result_new (G_N_ELEMENTS (names));
  trl_scene_options_init (&options);
  ranking = trl_figure_ranking_new (network, circle, &options);
  named = trl_figure_named_new (ranking, 0, G_MAXUINT);
  g_assert_cmpuint (named->listed->len, ==, G_N_ELEMENTS (listed));
  for (guint i = 0; i < named->listed->len; i++)
    g_assert_cmpstr (named->listed->pdata[i], ==, listed[i]);
}

/* A list is not looked for among more names than there can be room for. */
static void
test_most_of_key (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) measured = trl_figure_key_new_measured ();
  TrlFigureKey key = { .names = names, .size = 6, .measured = measured };
  guint        most = trl_figure_key_count_most (6, 100);
  double       height;

  for (guint i = 0; i < most; i++)
    g_ptr_array_add (names, (gpointer) "A");
  height = trl_figure_key_put (&key, NULL, 0, 0, 5000);
  g_assert_cmpfloat (height, <=, 100);
  /* What is known of names changes nothing. */
  g_assert_cmpfloat (trl_figure_key_put (&key, NULL, 0, 0, 5000), ==, height);
  g_ptr_array_add (names, (gpointer) "B");
  g_assert_cmpfloat (trl_figure_key_put (&key, NULL, 0, 0, 5000), >, 100);
}

static void
test_cancelled (void)
{
  g_autoptr (TrlDocument) document = new_crowd ();
  g_autoptr (TrlOptions) options = trl_figure_options_new ("network");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *csv = NULL;
  GString         *places_csv = g_string_new ("id,x,y\n");
  TrlFigureRequest request = { .document = document, .options = options, .height = 500 };

  for (guint i = 0; i < N_PARTNERS; i++)
    g_string_append_printf (places_csv, "p%u,%u,%u\n", i, i % 20 * 40, i / 20 * 40);
  request.positions_csv = csv = g_string_free (places_csv, FALSE);
  g_assert_true (trl_options_set (options, "labels", "numbers", NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (trl_figure_build (&request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/names/the-most-connected-are-named", test_connected);
  g_test_add_func ("/figure/names/others-bear-a-number-of-the-list", test_numbers);
  g_test_add_func ("/figure/names/a-slide-keeps-its-picture", test_numbers_on_slide);
  g_test_add_func ("/figure/names/numbers-follow-one-order-everywhere",
                   test_order_of_numbers);
  g_test_add_func ("/figure/names/list-has-no-more-than-fit", test_most_of_key);
  g_test_add_func ("/figure/names/nobody-is-named-when-cancelled", test_cancelled);
  g_test_add_func ("/figure/names/yes-and-no-are-understood", test_aliases);
  return g_test_run ();
}
