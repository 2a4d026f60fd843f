/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows and columns are added with a name that is asked for in place: adding and naming
 * are one step.
 */

#include "config.h"

#include "grid/trellis-levels-page-private.h"

#include "grid/trellis-levels-edit.h"
#include "grid/trellis-name-popover.h"
#include "trellis-window.h"

#include <glib/gi18n.h>

typedef struct
{
  TrellisLevelsPage *page;
  TrlGridAxis        axis;
  char              *id;
  char              *key; /* of the adding that the naming belongs to */
} Naming;

static void
free_naming (gpointer data)
{
  Naming *naming = data;

  g_object_unref (naming->page);
  g_free (naming->id);
  g_free (naming->key);
  g_free (naming);
}

static void
on_named (const char *name, gpointer data)
{
  Naming        *naming = data;
  const TrlGrid *grid = trellis_levels_model_get_grid (naming->page->model);
  int            index = trl_grid_find (grid, naming->axis, naming->id);

  if (index >= 0)
    trellis_levels_rename (naming->page->model, naming->axis, (guint) index, name,
                           naming->key);
}

static gboolean
on_withdraw (gpointer data)
{
  TrellisLevelsPage *self = TRELLIS_LEVELS_PAGE (data);
  TrlDocument       *document = trellis_session_get_document (self->session);

  self->withdrawing = 0;
  if (self->added_revision == trl_document_get_revision (document))
    trl_document_undo (document);
  return G_SOURCE_REMOVE;
}

/* What was added and gets no name is not wanted; it goes after the popover has. */
static gboolean
on_key (GtkEventControllerKey *keys,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        TrellisLevelsPage     *self)
{
  if (key == GDK_KEY_Escape && self->session && !self->withdrawing)
    self->withdrawing = g_idle_add (on_withdraw, self);
  return GDK_EVENT_PROPAGATE;
}

static void
watch_adding (TrellisLevelsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->added_revision =
    trl_document_get_revision (trellis_session_get_document (self->session));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->popover, keys);
}

/* Where the headers of columns begin, in the page. */
static int
sheet_top (TrellisLevelsPage *self)
{
  double x, y = 0;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->sheet), GTK_WIDGET (self), 0, 0, &x,
                                    &y);
  return (int) y + 24;
}

/* @key: (nullable) (transfer full) */
static void
ask_name (TrellisLevelsPage *self, TrlGridAxis axis, guint index, char *key)
{
  Naming       *naming = g_new0 (Naming, 1);
  TrlGridHeader header;
  GdkRectangle  place;
  GtkWidget    *popover;

  trl_grid_get_header (trellis_levels_model_get_grid (self->model), axis, index, &header);
  trellis_levels_page_get_place (self, &place);
  if (axis == TRL_GRID_ROW)
    place.x = 0, place.width = 60;
  else
    place.y = sheet_top (self), place.height = 1;
  *naming = (Naming){ g_object_ref (self), axis, g_strdup (header.id), key };
  popover = trellis_name_popover_show (GTK_WIDGET (self), &place, _ ("Name"),
                                       header.name ? header.name : "", on_named, naming,
                                       free_naming);
  trellis_levels_page_keep_popover (self, popover);
}

void
trellis_levels_page_rename (TrellisLevelsPage *self, TrlGridAxis axis)
{
  guint at[2];

  if (!trellis_levels_page_has_cells (self))
    return;
  trellis_levels_page_end_edit (self, TRUE);
  trellis_sheet_get_cursor (self->sheet, &at[TRL_GRID_ROW], &at[TRL_GRID_COLUMN]);
  ask_name (self, axis, at[axis], NULL);
}

void
trellis_levels_page_add (TrellisLevelsPage *self, TrlGridAxis axis)
{
  guint            at[2] = { 0, 0 };
  g_autofree char *key = NULL;
  g_autofree char *id = NULL;
  g_autofree char *serial = trl_id_new ();
  int              index;

  if (!trellis_levels_can_add (self->model, axis))
    return;
  trellis_levels_page_end_edit (self, TRUE);
  key = g_strconcat ("grid-add-", serial, NULL);
  id = trellis_levels_add (self->model, axis, key);
  index = trl_grid_find (trellis_levels_model_get_grid (self->model), axis, id);
  if (index < 0 || !trellis_levels_page_has_cells (self))
    return;
  trellis_sheet_get_cursor (self->sheet, &at[TRL_GRID_ROW], &at[TRL_GRID_COLUMN]);
  at[axis] = (guint) index;
  trellis_sheet_set_cursor (self->sheet, at[TRL_GRID_ROW], at[TRL_GRID_COLUMN]);
  ask_name (self, axis, (guint) index, g_steal_pointer (&key));
  watch_adding (self);
}

void
trellis_levels_page_remove_rows (TrellisLevelsPage *self)
{
  TrellisSheetArea area;
  TrlGridHeader    header;
  g_autofree char *text = NULL;
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!trellis_levels_page_has_cells (self))
    return;
  trellis_levels_page_end_edit (self, FALSE);
  trellis_sheet_get_selection (self->sheet, &area);
  trl_grid_get_header (trellis_levels_model_get_grid (self->model), TRL_GRID_ROW,
                       area.row, &header);
  text = area.n_rows == 1
           ? g_strdup_printf (_ ("Removed “%s”"), header.name)
           : g_strdup_printf (ngettext ("Removed %u row", "Removed %u rows", area.n_rows),
                              area.n_rows);
  trellis_levels_remove_rows (self->model, area.row, area.n_rows);
  if (TRELLIS_IS_WINDOW (root))
    trellis_window_tell (TRELLIS_WINDOW (root), text, TRUE);
  trellis_levels_page_focus (self);
}
