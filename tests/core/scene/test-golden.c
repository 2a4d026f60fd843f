/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures as text, without letters, which depend on the fonts of a machine.  With
 * TRL_UPDATE set, what is drawn now becomes what is expected. */
#include "networks.h"

#include "scene/trl-scene-build.h"

typedef struct
{
  const char *name;
  const char *layout;
  TrlTheme    theme;
} Golden;

static const Golden goldens[] = {
  { "rings", "rings", TRL_THEME_LIGHT },
  { "rings-dark", "rings", TRL_THEME_DARK },
  { "spokes-print", "spokes", TRL_THEME_PRINT },
};

/* The survey with one of each: planned, not reported, two answers, directed. */
static TrlDocument *
new_varied (void)
{
  TrlDocument *document = new_survey ();

  trl_document_begin (document, "Vary", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "n", "hub-cbo", TRL_EDGE_PLANNED,
                    TRL_FLAG (TRUE));
  trl_document_set (document, TRL_KIND_EDGE, "n", "hub-district", TRL_EDGE_LEVEL,
                    TRL_NONE_VALUE);
  trl_document_set (document, TRL_KIND_EDGE, "n", "hub-ost", TRL_EDGE_BACK,
                    TRL_TEXT ("networking"));
  trl_document_set (document, TRL_KIND_EDGE, "n", "hub-business", TRL_EDGE_DIRECTED,
                    TRL_FLAG (TRUE));
  trl_document_set (document, TRL_KIND_EDGE, "n", "hub-highered", TRL_EDGE_INTENDED,
                    TRL_TEXT ("collaboration"));
  trl_document_end (document);
  return document;
}

static char *
draw (const Golden *golden)
{
  g_autoptr (TrlDocument) document = new_varied ();
  TrlNetwork *network = trl_document_get_network (document, 0);
  g_autoptr (TrlLayoutResult) places =
    trl_layout_run (network, golden->layout, NULL, NULL, NULL);
  TrlSceneOptions options;
  g_autoptr (TrlScene) scene = NULL;

  trl_scene_options_init (&options);
  options.theme = golden->theme;
  options.labels = options.counts = options.ring_names = FALSE;
  options.intended = TRUE;
  scene = trl_scene_build (network, places, &options);
  return trl_scene_to_text (scene);
}

/* All but question marks, which are letters too. */
static char *
without_texts (const char *scene)
{
  g_auto (GStrv) lines = g_strsplit (scene, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i]; i++)
    if (!g_str_has_prefix (g_strchug (lines[i]), "text"))
      g_string_append_printf (out, "%s\n", lines[i]);
  return g_string_free (out, FALSE);
}

static void
test_golden (gconstpointer data)
{
  const Golden    *golden = data;
  g_autofree char *file = g_strdup_printf ("%s.txt", golden->name);
  g_autofree char *path = g_build_filename (g_getenv ("TRL_SOURCE"), "tests", "core",
                                            "scene", "data", file, NULL);
  g_autofree char *scene = draw (golden), *found = without_texts (scene);
  g_autofree char *expected = NULL;

  if (g_getenv ("TRL_UPDATE"))
    g_assert_true (g_file_set_contents (path, found, -1, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/scene/golden/%s-is-as-before", goldens[i].name);

      g_test_add_data_func (path, &goldens[i], test_golden);
    }
  return g_test_run ();
}
