/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A card a group of partners that may be the same.  The list is made again after each
 * merge; what a person said is no duplicate stays hidden while the dialog is open.
 */

#include "config.h"

#include "dialogs/trellis-duplicates-dialog.h"

#include "analysis/trl-duplicates.h"
#include "dialogs/trellis-dialog.h"
#include "dialogs/trellis-merge-card.h"

#include <glib/gi18n.h>

#define MOST 50 /* cards at a time; merging these brings the next ones */

typedef struct
{
  GtkWindow      *window;
  TrellisSession *session;
  AdwBin         *bin;
  GtkWidget      *all;
  GtkCheckButton *abbreviations;
  GPtrArray      *cards;  /* TrellisMergeCard */
  GHashTable     *hidden; /* id of the first of a group */
  GPtrArray      *given;  /* for a merge of certain partners: their ids */
} Dialog;

static void show_groups (Dialog *self);

static void
free_dialog (gpointer data, GObject *window)
{
  Dialog *self = data;

  g_object_unref (self->session);
  g_ptr_array_unref (self->cards);
  g_hash_table_unref (self->hidden);
  g_clear_pointer (&self->given, g_ptr_array_unref);
  g_free (self);
}

static char *
say_difference (guint differs)
{
  static const struct
  {
    guint       flag;
    const char *text;
  } words[] = {
    { TRL_DUPLICATE_CASE, N_ ("capitals") },
    { TRL_DUPLICATE_SPACES, N_ ("spaces") },
    { TRL_DUPLICATE_PUNCTUATION, N_ ("punctuation") },
    { TRL_DUPLICATE_ACCENTS, N_ ("accents") },
    { TRL_DUPLICATE_INVISIBLE, N_ ("characters that cannot be seen") },
    { TRL_DUPLICATE_ABBREVIATIONS, N_ ("abbreviations") },
    { TRL_DUPLICATE_TYPE, N_ ("their partner types") },
  };
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (differs & words[i].flag)
      g_string_append_printf (list, "%s%s", list->len ? ", " : "", _ (words[i].text));
  return list->len ? g_strdup_printf (_ ("They differ by: %s"), list->str)
                   : g_strdup (_ ("Their names are the same"));
}

static gboolean
merge_cards (Dialog *self, TrellisMergeCard *only)
{
  TrlDocument *document = trellis_session_get_document (self->session);
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  trl_document_begin (document, _ ("Merge Partners"), NULL);
  for (guint i = 0; i < self->cards->len && done; i++)
    if (only ? self->cards->pdata[i] == only
             : !g_object_get_data (self->cards->pdata[i], "doubtful"))
      done = trellis_merge_card_apply (self->cards->pdata[i], &error);
  if (done)
    trl_document_end (document);
  else
    {
      trl_document_cancel (document);
      trellis_compat_tell (self->window, _ ("Could Not Merge"), error->message);
    }
  return done;
}

static void
on_merge (TrellisMergeCard *card, Dialog *self)
{
  if (!merge_cards (self, card))
    return;
  if (self->given)
    gtk_window_close (self->window);
  else
    show_groups (self);
}

static void
on_hide (TrellisMergeCard *card, Dialog *self)
{
  g_hash_table_add (self->hidden,
                    g_strdup (g_object_get_data (G_OBJECT (card), "first")));
  show_groups (self);
}

static void
on_merge_all (GtkButton *button, Dialog *self)
{
  if (merge_cards (self, NULL))
    show_groups (self);
}

static TrellisMergeCard *
add_card (Dialog *self, GtkWidget *page, GPtrArray *ids, const char *reason)
{
  GtkWidget *card =
    trellis_merge_card_new (self->session, ids, reason, self->given == NULL);

  g_object_set_data_full (G_OBJECT (card), "first", g_strdup (ids->pdata[0]), g_free);
  g_signal_connect (card, "merge-asked", G_CALLBACK (on_merge), self);
  g_signal_connect (card, "hide-asked", G_CALLBACK (on_hide), self);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (card));
  g_ptr_array_add (self->cards, card);
  return TRELLIS_MERGE_CARD (card);
}

static void
add_group (Dialog *self, GtkWidget *page, const TrlDuplicates *group)
{
  const TrlTable *nodes =
    trl_network_get_nodes (trellis_session_get_network (self->session));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char  *reason = say_difference (group->differs);
  TrellisMergeCard *card;

  for (guint i = 0; i < group->rows->len; i++)
    g_ptr_array_add (
      ids, (char *) trl_table_get_id (nodes, g_array_index (group->rows, guint, i)));
  if (g_hash_table_contains (self->hidden, ids->pdata[0]))
    return;
  card = add_card (self, page, ids, reason);
  if (group->differs & TRL_DUPLICATE_TYPE)
    g_object_set_data (G_OBJECT (card), "doubtful", card);
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *empty = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No Duplicates Found"));
  adw_status_page_set_description (
    ADW_STATUS_PAGE (empty),
    _ ("No two partners of this network have names that differ only in writing."));
  gtk_widget_set_vexpand (empty, TRUE);
  return empty;
}

static void
show_groups (Dialog *self)
{
  const TrlNetwork *network = trellis_session_get_network (self->session);
  GtkWidget        *page = adw_preferences_page_new ();
  guint             n_sure = 0;
  g_autoptr (GPtrArray) groups = NULL;

  g_ptr_array_set_size (self->cards, 0);
  if (self->given)
    add_card (self, page, self->given, NULL);
  else if (network)
    groups =
      trl_duplicates_find (network, gtk_check_button_get_active (self->abbreviations));
  for (guint i = 0; groups && i < groups->len && self->cards->len < MOST; i++)
    add_group (self, page, groups->pdata[i]);
  gtk_widget_set_vexpand (page, TRUE);
  if (self->cards->len == 0)
    g_object_ref_sink (page);
  adw_bin_set_child (self->bin, self->cards->len ? page : make_empty ());
  if (self->cards->len == 0)
    g_object_unref (page);
  for (guint i = 0; i < self->cards->len; i++)
    n_sure += !g_object_get_data (self->cards->pdata[i], "doubtful");
  gtk_widget_set_sensitive (self->all, n_sure > 0);
}

static GtkWindow *
make_dialog (GtkWindow      *parent,
             TrellisSession *session,
             const char     *title,
             GPtrArray      *given)
{
  Dialog    *self = g_new0 (Dialog, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->window = trellis_dialog_new (parent, title, 560, given ? 480 : 620);
  self->session = g_object_ref (session);
  self->cards = g_ptr_array_new ();
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->given = given;
  self->bin = ADW_BIN (adw_bin_new ());
  self->all = gtk_button_new_with_mnemonic (_ ("Merge _All"));
  gtk_widget_set_tooltip_text (self->all,
                               _ ("Merges all groups whose partners have one type"));
  self->abbreviations = GTK_CHECK_BUTTON (
    gtk_check_button_new_with_mnemonic (_ ("A_bbreviations such as Inc and Ltd, too")));
  gtk_widget_set_margin_start (GTK_WIDGET (self->abbreviations), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->abbreviations), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->abbreviations), 6);
  gtk_widget_set_visible (GTK_WIDGET (self->abbreviations), !given);
  gtk_widget_set_visible (self->all, !given);
  g_object_weak_ref (G_OBJECT (self->window), free_dialog, self);
  g_signal_connect (self->all, "clicked", G_CALLBACK (on_merge_all), self);
  g_signal_connect_swapped (self->abbreviations, "toggled", G_CALLBACK (show_groups),
                            self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->all);
  gtk_box_append (GTK_BOX (box), header);
  gtk_widget_set_vexpand (GTK_WIDGET (self->bin), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bin));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->abbreviations));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  show_groups (self);
  gtk_window_present (self->window);
  return self->window;
}

GtkWindow *
trellis_duplicates_dialog_show (GtkWindow *parent, TrellisSession *session)
{
  return make_dialog (parent, session, _ ("Find Duplicates"), NULL);
}

GtkWindow *
trellis_merge_dialog_show (GtkWindow *parent, TrellisSession *session, GPtrArray *ids)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (copy, g_strdup (ids->pdata[i]));
  return make_dialog (parent, session, _ ("Merge Partners"), copy);
}
