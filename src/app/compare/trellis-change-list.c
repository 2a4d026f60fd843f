/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The counts are buttons, and at most one of them is down.  The list is filled anew when
 * that changes; rows come in the order of the kinds, then of the document.
 */

#include "config.h"

#include "compare/trellis-change-list.h"

#include "compare/trellis-change-sign.h"
#include "scene/trl-scene-marks.h"

#include <glib/gi18n.h>

/* Kinds are those of a #TrlTieChange, and two more. */
enum
{
  PARTNERS_ADDED = TRL_N_TIE_CHANGES,
  PARTNERS_LOST,
  N_KINDS,
  ALL = N_KINDS
};

struct _TrellisChangeList
{
  GtkBox              parent_instance;
  TrellisComparison  *comparison;
  GtkFlowBox         *chips;
  GtkToggleButton    *buttons[N_KINDS];
  GListStore         *rows;
  GtkSingleSelection *selection;
  GtkStack           *stack;
  GtkLabel           *nothing;
  guint               only; /* kind; ALL: what changed */
  gboolean            quiet;
};

enum
{
  PICKED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisChangeList, trellis_change_list, GTK_TYPE_BOX)

/* What comes first is what people ask for first. */
static const guint order[N_KINDS] = {
  TRL_TIE_ADDED,       TRL_TIE_LOST,  TRL_TIE_DEEPENED,       TRL_TIE_LOOSENED,
  PARTNERS_ADDED,      PARTNERS_LOST, TRL_TIE_NEWLY_REPORTED, TRL_TIE_NO_LONGER_REPORTED,
  TRL_TIE_OTHER_SCALE, TRL_TIE_SAME,
};

static const TrlChanges *
get_changes (TrellisChangeList *self)
{
  return trellis_comparison_get_changes (self->comparison);
}

static guint
which_of (guint kind)
{
  return kind == PARTNERS_ADDED;
}

static guint
count (TrellisChangeList *self, guint kind)
{
  return kind < TRL_N_TIE_CHANGES
           ? trl_changes_count (get_changes (self), kind)
           : trl_changes_get_partners (get_changes (self), which_of (kind))->len;
}

static const char *
get_label (guint kind)
{
  if (kind < TRL_N_TIE_CHANGES)
    return trl_tie_change_get_label (kind);
  return kind == PARTNERS_ADDED ? _ ("Partners added") : _ ("Partners lost");
}

/* --- the list --- */

static void
add_row (TrellisChangeList *self, TrellisChangedThing thing, guint index)
{
  g_autoptr (TrellisChangeRow) row =
    trellis_change_row_new (self->comparison, thing, index);

  g_list_store_append (self->rows, row);
}

static void
add_ties (TrellisChangeList *self, TrlTieChange change)
{
  guint                n;
  const TrlChangedTie *ties = trl_changes_get_ties (get_changes (self), &n);

  for (guint i = 0; i < n; i++)
    if (ties[i].change == change)
      add_row (self, TRELLIS_CHANGED_PARTNERSHIP, i);
}

/* Partners of whom no partnership that came or went tells already. */
static gboolean *
find_told (TrellisChangeList *self)
{
  guint     n;
  gboolean *told =
    g_new0 (gboolean, trl_union_get_n (trl_changes_get_union (get_changes (self))));
  const TrlChangedTie *ties = trl_changes_get_ties (get_changes (self), &n);

  for (guint i = 0; i < n; i++)
    if (ties[i].change == TRL_TIE_ADDED || ties[i].change == TRL_TIE_LOST)
      told[ties[i].partners[0]] = told[ties[i].partners[1]] = TRUE;
  return told;
}

static void
add_partners (TrellisChangeList *self, guint kind)
{
  const GArray *partners = trl_changes_get_partners (get_changes (self), which_of (kind));
  g_autofree gboolean *told = self->only == ALL ? find_told (self) : NULL;

  for (guint i = 0; i < partners->len; i++)
    if (!told || !told[g_array_index (partners, guint, i)])
      add_row (self,
               kind == PARTNERS_ADDED ? TRELLIS_ADDED_PARTNER : TRELLIS_LOST_PARTNER, i);
}

static gboolean
is_listed (TrellisChangeList *self, guint kind)
{
  return self->only == ALL ? kind != TRL_TIE_SAME : kind == self->only;
}

static void
fill (TrellisChangeList *self)
{
  self->quiet = TRUE;
  g_list_store_remove_all (self->rows);
  for (guint i = 0; self->comparison && i < N_KINDS; i++)
    if (is_listed (self, order[i]) && order[i] < TRL_N_TIE_CHANGES)
      add_ties (self, order[i]);
    else if (is_listed (self, order[i]))
      add_partners (self, order[i]);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->quiet = FALSE;
  gtk_stack_set_visible_child_name (
    self->stack,
    g_list_model_get_n_items (G_LIST_MODEL (self->rows)) ? "list" : "nothing");
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), trellis_change_sign_new (TRL_TIE_SAME));
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (words), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "trellis-change");
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  TrellisChangeRow *row = gtk_list_item_get_item (item);
  GtkWidget        *box = gtk_list_item_get_child (item);
  GtkWidget        *words = gtk_widget_get_last_child (box);
  g_autofree char  *title = trellis_change_row_dup_title (row);
  g_autofree char  *subtitle = trellis_change_row_dup_subtitle (row);
  g_autofree char  *both = g_strdup_printf ("%s\n%s", title, subtitle);

  trellis_change_sign_set (TRELLIS_CHANGE_SIGN (gtk_widget_get_first_child (box)),
                           trellis_change_row_get_change (row));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (words)), title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (words)), subtitle);
  gtk_widget_set_tooltip_text (box, both);
}

static void
on_selected (TrellisChangeList *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[PICKED], 0,
                   gtk_single_selection_get_selected_item (self->selection));
}

static void
on_activated (TrellisChangeList *self, guint position)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  g_signal_emit (self, signals[OPENED], 0, row);
}

/* --- the counts --- */

static void
show_only (TrellisChangeList *self, guint kind)
{
  self->only = kind;
  self->quiet = TRUE;
  for (guint i = 0; i < N_KINDS; i++)
    gtk_toggle_button_set_active (self->buttons[i], i == kind);
  self->quiet = FALSE;
  fill (self);
}

/* The kinds that have a sign are always there, none of them counts too. */
static void
show_counts (TrellisChangeList *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    {
      guint            kind = order[i];
      GtkWidget       *button = GTK_WIDGET (self->buttons[kind]);
      GtkWidget       *box = gtk_button_get_child (GTK_BUTTON (button));
      guint            n = self->comparison ? count (self, kind) : 0;
      g_autofree char *text = g_strdup_printf ("%s  %u", get_label (kind), n);

      gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      gtk_widget_set_sensitive (button, n > 0);
      gtk_widget_set_visible (gtk_widget_get_parent (button), n > 0 || i < 4);
      if (n == 0 && self->only == kind)
        show_only (self, ALL);
    }
}

static void
on_toggled (GtkToggleButton *button, TrellisChangeList *self)
{
  guint kind = ALL;

  if (self->quiet)
    return;
  for (guint i = 0; i < N_KINDS; i++)
    if (self->buttons[i] == button && gtk_toggle_button_get_active (button))
      kind = i;
  show_only (self, kind);
}

static void
add_chip (TrellisChangeList *self, guint kind)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (kind < TRL_N_TIE_CHANGES && trl_mark_is_drawn (kind))
    gtk_box_append (GTK_BOX (box), trellis_change_sign_new (kind));
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "trellis-chip");
  gtk_widget_set_tooltip_text (button, _ ("List only these"));
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  self->buttons[kind] = GTK_TOGGLE_BUTTON (button);
  gtk_flow_box_append (self->chips, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

/* --- the widget --- */

static void
trellis_change_list_dispose (GObject *object)
{
  TrellisChangeList *self = TRELLIS_CHANGE_LIST (object);

  if (self->selection)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->comparison, trellis_comparison_unref);
  G_OBJECT_CLASS (trellis_change_list_parent_class)->dispose (object);
}

static void
trellis_change_list_class_init (TrellisChangeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_change_list_dispose;
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);
}

static GtkWidget *
make_list (TrellisChangeList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scrolled = gtk_scrolled_window_new ();
  GtkWidget          *view;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->rows = g_list_store_new (TRELLIS_TYPE_CHANGE_ROW);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected),
                            self);
  view =
    gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What changed"), -1);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
trellis_change_list_init (TrellisChangeList *self)
{
  self->only = ALL;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->chips = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->chips, GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (self->chips, 2); /* or it is very high */
  gtk_flow_box_set_max_children_per_line (self->chips, 4);
  for (guint i = 0; i < N_KINDS; i++)
    add_chip (self, order[i]);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chips));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_list (self), "list");
  self->nothing = GTK_LABEL (gtk_label_new (_ ("Nothing changed.")));
  gtk_widget_add_css_class (GTK_WIDGET (self->nothing), "dim-label");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->nothing), "nothing");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}

void
trellis_change_list_set (TrellisChangeList *self, TrellisComparison *comparison)
{
  TrellisComparison *old = self->comparison;

  g_return_if_fail (TRELLIS_IS_CHANGE_LIST (self));
  self->comparison = comparison ? trellis_comparison_ref (comparison) : NULL;
  show_counts (self);
  fill (self);
  g_clear_pointer (&old, trellis_comparison_unref);
}

void
trellis_change_list_unselect (TrellisChangeList *self)
{
  g_return_if_fail (TRELLIS_IS_CHANGE_LIST (self));
  self->quiet = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->quiet = FALSE;
}
