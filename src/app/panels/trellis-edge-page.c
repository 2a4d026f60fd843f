/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The level with what it means, the level that is meant beside it, and the rest.  Neither
 * is called better than the other.
 */

#include "config.h"

#include "panels/trellis-edge-page.h"

#include "panels/trellis-choices.h"
#include "panels/trellis-extra-fields.h"
#include "panels/trellis-level-picker.h"

#include <glib/gi18n.h>

typedef struct
{
  guint       prop;
  const char *label;
  const char *unset;
} Level;

static const Level levels[] = {
  { TRL_EDGE_LEVEL, N_ ("Level"), N_ ("Not reported") },
  { TRL_EDGE_INTENDED, N_ ("Intended level"), N_ ("Not set") },
  { TRL_EDGE_BACK, N_ ("Level the other partner reports"), N_ ("Not asked") },
};

struct _TrellisEdgePage
{
  GtkBox               parent;
  const TrellisTarget *target;
  TrellisLevelPicker  *pickers[G_N_ELEMENTS (levels)];
  AdwExpanderRow      *back; /* holds the last picker: few have two answers */
  TrellisForm         *unknown;
  TrellisForm         *form;
  TrellisForm         *notes;
  TrellisExtraFields  *extra;
};

G_DEFINE_FINAL_TYPE (TrellisEdgePage, trellis_edge_page, GTK_TYPE_BOX)

static const TrellisField unknown[] = {
  { TRL_EDGE_PRESENCE, TRELLIS_FIELD_CHOICE, .choices = trellis_choices_presence },
  { TRL_EDGE_MISSING, TRELLIS_FIELD_CHOICE, .choices = trellis_choices_missing },
};

static const TrellisField fields[] = {
  { TRL_EDGE_KIND, TRELLIS_FIELD_CHOICE, .choices = trellis_choices_kinds },
  { TRL_EDGE_SINCE, TRELLIS_FIELD_ENTRY, N_ ("Since (2024, 2024-09 or 2024-09-15)") },
  { TRL_EDGE_UNTIL, TRELLIS_FIELD_ENTRY },
  { TRL_EDGE_PLANNED, TRELLIS_FIELD_SWITCH, N_ ("Planned, not real yet") },
  { TRL_EDGE_DIRECTED, TRELLIS_FIELD_SWITCH, N_ ("Goes one way") },
};

static const TrellisField notes[] = {
  { TRL_EDGE_NOTE, TRELLIS_FIELD_TEXT },
  { TRL_EDGE_SOURCE, TRELLIS_FIELD_ENTRY },
};

static void
on_picked (TrellisLevelPicker *picker, int rank, TrellisEdgePage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (self->pickers[i] == picker && self->target)
      trellis_target_set_rank (self->target, levels[i].prop, rank);
}

static void
trellis_edge_page_class_init (TrellisEdgePageClass *klass)
{
}

static void
add_pickers (TrellisEdgePage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      GtkWidget *picker = trellis_level_picker_new (_ (levels[i].label));

      self->pickers[i] = TRELLIS_LEVEL_PICKER (picker);
      g_signal_connect (picker, "picked", G_CALLBACK (on_picked), self);
      if (levels[i].prop != TRL_EDGE_BACK)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), picker);
    }
  self->back = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->back), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->back),
                                 _ ("Answer of the other partner"));
  adw_expander_row_add_row (self->back,
                            GTK_WIDGET (self->pickers[G_N_ELEMENTS (levels) - 1]));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->back));
  gtk_box_append (GTK_BOX (self), group);
}

static TrellisForm *
add_form (TrellisEdgePage *self, const TrellisField *rows, guint n)
{
  GtkWidget *form = trellis_form_new (NULL, TRL_KIND_EDGE, rows, n);

  gtk_box_append (GTK_BOX (self), form);
  return TRELLIS_FORM (form);
}

static void
trellis_edge_page_init (TrellisEdgePage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  add_pickers (self);
  self->unknown = add_form (self, unknown, G_N_ELEMENTS (unknown));
  self->form = add_form (self, fields, G_N_ELEMENTS (fields));
  self->notes = add_form (self, notes, G_N_ELEMENTS (notes));
  self->extra = TRELLIS_EXTRA_FIELDS (trellis_extra_fields_new ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->extra));
}

GtkWidget *
trellis_edge_page_new (void)
{
  return g_object_new (TRELLIS_TYPE_EDGE_PAGE, NULL);
}

static void
show_back (TrellisEdgePage     *self,
           const TrellisTarget *target,
           const TrlScale      *scale,
           int                  rank)
{
  int              first;
  g_autofree char *text = NULL;

  if (rank >= 0 && trellis_target_get_rank (target, TRL_EDGE_LEVEL, &first) &&
      first >= 0 && first != rank)
    {
      int shown = trl_network_combine_answers (
        trellis_session_get_network (target->session), first, rank);

      /* Translators: the level that the other partner reports, and that of the map */
      text = g_strdup_printf (_ ("%s; the map shows %s"),
                              trl_scale_get_level (scale, (guint) rank)->name,
                              trl_scale_get_level (scale, (guint) shown)->name);
    }
  adw_expander_row_set_subtitle (
    self->back, text       ? text
                : rank < 0 ? _ (levels[G_N_ELEMENTS (levels) - 1].unset)
                           : trl_scale_get_level (scale, (guint) rank)->name);
}

static void
show_levels (TrellisEdgePage *self, const TrellisTarget *target)
{
  const TrlNetwork *network = trellis_session_get_network (target->session);
  const TrlScale   *scale = trellis_target_get_scale (target);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      int      rank;
      gboolean same = trellis_target_get_rank (target, levels[i].prop, &rank);

      trellis_level_picker_show (self->pickers[i], trl_network_get_vocabulary (network),
                                 scale, rank, same, _ (levels[i].unset));
      if (levels[i].prop == TRL_EDGE_BACK && same)
        show_back (self, target, scale, rank);
      else if (levels[i].prop == TRL_EDGE_BACK)
        adw_expander_row_set_subtitle (self->back, _ ("Different values"));
      if (levels[i].prop == TRL_EDGE_LEVEL)
        gtk_widget_set_visible (GTK_WIDGET (self->unknown), same && rank < 0);
    }
}

void
trellis_edge_page_show (TrellisEdgePage *self, const TrellisTarget *target)
{
  self->target = target;
  trellis_form_set_target (self->unknown, target);
  trellis_form_set_target (self->form, target);
  trellis_form_set_target (self->notes, target);
  if (!target)
    return;
  show_levels (self, target);
  trellis_extra_fields_show (self->extra, target);
}
