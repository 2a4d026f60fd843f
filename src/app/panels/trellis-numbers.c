/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values come from the same measures as the command line's.  A value that is undefined is
 * a dash, never a zero.
 */

#include "config.h"

#include "panels/trellis-numbers.h"

#include "analysis/trl-metric.h"
#include "panels/trellis-distribution.h"
#include "panels/trellis-legend-panel.h"
#include "panels/trellis-roles-panel.h"

#include <glib/gi18n.h>
#include <math.h>

struct _TrellisNumbers
{
  AdwPreferencesGroup  parent;
  GtkWidget           *bar_row;
  TrellisDistribution *bar;
  GtkLabel            *values[4];
  AdwActionRow        *apart;
  AdwExpanderRow      *types;
  AdwExpanderRow      *roles;
  GPtrArray           *type_rows;
  GPtrArray           *role_rows;
};

enum
{
  RICHNESS,
  PARTNERS,
  MEDIAN,
  DEEP
};

G_DEFINE_FINAL_TYPE (TrellisNumbers, trellis_numbers, ADW_TYPE_PREFERENCES_GROUP)

static void
trellis_numbers_finalize (GObject *object)
{
  TrellisNumbers *self = TRELLIS_NUMBERS (object);

  g_ptr_array_unref (self->type_rows);
  g_ptr_array_unref (self->role_rows);
  G_OBJECT_CLASS (trellis_numbers_parent_class)->finalize (object);
}

static void
trellis_numbers_class_init (TrellisNumbersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_numbers_finalize;
}

static GtkLabel *
add_value (TrellisNumbers *self, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return GTK_LABEL (label);
}

static AdwExpanderRow *
add_list (TrellisNumbers *self)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return ADW_EXPANDER_ROW (row);
}

static void
add_bar (TrellisNumbers *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *caption = gtk_label_new (_ ("Partnerships by level"));

  self->bar_row = row;
  self->bar = g_object_new (TRELLIS_TYPE_DISTRIBUTION, NULL);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (box, "trellis-stacked");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
add_apart (TrellisNumbers *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->apart = ADW_ACTION_ROW (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Answers that differ"));
  gtk_widget_set_tooltip_text (row, _ ("List partnerships that the two partners rate "
                                       "differently"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-disagreements");
  adw_action_row_add_suffix (self->apart,
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
trellis_numbers_init (TrellisNumbers *self)
{
  self->type_rows = g_ptr_array_new ();
  self->role_rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("In Numbers"));
  self->values[RICHNESS] = add_value (self, _ ("Partner types engaged"));
  self->values[PARTNERS] = add_value (self, _ ("Partners"));
  add_bar (self);
  self->values[MEDIAN] = add_value (self, _ ("Median level"));
  self->values[DEEP] = add_value (self, _ ("At coordination or deeper"));
  add_apart (self);
  self->types = add_list (self);
  self->roles = add_list (self);
}

GtkWidget *
trellis_numbers_new (void)
{
  return g_object_new (TRELLIS_TYPE_NUMBERS, NULL);
}

static char *
dup_median (const TrlProfile *profile)
{
  guint low, high;

  if (!trl_profile_get_median (profile, &low, &high))
    return g_strdup ("–");
  if (low == high)
    return g_strdup (trl_scale_get_level (profile->scale, low)->name);
  /* Translators: the median lies between two levels */
  return g_strdup_printf (_ ("%s to %s"), trl_scale_get_level (profile->scale, low)->name,
                          trl_scale_get_level (profile->scale, high)->name);
}

static char *
dup_deep (const TrlProfile *profile)
{
  const TrlMetric *metric = trl_metric_find ("deep-share");
  double           share = metric ? metric->measure (profile) : NAN;

  return isnan (share) ? g_strdup ("–") : g_strdup_printf (_ ("%.0f %%"), 100 * share);
}

/* Why there is no share: NULL where there is one. */
static const char *
explain_deep (const TrlProfile *profile)
{
  if (profile->scale && trl_scale_get_rank (profile->scale, "coordination") < 0)
    return _ ("The levels of this network have none called coordination");
  if (trl_profile_count_reported (profile) == 0)
    return _ ("No level is reported");
  return NULL;
}

static void
set_value (TrellisNumbers *self, guint index, char *text)
{
  gtk_label_set_text (self->values[index], text);
  g_free (text);
}

/* @why: (nullable): what is missing */
static void
set_why (TrellisNumbers *self, guint index, const char *why)
{
  GtkWidget *row =
    gtk_widget_get_ancestor (GTK_WIDGET (self->values[index]), ADW_TYPE_ACTION_ROW);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why ? why : "");
}

static void
fill (AdwExpanderRow *expander, GPtrArray *rows, GPtrArray *names, const char *title)
{
  g_autofree char *count = g_strdup_printf ("%u", names->len);

  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_remove (expander, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
  for (guint i = 0; i < names->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), names->pdata[i]);
      adw_expander_row_add_row (expander, row);
      g_ptr_array_add (rows, row);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_expander_row_set_subtitle (expander, names->len ? count : _ ("None"));
  adw_expander_row_set_enable_expansion (expander, names->len > 0);
}

static gboolean
has_partner (const TrlNetwork *network, const char *type)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n, hub = trl_network_get_hub (network);
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE), type) == 0 &&
        trellis_legend_counts (network, rows[i], hub))
      return TRUE;
  return FALSE;
}

static void
show_missing (TrellisNumbers *self, const TrlNetwork *network)
{
  const TrlVocabulary *vocabulary = trl_network_get_vocabulary (network);
  g_autoptr (GPtrArray) types = g_ptr_array_new ();
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();

  for (guint i = 0; i < vocabulary->types->len; i++)
    {
      const TrlPartnerType *type = vocabulary->types->pdata[i];

      if (!has_partner (network, type->id))
        g_ptr_array_add (types, type->name);
    }
  for (guint i = 0; i < vocabulary->roles->len; i++)
    {
      const TrlRole *role = vocabulary->roles->pdata[i];
      g_autoptr (GPtrArray) holders = trellis_roles_find_holders (network, role->id);

      if (!holders->len)
        g_ptr_array_add (roles, role->name);
    }
  fill (self->types, self->type_rows, types, _ ("Types without a partner"));
  fill (self->roles, self->role_rows, roles, _ ("Roles nobody holds"));
  gtk_widget_set_visible (GTK_WIDGET (self->roles), roles->len < vocabulary->roles->len);
}

/* Of the partnerships themselves: by type there are no two answers. */
static void
show_apart (TrellisNumbers   *self,
            const TrlNetwork *network,
            const TrlNetwork *shown,
            TrlProfile       *profile)
{
  g_autoptr (TrlProfile) own = network == shown ? NULL : trl_profile_new (network);
  const TrlProfile *of = own ? own : profile;
  g_autofree char  *text = NULL;

  /* Translators: so many of those partnerships that both partners rated */
  text = g_strdup_printf (_ ("%u of %u rated by both"), of->n_apart, of->n_answered);
  adw_action_row_set_subtitle (self->apart, text);
  gtk_widget_set_visible (GTK_WIDGET (self->apart), of->n_answered > 0);
}

static gboolean
has_ties (const TrlProfile *profile)
{
  guint sum = profile->n_unreported + profile->n_unknown;

  for (guint i = 0; i < profile->n_levels; i++)
    sum += profile->ties[i];
  return sum > 0;
}

void
trellis_numbers_show (TrellisNumbers *self, TrellisSession *session)
{
  const TrlNetwork *network = trellis_session_get_network (session);
  const TrlNetwork *shown = trellis_session_get_shown (session);
  g_autoptr (TrlProfile) profile = trl_profile_new (shown);

  set_value (self, RICHNESS,
             profile->n_asked
               ? g_strdup_printf (_ ("%u of %u"), profile->n_engaged, profile->n_asked)
               : g_strdup ("–"));
  gtk_widget_set_visible (self->bar_row, has_ties (profile));
  set_value (self, PARTNERS,
             isnan (profile->n_partners) ? g_strdup ("–")
                                         : g_strdup_printf ("%.0f", profile->n_partners));
  set_value (self, MEDIAN, dup_median (profile));
  set_value (self, DEEP, dup_deep (profile));
  set_why (self, DEEP, explain_deep (profile));
  trellis_distribution_set_profile (self->bar, trl_network_get_vocabulary (network),
                                    profile);
  show_apart (self, network, shown, profile);
  show_missing (self, network);
}
