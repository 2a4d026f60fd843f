/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Before a word that is used goes: what takes its place, and what that touches. */

#include "config.h"

#include "dialogs/trellis-codebook-private.h"
#include "dialogs/trellis-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  Codebook  *self;
  GtkWindow *window;
  TrlWord    word;
  char      *scope;
  char      *id;
  GPtrArray *ids;  /* NULL: no replacement */
  gboolean   asks; /* begins with a question, which stands before the ids */
  GtkWidget *combo;
  GtkWidget *apply;
  GtkWidget *preview;
} Ask;

static void
free_ask (gpointer data, GObject *window)
{
  Ask *ask = data;

  g_free (ask->scope);
  g_free (ask->id);
  g_ptr_array_unref (ask->ids);
  g_free (ask);
}

static gboolean
is_answered (const Ask *ask)
{
  return !ask->asks || adw_combo_row_get_selected (ADW_COMBO_ROW (ask->combo)) > 0;
}

static const char *
get_choice (const Ask *ask)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (ask->combo));

  return ask->ids->pdata[selected - (ask->asks ? 1 : 0)];
}

static void
add_count (GString *text, guint n, const char *format)
{
  if (n == 0)
    return;
  g_string_append (text, text->len ? "\n" : "");
  g_string_append_printf (text, format, n);
}

/* Which level of two is kept is a rule of the document. */
static void
add_differing (GString *text, guint n, TrlDocument *document)
{
  const char *rule = trl_document_get_text (document, TRL_DOCUMENT_ROLL_UP_RULE);

  if (g_strcmp0 (rule, "median") == 0)
    add_count (text, n,
               ngettext ("In %u network the two have different levels: the shallower one "
                         "is kept, the other is written into the note",
                         "In %u networks the two have different levels: the shallower "
                         "one is kept, the other is written into the note",
                         n));
  else
    add_count (text, n,
               ngettext ("In %u network the two have different levels: the deeper one "
                         "is kept, the other is written into the note",
                         "In %u networks the two have different levels: the deeper one "
                         "is kept, the other is written into the note",
                         n));
}

static void
preview (Ask *ask)
{
  g_autoptr (TrlRecoding) recoding = trl_recoding_new (codebook_get_words (ask->self));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TrlRecodeCount count = { 0 };

  trl_recoding_remove (recoding, ask->word, ask->scope, ask->id, get_choice (ask));
  if (!trl_recoding_count (recoding, trellis_session_get_document (ask->self->session),
                           &count, &error))
    g_string_append (text, error->message);
  add_count (
    text, count.n_networks,
    ngettext ("%u network is touched", "%u networks are touched", count.n_networks));
  add_count (text, count.n_nodes,
             ngettext ("%u partner changes", "%u partners change", count.n_nodes));
  add_count (
    text, count.n_edges,
    ngettext ("%u partnership changes", "%u partnerships change", count.n_edges));
  add_count (text, count.n_values,
             ngettext ("%u value goes", "%u values go", count.n_values));
  add_count (text, count.n_merged,
             ngettext ("%u partner becomes one with another: numbers add up and notes "
                       "are joined",
                       "%u partners become one with others: numbers add up and notes "
                       "are joined",
                       count.n_merged));
  add_count (text, count.n_regrained,
             ngettext ("%u network is no longer one of partner types: its partners are "
                       "taken for organizations",
                       "%u networks are no longer of partner types: their partners are "
                       "taken for organizations",
                       count.n_regrained));
  add_differing (text, count.n_differing,
                 trellis_session_get_document (ask->self->session));
  gtk_label_set_text (GTK_LABEL (ask->preview),
                      text->len ? text->str : _ ("Nothing else changes"));
}

static void
on_chosen (Ask *ask)
{
  gtk_widget_set_sensitive (ask->apply, is_answered (ask));
  if (is_answered (ask))
    preview (ask);
  else
    gtk_label_set_text (GTK_LABEL (ask->preview), NULL);
}

static void
on_apply (Ask *ask)
{
  codebook_remove (ask->self, ask->word, ask->scope, ask->id, get_choice (ask));
  gtk_window_close (ask->window);
}

static void
add_choices (Ask *ask, gboolean is_merge, GtkStringList *names)
{
  const TrlVocabulary *words = codebook_get_words (ask->self);
  GPtrArray           *items = codebook_get_items (words, ask->word, ask->scope);

  for (guint i = 0; ask->word != TRL_WORD_FIELD && i < items->len; i++)
    {
      const char *id = codebook_item_id (ask->word, items->pdata[i]);

      if (g_str_equal (id, ask->id))
        continue;
      gtk_string_list_append (names, codebook_item_name (ask->word, items->pdata[i]));
      g_ptr_array_add (ask->ids, g_strdup (id));
    }
  if (is_merge)
    return;
  gtk_string_list_append (names, _ (codebook_list (ask->word)->nothing));
  g_ptr_array_add (ask->ids, NULL);
}

/* Nothing is proposed where there is a choice: whoever agrees has made it. */
static GtkWidget *
make_combo (Ask *ask, gboolean is_merge)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  add_choices (ask, is_merge, names);
  ask->asks = ask->ids->len > 1;
  if (ask->asks)
    gtk_string_list_splice (names, 0, 0, (const char *const[]){ _ ("Choose…"), NULL });
  ask->combo = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (ask->combo),
                                 is_merge ? _ ("Merge into") : _ ("Replaced by"));
  adw_combo_row_set_model (ADW_COMBO_ROW (ask->combo), G_LIST_MODEL (names));
  g_signal_connect_swapped (ask->combo, "notify::selected", G_CALLBACK (on_chosen), ask);
  return ask->combo;
}

static GtkWidget *
make_header (Ask *ask, gboolean is_merge)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  ask->apply = gtk_button_new_with_mnemonic (is_merge ? _ ("_Merge") : _ ("_Remove"));
  gtk_widget_add_css_class (ask->apply,
                            is_merge ? "suggested-action" : "destructive-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), ask->apply);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close),
                            ask->window);
  g_signal_connect_swapped (ask->apply, "clicked", G_CALLBACK (on_apply), ask);
  return header;
}

static char *
describe (const Ask *ask)
{
  const TrlVocabulary *words = codebook_get_words (ask->self);
  int                  index = codebook_find (words, ask->word, ask->scope, ask->id);
  const char          *name = codebook_item_name (
             ask->word, codebook_get_items (words, ask->word, ask->scope)->pdata[index]);
  g_autofree char *use =
    codebook_describe_use (ask->self, ask->word, ask->scope, ask->id);

  return g_markup_printf_escaped ("%s: %s", name, use);
}

void
codebook_ask_replacement (
  Codebook *self, TrlWord word, const char *scope, const char *id, gboolean is_merge)
{
  Ask             *ask = g_new0 (Ask, 1);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *page = adw_preferences_page_new ();
  GtkWidget       *group = adw_preferences_group_new ();
  g_autofree char *title = NULL;

  *ask =
    (Ask){ .self = self, .word = word, .scope = g_strdup (scope), .id = g_strdup (id) };
  ask->ids = g_ptr_array_new_with_free_func (g_free);
  ask->window = trellis_dialog_new (
    self->window,
    is_merge ? _ ("Merge Partner Types") : _ (codebook_list (word)->removed), 460, 360);
  g_object_weak_ref (G_OBJECT (ask->window), free_ask, ask);
  title = describe (ask);
  ask->preview = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (ask->preview), TRUE);
  gtk_label_set_xalign (GTK_LABEL (ask->preview), 0);
  gtk_widget_set_margin_top (ask->preview, 12);
  gtk_box_append (GTK_BOX (box), make_header (ask, is_merge));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_combo (ask, is_merge));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), ask->preview);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (ask->window), box);
  on_chosen (ask);
  gtk_window_present (ask->window);
}
