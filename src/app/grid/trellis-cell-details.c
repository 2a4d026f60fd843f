/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed is in the document at once; typing in one field is one step. */

#include "config.h"

#include "grid/trellis-cell-details.h"

#include "grid/trellis-levels-words.h"
#include "panels/trellis-level-picker.h"
#include "panels/trellis-type-page.h"

#include <glib/gi18n.h>
#include <math.h>

#define NOTHING (-2) /* a rank that no button has */

struct _TrellisCellDetails
{
  GtkPopover           parent;
  TrellisLevelsModel  *model;
  char                *row; /* ids */
  char                *column;
  GtkLabel            *title;
  GtkLabel            *answers;
  AdwPreferencesGroup *group;
  TrellisLevelPicker  *level;
  TrellisLevelPicker  *intended;
  GtkWidget           *count;
  GtkWidget           *source;
  GtkTextBuffer       *note;
  TrellisTypePage     *members;
  gboolean             deaf;
  guint64              own; /* revision of the document after an edit of this popover */
};

G_DEFINE_FINAL_TYPE (TrellisCellDetails, trellis_cell_details, GTK_TYPE_POPOVER)

static gboolean
find (TrellisCellDetails *self, guint *row, guint *column)
{
  const TrlGrid *grid = trellis_levels_model_get_grid (self->model);
  int            r = trl_grid_find (grid, TRL_GRID_ROW, self->row);
  int            c = trl_grid_find (grid, TRL_GRID_COLUMN, self->column);

  *row = (guint) MAX (r, 0);
  *column = (guint) MAX (c, 0);
  return r >= 0 && c >= 0;
}

static void
apply (TrellisCellDetails *self, const char *name, const TrlCellEdit *edit)
{
  TrlDocument *document =
    trellis_session_get_document (trellis_levels_model_get_session (self->model));
  g_autofree char *key =
    g_strdup_printf ("cell-%u-%s-%s", edit->mask, self->row, self->column);
  guint row, column;

  if (self->deaf || !find (self, &row, &column))
    return;
  self->deaf = TRUE; /* the text under the cursor stays as it is typed */
  trl_document_begin (document, name, key);
  if (trl_grid_edit_cell (document, trellis_levels_model_get_grid (self->model), row,
                          column, edit, NULL))
    trl_document_end (document);
  else
    trl_document_cancel (document);
  self->own = trl_document_get_revision (document);
  self->deaf = FALSE;
}

static const TrlScale *
get_scale (TrellisCellDetails *self, const TrlCell *cell)
{
  TrlDocument *document =
    trellis_session_get_document (trellis_levels_model_get_session (self->model));

  return cell->scale
           ? cell->scale
           : trl_vocabulary_find_scale (trl_document_get_vocabulary (document), NULL);
}

static void
set_text (GtkWidget *row, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
show_fields (TrellisCellDetails *self, const TrlCell *cell)
{
  const TrlVocabulary *words = trl_document_get_vocabulary (
    trellis_session_get_document (trellis_levels_model_get_session (self->model)));
  const TrlScale  *scale = get_scale (self, cell);
  g_autofree char *count = isnan (cell->count) || cell->count < 0
                             ? g_strdup ("")
                             : g_strdup_printf ("%u", (guint) cell->count);
  gboolean         rated = cell->state == TRL_CELL_LEVEL || cell->state == TRL_CELL_NONE;

  trellis_level_picker_show (self->level, words, scale, rated ? cell->rank : -1, TRUE,
                             _ ("Not reported"));
  if (!rated && cell->state != TRL_CELL_NOT_REPORTED) /* no button is down */
    trellis_level_picker_show (self->level, words, scale, NOTHING, TRUE,
                               cell->state == TRL_CELL_ABSENT
                                 ? _ ("known not to be there")
                                 : _ ("nothing is known"));
  trellis_level_picker_show (self->intended, words, scale, cell->intended, TRUE,
                             _ ("Not said"));
  set_text (self->count, count);
  set_text (self->source, cell->source ? cell->source : "");
  gtk_text_buffer_set_text (self->note, cell->note ? cell->note : "", -1);
}

static void
show (TrellisCellDetails *self)
{
  const TrlGrid   *grid = trellis_levels_model_get_grid (self->model);
  guint            row, column;
  TrlCell          cell;
  TrlGridHeader    side, top;
  g_autofree char *title = NULL;
  g_autofree char *answers = NULL;

  if (!find (self, &row, &column))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  self->deaf = TRUE;
  trl_grid_get_header (grid, TRL_GRID_ROW, row, &side);
  trl_grid_get_header (grid, TRL_GRID_COLUMN, column, &top);
  trl_grid_get_cell (grid, row, column, &cell);
  title = g_strdup_printf ("%s, %s", side.name, top.name);
  answers = trellis_levels_describe_answers (&cell);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->answers, answers ? answers : "");
  gtk_widget_set_visible (GTK_WIDGET (self->answers), answers != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->group), !self->members);
  if (self->members)
    trellis_type_page_show (self->members, trellis_levels_model_get_session (self->model),
                            self->column);
  else
    show_fields (self, &cell);
  self->deaf = FALSE;
}

static void
on_changed (TrellisSheetModel *model, gboolean reordered, TrellisCellDetails *self)
{
  TrlDocument *document =
    trellis_session_get_document (trellis_levels_model_get_session (self->model));

  /* Cells are told of later, when the text has gone on. */
  if (!self->deaf && self->own != trl_document_get_revision (document))
    show (self);
}

static void
on_level (TrellisLevelPicker *picker, int rank, TrellisCellDetails *self)
{
  apply (self, _ ("Set Level"),
         &(TrlCellEdit){ .mask = TRL_CELL_SET_LEVEL,
                         .state = rank < 0    ? TRL_CELL_NOT_REPORTED
                                  : rank == 0 ? TRL_CELL_NONE
                                              : TRL_CELL_LEVEL,
                         .rank = rank });
  show (self);
}

static void
on_intended (TrellisLevelPicker *picker, int rank, TrellisCellDetails *self)
{
  apply (self, _ ("Set Intended Level"),
         &(TrlCellEdit){ .mask = TRL_CELL_SET_INTENDED, .intended = rank });
  show (self);
}

static void
on_count (GtkEditable *entry, TrellisCellDetails *self)
{
  const char *text = gtk_editable_get_text (entry);
  guint64     number = 0;
  gboolean    good =
    !*text || g_ascii_string_to_unsigned (text, 10, 0, 1000000, &number, NULL);

  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  if (good)
    apply (self, _ ("Set Number of Partners"),
           &(TrlCellEdit){ .mask = TRL_CELL_SET_COUNT,
                           .count = *text ? (double) number : NAN });
}

static void
on_source (GtkEditable *entry, TrellisCellDetails *self)
{
  const char *text = gtk_editable_get_text (entry);

  apply (self, _ ("Set Source"),
         &(TrlCellEdit){ .mask = TRL_CELL_SET_SOURCE, .source = *text ? text : NULL });
}

static void
on_note (GtkTextBuffer *buffer, TrellisCellDetails *self)
{
  GtkTextIter      start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  apply (self, _ ("Set Note"),
         &(TrlCellEdit){ .mask = TRL_CELL_SET_NOTE, .note = *text ? text : NULL });
}

static void
trellis_cell_details_dispose (GObject *object)
{
  TrellisCellDetails *self = TRELLIS_CELL_DETAILS (object);

  if (self->model)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->row, g_free);
  g_clear_pointer (&self->column, g_free);
  G_OBJECT_CLASS (trellis_cell_details_parent_class)->dispose (object);
}

static void
trellis_cell_details_class_init (TrellisCellDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_cell_details_dispose;
}

static GtkLabel *
add_label (GtkWidget *box, const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
add_entry (TrellisCellDetails *self, const char *title, GCallback changed)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect (row, "changed", changed, self);
  adw_preferences_group_add (self->group, row);
  return row;
}

static TrellisLevelPicker *
add_picker (TrellisCellDetails *self, const char *title, GCallback picked)
{
  GtkWidget *picker = trellis_level_picker_new (title);

  g_signal_connect (picker, "picked", picked, self);
  adw_preferences_group_add (self->group, picker);
  return TRELLIS_LEVEL_PICKER (picker);
}

static void
add_note (TrellisCellDetails *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Note"));
  GtkWidget *view = gtk_text_view_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (box, "trellis-stacked");
  gtk_widget_add_css_class (view, "trellis-note");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Note"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->group, row);
  self->note = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_signal_connect (self->note, "changed", G_CALLBACK (on_note), self);
}

static void
trellis_cell_details_init (TrellisCellDetails *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->title = add_label (box, "heading");
  self->answers = add_label (box, "dim-label");
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->level = add_picker (self, _ ("Level"), G_CALLBACK (on_level));
  self->count = add_entry (self, _ ("Number of partners"), G_CALLBACK (on_count));
  self->intended = add_picker (self, _ ("Intended"), G_CALLBACK (on_intended));
  add_note (self);
  self->source = add_entry (self, _ ("Source"), G_CALLBACK (on_source));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_widget_set_size_request (box, 320, -1);
  gtk_widget_set_margin_end (box, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 520);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
}

static void
on_opened (TrellisTypePage *members, const char *id, TrellisCellDetails *self)
{
  trellis_selection_set (
    trellis_session_get_selection (trellis_levels_model_get_session (self->model)),
    TRL_KIND_NODE, id);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
list_members (TrellisCellDetails *self, const TrlGridHeader *side)
{
  const TrlGrid *grid = trellis_levels_model_get_grid (self->model);
  GtkWidget     *box = gtk_widget_get_parent (GTK_WIDGET (self->title));

  self->members = TRELLIS_TYPE_PAGE (trellis_type_page_new ());
  if (trl_grid_get_rows (grid) == TRL_GRID_ROWS_PARTNERS)
    trellis_type_page_set_partner (self->members, side->id);
  g_signal_connect (self->members, "opened", G_CALLBACK (on_opened), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->members));
}

GtkWidget *
trellis_cell_details_new (TrellisLevelsModel *model, guint row, guint column)
{
  TrellisCellDetails *self = g_object_new (TRELLIS_TYPE_CELL_DETAILS, NULL);
  const TrlGrid      *grid = trellis_levels_model_get_grid (model);
  TrlGridHeader       side, top;
  TrlCell             cell;

  trl_grid_get_header (grid, TRL_GRID_ROW, row, &side);
  trl_grid_get_header (grid, TRL_GRID_COLUMN, column, &top);
  trl_grid_get_cell (grid, row, column, &cell);
  self->model = g_object_ref (model);
  self->row = g_strdup (side.id);
  self->column = g_strdup (top.id);
  if (cell.n_nodes > 1)
    list_members (self, &side);
  g_signal_connect (model, "changed", G_CALLBACK (on_changed), self);
  show (self);
  return GTK_WIDGET (self);
}
