/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions first, then each table as it would be read.  Answers go into the request only
 * when the dialog is accepted.
 */

#include "config.h"

#include "importer/trellis-import-dialog.h"

#include "dialogs/trellis-dialog.h"
#include "formats/trl-meaning.h"

#include <glib/gi18n.h>

#define MOST_ROWS 6

typedef struct
{
  GtkWindow            *window;
  const TrlReading     *reading;
  TrlReadRequest       *request;
  TrellisImportAnswered answered;
  gpointer              user_data;
  gboolean              accepted;
  GtkWidget            *hub;
  GtkWidget            *open;
  GPtrArray            *columns; /* GtkDropDown with data “header” */
  GPtrArray            *words;   /* GtkDropDown with data “word” */
  TrlVocabulary        *vocabulary;
} Dialog;

static void
take_columns (Dialog *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkDropDown *control = self->columns->pdata[i];
      const char  *header = g_object_get_data (G_OBJECT (control), "header");
      guint        index = gtk_drop_down_get_selected (control);

      if (index < TRL_N_MEANINGS)
        trl_read_request_set_meaning (self->request, header,
                                      trl_meaning_get_id ((TrlMeaning) index), NULL);
    }
}

/* The last in a list of levels is *not reported*. */
static void
take_words (Dialog *self)
{
  const TrlScale *scale = trl_vocabulary_find_scale (self->vocabulary, NULL);

  for (guint i = 0; i < self->words->len; i++)
    {
      GtkDropDown *control = self->words->pdata[i];
      guint        rank = gtk_drop_down_get_selected (control);

      trl_read_request_set_value (
        self->request, g_object_get_data (G_OBJECT (control), "word"),
        rank < trl_scale_get_n_levels (scale) ? trl_scale_get_level (scale, rank)->id
                                              : NULL);
    }
}

static void
on_open (GtkButton *button, Dialog *self)
{
  const char *hub = self->hub ? gtk_editable_get_text (GTK_EDITABLE (self->hub)) : NULL;

  if (hub && *hub)
    {
      g_free (self->request->hub);
      self->request->hub = g_strdup (hub);
    }
  take_columns (self);
  take_words (self);
  self->accepted = TRUE;
  gtk_window_close (self->window);
}

static void
on_gone (gpointer data, GObject *window)
{
  Dialog *self = data;

  self->answered (self->accepted, self->user_data);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->words);
  trl_vocabulary_unref (self->vocabulary);
  g_free (self);
}

static const TrlQuestion *
find_question (const TrlReading *reading, TrlQuestionKind kind)
{
  GPtrArray *questions = reading->report->questions;

  for (guint i = 0; i < questions->len; i++)
    if (((TrlQuestion *) questions->pdata[i])->kind == kind)
      return questions->pdata[i];
  return NULL;
}

static gboolean
is_asked (const TrlReading *reading, guint input, guint column)
{
  GPtrArray *questions = reading->report->questions;

  for (guint i = 0; i < questions->len; i++)
    {
      const TrlQuestion *question = questions->pdata[i];

      if (question->kind == TRL_QUESTION_COLUMN && question->input == input &&
          question->column == (int) column)
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
add_group (GtkWidget *box, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static void
add_hub (Dialog *self, GtkWidget *box)
{
  const TrlQuestion *question = find_question (self->reading, TRL_QUESTION_HUB);
  GtkWidget         *group;

  if (!question)
    return;
  group =
    add_group (box, _ ("Who Is in the Centre?"),
               _ ("The table lists partners; it does not say whose partners they are."));
  self->hub = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->hub),
                                 _ ("Name of the organization"));
  if (question->value)
    gtk_editable_set_text (GTK_EDITABLE (self->hub), question->value);
  g_signal_connect (self->hub, "entry-activated",
                    G_CALLBACK (gtk_widget_activate_default), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->hub);
}

static GtkWidget *
make_level_list (Dialog *self, const char *word)
{
  const TrlScale *scale = trl_vocabulary_find_scale (self->vocabulary, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint      n = trl_scale_get_n_levels (scale);
  GtkWidget *control;

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, trl_scale_get_level (scale, i)->name);
  gtk_string_list_append (names, _ ("Not reported"));
  control = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (control), n);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  word, -1);
  g_object_set_data_full (G_OBJECT (control), "word", g_strdup (word), g_free);
  g_ptr_array_add (self->words, control);
  return control;
}

static void
add_words (Dialog *self, GtkWidget *box)
{
  GPtrArray *questions = self->reading->report->questions;
  GtkWidget *group = NULL;

  for (guint i = 0; i < questions->len; i++)
    {
      const TrlQuestion *question = questions->pdata[i];
      GtkWidget         *row;

      if (question->kind != TRL_QUESTION_VALUE || !question->value)
        continue;
      if (!group)
        group = add_group (box, _ ("What Do These Words Mean?"), NULL);
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question->value);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 make_level_list (self, question->value));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

static GtkWidget *
make_cell (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, css);
  return label;
}

static guint
index_of_meaning (const char *meaning)
{
  int index = meaning ? trl_meaning_find (meaning) : -1;

  return index < 0 ? TRL_MEANING_FIELD : (guint) index;
}

static GtkWidget *
make_meaning (Dialog *self, const TrlReadingColumn *column, gboolean asked)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget     *control;
  GtkExpression *expression =
    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  for (guint i = 0; i < TRL_N_MEANINGS; i++)
    gtk_string_list_append (list, trl_meaning_get_label ((TrlMeaning) i));
  control = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (list)), expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (control), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (control),
                              index_of_meaning (column->meaning));
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  column->header, -1);
  g_object_set_data_full (G_OBJECT (control), "header", g_strdup (column->header),
                          g_free);
  if (asked)
    gtk_widget_add_css_class (control, "trellis-asked");
  g_ptr_array_add (self->columns, control);
  return control;
}

static GtkWidget *
make_grid (Dialog *self, const TrlReadingTable *table, guint input)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 6);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "trellis-preview");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const TrlReadingColumn *column = table->columns->pdata[i];

      gtk_grid_attach (grid, make_cell (column->header, "heading"), (int) i, 0, 1, 1);
      gtk_grid_attach (grid,
                       make_meaning (self, column, is_asked (self->reading, input, i)),
                       (int) i, 1, 1, 1);
      for (guint r = 0; r < MIN (table->rows->len, MOST_ROWS); r++)
        {
          char **cells = table->rows->pdata[r];

          if (i < g_strv_length (cells))
            gtk_grid_attach (grid, make_cell (cells[i], "dim-label"), (int) i,
                             (int) r + 2, 1, 1);
        }
    }
  return GTK_WIDGET (grid);
}

static const char *
name_delimiter (char delimiter)
{
  switch (delimiter)
    {
    case ',':
      return _ ("commas");
    case ';':
      return _ ("semicolons");
    case '\t':
      return _ ("tabs");
    default:
      return _ ("bars");
    }
}

static void
add_table (Dialog *self, GtkWidget *box, const TrlReadingTable *table, guint input)
{
  g_autofree char *rows =
    g_strdup_printf (ngettext ("%u row", "%u rows", table->n_rows), table->n_rows);
  /* Translators: rows of a table, what separates its cells, its encoding */
  g_autofree char *description =
    g_strdup_printf (_ ("%s, separated by %s, %s"), rows,
                     name_delimiter (table->delimiter), table->encoding);
  g_autofree char *title = g_markup_escape_text (table->name, -1);
  GtkWidget       *group = add_group (box, title, description);
  GtkWidget       *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 make_grid (self, table, input));
  gtk_widget_add_css_class (scrolled, "card");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), scrolled);
}

static GtkWidget *
make_header (Dialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->open = gtk_button_new_with_mnemonic (_ ("_Open"));
  gtk_widget_add_css_class (self->open, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->open);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close),
                            self->window);
  g_signal_connect (self->open, "clicked", G_CALLBACK (on_open), self);
  gtk_window_set_default_widget (self->window, self->open);
  return header;
}

static GtkWidget *
make_content (Dialog *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_widget_add_css_class (box, "trellis-dialog");
  add_hub (self, box);
  add_words (self, box);
  for (guint i = 0; i < self->reading->tables->len; i++)
    add_table (self, box, self->reading->tables->pdata[i], i);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

GtkWindow *
trellis_import_dialog_show (GtkWindow            *parent,
                            const TrlReading     *reading,
                            TrlReadRequest       *request,
                            TrellisImportAnswered answered,
                            gpointer              user_data)
{
  Dialog    *self = g_new0 (Dialog, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->window = trellis_dialog_new (parent, _ ("Open a Table"), 760, 600);
  self->reading = reading;
  self->request = request;
  self->answered = answered;
  self->user_data = user_data;
  self->columns = g_ptr_array_new ();
  self->words = g_ptr_array_new ();
  self->vocabulary = trl_vocabulary_new_default ();
  g_object_weak_ref (G_OBJECT (self->window), on_gone, self);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_content (self));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_widget_grab_focus (self->hub ? self->hub : self->open);
  gtk_window_present (self->window);
  return self->window;
}
