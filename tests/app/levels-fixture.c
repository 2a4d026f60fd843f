/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of levels in a window of its own, and what a person does in it. */

#include "config.h"

#include "levels-fixture.h"

#include "grid/trellis-clipboard.h"

static gboolean
is_painted (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

void
levels_set_up (LevelsFixture *s, TrlDocument *document)
{
  s->document = document;
  s->session = trellis_session_new (document, NULL, "Test");
  s->window = adw_window_new ();
  s->page = TRELLIS_LEVELS_PAGE (trellis_levels_page_new ());
  trellis_levels_page_set_session (s->page, s->session);
  gtk_window_set_default_size (GTK_WINDOW (s->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (s->window), GTK_WIDGET (s->page));
  gtk_window_present (GTK_WINDOW (s->window));
  g_assert_true (fixture_wait (is_painted, s->page));
  fixture_spin (100);
  s->sheet = trellis_levels_page_get_sheet (s->page);
  s->model = trellis_levels_page_get_model (s->page);
}

void
levels_tear_down (LevelsFixture *s)
{
  gtk_window_destroy (GTK_WINDOW (s->window));
  fixture_spin (50);
  g_object_unref (s->session);
  g_object_unref (s->document);
}

void
levels_get_cell (LevelsFixture *s, guint row, guint column, TrlCell *cell)
{
  trl_grid_get_cell (trellis_levels_model_get_grid (s->model), row, column, cell);
}

int
levels_rank_at (LevelsFixture *s, guint row, guint column)
{
  TrlCell cell;

  levels_get_cell (s, row, column, &cell);
  return cell.rank;
}

TrlCellState
levels_state_at (LevelsFixture *s, guint row, guint column)
{
  TrlCell cell;

  levels_get_cell (s, row, column, &cell);
  return cell.state;
}

void
levels_type_at (LevelsFixture *s, guint row, guint column, const char *text)
{
  trellis_sheet_set_cursor (s->sheet, row, column);
  g_signal_emit_by_name (s->sheet, "typed", text);
}

gboolean
levels_act (LevelsFixture *s, const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (s->page), action, NULL);
}

void
levels_select_area (
  LevelsFixture *s, guint row, guint column, guint n_rows, guint n_columns)
{
  trellis_sheet_select (s->sheet, &(TrellisSheetArea){ row, column, n_rows, n_columns });
}

TrellisCellEditor *
levels_find_editor (LevelsFixture *s)
{
  return (TrellisCellEditor *) fixture_find (GTK_WIDGET (s->sheet),
                                             TRELLIS_TYPE_CELL_EDITOR, NULL);
}

gboolean
levels_has_undo (gpointer document)
{
  return trl_document_get_undo_name (document) != NULL;
}

/* What Calc put on its clipboard, as Calc offers it. */
void
levels_offer_sample (LevelsFixture *s, const char *name)
{
  static const char *const endings[][2] = { { "html", "text/html" },
                                            { "txt", "text/plain;charset=utf-8" } };
  GdkContentProvider      *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *file = g_strdup_printf ("%s.%s", name, endings[i][0]);
      g_autofree char *path = g_build_filename (g_getenv ("TRL_SOURCE"), "tests", "data",
                                                "clipboard", file, NULL);
      g_autoptr (GBytes) bytes = NULL;
      char *text;
      gsize n;

      g_assert_true (g_file_get_contents (path, &text, &n, NULL));
      bytes = g_bytes_new_take (text, n);
      providers[i] = gdk_content_provider_new_for_bytes (endings[i][1], bytes);
    }
  both = gdk_content_provider_new_union (providers, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (s->window), both);
}

static void
on_table (GObject *clipboard, GAsyncResult *result, gpointer table)
{
  *(TrlSheet **) table = trellis_clipboard_read_finish (result, NULL);
}

static gboolean
has_table (gpointer table)
{
  return *(TrlSheet **) table != NULL;
}

TrlSheet *
levels_read_clipboard (LevelsFixture *s)
{
  TrlSheet *table = NULL;

  trellis_clipboard_read_async (gtk_widget_get_clipboard (s->window), NULL, on_table,
                                &table);
  g_assert_true (fixture_wait (has_table, &table));
  return table;
}

void
levels_commit (LevelsFixture *s, const char *text)
{
  TrellisCellEditor *editor = levels_find_editor (s);

  g_assert_nonnull (editor);
  gtk_editable_set_text (trellis_cell_editor_get_entry (editor), text);
  g_signal_emit_by_name (editor, "committed", 1, 0);
}
