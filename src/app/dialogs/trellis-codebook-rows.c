/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row a word: its name and how often it is used; inside, a control for all that can be
 * said of it.  Rows follow the document, so Undo shows in them at once. */

#include "config.h"

#include "dialogs/trellis-codebook-private.h"
#include "panels/trellis-swatch.h"

#include <glib/gi18n.h>

static void
row_free (gpointer data)
{
  CodebookRow *row = data;

  g_free (row->scope);
  g_free (row->id);
  g_free (row);
}

CodebookRow *
codebook_row_attach (GtkWidget *widget, const CodebookRow *like)
{
  CodebookRow *row = g_memdup2 (like, sizeof *row);

  row->scope = g_strdup (like->scope);
  row->id = g_strdup (like->id);
  g_object_set_data_full (G_OBJECT (widget), "codebook-row", row, row_free);
  return row;
}

CodebookRow *
codebook_row_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "codebook-row");
}

gconstpointer
codebook_row_get_item (const CodebookRow *row)
{
  const TrlVocabulary *words = codebook_get_words (row->self);
  GPtrArray           *items = codebook_get_items (words, row->word, row->scope);
  int                  index =
    row->id ? codebook_find (words, row->word, row->scope, row->id) : (int) row->index;

  return items && index >= 0 && index < (int) items->len ? items->pdata[index] : NULL;
}

const char *
codebook_row_get_id (const CodebookRow *row)
{
  return row->id ? row->id : codebook_row_get_item (row);
}

static void
add_count (GString *text, guint n, const char *format)
{
  if (n == 0)
    return;
  g_string_append (text, text->len ? " · " : "");
  g_string_append_printf (text, format, n);
}

/* A node of a survey stands for any number of partners, so nodes are not counted as
 * such. */
static char *
describe_type_use (const TrlUsage *usage, const char *type)
{
  TrlTypeUsage use = trl_usage_get_type (usage, type);
  g_autoptr (GString) text = g_string_new (NULL);

  add_count (text, use.n_organizations,
             ngettext ("%u partner", "%u partners", use.n_organizations));
  add_count (text, use.n_networks,
             ngettext ("%u network", "%u networks", use.n_networks));
  add_count (text, use.n_edges,
             ngettext ("%u partnership", "%u partnerships", use.n_edges));
  return g_strdup (text->str);
}

char *
codebook_describe_use (const Codebook *self,
                       TrlWord         word,
                       const char     *scope,
                       const char     *id)
{
  guint n = trl_usage_get (self->usage, word, scope, id);

  if (n == 0)
    return g_strdup (_ ("Not used"));
  if (word == TRL_WORD_TYPE)
    return describe_type_use (self->usage, id);
  if (word == TRL_WORD_ROLE)
    return g_strdup_printf (ngettext ("%u partner", "%u partners", n), n);
  if (word == TRL_WORD_FIELD)
    return g_strdup_printf (ngettext ("%u value", "%u values", n), n);
  return g_strdup_printf (ngettext ("%u partnership", "%u partnerships", n), n);
}

/* The row of a word */

static void
show_word (Codebook *self, GtkWidget *widget)
{
  const CodebookRow *row = codebook_row_of (widget);
  gconstpointer      item = codebook_row_get_item (row);
  g_autofree char   *use = NULL;

  if (!item)
    return;
  use = codebook_describe_use (self, row->word, row->scope, codebook_row_get_id (row));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget),
                                 codebook_item_name (row->word, item));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (widget), use);
}

static void
move_by (const CodebookRow *row, int by)
{
  g_autofree char *id = NULL;
  int              index;

  codebook_commit (row->self);
  id = g_strdup (codebook_row_get_id (row));
  index = codebook_find (codebook_get_words (row->self), row->word, row->scope, id);
  if (index >= 0)
    codebook_move (row->self, row->word, row->scope, id, index + by);
}

static void
on_up (GtkWidget *button)
{
  move_by (codebook_row_of (button), -1);
}

static void
on_down (GtkWidget *button)
{
  move_by (codebook_row_of (button), 1);
}

static void
on_remove (GtkWidget *button)
{
  const CodebookRow *row = codebook_row_of (button);
  g_autofree char   *id = NULL;

  codebook_commit (row->self);
  id = g_strdup (codebook_row_get_id (row));
  if (trl_usage_get (row->self->usage, row->word, row->scope, id) == 0)
    codebook_remove (row->self, row->word, row->scope, id, NULL);
  else if (row->word == TRL_WORD_SCALE)
    codebook_ask_scale (row->self, id);
  else
    codebook_ask_replacement (row->self, row->word, row->scope, id, FALSE);
}

static void
on_merge (GtkWidget *button)
{
  const CodebookRow *row = codebook_row_of (button);

  codebook_commit (row->self);
  codebook_ask_replacement (row->self, row->word, row->scope, row->id, TRUE);
}

/* @icon: NULL for the one for which there is no picture that says it. */
static void
add_button (GtkWidget         *box,
            const CodebookRow *like,
            const char        *icon,
            const char        *tooltip,
            GCallback          func,
            gboolean           sensitive)
{
  GtkWidget *button = icon ? gtk_button_new_from_icon_name (icon)
                           : gtk_button_new_with_mnemonic (_ ("_Merge…"));

  codebook_row_attach (button, like);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_sensitive (button, sensitive);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect (button, "clicked", func, NULL);
}

static gboolean
on_move_key (GtkWidget *widget, GVariant *by, gpointer unused)
{
  move_by (codebook_row_of (widget), g_variant_get_int32 (by));
  return TRUE;
}

static void
add_keys (GtkWidget *expander)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  static const guint  values[] = { GDK_KEY_Up, GDK_KEY_Down };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (values[i], GDK_ALT_MASK),
                                       gtk_callback_action_new (on_move_key, NULL, NULL),
                                       "i", i ? 1 : -1));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (expander, keys);
}

static GdkContentProvider *
on_drag (GtkDragSource *source, double x, double y)
{
  const CodebookRow *row =
    codebook_row_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  g_autofree char *key = NULL;

  codebook_commit (row->self);
  key = trl_word_key (row->word, row->scope, codebook_row_get_id (row));
  return gdk_content_provider_new_typed (G_TYPE_STRING, key);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y)
{
  const CodebookRow *row =
    codebook_row_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  const TrlVocabulary *words;
  GPtrArray           *items;
  int                  to;

  codebook_commit (row->self);
  words = codebook_get_words (row->self);
  items = codebook_get_items (words, row->word, row->scope);
  to = codebook_find (words, row->word, row->scope, codebook_row_get_id (row));
  for (guint i = 0; items && i < items->len; i++)
    {
      g_autofree char *id = g_strdup (codebook_item_id (row->word, items->pdata[i]));
      g_autofree char *key = trl_word_key (row->word, row->scope, id);

      if (g_strcmp0 (key, g_value_get_string (value)) != 0)
        continue;
      codebook_move (row->self, row->word, row->scope, id, to);
      return TRUE;
    }
  return FALSE;
}

static void
add_drag (GtkWidget *expander)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), NULL);
  gtk_widget_add_controller (expander, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (expander, GTK_EVENT_CONTROLLER (target));
}

static void
on_expanded (AdwExpanderRow *expander)
{
  const CodebookRow *row = codebook_row_of (expander);
  const char        *id = codebook_row_get_id (row);
  g_autofree char   *key = id ? trl_word_key (row->word, row->scope, id) : NULL;

  if (!key)
    return;
  if (adw_expander_row_get_expanded (expander))
    g_hash_table_add (row->self->open, g_steal_pointer (&key));
  else
    g_hash_table_remove (row->self->open, key);
}

static gboolean
is_hidden (const CodebookRow *row, const CodebookMember *member)
{
  return member->control == CODEBOOK_CHOICES &&
         ((const TrlField *) codebook_row_get_item (row))->kind != TRL_FIELD_CHOICE;
}

static void
add_controls (GtkWidget *expander, CodebookRow *like)
{
  const CodebookList *list = codebook_list (like->word);

  for (guint i = 0; i < list->n_members; i++)
    {
      gboolean   is_checked = i == 0 || list->members[i].control == CODEBOOK_LETTER;
      GtkWidget *message = is_checked ? adw_action_row_new () : NULL;

      like->member = i;
      like->message = message;
      if (!is_hidden (like, &list->members[i]))
        adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                                  codebook_make_control (like));
      if (!message)
        continue;
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (message), FALSE);
      gtk_widget_add_css_class (message, "error");
      gtk_widget_set_visible (message, FALSE);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), message);
    }
  like->message = NULL;
}

/* Inside, so that a narrow window has room for the name. */
static void
add_buttons (GtkWidget *expander, const CodebookRow *like, guint n)
{
  gboolean   is_level = like->word == TRL_WORD_LEVEL;
  gboolean   is_fixed = is_level && like->index == 0;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *line = adw_preferences_row_new ();

  add_button (box, like, "go-up-symbolic", _ ("Move up"), G_CALLBACK (on_up),
              like->index > (is_level ? 1 : 0));
  add_button (box, like, "go-down-symbolic", _ ("Move down"), G_CALLBACK (on_down),
              !is_fixed && like->index + 1 < n);
  if (like->word == TRL_WORD_TYPE)
    add_button (box, like, NULL, _ ("Merge into another type"), G_CALLBACK (on_merge),
                n > 1);
  add_button (box, like, "user-trash-symbolic", _ ("Remove"), G_CALLBACK (on_remove),
              !is_fixed && (!is_level || n > 2) &&
                (like->word != TRL_WORD_SCALE || n > 1));
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "trellis-stacked");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), line);
}

static void
add_picture (GtkWidget *expander, const CodebookRow *like)
{
  const TrlVocabulary *words = codebook_get_words (like->self);
  GtkWidget           *picture = NULL;

  if (like->word == TRL_WORD_LEVEL)
    picture = trellis_swatch_new (words, trl_vocabulary_find_scale (words, like->scope),
                                  (int) like->index);
  else if (like->word == TRL_WORD_TYPE)
    picture = trellis_swatch_new_for_type (words, like->id);
  if (!picture)
    return;
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (expander), picture);
}

static GtkWidget *
make_word (CodebookRow *like, guint n)
{
  GtkWidget       *expander = adw_expander_row_new ();
  g_autofree char *key =
    trl_word_key (like->word, like->scope, codebook_row_get_id (like));

  codebook_row_attach (expander, like);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  codebook_follow (like->self, expander, show_word);
  add_picture (expander, like);
  add_controls (expander, like);
  add_buttons (expander, like, n);
  add_keys (expander);
  add_drag (expander);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander),
                                 g_hash_table_contains (like->self->open, key));
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (on_expanded), NULL);
  if (g_strcmp0 (key, like->self->focus) == 0)
    like->self->focused = expander;
  return expander;
}

static void
on_add (GtkWidget *button)
{
  const CodebookRow *row = codebook_row_of (button);

  codebook_commit (row->self);
  codebook_add (row->self, row->word, row->scope);
}

void
codebook_add_words (Codebook            *self,
                    AdwPreferencesGroup *group,
                    TrlWord              word,
                    const char          *scope)
{
  GPtrArray  *items = codebook_get_items (codebook_get_words (self), word, scope);
  GtkWidget  *button = gtk_button_new_with_mnemonic (_ (codebook_list (word)->add));
  CodebookRow like = { self, word, (char *) scope };

  for (guint i = 0; i < items->len; i++)
    {
      like.index = i;
      if (word == TRL_WORD_FIELD)
        like.scope = ((TrlField *) items->pdata[i])->of;
      if (word != TRL_WORD_KIND)
        like.id = (char *) codebook_item_id (word, items->pdata[i]);
      adw_preferences_group_add (group, make_word (&like, items->len));
    }
  like.id = NULL;
  codebook_row_attach (button, &like);
  gtk_widget_set_sensitive (button, word != TRL_WORD_LEVEL || items->len < 9);
  gtk_widget_set_margin_top (button, 12);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (on_add), NULL);
  adw_preferences_group_add (group, button);
}
