/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A group a scale: what it is called, its levels, and how well its colours can be told
 * apart and read. */

#include "config.h"

#include "dialogs/trellis-codebook-private.h"
#include "panels/trellis-swatch.h"
#include "scene/trl-colour-science.h"
#include "scene/trl-palette.h"

#include <glib/gi18n.h>

#define NEAR 8    /* CIEDE2000, under any of eight kinds of sight */
#define FAINT 3.0 /* of a tie on the background */

static char *
name_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "scale");
}

/* Of neighbours something is said already. */
static void
warn_near (GString *text, const TrlScale *scale, const TrlPalette *palette)
{
  for (guint i = 1; i < palette->n_levels; i++)
    for (guint j = i + 2; j < palette->n_levels; j++)
      if (trl_colour_distance (palette->levels[i].fill, palette->levels[j].fill) < NEAR)
        {
          g_string_append (text, text->len ? "\n" : "");
          g_string_append_printf (
            text,
            _ ("The colours of “%s” and “%s” are hard to tell apart for some readers."),
            trl_scale_get_level (scale, i)->name, trl_scale_get_level (scale, j)->name);
        }
}

/* A colour of one's own may be too faint on white or on dark; the palette's never is. */
static void
warn_faint (GString *text, const TrlScale *scale)
{
  for (guint i = 1; i < trl_scale_get_n_levels (scale); i++)
    {
      const TrlLevel *level = trl_scale_get_level (scale, i);
      TrlColour       colour;

      if (!level->colour || !trl_colour_parse (level->colour, &colour) ||
          trl_colour_contrast (colour, trl_colour_hex (0xffffff)) >= FAINT)
        continue;
      g_string_append (text, text->len ? "\n" : "");
      g_string_append_printf (
        text, _ ("The colour of “%s” is faint on white: lines get a darker one."),
        level->name);
    }
}

static gboolean
find_palette (Codebook        *self,
              GtkWidget       *widget,
              const TrlScale **scale,
              TrlPalette      *palette)
{
  *scale = trl_vocabulary_find_scale (codebook_get_words (self), name_of (widget));
  if (!*scale)
    return FALSE;
  trl_palette_init (palette, *scale, (TrlTheme) trellis_swatch_get_theme (),
                    TRL_PALETTE_OWN);
  return TRUE;
}

static void
show_step (Codebook *self, GtkWidget *widget)
{
  GtkWidget       *icon = gtk_widget_get_first_child (widget);
  GtkWidget       *label = gtk_widget_get_last_child (widget);
  g_autofree char *text = NULL;
  const TrlScale  *scale;
  TrlPalette       palette;
  gboolean         good;

  if (!find_palette (self, widget, &scale, &palette))
    return;
  text = trl_palette_say_step (&palette, scale, &good);
  gtk_label_set_text (GTK_LABEL (label), text ? text : "");
  gtk_widget_set_visible (icon, !good);
  gtk_widget_set_visible (widget, text != NULL);
}

static void
show_warning (Codebook *self, GtkWidget *widget)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const TrlScale *scale;
  TrlPalette      palette;

  if (!find_palette (self, widget, &scale, &palette))
    return;
  warn_near (text, scale, &palette);
  warn_faint (text, scale);
  gtk_label_set_text (GTK_LABEL (widget), text->str);
  gtk_widget_set_visible (widget, text->len > 0);
}

static Codebook *
codebook_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "codebook");
}

static void
on_switch (GtkWidget *button)
{
  codebook_commit (codebook_of (button));
  codebook_ask_scale (codebook_of (button), name_of (button));
}

static void
on_add_known (GtkWidget *row)
{
  Codebook *self = codebook_of (row);
  g_autoptr (GPtrArray) known = trl_known_scales ();
  g_autoptr (TrlRecoding) recoding = NULL;

  codebook_commit (self);
  recoding = trl_recoding_new (codebook_get_words (self));
  for (guint i = 0; i < known->len; i++)
    if (g_str_equal (((TrlScale *) known->pdata[i])->id, name_of (row)))
      {
        g_ptr_array_add (trl_recoding_get_words (recoding)->scales,
                         g_ptr_array_steal_index (known, i));
        codebook_recode (self, recoding, _ ("Add Scale"));
        return;
      }
}

static GtkWidget *
make_button (Codebook *self, const char *label, const char *scale, GCallback func)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_object_set_data (G_OBJECT (button), "codebook", self);
  g_object_set_data_full (G_OBJECT (button), "scale", g_strdup (scale), g_free);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", func, NULL);
  return button;
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* The sentence says what the icon does. */
static GtkWidget *
make_step (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon =
    g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, "warning");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_label ());
  return box;
}

static void
add_line (Codebook            *self,
          AdwPreferencesGroup *group,
          const TrlScale      *scale,
          GtkWidget           *line,
          CodebookFunc         show)
{
  g_object_set_data_full (G_OBJECT (line), "scale", g_strdup (scale->id), g_free);
  gtk_widget_set_margin_top (line, 12);
  codebook_follow (self, line, show);
  adw_preferences_group_add (group, line);
}

static void
add_levels (Codebook *self, AdwPreferencesPage *page, const TrlScale *scale)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *other =
    make_button (self, _ ("_Use Another Scale…"), scale->id, G_CALLBACK (on_switch));
  g_autofree char *title =
    g_markup_printf_escaped (_ ("%s, shallow to deep"), scale->name);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  /* Before the words, for rows come first anyhow, and the button last. */
  add_line (self, ADW_PREFERENCES_GROUP (group), scale, make_step (), show_step);
  add_line (self, ADW_PREFERENCES_GROUP (group), scale, make_label (), show_warning);
  codebook_add_words (self, ADW_PREFERENCES_GROUP (group), TRL_WORD_LEVEL, scale->id);
  gtk_widget_set_margin_top (other, 12);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), other);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static void
add_known (Codebook *self, AdwPreferencesGroup *group)
{
  g_autoptr (GPtrArray) known = trl_known_scales ();

  for (guint i = 0; i < known->len; i++)
    {
      const TrlScale *scale = known->pdata[i];
      GtkWidget      *row, *button;

      if (codebook_find (codebook_get_words (self), TRL_WORD_SCALE, NULL, scale->id) >= 0)
        continue;
      row = adw_action_row_new ();
      button = make_button (self, _ ("Add"), scale->id, G_CALLBACK (on_add_known));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), scale->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), scale->source);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      adw_preferences_group_add (group, row);
    }
}

void
codebook_add_scales (Codebook *self, AdwPreferencesPage *page)
{
  const TrlVocabulary *words = codebook_get_words (self);
  GtkWidget           *scales = adw_preferences_group_new ();
  GtkWidget           *more = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (scales), _ ("Scales"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (scales),
    _ ("Partnerships that name no scale are on the first."));
  codebook_add_words (self, ADW_PREFERENCES_GROUP (scales), TRL_WORD_SCALE, NULL);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (scales));
  for (guint i = 0; i < words->scales->len; i++)
    add_levels (self, page, words->scales->pdata[i]);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (more),
                                   _ ("Scales That Others Use"));
  add_known (self, ADW_PREFERENCES_GROUP (more));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (more));
}
