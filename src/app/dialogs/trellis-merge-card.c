/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the card says is what merging would do at this moment, worked out by the same call
 * that does it.
 */

#include "config.h"

#include "dialogs/trellis-merge-card.h"

#include "analysis/trl-duplicates.h"
#include "model/trl-merge.h"

#include <glib/gi18n.h>

struct _TrellisMergeCard
{
  AdwPreferencesGroup parent;
  TrellisSession     *session;
  GPtrArray          *ids;
  GPtrArray          *checks;
  GtkCheckButton     *add_counts;
  GtkLabel           *preview;
};

G_DEFINE_FINAL_TYPE (TrellisMergeCard, trellis_merge_card, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  MERGE_ASKED,
  HIDE_ASKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
trellis_merge_card_finalize (GObject *object)
{
  TrellisMergeCard *self = TRELLIS_MERGE_CARD (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (trellis_merge_card_parent_class)->finalize (object);
}

static void
trellis_merge_card_class_init (TrellisMergeCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_merge_card_finalize;
  signals[MERGE_ASKED] =
    g_signal_new ("merge-asked", TRELLIS_TYPE_MERGE_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  signals[HIDE_ASKED] =
    g_signal_new ("hide-asked", TRELLIS_TYPE_MERGE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
}

static void
trellis_merge_card_init (TrellisMergeCard *self)
{
  self->checks = g_ptr_array_new ();
}

static guint
get_kept (TrellisMergeCard *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      return i;
  return 0;
}

/* The one that stays comes first. */
static TrlMerge *
make_merge (TrellisMergeCard *self, GError **error)
{
  guint kept = get_kept (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  TrlMergeRequest request = {
    .n = self->ids->len,
    .add_counts = gtk_check_button_get_active (self->add_counts),
  };

  g_ptr_array_add (ids, self->ids->pdata[kept]);
  for (guint i = 0; i < self->ids->len; i++)
    if (i != kept)
      g_ptr_array_add (ids, self->ids->pdata[i]);
  request.ids = (const char *const *) ids->pdata;
  return trl_merge_new (trellis_session_get_network (self->session), &request, error);
}

static void
preview (TrellisMergeCard *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlMerge) merge = make_merge (self, &error);
  g_autofree char *text = NULL;

  if (merge)
    {
      g_ptr_array_add (merge->sentences, NULL);
      text = g_strjoinv ("\n", (char **) merge->sentences->pdata);
    }
  gtk_label_set_text (self->preview, merge ? text : error->message);
}

gboolean
trellis_merge_card_apply (TrellisMergeCard *self, GError **error)
{
  g_autoptr (TrlMerge) merge = make_merge (self, error);

  return merge &&
         trl_merge_apply (trellis_session_get_document (self->session), merge, error);
}

static char *
describe (const TrlNetwork *network, guint row)
{
  const TrlTable       *nodes = trl_network_get_nodes (network);
  const TrlPartnerType *type = trl_vocabulary_find_type (
    trl_network_get_vocabulary (network), trl_table_get_text (nodes, row, TRL_NODE_TYPE));
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  guint            dense = graph->node_index[row];
  guint            degree = graph->first[dense + 1] - graph->first[dense];
  g_autofree char *ties =
    g_strdup_printf (ngettext ("%u partnership", "%u partnerships", degree), degree);

  return g_strdup_printf ("%s · %s", type ? type->name : _ ("No type"), ties);
}

static void
add_row (TrellisMergeCard *self, const char *id, guint kept)
{
  const TrlNetwork *network = trellis_session_get_network (self->session);
  const TrlTable   *nodes = trl_network_get_nodes (network);
  guint             row = trl_table_find (nodes, id);
  const char       *name = trl_table_get_text (nodes, row, TRL_NODE_NAME);
  g_autofree char  *shown = trl_duplicates_show (name ? name : _ ("Unnamed"));
  g_autofree char  *about = describe (network, row);
  GtkWidget        *line = adw_action_row_new ();
  GtkWidget        *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), shown);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), about);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (line), 3);
  if (self->checks->len)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), self->checks->len == kept);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shown, -1);
  g_ptr_array_add (self->checks, check);
  adw_action_row_add_prefix (ADW_ACTION_ROW (line), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), line);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (preview), self);
}

static void
ask_merge (TrellisMergeCard *self)
{
  g_signal_emit (self, signals[MERGE_ASKED], 0);
}

static void
ask_hide (TrellisMergeCard *self)
{
  g_signal_emit (self, signals[HIDE_ASKED], 0);
}

static void
add_foot (TrellisMergeCard *self, gboolean may_hide)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *merge = gtk_button_new_with_mnemonic (_ ("_Merge"));
  GtkWidget *hide = gtk_button_new_with_mnemonic (_ ("_Not a Duplicate"));

  gtk_widget_set_margin_top (box, 6);
  self->add_counts = GTK_CHECK_BUTTON (
    gtk_check_button_new_with_mnemonic (_ ("_Add up their numbers of partners")));
  g_signal_connect_swapped (self->add_counts, "toggled", G_CALLBACK (preview), self);
  self->preview = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->preview, TRUE);
  gtk_label_set_wrap_mode (self->preview, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->preview, 0);
  gtk_label_set_max_width_chars (self->preview, 60);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_widget_set_visible (hide, may_hide);
  g_signal_connect_swapped (merge, "clicked", G_CALLBACK (ask_merge), self);
  g_signal_connect_swapped (hide, "clicked", G_CALLBACK (ask_hide), self);
  gtk_box_append (GTK_BOX (buttons), hide);
  gtk_box_append (GTK_BOX (buttons), merge);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->add_counts));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  gtk_box_append (GTK_BOX (box), buttons);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
}

GtkWidget *
trellis_merge_card_new (TrellisSession *session,
                        GPtrArray      *ids,
                        const char     *reason,
                        gboolean        may_hide)
{
  TrellisMergeCard *self = g_object_new (TRELLIS_TYPE_MERGE_CARD, NULL);
  guint             kept = trl_merge_get_main (trellis_session_get_network (session),
                                               (const char *const *) ids->pdata, ids->len);

  self->session = g_object_ref (session);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Which One Stays"));
  if (reason)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), reason);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (self->ids, g_strdup (ids->pdata[i]));
  for (guint i = 0; i < ids->len; i++)
    add_row (self, ids->pdata[i], kept);
  add_foot (self, may_hide);
  preview (self);
  return GTK_WIDGET (self);
}
