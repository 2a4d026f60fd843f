/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A control for each thing that can be said of a word: it shows what the document has,
 * and what a person does with it is a step. */

#include "config.h"

#include "dialogs/trellis-codebook-private.h"
#include "model/trl-field.h"
#include "panels/trellis-swatch.h"
#include "scene/trl-palette.h"

#include <glib/gi18n.h>

char *
codebook_row_dup_text (const CodebookRow *row)
{
  gconstpointer item = codebook_row_get_item (row);

  return item ? codebook_get_text (&codebook_list (row->word)->members[row->member],
                                   row->word, item)
              : NULL;
}

static void
set_text (gpointer widget, const char *text)
{
  const CodebookRow *row = codebook_row_of (widget);
  g_autofree char   *message = NULL;

  if (row->self->deaf || !codebook_row_get_id (row))
    return;
  codebook_commit (row->self);
  codebook_set_text (row->self, row->word, row->scope, codebook_row_get_id (row),
                     row->member, text, &message);
}

/* What can be chosen: texts as they are stored, and as people read them. */
static const char *const shapes[] = { "circle",  "square",   "diamond",
                                      "hexagon", "triangle", "pentagon" };
static const char *const shape_names[] = { N_ ("Circle"),   N_ ("Square"),
                                           N_ ("Diamond"),  N_ ("Hexagon"),
                                           N_ ("Triangle"), N_ ("Pentagon") };
static const char *const ofs[] = { "network", "node", "edge" };
static const char *const of_names[] = { N_ ("Networks"), N_ ("Partners"),
                                        N_ ("Partnerships") };
static const char *const kinds[] = { "0", "1", "2", "3", "4", "5" };

typedef struct
{
  const char *const *ids;
  const char *const *names; /* NULL: kinds of fields */
  guint              n;
} Choices;

static const Choices choices[] = {
  [CODEBOOK_SHAPE] = { shapes, shape_names, G_N_ELEMENTS (shapes) },
  [CODEBOOK_OF] = { ofs, of_names, G_N_ELEMENTS (ofs) },
  [CODEBOOK_KIND] = { kinds, NULL, G_N_ELEMENTS (kinds) },
};

static const Choices *
choices_of (gpointer widget)
{
  const CodebookRow *row = codebook_row_of (widget);

  return &choices[codebook_list (row->word)->members[row->member].control];
}

static void
on_chosen (AdwComboRow *combo)
{
  const Choices *offered = choices_of (combo);
  guint          selected = adw_combo_row_get_selected (combo);

  if (selected < offered->n)
    set_text (combo, offered->ids[selected]);
}

static void
show_choice (Codebook *self, GtkWidget *widget)
{
  const Choices     *offered = choices_of (widget);
  const CodebookRow *row = codebook_row_of (widget);
  g_autofree char   *text = codebook_row_dup_text (codebook_row_of (widget));

  for (guint i = 0; text && i < offered->n; i++)
    if (g_str_equal (offered->ids[i], text))
      adw_combo_row_set_selected (ADW_COMBO_ROW (widget), i);
  /* Values would be left behind. */
  if (offered->ids == ofs && row->id)
    gtk_widget_set_sensitive (
      widget, trl_usage_get (self->usage, row->word, row->scope, row->id) == 0);
}

static GtkWidget *
make_choice (const CodebookRow *like, const CodebookMember *member)
{
  GtkWidget     *combo = adw_combo_row_new ();
  const Choices *offered = &choices[member->control];
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  codebook_row_attach (combo, like);
  for (guint i = 0; i < offered->n; i++)
    gtk_string_list_append (names, offered->names
                                     ? _ (offered->names[i])
                                     : trl_field_kind_name ((TrlFieldKind) i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), _ (member->label));
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (names));
  codebook_follow (like->self, combo, show_choice);
  g_signal_connect (combo, "notify::selected", G_CALLBACK (on_chosen), NULL);
  return combo;
}

static void
on_switched (GtkSwitch *control)
{
  set_text (control, gtk_switch_get_active (control) ? "1" : "");
}

static void
show_switch (Codebook *self, GtkWidget *widget)
{
  g_autofree char *text = codebook_row_dup_text (codebook_row_of (widget));

  gtk_switch_set_active (GTK_SWITCH (widget), text && *text);
}

static GtkWidget *
make_switch (const CodebookRow *like, const CodebookMember *member)
{
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();

  codebook_row_attach (control, like);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), _ (member->label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), control);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, line, NULL, -1);
  codebook_follow (like->self, control, show_switch);
  g_signal_connect (control, "notify::active", G_CALLBACK (on_switched), NULL);
  return line;
}

static char *
write_colour (double red, double green, double blue)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) (red * 255 + 0.5),
                          (guint) (green * 255 + 0.5), (guint) (blue * 255 + 0.5));
}

static void
on_coloured (const GdkRGBA *colour, gpointer widget)
{
  g_autofree char *text = write_colour (colour->red, colour->green, colour->blue);

  set_text (widget, text);
}

/* What the map uses for a level that has no colour of its own. */
static char *
dup_palette_colour (const CodebookRow *row)
{
  const TrlScale *scale =
    trl_vocabulary_find_scale (codebook_get_words (row->self), row->scope);
  guint      rank = (guint) MAX (trl_scale_get_rank (scale, row->id), 0);
  TrlPalette palette;
  TrlColour  fill;

  trl_palette_init (&palette, scale, (TrlTheme) trellis_swatch_get_theme (),
                    TRL_PALETTE_OWN);
  fill = palette.levels[MIN (rank, palette.n_levels - 1)].fill;
  return write_colour (fill.r, fill.g, fill.b);
}

static void
on_palette (GtkWidget *widget)
{
  set_text (widget, "");
}

static void
show_colour (Codebook *self, GtkWidget *widget)
{
  const CodebookRow *row = codebook_row_of (widget);
  g_autofree char   *text = codebook_row_dup_text (row);
  g_autofree char   *shown = NULL;
  GtkWidget         *reset = g_object_get_data (G_OBJECT (widget), "reset");

  if (!codebook_row_get_item (row))
    return;
  shown = text ? g_strdup (text) : dup_palette_colour (row);
  trellis_compat_colour_button_show (widget, shown);
  gtk_widget_set_sensitive (reset, text != NULL);
  adw_action_row_set_subtitle (g_object_get_data (G_OBJECT (widget), "line"),
                               text ? text : _ ("From the palette"));
}

static GtkWidget *
make_colour (const CodebookRow *like, const CodebookMember *member)
{
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *control =
    trellis_compat_colour_button_new (_ ("Choose a Colour"), on_coloured);
  GtkWidget *reset = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  codebook_row_attach (control, like);
  g_object_set_data (G_OBJECT (control), "reset", reset);
  g_object_set_data (G_OBJECT (control), "line", line);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (reset, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (reset, "flat");
  gtk_widget_set_tooltip_text (reset, _ ("Use the palette’s colour"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), _ (member->label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), reset);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), control);
  codebook_follow (like->self, control, show_colour);
  g_signal_connect_swapped (reset, "clicked", G_CALLBACK (on_palette), control);
  return line;
}

static GtkWidget *(*const makers[]) (const CodebookRow *, const CodebookMember *) = {
  [CODEBOOK_TEXT] = codebook_make_entry,
  [CODEBOOK_SHAPE] = make_choice,
  [CODEBOOK_OF] = make_choice,
  [CODEBOOK_KIND] = make_choice,
  [CODEBOOK_PROSE] = codebook_make_prose,
  [CODEBOOK_LETTER] = codebook_make_entry,
  [CODEBOOK_CHOICES] = codebook_make_entry,
  [CODEBOOK_FLAG] = make_switch,
  [CODEBOOK_COLOUR] = make_colour,
};

GtkWidget *
codebook_make_control (const CodebookRow *like)
{
  const CodebookMember *member = &codebook_list (like->word)->members[like->member];

  return makers[member->control](like, member);
}
