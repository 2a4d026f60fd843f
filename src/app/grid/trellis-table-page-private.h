/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "grid/trellis-table-cell.h"
#include "grid/trellis-table-model.h"
#include "grid/trellis-table-page.h"

G_BEGIN_DECLS

/* One widget in several files: the page, its columns, keys, actions, filters, clipboard.
 */
struct _TrellisTablePage
{
  GtkBox              parent;
  TrellisSession     *session;
  TrlKind             kind;
  TrellisTableModel  *model;
  GtkMultiSelection  *selection;
  GtkColumnView      *view;
  GtkScrolledWindow  *scrolled;
  GPtrArray          *columns; /* TrellisColumn */
  GPtrArray          *filters; /* TrellisTableFilter */
  GHashTable         *cells;   /* TrellisTableCell that are bound */
  GSimpleActionGroup *actions;
  GtkEditable        *search;
  GtkMenuButton      *columns_button;
  GtkMenuButton      *filter_button;
  GtkFlowBox         *chips;
  GtkLabel           *count;
  GtkStack           *stack;
  GtkPopover         *menu;
  char               *network; /* id of the one on show */
  gboolean            all_networks;
  gboolean            is_syncing;
  gboolean            is_arranging;
  TrellisColumn      *cursor; /* the column that has the focus */
  GPtrArray          *spied;  /* while the sorting is asked for */
  guint               spied_first;
  guint               focusing;
  char               *added;          /* id of the partner whose name is asked for */
  guint64             added_revision; /* of the document then */
  guint               withdrawing;
};

/* columns */
void           trellis_table_page_make_columns (TrellisTablePage *self);
GPtrArray     *trellis_table_page_get_shown (TrellisTablePage *self);
void           trellis_table_page_update_sort (TrellisTablePage *self);
TrellisColumn *trellis_table_page_get_column (GtkColumnViewColumn *column);
void           trellis_table_page_show_column (TrellisTablePage *self,
                                               TrellisColumn    *column,
                                               gboolean          shown);

/* keys */
void              trellis_table_page_add_keys (TrellisTablePage *self);
TrellisTableCell *trellis_table_page_find_cell (TrellisTablePage *self,
                                                guint             position,
                                                TrellisColumn    *column);
TrellisTableCell *trellis_table_page_focus_cell (TrellisTablePage *self,
                                                 guint             position,
                                                 TrellisColumn    *column);
void
trellis_table_page_step_edit (TrellisTablePage *self, TrellisTableCell *cell, int step);
guint trellis_table_page_get_position (TrellisTablePage *self, TrellisTableCell *cell);

/* edits */
void trellis_table_page_commit (TrellisTablePage *self,
                                TrellisTableCell *cell,
                                const char       *text);
void
trellis_table_page_tell (TrellisTablePage *self, const char *text, gboolean can_undo);

/**
 * trellis_table_page_end_adding:
 * @is_left: the name was not wanted, and so the partner is not
 */
void trellis_table_page_end_adding (TrellisTablePage *self, gboolean is_left);

void       trellis_table_page_add_actions (TrellisTablePage *self);
void       trellis_table_page_update_actions (TrellisTablePage *self);
void       trellis_table_page_popup_menu (TrellisTablePage *self,
                                          GtkWidget        *from,
                                          double            x,
                                          double            y);
GPtrArray *trellis_table_page_dup_ids (TrellisTablePage *self, const TrlNetwork *network);
GArray    *trellis_table_page_get_entries (TrellisTablePage *self);

/* filters */
GtkWidget *trellis_table_page_make_filter (TrellisTablePage *self);
void       trellis_table_page_search (TrellisTablePage *self);

/* clipboard */
void trellis_table_page_copy (TrellisTablePage *self);
void trellis_table_page_paste (TrellisTablePage *self);

/* page */
void trellis_table_page_show_count (TrellisTablePage *self);
void trellis_table_page_pull_selection (TrellisTablePage *self);

/**
 * trellis_table_page_drop_hidden:
 *
 * Lets go of selected rows that a search hides: what is done to the selection is done to
 * what can be seen.
 */
void trellis_table_page_drop_hidden (TrellisTablePage *self);
void trellis_table_page_list_networks (TrellisTablePage *self);

G_END_DECLS
