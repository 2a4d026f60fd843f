/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One proxy for each cell and header in view.  The cursor’s is there at once and has the
 * focus, so that it is announced; the others follow when scrolling has settled, and those
 * that went out of view stand for those that came in. */
#include "grid/trellis-sheet-private.h"
#include "grid/trellis-sheet-proxy.h"

#include <math.h>

#define SETTLE_MS 150
#define HEADER G_MAXUINT32 /* in place of a row or a column */

static guint64
make_key (guint row, guint column)
{
  return (guint64) row << 32 | column;
}

static guint64
get_cursor_key (TrellisSheet *self)
{
  return make_key (self->select.cursor[0], self->select.cursor[1]);
}

static gboolean
has_cells (TrellisSheet *self)
{
  return self->select.n[0] > 0 && self->select.n[1] > 0;
}

static GtkAccessibleRole
get_role (guint64 key)
{
  if ((key >> 32) == HEADER)
    return GTK_ACCESSIBLE_ROLE_COLUMN_HEADER;
  return (key & HEADER) == HEADER ? GTK_ACCESSIBLE_ROLE_ROW_HEADER
                                  : GTK_ACCESSIBLE_ROLE_GRID_CELL;
}

/* --- what they say --- */

static void
set_header_texts (TrellisSheet      *self,
                  TrellisSheetProxy *proxy,
                  TrlGridAxis        axis,
                  guint              index)
{
  TrellisSheetHeader header;
  g_autofree char   *description = trellis_sheet_describe_header (self, axis, index);
  trellis_sheet_model_get_header (self->model, axis, index, &header);
  trellis_sheet_proxy_set_texts (proxy, header.name, description);
}

static gboolean
is_selected (TrellisSheet *self, guint row, guint column)
{
  TrellisSheetArea area;
  trellis_sheet_select_get_area (&self->select, &area);
  return row - area.row < area.n_rows && column - area.column < area.n_columns;
}

static void
fill_proxy (TrellisSheet *self, TrellisSheetProxy *proxy, guint64 key)
{
  guint row = (guint) (key >> 32), column = (guint) (key & HEADER);
  trellis_sheet_proxy_set_place (proxy, row == HEADER ? -1 : (int) row,
                                 column == HEADER ? -1 : (int) column);
  if (row == HEADER)
    set_header_texts (self, proxy, TRL_GRID_COLUMN, column);
  else if (column == HEADER)
    set_header_texts (self, proxy, TRL_GRID_ROW, row);
  else
    {
      g_autofree char *label =
        trellis_sheet_model_describe_cell (self->model, row, column);
      trellis_sheet_proxy_set_texts (proxy, label, NULL);
      trellis_sheet_proxy_set_selected (proxy, is_selected (self, row, column));
    }
}

/* Whether a cell has the focus; not the editor or a menu that hangs on the sheet. */
static gboolean
has_focus_on_cell (TrellisSheet *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  return gtk_widget_has_focus (GTK_WIDGET (self)) ||
         (child && TRELLIS_IS_SHEET_PROXY (child));
}

/* --- which there are --- */

void
trellis_sheet_init_proxies (TrellisSheet *self)
{
  self->proxies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
on_focus (GtkWidget *proxy, GParamSpec *pspec, TrellisSheet *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_proxy (TrellisSheet *self, GtkWidget *proxy)
{
  g_signal_handlers_disconnect_by_data (proxy, self);
  gtk_widget_unparent (proxy);
}

void
trellis_sheet_drop_proxies (TrellisSheet *self)
{
  GHashTableIter iter;
  gpointer       proxy;
  g_clear_handle_id (&self->settle, g_source_remove);
  if (!self->proxies)
    return;
  g_hash_table_iter_init (&iter, self->proxies);
  while (g_hash_table_iter_next (&iter, NULL, &proxy))
    drop_proxy (self, proxy);
  g_clear_pointer (&self->proxies, g_hash_table_unref);
}

static GtkWidget *
make_proxy (TrellisSheet *self, guint64 key)
{
  GtkWidget *proxy = trellis_sheet_proxy_new (get_role (key));
  g_signal_connect (proxy, "notify::has-focus", G_CALLBACK (on_focus), self);
  gtk_widget_set_parent (proxy, GTK_WIDGET (self));
  /* GTK wants widgets measured before they get a place. */
  gtk_widget_measure (proxy, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  return proxy;
}

static void
keep_proxy (TrellisSheet *self, guint64 key, GtkWidget *proxy)
{
  g_hash_table_insert (self->proxies, g_memdup2 (&key, sizeof key), proxy);
  fill_proxy (self, TRELLIS_SHEET_PROXY (proxy), key);
}

/* Those that stay, as they are; those that do not, by role, for others to take. */
typedef struct
{
  GHashTable *old;
  GPtrArray  *spare[3];
} Recycling;

static guint
get_spare_index (guint64 key)
{
  GtkAccessibleRole role = get_role (key);
  return role == GTK_ACCESSIBLE_ROLE_GRID_CELL    ? 0
         : role == GTK_ACCESSIBLE_ROLE_ROW_HEADER ? 1
                                                  : 2;
}

static void
add_wanted (GArray *keys, guint64 key)
{
  g_array_append_val (keys, key);
}

/* By rows, as they are read, and the cursor wherever it is. */
static GArray *
list_wanted (TrellisSheet *self)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint   first[2], end[2];
  if (!has_cells (self))
    return keys;
  for (guint a = 0; a < 2; a++)
    trellis_sheet_track_get_range (&self->track[a], &first[a], &end[a]);
  for (guint column = first[1]; column < end[1]; column++)
    add_wanted (keys, make_key (HEADER, column));
  for (guint row = first[0]; row < end[0]; row++)
    {
      add_wanted (keys, make_key (row, HEADER));
      for (guint column = first[1]; column < end[1]; column++)
        add_wanted (keys, make_key (row, column));
    }
  if (!trellis_sheet_track_shows (&self->track[0], self->select.cursor[0]) ||
      !trellis_sheet_track_shows (&self->track[1], self->select.cursor[1]))
    add_wanted (keys, get_cursor_key (self));
  return keys;
}

/* Moves those that are still wanted into the new table, the rest into the spares. */
static void
sort_out (TrellisSheet *self, GArray *wanted, Recycling *r)
{
  GHashTableIter iter;
  gpointer       key, proxy;
  r->old = self->proxies;
  trellis_sheet_init_proxies (self);
  for (guint i = 0; i < 3; i++)
    r->spare[i] = g_ptr_array_new ();
  for (guint i = 0; i < wanted->len; i++)
    {
      guint64    own = g_array_index (wanted, guint64, i);
      GtkWidget *found = g_hash_table_lookup (r->old, &own);
      if (!found)
        continue;
      g_hash_table_remove (r->old, &own);
      keep_proxy (self, own, found);
    }
  g_hash_table_iter_init (&iter, r->old);
  while (g_hash_table_iter_next (&iter, &key, &proxy))
    g_ptr_array_add (r->spare[get_spare_index (*(guint64 *) key)], proxy);
}

static void
finish (TrellisSheet *self, Recycling *r)
{
  for (guint i = 0; i < 3; i++)
    {
      for (guint j = 0; j < r->spare[i]->len; j++)
        drop_proxy (self, g_ptr_array_index (r->spare[i], j));
      g_ptr_array_unref (r->spare[i]);
    }
  g_hash_table_unref (r->old);
}

static void
update_proxies (TrellisSheet *self)
{
  g_autoptr (GArray) wanted = list_wanted (self);
  Recycling r;
  gboolean  had_focus = has_focus_on_cell (self);
  sort_out (self, wanted, &r);
  for (guint i = 0; i < wanted->len; i++)
    {
      guint64    key = g_array_index (wanted, guint64, i);
      GPtrArray *spare = r.spare[get_spare_index (key)];
      if (g_hash_table_contains (self->proxies, &key))
        continue;
      keep_proxy (self, key,
                  spare->len > 0 ? g_ptr_array_steal_index_fast (spare, spare->len - 1)
                                 : make_proxy (self, key));
    }
  finish (self, &r);
  if (had_focus)
    trellis_sheet_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
on_settled (gpointer data)
{
  TrellisSheet *self = data;
  self->settle = 0;
  if (self->stale) /* totals grow with the cells */
    self->measured = FALSE;
  update_proxies (self);
  return G_SOURCE_REMOVE;
}

void
trellis_sheet_settle_later (TrellisSheet *self)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  self->settle = g_timeout_add (SETTLE_MS, on_settled, self);
}

void
trellis_sheet_update_cursor_proxy (TrellisSheet *self)
{
  guint64 key = get_cursor_key (self);
  if (!has_cells (self) || !self->model)
    return;
  GtkWidget *proxy = g_hash_table_lookup (self->proxies, &key);
  if (proxy)
    fill_proxy (self, TRELLIS_SHEET_PROXY (proxy), key);
  else
    keep_proxy (self, key, make_proxy (self, key));
  if (has_focus_on_cell (self))
    trellis_sheet_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  trellis_sheet_settle_later (self);
}

/* Headers lie where they are painted; what is out of view lies outside. */
static void
allocate (TrellisSheet *self, GtkWidget *proxy)
{
  const TrellisSheetTrack *down = &self->track[0], *across = &self->track[1];
  int                      row, column;
  trellis_sheet_proxy_get_place (TRELLIS_SHEET_PROXY (proxy), &row, &column);
  double width = column < 0 ? across->head : across->cell;
  double height = row < 0 ? down->head : down->cell;
  double x = column < 0 ? 0 : trellis_sheet_track_get_place (across, (guint) column);
  double y = row < 0 ? 0 : trellis_sheet_track_get_place (down, (guint) row);
  GtkAllocation place = { (int) floor (trellis_sheet_mirror (self, x, width)),
                          (int) floor (y), (int) width, (int) height };
  gtk_widget_size_allocate (proxy, &place, -1);
}

void
trellis_sheet_allocate_proxies (TrellisSheet *self)
{
  GHashTableIter iter;
  gpointer       proxy;
  g_hash_table_iter_init (&iter, self->proxies);
  while (g_hash_table_iter_next (&iter, NULL, &proxy))
    allocate (self, proxy);
}

/* --- focus --- */

gboolean
trellis_sheet_has_focus_inside (TrellisSheet *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self)) ||
         gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

gboolean
trellis_sheet_grab_focus (GtkWidget *widget)
{
  TrellisSheet *self = TRELLIS_SHEET (widget);
  guint64       key = get_cursor_key (self);
  if (!has_cells (self) || !self->model)
    {
      gtk_root_set_focus (gtk_widget_get_root (widget), widget);
      return TRUE;
    }
  GtkWidget *proxy = g_hash_table_lookup (self->proxies, &key);
  if (!proxy)
    {
      proxy = make_proxy (self, key);
      keep_proxy (self, key, proxy);
      gtk_widget_queue_allocate (widget);
    }
  return gtk_widget_grab_focus (proxy);
}

/* Tab goes from cell to cell by keys, and comes here only to come in or to leave. */
gboolean
trellis_sheet_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TrellisSheet *self = TRELLIS_SHEET (widget);
  if (self->leaving || trellis_sheet_has_focus_inside (self))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}
