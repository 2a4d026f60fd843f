/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The hands of somebody at the codebook. */

#include "config.h"

#include "codebook-fixture.h"

#include "dialogs/trellis-codebook-dialog.h"

#include <string.h>

void
book_show (Book *self)
{
  self->session = trellis_session_new (self->document, NULL, "Sites");
  self->window = trellis_codebook_dialog_show (NULL, self->session);
  fixture_spin (300);
}

void
book_set_up (Book *self)
{
  self->document = fixture_document ();
  book_show (self);
}

void
book_tear_down (Book *self)
{
  gtk_window_destroy (self->window);
  fixture_spin (50);
  g_object_unref (self->session);
  g_object_unref (self->document);
}

/* For eyes: TRL_SHOTS names a folder. */
void
book_shoot (GtkWidget *window, const char *name)
{
  const char      *folder = g_getenv ("TRL_SHOTS");
  g_autofree char *path = folder ? g_strdup_printf ("%s/%s.png", folder, name) : NULL;

  if (!path)
    return;
  fixture_spin (200);
  fixture_save_png (window, path);
}

GtkWidget *
book_find (Book *self, GType type, const char *label)
{
  return fixture_find (GTK_WIDGET (self->window), type, label);
}

GtkWidget *
book_open_row (Book *self, const char *name)
{
  GtkWidget *row = book_find (self, ADW_TYPE_EXPANDER_ROW, name);

  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  fixture_spin (400);
  return row;
}

const TrlLevel *
book_level (Book *self, guint rank)
{
  return trl_scale_get_level (
    trl_vocabulary_find_scale (trl_document_get_vocabulary (self->document), NULL), rank);
}

void
book_type (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

void
book_enter (GtkWidget *row)
{
  g_signal_emit_by_name (row, "entry-activated");
}

/* As a hand does: a letter at a time. */
void
book_type_slowly (GtkWidget *row, const char *text)
{
  int at = 0;

  book_type (row, "");
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    gtk_editable_insert_text (GTK_EDITABLE (row), p, (int) (g_utf8_next_char (p) - p),
                              &at);
}

void
book_leave (Book *self)
{
  gtk_window_set_focus (self->window, NULL);
  fixture_spin (20);
}

GtkWidget *
book_find_tooltip (GtkWidget *widget, const char *tooltip)
{
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = book_find_tooltip (child, tooltip);

      if (found)
        return found;
    }
  return NULL;
}

GtkWidget *
book_find_mnemonic (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = book_find_mnemonic (child, label);

      if (found)
        return found;
    }
  return NULL;
}

GtkWidget *
book_find_dialog (Book *self, const char *title)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l; l = l->next)
    if (g_strcmp0 (gtk_window_get_title (l->data), title) == 0)
      return l->data;
  return NULL;
}

/* In the first list of a dialog. */
void
book_choose (GtkWidget *ask, const char *name)
{
  AdwComboRow *combo = ADW_COMBO_ROW (fixture_find (ask, ADW_TYPE_COMBO_ROW, NULL));
  GListModel  *names = adw_combo_row_get_model (combo);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name))
      {
        adw_combo_row_set_selected (combo, i);
        fixture_spin (100);
        return;
      }
  g_assert_not_reached ();
}

gboolean
book_says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text))
    return gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (book_says (child, text))
      return TRUE;
  return FALSE;
}

/* Of the first scale; what is %NULL stays. */
static void
alter_level (TrlDocument *document, guint rank, const char *name, const char *colour)
{
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  TrlLevel *level = ((TrlScale *) words->scales->pdata[0])->levels->pdata[rank];

  if (name)
    {
      g_free (level->name);
      level->name = g_strdup (name);
    }
  if (colour)
    {
      g_free (level->colour);
      level->colour = g_strdup (colour);
    }
  trl_document_begin (document, "Words", NULL);
  trl_document_set_vocabulary (document, words);
  trl_document_end (document);
}

void
book_rename_level (TrlDocument *document, guint rank, const char *name)
{
  alter_level (document, rank, name, NULL);
}

void
book_colour_level (TrlDocument *document, guint rank, const char *colour)
{
  alter_level (document, rank, NULL, colour);
}
