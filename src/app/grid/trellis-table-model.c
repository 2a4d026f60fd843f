/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows are pairs of a network and a number.  Filtering and sorting work on those, and
 * what is told to the list is the part between the first and the last difference: an
 * added row does not move the view.
 */

#include "config.h"

#include "grid/trellis-table-model.h"

#include "formats/trl-words.h"

#include <math.h>
#include <string.h>

struct _TrellisTableRow
{
  GObject      parent;
  TrellisEntry entry;
};

G_DEFINE_FINAL_TYPE (TrellisTableRow, trellis_table_row, G_TYPE_OBJECT)

struct _TrellisTableModel
{
  GObject        parent;
  TrlKind        kind;
  GPtrArray     *networks;
  GArray        *all;   /* TrellisEntry */
  GArray        *shown; /* TrellisEntry */
  GPtrArray     *texts; /* folded, one for each of all, made when asked */
  GPtrArray     *columns;
  GPtrArray     *filters;
  char          *search;
  TrellisColumn *sort;
  gboolean       descending;
};

static void trellis_table_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrellisTableModel,
                               trellis_table_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      trellis_table_model_list_init))

static void
trellis_table_row_finalize (GObject *object)
{
  trl_network_unref (TRELLIS_TABLE_ROW (object)->entry.network);
  G_OBJECT_CLASS (trellis_table_row_parent_class)->finalize (object);
}

static void
trellis_table_row_class_init (TrellisTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_table_row_finalize;
}

static void
trellis_table_row_init (TrellisTableRow *self)
{
}

const TrellisEntry *
trellis_table_row_get_entry (TrellisTableRow *self)
{
  return &self->entry;
}

TrellisTableFilter *
trellis_table_filter_new (TrellisFilterKind kind, TrellisColumn *column, const char *text)
{
  TrellisTableFilter *filter = g_new0 (TrellisTableFilter, 1);

  filter->kind = kind;
  filter->column = column;
  filter->text = g_strdup (text);
  return filter;
}

void
trellis_table_filter_free (TrellisTableFilter *filter)
{
  g_free (filter->text);
  g_free (filter);
}

/* --- the list --- */

static GType
get_item_type (GListModel *list)
{
  return TRELLIS_TYPE_TABLE_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return TRELLIS_TABLE_MODEL (list)->shown->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  TrellisTableModel *self = TRELLIS_TABLE_MODEL (list);
  TrellisTableRow   *row;

  if (position >= self->shown->len)
    return NULL;
  row = g_object_new (TRELLIS_TYPE_TABLE_ROW, NULL);
  row->entry = g_array_index (self->shown, TrellisEntry, position);
  trl_network_ref (row->entry.network);
  return row;
}

static void
trellis_table_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
trellis_table_model_finalize (GObject *object)
{
  TrellisTableModel *self = TRELLIS_TABLE_MODEL (object);

  g_ptr_array_unref (self->networks);
  g_array_unref (self->all);
  g_array_unref (self->shown);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_free (self->search);
  G_OBJECT_CLASS (trellis_table_model_parent_class)->finalize (object);
}

static void
trellis_table_model_class_init (TrellisTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_table_model_finalize;
}

static void
trellis_table_model_init (TrellisTableModel *self)
{
  self->networks = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_network_unref);
  self->all = g_array_new (FALSE, FALSE, sizeof (TrellisEntry));
  self->shown = g_array_new (FALSE, FALSE, sizeof (TrellisEntry));
}

/* --- what is shown --- */

static void
list_all (TrellisTableModel *self)
{
  g_array_set_size (self->all, 0);
  for (guint i = 0; i < self->networks->len; i++)
    {
      TrlNetwork  *network = self->networks->pdata[i];
      guint        n;
      const guint *rows =
        trl_table_get_rows (trl_network_get_table (network, self->kind), &n);

      for (guint k = 0; k < n; k++)
        g_array_append_val (self->all, ((TrellisEntry){ network, rows[k] }));
    }
}

static char *
fold_row (TrellisTableModel *self, const TrellisEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *cell = trellis_column_dup_text (self->columns->pdata[i], entry);
      g_autofree char *folded = *cell ? trl_fold (cell) : NULL;

      if (folded)
        g_string_append_printf (text, "%s\n", folded);
    }
  return g_strdup (text->str);
}

static gboolean
holds (const TrellisTableFilter *filter, const TrellisEntry *entry)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *wanted = NULL;

  if (filter->kind == TRELLIS_FILTER_SET || filter->kind == TRELLIS_FILTER_UNSET)
    return trellis_column_is_set (filter->column, entry) ==
           (filter->kind == TRELLIS_FILTER_SET);
  text = trellis_column_dup_text (filter->column, entry);
  if (filter->kind == TRELLIS_FILTER_IS)
    return g_strcmp0 (text, filter->text) == 0;
  folded = trl_fold (text);
  wanted = trl_fold (filter->text ? filter->text : "");
  return strstr (folded, wanted) != NULL;
}

static gboolean
is_shown (TrellisTableModel *self, guint index)
{
  const TrellisEntry *entry = &g_array_index (self->all, TrellisEntry, index);

  if (self->search)
    {
      if (!self->texts->pdata[index])
        self->texts->pdata[index] = fold_row (self, entry);
      if (!strstr (self->texts->pdata[index], self->search))
        return FALSE;
    }
  for (guint i = 0; self->filters && i < self->filters->len; i++)
    if (!holds (self->filters->pdata[i], entry))
      return FALSE;
  return TRUE;
}

typedef struct
{
  TrellisEntry entry;
  guint        index;
  double       number;
  char        *text;
} Key;

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const Key *first = a, *second = b;
  int        sign = *(gboolean *) data ? -1 : 1;

  if (first->text && second->text)
    {
      int order = strcmp (first->text, second->text);

      if (order)
        return sign * order;
    }
  else if (first->text || second->text)
    return first->text ? -1 : 1;
  else if (isnan (first->number) != isnan (second->number))
    return isnan (first->number) ? 1 : -1;
  else if (!isnan (first->number) && first->number != second->number)
    return first->number < second->number ? -sign : sign;
  return first->index < second->index ? -1 : 1;
}

static void
clear_key (gpointer data)
{
  g_free (((Key *) data)->text);
}

static void
sort_entries (TrellisTableModel *self, GArray *entries)
{
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, TRUE, sizeof (Key), entries->len);

  g_array_set_clear_func (keys, clear_key);
  for (guint i = 0; i < entries->len; i++)
    {
      Key key = { g_array_index (entries, TrellisEntry, i), i, NAN, NULL };

      if (trellis_column_has_number (self->sort))
        key.number = trellis_column_get_number (self->sort, &key.entry);
      else
        {
          g_autofree char *text = trellis_column_dup_text (self->sort, &key.entry);
          g_autofree char *folded = g_utf8_casefold (text, -1);

          key.text = *text ? g_utf8_collate_key_for_filename (folded, -1) : NULL;
        }
      g_array_append_val (keys, key);
    }
  g_array_sort_with_data (keys, compare_keys, &self->descending);
  for (guint i = 0; i < keys->len; i++)
    g_array_index (entries, TrellisEntry, i) = g_array_index (keys, Key, i).entry;
}

static gboolean
is_same (const GArray *a, guint i, const GArray *b, guint k)
{
  const TrellisEntry *first = &g_array_index (a, TrellisEntry, i);
  const TrellisEntry *second = &g_array_index (b, TrellisEntry, k);

  return first->network == second->network && first->row == second->row;
}

static void
replace (TrellisTableModel *self, GArray *taken)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->shown);
  guint least = MIN (old->len, taken->len), head = 0, tail = 0;

  self->shown = taken;
  while (head < least && is_same (old, head, taken, head))
    head++;
  while (tail < least - head &&
         is_same (old, old->len - 1 - tail, taken, taken->len - 1 - tail))
    tail++;
  if (old->len != taken->len || head < old->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                taken->len - head - tail);
}

static void
show (TrellisTableModel *self)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (TrellisEntry));

  if (self->search && !self->texts)
    {
      self->texts = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_set_size (self->texts, (int) self->all->len);
    }
  for (guint i = 0; i < self->all->len; i++)
    if (is_shown (self, i))
      g_array_append_val (shown, g_array_index (self->all, TrellisEntry, i));
  if (self->sort)
    sort_entries (self, shown);
  replace (self, shown);
}

TrellisTableModel *
trellis_table_model_new (TrlKind kind)
{
  TrellisTableModel *self = g_object_new (TRELLIS_TYPE_TABLE_MODEL, NULL);

  self->kind = kind;
  return self;
}

void
trellis_table_model_update (TrellisTableModel *self)
{
  trellis_table_model_forget (self);
  list_all (self);
  show (self);
}

void
trellis_table_model_forget (TrellisTableModel *self)
{
  g_clear_pointer (&self->texts, g_ptr_array_unref);
}

void
trellis_table_model_set_networks (TrellisTableModel *self, GPtrArray *networks)
{
  g_autoptr (GPtrArray) old = self->networks; /* until the rows have gone */

  self->networks = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_network_unref);
  for (guint i = 0; i < networks->len; i++)
    g_ptr_array_add (self->networks, trl_network_ref (networks->pdata[i]));
  trellis_table_model_update (self);
}

void
trellis_table_model_set_search (TrellisTableModel *self,
                                const char        *text,
                                GPtrArray         *columns,
                                GPtrArray         *filters)
{
  g_autofree char *folded = text ? trl_fold (text) : NULL;

  g_free (self->search);
  self->search = folded && *folded ? g_steal_pointer (&folded) : NULL;
  trellis_table_model_forget (self);
  g_ptr_array_ref (columns);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  self->columns = columns;
  g_ptr_array_ref (filters);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  self->filters = filters;
  show (self);
}

void
trellis_table_model_set_sort (TrellisTableModel *self,
                              TrellisColumn     *column,
                              gboolean           descending)
{
  if (self->sort == column && self->descending == descending)
    return;
  self->sort = column;
  self->descending = descending;
  show (self);
}

guint
trellis_table_model_get_n_all (TrellisTableModel *self)
{
  return self->all->len;
}

guint
trellis_table_model_get_n (TrellisTableModel *self)
{
  return self->shown->len;
}

const TrellisEntry *
trellis_table_model_get (TrellisTableModel *self, guint position)
{
  g_return_val_if_fail (position < self->shown->len, NULL);

  return &g_array_index (self->shown, TrellisEntry, position);
}

guint
trellis_table_model_find (TrellisTableModel *self, const TrlNetwork *network, guint row)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      const TrellisEntry *entry = &g_array_index (self->shown, TrellisEntry, i);

      if (entry->network == network && entry->row == row)
        return i;
    }
  return G_MAXUINT;
}
