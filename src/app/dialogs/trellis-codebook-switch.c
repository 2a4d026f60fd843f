/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From one scale to another: each level gets one that means the same, or a person says.
 * Nothing is taken for the same because it stands in the same place. */

#include "config.h"

#include "dialogs/trellis-codebook-private.h"
#include "dialogs/trellis-dialog.h"
#include "model/trl-crosswalk.h"

#include <glib/gi18n.h>

typedef struct
{
  Codebook       *self;
  GtkWindow      *window;
  TrlVocabulary  *words; /* as they were when the dialog opened */
  const TrlScale *from;
  GPtrArray      *targets; /* TrlScale: of the document, and those that others use */
  AdwComboRow    *target;
  GtkWidget      *group;
  GPtrArray      *combos; /* one a level */
  GtkWidget      *apply;
  GtkWidget      *missing;
} Switch;

static void
free_switch (gpointer data, GObject *window)
{
  Switch *ask = data;

  trl_vocabulary_unref (ask->words);
  g_ptr_array_unref (ask->targets);
  g_ptr_array_unref (ask->combos);
  g_free (ask);
}

static const TrlScale *
get_target (const Switch *ask)
{
  return ask->targets->pdata[adw_combo_row_get_selected (ask->target)];
}

/* Each list begins with a question, and ends with not reported.  Nobody need say what
 * becomes of a level that no partnership has. */
static gboolean
needs_answer (const Switch *ask, guint rank)
{
  return adw_combo_row_get_selected (ask->combos->pdata[rank]) == 0 &&
         trl_usage_get (ask->self->usage, TRL_WORD_LEVEL, ask->from->id,
                        trl_scale_get_level (ask->from, rank)->id) > 0;
}

static void
on_answered (Switch *ask)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < ask->combos->len; i++)
    if (needs_answer (ask, i))
      g_string_append_printf (names, "%s%s", names->len ? " · " : "",
                              trl_scale_get_level (ask->from, i)->name);
  /* Translators: %s are levels */
  text = g_strdup_printf (_ ("Still to be chosen: %s"), names->str);
  gtk_widget_set_sensitive (ask->apply, names->len == 0);
  gtk_widget_set_visible (ask->missing, names->len > 0);
  gtk_label_set_text (GTK_LABEL (ask->missing), text);
}

static GtkWidget *
make_level (Switch *ask, guint rank)
{
  const TrlScale  *to = get_target (ask);
  const TrlLevel  *level = trl_scale_get_level (ask->from, rank);
  const TrlLevel  *match = trl_crosswalk_find (ask->from, level->id, to);
  g_autofree char *use =
    codebook_describe_use (ask->self, TRL_WORD_LEVEL, ask->from->id, level->id);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *combo = adw_combo_row_new ();

  gtk_string_list_append (names, _ ("Choose…"));
  for (guint i = 0; i < trl_scale_get_n_levels (to); i++)
    gtk_string_list_append (names, trl_scale_get_level (to, i)->name);
  gtk_string_list_append (names, _ ("Not reported"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (combo), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), level->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (combo), use);
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (names));
  if (match)
    adw_combo_row_set_selected (ADW_COMBO_ROW (combo),
                                (guint) trl_scale_get_rank (to, match->id) + 1);
  g_signal_connect_swapped (combo, "notify::selected", G_CALLBACK (on_answered), ask);
  return combo;
}

static void
on_target (Switch *ask)
{
  for (guint i = 0; i < ask->combos->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (ask->group),
                                  ask->combos->pdata[i]);
  g_ptr_array_set_size (ask->combos, 0);
  for (guint i = 0; i < trl_scale_get_n_levels (ask->from); i++)
    {
      GtkWidget *combo = make_level (ask, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (ask->group), combo);
      g_ptr_array_add (ask->combos, combo);
    }
  on_answered (ask);
}

static TrlScale *
copy_scale (const TrlScale *scale)
{
  TrlScale *copy = trl_scale_new (scale->id, scale->name);

  copy->source = g_strdup (scale->source);
  for (guint i = 0; i < trl_scale_get_n_levels (scale); i++)
    {
      const TrlLevel *level = trl_scale_get_level (scale, i);

      trl_scale_add (copy, level->id, level->name, level->definition);
    }
  return copy;
}

/* The other scale takes the place of this one in the list. */
static void
put_scale (Switch *ask, TrlRecoding *recoding, const TrlScale *to)
{
  GPtrArray *scales = trl_recoding_get_words (recoding)->scales;
  int from = codebook_find (trl_recoding_get_words (recoding), TRL_WORD_SCALE, NULL,
                            ask->from->id);
  int has =
    codebook_find (trl_recoding_get_words (recoding), TRL_WORD_SCALE, NULL, to->id);

  if (has < 0)
    g_ptr_array_insert (scales, from, copy_scale (to));
  trl_recoding_remove (recoding, TRL_WORD_SCALE, NULL, ask->from->id, to->id);
}

static void
on_apply (Switch *ask)
{
  g_autoptr (TrlRecoding) recoding = trl_recoding_new (codebook_get_words (ask->self));
  const TrlScale *to = get_target (ask);

  for (guint i = 0; i < ask->combos->len; i++)
    {
      guint chosen = adw_combo_row_get_selected (ask->combos->pdata[i]);

      if (chosen == 0)
        continue; /* not used, and not asked for */
      trl_recoding_map (
        recoding, TRL_WORD_LEVEL, ask->from->id, trl_scale_get_level (ask->from, i)->id,
        chosen > trl_scale_get_n_levels (to) ? NULL
                                             : trl_scale_get_level (to, chosen - 1)->id);
    }
  put_scale (ask, recoding, to);
  codebook_recode (ask->self, recoding, _ ("Use Another Scale"));
  gtk_window_close (ask->window);
}

static void
collect_targets (Switch *ask, GtkStringList *names)
{
  GPtrArray *known = trl_known_scales ();
  g_autoptr (TrlVocabulary) standard = trl_vocabulary_new_default ();

  ask->targets = known; /* owns what it holds, so all are copies */
  g_ptr_array_insert (known, 0, copy_scale (standard->scales->pdata[0]));
  for (guint i = known->len; i > 0; i--)
    if (codebook_find (ask->words, TRL_WORD_SCALE, NULL,
                       ((TrlScale *) known->pdata[i - 1])->id) >= 0)
      g_ptr_array_remove_index (known, i - 1);
  for (guint i = 0; i < ask->words->scales->len; i++)
    if (ask->words->scales->pdata[i] != ask->from)
      g_ptr_array_add (known, copy_scale (ask->words->scales->pdata[i]));
  for (guint i = 0; i < known->len; i++)
    gtk_string_list_append (names, ((TrlScale *) known->pdata[i])->name);
}

static GtkWidget *
make_header (Switch *ask)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  ask->apply = gtk_button_new_with_mnemonic (_ ("_Apply"));
  gtk_widget_add_css_class (ask->apply, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), ask->apply);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close),
                            ask->window);
  g_signal_connect_swapped (ask->apply, "clicked", G_CALLBACK (on_apply), ask);
  return header;
}

static GtkWidget *
make_page (Switch *ask)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *top = adw_preferences_group_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  collect_targets (ask, names);
  ask->target = ADW_COMBO_ROW (adw_combo_row_new ());
  ask->group = adw_preferences_group_new ();
  ask->missing = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (ask->missing), TRUE);
  gtk_label_set_xalign (GTK_LABEL (ask->missing), 0);
  gtk_widget_set_margin_top (ask->missing, 12);
  /* Below the title, since beside it long names have no room. */
  adw_combo_row_set_use_subtitle (ask->target, TRUE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (ask->target), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (ask->target), _ ("Scale"));
  adw_combo_row_set_model (ask->target, G_LIST_MODEL (names));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (top), GTK_WIDGET (ask->target));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (top), ask->missing);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (ask->group),
                                   _ ("What Each Level Becomes"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (ask->group),
    _ (
      "Proposed by meaning, not by order. Where nothing means the same, please choose."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (top));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (ask->group));
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

void
codebook_ask_scale (Codebook *self, const char *scale)
{
  Switch    *ask = g_new0 (Switch, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  ask->self = self;
  ask->words = trl_vocabulary_ref ((TrlVocabulary *) codebook_get_words (self));
  ask->from = trl_vocabulary_find_scale (ask->words, scale);
  ask->combos = g_ptr_array_new ();
  ask->window = trellis_dialog_new (self->window, _ ("Use Another Scale"), 520, 560);
  gtk_box_append (GTK_BOX (box), make_header (ask));
  gtk_box_append (GTK_BOX (box), make_page (ask));
  adw_window_set_content (ADW_WINDOW (ask->window), box);
  g_object_weak_ref (G_OBJECT (ask->window), free_switch, ask);
  g_signal_connect_swapped (ask->target, "notify::selected", G_CALLBACK (on_target), ask);
  on_target (ask);
  gtk_window_present (ask->window);
}
