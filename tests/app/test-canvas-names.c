/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thread that places names draws what was shown when it began. */
#include "canvas-fixture.h"
#include "canvas/trellis-canvas-private.h"

static gboolean
names_ring (Fixture *f, const char *name)
{
  guint          n;
  const TrlItem *items = trl_scene_get_items (f->canvas->scene, &n);
  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT && items[i].owner.kind == TRL_OWNER_RING &&
        g_str_equal (trl_scene_get_text (f->canvas->scene, items[i].text)->string, name))
      return TRUE;
  return FALSE;
}

/* Begins a picture whose names are placed in a thread, which runs when this returns. */
static TrlScene *
begin_names (Fixture *f)
{
  f->canvas->names_cost = 1000;
  trellis_canvas_rebuild (f->canvas);
  while (f->canvas->names_later != 0)
    g_main_context_iteration (NULL, TRUE);
  return f->canvas->scene;
}

/* Rings are named last.  The canvas is kept from hearing of the change, so that it waits
 * for the picture that was begun. */
static void
test_filter (void)
{
  Fixture f = { 0 };
  fixture_open (&f, fixture_document (18), 900, 700);
  const TrlScale *scale =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (f.document), NULL);
  const char *name = trl_scale_get_level (scale, 2)->name;
  fixture_wait (400); /* names have found their size */
  g_assert_true (names_ring (&f, name));
  for (guint hidden = 0; hidden < 2; hidden++)
    {
      TrlScene *before = begin_names (&f);
      g_signal_handlers_block_matched (f.filter, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                       f.canvas);
      trellis_filter_set_level_hidden (f.filter, scale->id, 2, !hidden);
      for (guint i = 0; i < 100 && f.canvas->scene == before; i++)
        fixture_wait (20);
      g_assert_true (f.canvas->scene != before);
      g_assert_cmpint (names_ring (&f, name), ==, !hidden);
      g_signal_handlers_unblock_matched (f.filter, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                         f.canvas);
    }
  fixture_close (&f);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/canvas-names/filter-changes-while-names-are-placed", test_filter);
  return g_test_run ();
}
