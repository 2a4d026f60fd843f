/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../layout/several.h"

#include "scene/trl-panels.h"

static TrlPanels *
make_panels (TrlDocument *document, const char *layout, const TrlPanelsLook *look)
{
  g_autoptr (GPtrArray) networks = collect_networks (document);
  g_autoptr (GError) error = NULL;
  TrlPanelsRequest request = { .networks = (TrlNetwork *const *) networks->pdata,
                               .n = networks->len,
                               .layout = layout };
  TrlPanels       *panels = trl_panels_new (&request, look, NULL, &error);

  g_assert_no_error (error);
  return panels;
}

/* 0 … 2 pi */
static double
turn (double angle)
{
  double whole = fmod (angle, 2 * G_PI);

  return whole < 0 ? whole + 2 * G_PI : whole;
}

static void
assert_angle (double angle, double wanted)
{
  double off = fabs (turn (angle) - turn (wanted));

  g_assert_cmpfloat (MIN (off, 2 * G_PI - off), <, 1e-6);
}

/* The row of the only partner of a type, or TRL_NO_ROW. */
static guint
find_type (const TrlNetwork *network, const char *type)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE), type) == 0)
      return rows[i];
  return TRL_NO_ROW;
}

/* The centre of the mark of a partner in the scene; ties and leaders end elsewhere. */
static gboolean
find_mark (const TrlScene *scene, guint row, TrlItemKind kind, double *x, double *y)
{
  guint        n, total;
  TrlOwner     owner = { TRL_OWNER_NODE, row };
  const guint *own = trl_scene_get_owner_items (scene, owner, &n);

  for (guint i = 0; i < n; i++)
    {
      const TrlItem *item = &trl_scene_get_items (scene, &total)[own[i]];

      if (item->kind == kind || (kind == TRL_ITEM_DISC && item->kind == TRL_ITEM_SHAPE))
        {
          *x = item->x;
          *y = item->y;
          return TRUE;
        }
    }
  return FALSE;
}

/* Every type stands in one direction in all panels: by its mark, by its letter, or by the
 * ghost that stands for it. */
static void
check_directions (TrlPanels *panels)
{
  guint                n_types;
  const TrlPanelsType *types = trl_panels_get_types (panels, &n_types);

  g_assert_cmpuint (n_types, ==, 18);
  for (guint k = 0; k < trl_panels_get_n (panels); k++)
    for (guint t = 0; t < n_types; t++)
      {
        const TrlPanel *panel = trl_panels_get_panel (panels, k);
        guint           row = find_type (panel->network, types[t].id), found = 0;
        double          x, y;

        if (row != TRL_NO_ROW)
          {
            g_assert_true (find_mark (panel->scene, row, TRL_ITEM_DISC, &x, &y));
            assert_angle (atan2 (y, x), types[t].angle);
            g_assert_true (find_mark (panel->scene, row, TRL_ITEM_TEXT, &x, &y));
            assert_angle (atan2 (y, x), types[t].angle);
            continue;
          }
        for (guint i = 0; i < panel->ghosts->len; i++)
          {
            const TrlPanelGhost *ghost = &g_array_index (panel->ghosts, TrlPanelGhost, i);

            if (!g_str_equal (ghost->type, types[t].id))
              continue;
            found++;
            assert_angle (ghost->angle, types[t].angle);
            assert_angle (atan2 (ghost->y, ghost->x), types[t].angle);
          }
        g_assert_cmpuint (found, ==, 1);
      }
}

static void
forget (TrlDocument *document, guint network, const char *type)
{
  TrlNetwork      *where = trl_document_get_network (document, network);
  guint            row = find_type (where, type);
  g_autofree char *id = g_strdup (trl_table_get_id (trl_network_get_nodes (where), row));

  g_assert_true (trl_document_remove_node (document, trl_network_get_id (where), id));
}

static void
check_layout (const char *layout)
{
  g_autoptr (TrlDocument) document = read_sites ();
  g_autoptr (TrlPanels) whole = NULL, less = NULL;
  TrlPanelsLook look;

  trl_panels_look_init (&look);
  look.names = TRL_PANEL_NAMES_LETTERS;
  look.scene.scale = 0.37;
  whole = make_panels (document, layout, &look);
  g_assert_cmpuint (trl_panels_get_n (whole), ==, 10);
  check_directions (whole);
  trl_document_begin (document, "Forget", NULL);
  forget (document, 0, "k12");
  forget (document, 0, "media");
  forget (document, 4, "food");
  trl_document_end (document);
  less = make_panels (document, layout, &look);
  g_assert_cmpuint (trl_panels_get_panel (less, 0)->ghosts->len, ==, 2);
  g_assert_cmpuint (trl_panels_get_panel (less, 4)->ghosts->len, ==, 1);
  g_assert_cmpuint (trl_legend_count (trl_panels_get_legend (less), TRL_LEGEND_GHOST), ==,
                    3);
  check_directions (less);
}

static void
test_directions (void)
{
  check_layout ("rings");
  check_layout ("spokes");
}

static void
test_shared_places (void)
{
  g_autoptr (TrlDocument) document = read_relations ();
  g_autoptr (TrlPanels) panels = NULL;
  guint n;

  if (!document)
    return;
  panels = make_panels (document, "stress", NULL);
  g_assert_cmpuint (trl_panels_get_n (panels), ==, 3);
  trl_table_get_rows (trl_network_get_nodes (trl_panels_get_panel (panels, 0)->network),
                      &n);
  g_assert_cmpuint (n, ==, 25);
  for (guint k = 1; k < 3; k++)
    for (guint i = 0; i < n; i++)
      {
        const TrlPanel *first = trl_panels_get_panel (panels, 0);
        const TrlPanel *here = trl_panels_get_panel (panels, k);
        const guint    *rows =
          trl_table_get_rows (trl_network_get_nodes (first->network), &n);
        const char *key = trl_panels_get_key (panels, 0, rows[i]);
        guint       row = trl_panels_find_row (panels, k, key);
        double      a[2], b[2];

        g_assert_cmpstr (
          trl_table_get_id (trl_network_get_nodes (first->network), rows[i]), ==,
          trl_table_get_id (trl_network_get_nodes (here->network), row));
        g_assert_true (find_mark (first->scene, rows[i], TRL_ITEM_DISC, &a[0], &a[1]));
        g_assert_true (find_mark (here->scene, row, TRL_ITEM_DISC, &b[0], &b[1]));
        g_assert_cmpfloat (a[0], ==, b[0]);
        g_assert_cmpfloat (a[1], ==, b[1]);
      }
}

static void
test_words (void)
{
  g_autoptr (TrlDocument) document = read_sites ();
  g_autoptr (TrlPanels) panels = make_panels (document, NULL, NULL);
  g_autoptr (TrlDocument) relations = read_relations ();
  g_autoptr (TrlPanels) three = NULL;

  g_assert_cmpstr (trl_panels_get_panel (panels, 0)->title, ==, "Site A");
  g_assert_nonnull (
    strstr (trl_panels_get_panel (panels, 0)->subtitle, "11 of 18 types · "));
  g_assert_nonnull (
    strstr (trl_panels_get_panel (panels, 0)->subtitle, " % at Coordination or deeper"));
  if (!relations)
    return;
  three = make_panels (relations, NULL, NULL);
  g_assert_cmpstr (trl_panels_get_layout (three)->id, ==, "stress");
  g_assert_cmpstr (trl_panels_get_panel (three, 2)->subtitle, ==,
                   "25 partners · 103 partnerships · level not reported for 103");
  g_assert_nonnull (strstr (trl_panels_get_panel (three, 1)->subtitle, "median level"));
}

static const char *
title_of (TrlDocument *document, TrlPanelsOrder order, guint index)
{
  g_autoptr (GPtrArray) networks = collect_networks (document);
  TrlPanelsRequest request = { .networks = (TrlNetwork *const *) networks->pdata,
                               .n = networks->len,
                               .order = order };
  g_autoptr (TrlPanels) panels = trl_panels_new (&request, NULL, NULL, NULL);

  return trl_network_get_name (trl_panels_get_panel (panels, index)->source);
}

static void
rename_network (TrlDocument *document, guint index, const char *name)
{
  trl_document_set (document, TRL_KIND_NETWORK,
                    trl_network_get_id (trl_document_get_network (document, index)), NULL,
                    TRL_NETWORK_NAME, TRL_TEXT (name));
}

static void
test_order (void)
{
  g_autoptr (TrlDocument) document = read_sites ();

  g_assert_cmpstr (title_of (document, TRL_PANELS_BY_DIVERSITY, 0), ==, "Site F");
  g_assert_cmpstr (title_of (document, TRL_PANELS_BY_DIVERSITY, 1), ==, "Site H");
  g_assert_cmpstr (title_of (document, TRL_PANELS_BY_DIVERSITY, 9), ==, "Site A");
  g_assert_cmpstr (title_of (document, TRL_PANELS_BY_RESPONSIBILITY, 0), ==, "Site C");
  g_assert_cmpstr (title_of (document, TRL_PANELS_BY_RESPONSIBILITY, 9), ==, "Site J");
  trl_document_begin (document, "Rename", NULL);
  rename_network (document, 0, "Site 10");
  rename_network (document, 1, "site 9");
  trl_document_end (document);
  g_assert_cmpstr (title_of (document, TRL_PANELS_BY_DOCUMENT, 0), ==, "Site 10");
  g_assert_cmpstr (title_of (document, TRL_PANELS_BY_NAME, 0), ==, "site 9");
  g_assert_cmpstr (title_of (document, TRL_PANELS_BY_NAME, 1), ==, "Site 10");
}

/* The fill of a partner's mark. */
static TrlColour
fill_of (const TrlPanels *panels, guint k, guint row)
{
  const TrlScene *scene = trl_panels_get_panel (panels, k)->scene;
  guint           n, total;
  const guint    *own =
    trl_scene_get_owner_items (scene, (TrlOwner){ TRL_OWNER_NODE, row }, &n);
  const TrlItem *items = trl_scene_get_items (scene, &total);

  for (guint i = 0; i < n; i++)
    if (items[own[i]].kind == TRL_ITEM_DISC || items[own[i]].kind == TRL_ITEM_SHAPE)
      return items[own[i]].fill;
  g_assert_not_reached ();
}

static void
check_spotlight (TrlPanels *panels, TrlPanelsLook *look)
{
  const TrlPanel *panel = trl_panels_get_panel (panels, 5);
  guint           food = find_type (panel->network, "food");
  guint           media = find_type (panel->network, "media");
  TrlColour       food_fill = fill_of (panels, 5, food), after;
  TrlColour       media_fill = fill_of (panels, 5, media);

  trl_panels_draw (panels, look);
  after = fill_of (panels, 5, food);
  g_assert_cmpmem (&after, sizeof after, &food_fill, sizeof food_fill);
  after = fill_of (panels, 5, media);
  g_assert_cmpfloat (fabs (after.r - media_fill.r) + fabs (after.g - media_fill.g) +
                       fabs (after.b - media_fill.b),
                     >, 0.1);
}

static void
test_spotlight (void)
{
  g_autoptr (TrlDocument) document = read_sites ();
  g_autoptr (TrlPanels) panels = make_panels (document, "rings", NULL);
  TrlPanelsLook look;
  guint         row = find_type (trl_panels_get_panel (panels, 0)->network, "food");

  trl_panels_look_init (&look);
  look.spotlight_type = "food";
  check_spotlight (panels, &look);
  trl_panels_look_init (&look);
  trl_panels_draw (panels, &look);
  look.spotlight = trl_panels_get_key (panels, 0, row);
  g_assert_cmpstr (look.spotlight, ==, "type:food");
  check_spotlight (panels, &look);
}

/* In a common scene nobody has the id or the row of somebody else. */
static void
test_owners_apart (void)
{
  g_autoptr (TrlDocument) document = read_sites ();
  g_autoptr (TrlPanels) panels = make_panels (document, "rings", NULL);
  g_autoptr (TrlScene) page = trl_scene_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) rows = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint          n;
  const TrlItem *items;

  for (guint k = 0; k < trl_panels_get_n (panels); k++)
    trl_panels_append (panels, k, page, 300 * k, 0, 0.5);
  trl_scene_freeze (page);
  items = trl_scene_get_items (page, &n);
  for (guint i = 0; i < n; i++)
    if (items[i].owner.kind == TRL_OWNER_NODE &&
        g_hash_table_add (rows, GUINT_TO_POINTER (items[i].owner.row + 1)))
      g_assert_true (
        g_hash_table_add (seen, (char *) trl_scene_get_owner_id (page, items[i].owner)));
  g_assert_cmpuint (g_hash_table_size (seen), ==, 190);
}

static void
test_one_box (void)
{
  static const TrlPanelNames names[] = { TRL_PANEL_NAMES_NONE, TRL_PANEL_NAMES_LETTERS,
                                         TRL_PANEL_NAMES_ALL };
  g_autoptr (TrlDocument) document = read_sites ();
  g_autoptr (TrlPanels) panels = make_panels (document, NULL, NULL);

  for (guint m = 0; m < G_N_ELEMENTS (names); m++)
    {
      TrlPanelsLook look;
      TrlRect       box, own;

      trl_panels_look_init (&look);
      look.names = names[m];
      trl_panels_draw (panels, &look);
      trl_panels_get_box (panels, &box);
      for (guint k = 0; k < trl_panels_get_n (panels); k++)
        {
          g_assert_true (
            trl_scene_get_bounds (trl_panels_get_panel (panels, k)->scene, &own));
          g_assert_cmpfloat (own.x, >=, box.x);
          g_assert_cmpfloat (own.y, >=, box.y);
          g_assert_cmpfloat (own.x + own.width, <=, box.x + box.width);
          g_assert_cmpfloat (own.y + own.height, <=, box.y + box.height);
        }
      g_assert_cmpfloat_with_epsilon (box.x + box.width / 2, 0, 1e-6);
    }
}

/* Organizations beside surveys are compared by type; an empty network is a panel too. */
static void
test_mixed (void)
{
  g_autoptr (TrlDocument) document = read_sites ();
  g_autoptr (TrlPanels) panels = NULL;
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, "named");
  g_autoptr (TrlRecord) empty = trl_record_new (TRL_KIND_NETWORK, "empty");
  g_autofree char *one = NULL, *two = NULL;

  trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT ("Named"));
  trl_record_set (empty, TRL_NETWORK_NAME, TRL_TEXT ("Empty"));
  trl_document_begin (document, "Add", NULL);
  trl_document_add_network (document, record);
  trl_document_add_network (document, empty);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("organization-%u", i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

      trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (id));
      trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (i < 2 ? "food" : "media"));
      trl_document_add (document, "named", node);
    }
  trl_document_end (document);
  panels = make_panels (document, NULL, NULL);
  g_assert_cmpstr (trl_panels_get_layout (panels)->id, ==, "rings");
  g_assert_cmpuint (trl_panels_get_panel (panels, 10)->ghosts->len, ==, 16);
  g_assert_cmpuint (trl_panels_get_panel (panels, 11)->ghosts->len, ==, 18);
  g_assert_cmpstr (trl_panels_get_panel (panels, 11)->subtitle, ==, "nothing known");
  one = trl_panels_to_text (panels);
  g_clear_pointer (&panels, trl_panels_free);
  panels = make_panels (document, NULL, NULL);
  two = trl_panels_to_text (panels);
  g_assert_cmpstr (one, ==, two);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/panels/each-type-in-one-direction", test_directions);
  g_test_add_func ("/scene/panels/the-same-partner-in-the-same-place",
                   test_shared_places);
  g_test_add_func ("/scene/panels/say-breadth-and-depth", test_words);
  g_test_add_func ("/scene/panels/stand-in-the-order-asked-for", test_order);
  g_test_add_func ("/scene/panels/one-type-is-lit-in-all", test_spotlight);
  g_test_add_func ("/scene/panels/owners-do-not-meet", test_owners_apart);
  g_test_add_func ("/scene/panels/one-box-holds-all", test_one_box);
  g_test_add_func ("/scene/panels/surveys-organizations-and-nobody", test_mixed);
  return g_test_run ();
}
