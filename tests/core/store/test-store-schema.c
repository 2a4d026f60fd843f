/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The published schema and the program say the same about a file. */

#include "config.h"

#include "store/trl-store.h"

#include "random-document.h"
#include "store-samples.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define FIGURES(figures)                                                                 \
  "{\"trellis\":1,\"format\":{\"version\":1,\"minReader\":1},\"id\":\"d\","              \
  "\"vocabulary\":{},\"networks\":[],\"figures\":" figures "}"

#define BASE(rest)                                                                       \
  "{\"trellis\":1,\"format\":{\"version\":1,\"minReader\":1},\"id\":\"d\","              \
  "\"vocabulary\":{},\"networks\":[{\"id\":\"n\"" rest "}]}"

static const char *const good[] = {
  full_text,
  BASE (""),
  FIGURES ("[]"),
  FIGURES ("[{\"id\":\"f\",\"settings\":{\"roll-up\":\"\"},\"new\":1}]"),
  FIGURES ("[{\"id\":\"f\",\"settings\":{\"width\":180}}]"),
  FIGURES ("[{\"id\":\"f\",\"settings\":{\"Own Colours\":[1],\"\":null}}]"),
  BASE (",\"new\":{},\"nodes\":[{\"id\":\"a\",\"new\":null}]"),
};

static const char *const bad[] = {
  "[]",
  "{\"trellis\":1}",
  FIGURES ("{}"),
  FIGURES ("[{\"name\":\"x\"}]"),
  FIGURES ("[{\"id\":\"f\",\"name\":1}]"),
  FIGURES ("[{\"id\":\"f\",\"settings\":[]}]"),
  FIGURES ("[{\"id\":\"f\",\"settings\":{\"Width\":\"\"}}]"),
  BASE (",\"name\":5"),
  BASE (",\"seed\":\"5\""),
  BASE (",\"rollUp\":1"),
  BASE (",\"nodes\":{}"),
  BASE (",\"nodes\":[{}]"),
  BASE (",\"nodes\":[{\"id\":\"\"}]"),
  BASE (",\"nodes\":[{\"id\":\"a\",\"order\":1.5}]"),
  BASE (",\"nodes\":[{\"id\":\"a\",\"x\":1e7}]"),
  BASE (",\"nodes\":[{\"id\":\"a\",\"roles\":[\"a b\"]}]"),
  BASE (",\"nodes\":[{\"id\":\"a\",\"fields\":{\"f\":1}}]"),
  BASE (",\"edges\":[{\"id\":\"e\",\"from\":\"a\"}]"),
};

static char *
schema_path (void)
{
  return g_build_filename (g_getenv ("TRL_SOURCE"), "data", "trellis.schema.json", NULL);
}

static JsonObject *
properties_of (JsonObject *schema, const char *definition)
{
  if (definition)
    schema = json_object_get_object_member (
      json_object_get_object_member (schema, "$defs"), definition);
  return json_object_get_object_member (schema, "properties");
}

static void
test_properties (void)
{
  static const struct
  {
    TrlKind     kind;
    const char *definition;
    guint       n_own; /* besides the properties */
  } kinds[] = {
    { TRL_KIND_DOCUMENT, NULL, 7 },
    { TRL_KIND_NETWORK, "network", 4 },
    { TRL_KIND_NODE, "node", 3 },
    { TRL_KIND_EDGE, "edge", 5 },
  };
  g_autofree char *path = schema_path ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *schema;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  schema = json_node_get_object (json_parser_get_root (parser));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint          n;
      const TrlProp *props = trl_props (kinds[i].kind, &n);
      JsonObject    *properties = properties_of (schema, kinds[i].definition);

      for (guint j = 0; j < n; j++)
        if (!json_object_has_member (properties, props[j].key))
          g_error ("The schema does not know “%s”", props[j].key);
      g_assert_cmpuint (json_object_get_size (properties), ==, n + kinds[i].n_own);
    }
}

static void
add_file (GPtrArray *arguments, const char *folder, gconstpointer data, gsize size)
{
  g_autofree char *name = g_strdup_printf ("%u.json", arguments->len);
  char            *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  g_ptr_array_add (arguments, path);
}

static void
add_random_files (GPtrArray *arguments, const char *folder)
{
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (TrlDocument) document = any_document (random);
      g_autoptr (GBytes) bytes = trl_store_to_bytes (document, NULL);

      add_file (arguments, folder, g_bytes_get_data (bytes, NULL),
                g_bytes_get_size (bytes));
    }
}

/* Returns the exit code. */
static int
validate (GPtrArray *arguments)
{
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                &said, NULL, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s", said);
  return g_spawn_check_wait_status (status, &error) ? 0 : error->code;
}

static void
remove_files (GPtrArray *arguments, const char *folder)
{
  for (guint i = 0; i < arguments->len; i++)
    if (arguments->pdata[i] && g_str_has_prefix (arguments->pdata[i], folder))
      g_unlink (arguments->pdata[i]);
  g_rmdir (folder);
}

static void
test_validates (void)
{
  g_autofree char *folder = g_dir_make_tmp ("trellis-schema-XXXXXX", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  int code;

  g_ptr_array_add (arguments, g_strdup ("/usr/bin/python3"));
  g_ptr_array_add (arguments, g_build_filename (g_getenv ("TRL_SOURCE"), "tests", "core",
                                                "store", "validate.py", NULL));
  g_ptr_array_add (arguments, schema_path ());
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    add_file (arguments, folder, good[i], strlen (good[i]));
  add_random_files (arguments, folder);
  g_ptr_array_add (arguments, g_strdup ("--"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    add_file (arguments, folder, bad[i], strlen (bad[i]));

  code = validate (arguments);
  remove_files (arguments, folder);
  if (code == 77)
    g_test_skip ("python3-jsonschema is not installed");
  else
    g_assert_cmpint (code, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/schema/describes-every-property", test_properties);
  g_test_add_func ("/store/schema/saved-documents-obey-it", test_validates);
  return g_test_run ();
}
