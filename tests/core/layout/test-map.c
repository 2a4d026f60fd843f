/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Coordinates, projections, and the map. */
#include <math.h>

#include "inputs.h"
#include "layout/trl-layout-together.h"
#include "layout/trl-map-projection.h"
#include "model/trl-document.h"

static const double cities[][2] = {
  { -87.6298, 41.8781 },  /* Chicago */
  { -118.2437, 34.0522 }, /* Los Angeles */
  { -74.0060, 40.7128 },  /* New York */
};

static TrlLayoutInput *
input_at (guint n, const double (*places)[2])
{
  TrlLayoutInput *input = input_new (n, 0, NULL);
  double         *longitude = g_new (double, n), *latitude = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      longitude[i] = places[i][0];
      latitude[i] = places[i][1];
    }
  input->longitude = longitude;
  input->latitude = latitude;
  return input;
}

static TrlLayoutResult *
run_with (const TrlLayoutInput *input, const char *option, const char *value)
{
  const TrlLayout *layout = trl_layout_find ("map");
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);

  g_assert_true (trl_options_set (options, option, value, NULL));
  return trl_layout_place (layout, input, options, 0, NULL, NULL);
}

static void
test_meridian (void)
{
  static const double pacific[] = { 179, -179, 177, NAN, -175 };
  static const double europe[] = { -9, 24, 2 };

  g_assert_cmpfloat_with_epsilon (trl_map_find_meridian (pacific, 5), -179, 1e-9);
  g_assert_cmpfloat_with_epsilon (trl_map_find_meridian (europe, 3), 7.5, 1e-9);
  g_assert_cmpfloat (trl_map_find_meridian (NULL, 0), ==, 0);
}

/* Fiji and Samoa are neighbours, not at both ends of the world. */
static void
test_date_line (void)
{
  static const double places[][2] = { { 178.4, -18.1 }, { -171.8, -13.8 } };
  TrlPoint            points[2];
  const double        longitude[] = { places[0][0], places[1][0] };
  const double        latitude[] = { places[0][1], places[1][1] };

  for (guint mercator = 0; mercator < 2; mercator++)
    {
      trl_map_project (longitude, latitude, 2, mercator > 0, points);
      g_assert_cmpfloat (get_distance (points[0], points[1]), >, 1100);
      g_assert_cmpfloat (get_distance (points[0], points[1]), <, 1200);
      g_assert_cmpfloat (points[1].x, >, points[0].x);
      g_assert_cmpfloat (points[1].y, <, points[0].y);
    }
}

/* East is right and north is up; the bar is as long as it says, within what a flat map of
 * a continent can do. */
static void
test_scale (void)
{
  g_autoptr (TrlLayoutInput) input = input_at (3, cities);
  g_autoptr (TrlLayoutResult) plain = run_with (input, "units", "km");
  g_autoptr (TrlLayoutResult) miles = run_with (input, "units", "miles");
  double kilometres = get_distance (plain->points[1], plain->points[2]) / plain->map.bar *
                      plain->map.distance;

  g_assert_cmpfloat (plain->points[1].x, <, plain->points[0].x);
  g_assert_cmpfloat (plain->points[2].x, >, plain->points[0].x);
  g_assert_cmpfloat (plain->points[0].y, <, plain->points[1].y);
  g_assert_cmpfloat (fabs (kilometres / 3936 - 1), <, 0.04);
  g_assert_cmpint (plain->map.unit, ==, TRL_UNIT_KILOMETRES);
  g_assert_cmpint (miles->map.unit, ==, TRL_UNIT_MILES);
  g_assert_cmpfloat_with_epsilon (miles->map.bar / miles->map.distance /
                                    (plain->map.bar / plain->map.distance),
                                  1.609344, 1e-9);
}

static void
test_one_town (void)
{
  static const double places[][2] = { { 4.3600, 50.8400 }, { 4.3610, 50.8403 } };
  g_autoptr (TrlLayoutInput) input = input_at (2, places);
  g_autoptr (TrlLayoutResult) result = run_layout ("map", input, 0);

  g_assert_cmpint (result->map.unit, ==, TRL_UNIT_METRES);
  g_assert_cmpfloat (result->map.distance, ==, 100);
  assert_apart (input, result);
}

/* Many at one place spread about it, and not farther than they need. */
static void
test_same_place (void)
{
  double places[40][2];

  for (guint i = 0; i < 40; i++)
    memcpy (places[i], cities[i == 0], sizeof places[i]);
  g_autoptr (TrlLayoutInput) input = input_at (40, places);
  g_autoptr (TrlLayoutResult) result = run_layout ("map", input, 0);

  assert_apart (input, result);
  for (guint i = 2; i < 40; i++)
    g_assert_cmpfloat (get_distance (result->points[i], result->points[1]), <, 300);
}

static void
test_apart (void)
{
  static const double places[][2] = {
    { -87.6, 41.9 }, { NAN, NAN }, { -74, 40.7 }, { NAN, NAN }, { NAN, NAN }
  };
  g_autoptr (TrlLayoutInput) input = input_at (5, places);
  g_autoptr (TrlLayoutResult) result = run_layout ("map", input, 0);

  g_assert_cmpuint (result->map.n_apart, ==, 3);
  for (guint i = 1; i < 5; i += i == 1 ? 2 : 1)
    g_assert_cmpfloat (result->points[i].x, >, result->points[2].x + 20);
  assert_apart (input, result);
}

static void
test_nowhere (void)
{
  static const double places[][2] = { { NAN, NAN } };
  g_autoptr (TrlLayoutInput) nowhere = input_at (1, places);
  g_autoptr (TrlLayoutInput) nobody = input_new (0, 0, NULL);
  g_autoptr (TrlLayoutResult) empty = run_layout ("map", nobody, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (
    trl_layout_place (trl_layout_find ("map"), nowhere, NULL, 0, NULL, &error));
  g_assert_error (error, TRL_LAYOUT_ERROR, TRL_LAYOUT_ERROR_COORDINATES);
  g_assert_nonnull (strstr (error->message, "Latitude"));
  g_assert_cmpuint (empty->n, ==, 0);
}

static void
add (TrlDocument *document, const char *id, const char *latitude, const char *longitude)
{
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set_field (node, "Latitud", latitude);
  trl_record_set_field (node, "lng", longitude);
  trl_document_add (document, "n", node);
}

/* From the fields of a document, under any of the names that importers know; the hub is
 * where its network is. */
static void
test_fields (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, "n");
  g_autoptr (TrlLayoutInput) input = NULL;

  trl_record_set (record, TRL_NETWORK_LATITUDE, TRL_NUMBER (39.76));
  trl_record_set (record, TRL_NETWORK_LONGITUDE, TRL_NUMBER (-86.16));
  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, record);
  add (document, "hub", NULL, NULL);
  add (document, "a", "41,88", "-87,63");
  add (document, "b", "41.88", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "n", NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("hub"));
  trl_document_end (document);
  input = trl_layout_input_new (trl_document_get_network (document, 0));
  g_assert_cmpfloat (input->latitude[0], ==, 39.76);
  g_assert_cmpfloat (input->longitude[0], ==, -86.16);
  g_assert_cmpfloat (input->latitude[1], ==, 41.88);
  g_assert_cmpfloat (input->longitude[1], ==, -87.63);
  g_assert_true (isnan (input->latitude[2]) && isnan (input->longitude[2]));
}

/* Of networks that are placed together each has the scale, and counts its own who have no
 * place. */
static void
test_together (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlUnion) partners = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  TrlNetwork            *networks[2];
  const TrlLayoutResult *first, *second;

  trl_document_begin (document, "Make", NULL);
  for (guint k = 0; k < 2; k++)
    {
      g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, k ? "m" : "n");

      trl_document_add_network (document, record);
    }
  add (document, "a", "41.88", "-87.63");
  add (document, "b", NULL, NULL);
  add (document, "c", NULL, NULL);
  trl_document_end (document);
  networks[0] = trl_document_get_network (document, 0);
  networks[1] = trl_document_get_network (document, 1);
  partners = trl_union_new (networks, 2);
  results = trl_layout_together (networks, 2, partners, "map", NULL, NULL, &error);
  g_assert_no_error (error);
  first = g_ptr_array_index (results, 0);
  second = g_ptr_array_index (results, 1);
  g_assert_cmpfloat (first->map.bar, >, 0);
  g_assert_cmpfloat (first->map.bar, ==, second->map.bar);
  g_assert_cmpuint (first->map.n_apart + second->map.n_apart, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/finds-the-shortest-arc", test_meridian);
  g_test_add_func ("/map/crosses-the-date-line", test_date_line);
  g_test_add_func ("/map/is-true-to-its-bar", test_scale);
  g_test_add_func ("/map/counts-metres-in-a-town", test_one_town);
  g_test_add_func ("/map/spreads-those-at-one-place", test_same_place);
  g_test_add_func ("/map/sets-apart-who-has-no-place", test_apart);
  g_test_add_func ("/map/says-what-is-missing", test_nowhere);
  g_test_add_func ("/map/takes-coordinates-from-fields", test_fields);
  g_test_add_func ("/map/is-shared-by-networks-placed-together", test_together);
  return g_test_run ();
}
