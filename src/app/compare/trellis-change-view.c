/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two networks are chosen, a comparison is made of them, and maps, list and table are
 * filled from it.  Nothing is made while nobody sees it.
 */

#include "config.h"

#include "compare/trellis-change-view.h"

#include "compare/trellis-change-export.h"
#include "compare/trellis-change-levels.h"
#include "compare/trellis-change-list.h"
#include "compare/trellis-change-pair.h"
#include "compare/trellis-compare-legend.h"
#include "compare/trellis-compare-picture.h"
#include "compare/trellis-comparison-loader.h"
#include "compare/trellis-network-choice.h"
#include "panels/trellis-swatch.h"
#include "trellis-adaptive.h"

#include <glib/gi18n.h>

#define NAMED_WIDTH 460  /* pixels of a map with names that can be read */
#define NAMED_HEIGHT 360 /* pixels */
#define LEGEND_WIDTH 420 /* pixels of a legend that leaves room for the map */

struct _TrellisChangeView
{
  GtkBox                   parent_instance;
  GtkFlowBox              *bar;
  GtkDropDown             *from_choice;
  GtkDropDown             *to_choice;
  GtkToggleButton         *one_button;
  GtkToggleButton         *two_button;
  GtkWidget               *export_button;
  GtkSpinner              *spinner;
  GtkStack                *stack;
  TrellisAdaptive         *adaptive;
  GtkPaned                *paned;
  GtkStack                *maps;
  TrellisComparePicture   *joined_map;
  TrellisComparePicture   *from_map;
  TrellisComparePicture   *to_map;
  GtkLabel                *from_title;
  GtkLabel                *to_title;
  GtkWidget               *legend_box;
  TrellisCompareLegend    *legend;
  TrellisChangeList       *list;
  TrellisChangeLevels     *levels;
  TrellisSession          *session;
  TrellisComparisonLoader *loader;
  TrellisComparison       *comparison; /* on show */
  char                    *from;
  char                    *to;
  char                    *layout;
  char                    *key;    /* of the partner in the spotlight, or NULL */
  gboolean                 joined; /* one map */
  gboolean                 named;  /* there is room for names */
  gboolean                 chosen; /* by a person; else by what is on the map */
  gboolean                 quiet;
  gboolean                 dirty;    /* what is on show is out of date */
  gboolean                 unlisted; /* list and table are out of date */
};

enum
{
  PROP_JOINED = 1,
  PROP_LAYOUT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrellisChangeView, trellis_change_view, GTK_TYPE_BOX)

/* --- which two --- */

static TrlNetwork *
find (TrellisChangeView *self, const char *id)
{
  return id ? trl_document_find_network (trellis_session_get_document (self->session), id)
            : NULL;
}

static void
set_pair (TrellisChangeView *self, const TrlNetwork *from, const TrlNetwork *to)
{
  g_free (self->from);
  self->from = g_strdup (from ? trl_network_get_id (from) : NULL);
  g_free (self->to);
  self->to = g_strdup (to ? trl_network_get_id (to) : NULL);
}

static void
check_pair (TrellisChangeView *self)
{
  if (!self->chosen || !find (self, self->from) || !find (self, self->to))
    {
      TrlNetwork *from = NULL, *to = NULL;

      self->chosen = FALSE;
      trellis_change_choose_pair (trellis_session_get_document (self->session),
                                  trellis_session_get_network (self->session), &from,
                                  &to);
      set_pair (self, from, to);
    }
}

static void
fill_choices (TrellisChangeView *self)
{
  TrlDocument *document = trellis_session_get_document (self->session);

  self->quiet = TRUE;
  trellis_network_choice_fill (self->from_choice, document, self->from);
  trellis_network_choice_fill (self->to_choice, document, self->to);
  self->quiet = FALSE;
}

/* --- what is on show --- */

static void
set_look (TrellisChangeView *self, TrellisComparison *comparison)
{
  trellis_comparison_set_joined (comparison, self->joined);
  trellis_comparison_set_named (comparison, self->named);
  trellis_comparison_set_look (comparison, (TrlTheme) trellis_swatch_get_theme (),
                               trellis_session_get_filter (self->session), NULL,
                               self->key);
}

static void
set_title (GtkLabel *label, const TrlPanel *panel)
{
  gtk_label_set_text (label, panel->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), panel->subtitle);
}

static void
show_maps (TrellisChangeView *self)
{
  const TrlPanels *panels = trellis_comparison_get_panels (self->comparison);

  trellis_compare_picture_set (self->from_map, self->comparison, 0);
  trellis_compare_picture_set (self->to_map, self->comparison, 1);
  trellis_compare_picture_set (self->joined_map, self->comparison,
                               TRELLIS_COMPARISON_JOINED);
  set_title (self->from_title, trl_panels_get_panel (panels, 0));
  set_title (self->to_title, trl_panels_get_panel (panels, 1));
  gtk_stack_set_visible_child_name (self->maps, self->joined ? "one" : "two");
  trellis_compare_legend_set (self->legend, self->comparison);
}

static void
update_actions (TrellisChangeView *self)
{
  static const char *const names[] = { "change.swap", "change.export-ties",
                                       "change.export-table" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], self->comparison != NULL);
  gtk_widget_set_sensitive (self->export_button, self->comparison != NULL);
}

static void
on_built (TrellisChangeView *self, TrellisComparison *comparison)
{
  TrellisComparison *old = self->comparison;

  self->comparison = trellis_comparison_ref (comparison);
  show_maps (self);
  if (self->unlisted)
    {
      trellis_change_list_set (self->list, comparison);
      trellis_change_levels_set (self->levels, comparison);
    }
  self->unlisted = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "change");
  update_actions (self);
  g_clear_pointer (&old, trellis_comparison_unref);
}

static void
show_empty (TrellisChangeView *self)
{
  trellis_change_list_set (self->list, NULL);
  trellis_change_levels_set (self->levels, NULL);
  trellis_compare_legend_set (self->legend, NULL);
  g_clear_pointer (&self->comparison, trellis_comparison_unref);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  update_actions (self);
}

static void
load (TrellisChangeView *self)
{
  g_autoptr (TrellisComparison) comparison = NULL;

  self->dirty = !gtk_widget_get_mapped (GTK_WIDGET (self));
  trellis_comparison_loader_drop (self->loader);
  if (self->dirty)
    return;
  if (self->session)
    {
      check_pair (self);
      fill_choices (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->bar), self->session && self->from);
  if (!self->session || !self->from)
    {
      show_empty (self);
      return;
    }
  comparison = trellis_comparison_new_change (
    find (self, self->from), find (self, self->to), *self->layout ? self->layout : NULL);
  set_look (self, comparison);
  trellis_comparison_loader_load (self->loader, comparison);
}

static void
rebuild (TrellisChangeView *self)
{
  self->unlisted = TRUE;
  load (self);
}

/* List and table stay, so that one can walk along them; places too, where there is little
 * to draw. */
static void
redraw (TrellisChangeView *self)
{
  if (!self->comparison || trellis_comparison_loader_is_busy (self->loader) ||
      self->dirty || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      trellis_comparison_is_large (self->comparison))
    {
      load (self);
      return;
    }
  set_look (self, self->comparison);
  show_maps (self);
}

/* Names that nobody could read give way to letters.  In the least of windows the legend
 * gives way to the map: the list says the same in words.
 */
static void
on_resized (TrellisChangeView *self, TrellisComparePicture *picture)
{
  GtkWidget *map = GTK_WIDGET (picture);
  gboolean   named = gtk_widget_get_width (map) >= NAMED_WIDTH &&
                   gtk_widget_get_height (map) >= NAMED_HEIGHT;

  if (!gtk_widget_get_mapped (map))
    return;
  gtk_widget_set_visible (self->legend_box,
                          gtk_widget_get_width (GTK_WIDGET (self->maps)) >= LEGEND_WIDTH);
  trellis_compare_legend_set_zoom (self->legend,
                                   trellis_compare_picture_get_zoom (picture));
  if (named == self->named)
    return;
  self->named = named;
  redraw (self);
}

/* --- what a person does --- */

static void
set_spotlight (TrellisChangeView *self, const char *key)
{
  if (g_strcmp0 (self->key, key) == 0)
    return;
  g_free (self->key);
  self->key = g_strdup (key);
  redraw (self);
}

static void
on_picked (TrellisChangeView *self, TrellisChangeRow *row)
{
  set_spotlight (self, row ? trellis_change_row_get_key (row) : NULL);
}

static void
on_pressed (TrellisComparePicture *picture, guint row, TrellisChangeView *self)
{
  const TrlPanels *panels = trellis_comparison_get_panels (self->comparison);
  guint            panel =
    picture == self->joined_map ? TRELLIS_COMPARISON_JOINED : picture == self->to_map;
  g_autofree char *key =
    row == TRL_NO_ROW ? NULL : g_strdup (trl_panels_get_key (panels, panel, row));

  trellis_change_list_unselect (self->list);
  set_spotlight (self, g_strcmp0 (key, self->key) == 0 ? NULL : key);
}

/* What was rolled up by type is not found by its id; the network is shown all the same.
 */
static void
on_opened (TrellisChangeView *self, TrellisChangeRow *row)
{
  TrlKind          kind;
  const char      *id;
  guint            which = trellis_change_row_find (row, &kind, &id);
  g_autofree char *network = g_strdup (which ? self->to : self->from);
  g_autofree char *thing = g_strdup (id);
  TrlNetwork      *found = find (self, network);

  if (!found)
    return;
  trellis_session_set_network_id (self->session, network);
  if (trl_table_find (trl_network_get_table (found, kind), thing) != TRL_NO_ROW)
    trellis_selection_set (trellis_session_get_selection (self->session), kind, thing);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-network", "s", network);
}

static void
on_chosen (TrellisChangeView *self)
{
  TrlDocument *document;
  guint        from = gtk_drop_down_get_selected (self->from_choice);
  guint        to = gtk_drop_down_get_selected (self->to_choice);

  if (self->quiet || !self->session)
    return;
  document = trellis_session_get_document (self->session);
  if (from >= trl_document_get_n_networks (document) ||
      to >= trl_document_get_n_networks (document))
    return;
  set_pair (self, trl_document_get_network (document, from),
            trl_document_get_network (document, to));
  self->chosen = TRUE;
  rebuild (self);
}

static void
on_swap (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisChangeView *self = TRELLIS_CHANGE_VIEW (widget);
  char              *from = self->from;

  self->from = self->to;
  self->to = from;
  self->chosen = TRUE;
  rebuild (self);
}

static void
on_clear (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisChangeView *self = TRELLIS_CHANGE_VIEW (widget);

  trellis_change_list_unselect (self->list);
  set_spotlight (self, NULL);
}

static void
on_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TrellisChangeView *self = TRELLIS_CHANGE_VIEW (widget);

  trellis_change_export (widget, trellis_comparison_get_changes (self->comparison),
                         g_str_equal (action, "change.export-table"));
}

/* --- the widget --- */

/* Mask 0: another network is on show on the map, or the file is saved. */
static void
on_changed (TrellisSession *session, guint mask, TrellisChangeView *self)
{
  if (mask & ~(guint) TRL_CHANGE_FIGURES || !self->chosen)
    rebuild (self);
}

static void
on_width_changed (TrellisChangeView *self)
{
  gboolean narrow = trellis_adaptive_get_width (self->adaptive) == TRELLIS_WIDTH_NARROW;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned),
                                  narrow ? GTK_ORIENTATION_VERTICAL
                                         : GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_resize_end_child (self->paned, narrow);
}

static void
trellis_change_view_map (GtkWidget *widget)
{
  TrellisChangeView *self = TRELLIS_CHANGE_VIEW (widget);

  GTK_WIDGET_CLASS (trellis_change_view_parent_class)->map (widget);
  if (self->dirty)
    load (self);
}

static void
trellis_change_view_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TrellisChangeView *self = TRELLIS_CHANGE_VIEW (object);

  if (id == PROP_JOINED && self->joined != g_value_get_boolean (value))
    {
      self->joined = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      redraw (self);
    }
  else if (id == PROP_LAYOUT && g_strcmp0 (self->layout, g_value_get_string (value)) != 0)
    {
      g_free (self->layout);
      self->layout =
        g_strdup (g_value_get_string (value) ? g_value_get_string (value) : "");
      g_object_notify_by_pspec (object, pspec);
      rebuild (self);
    }
}

static void
trellis_change_view_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TrellisChangeView *self = TRELLIS_CHANGE_VIEW (object);

  if (id == PROP_JOINED)
    g_value_set_boolean (value, self->joined);
  else
    g_value_set_string (value, self->layout);
}

static void
let_go (TrellisChangeView *self)
{
  if (!self->session)
    return;
  trellis_comparison_loader_drop (self->loader);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (trellis_session_get_filter (self->session), self);
  g_clear_object (&self->session);
}

static void
trellis_change_view_dispose (GObject *object)
{
  TrellisChangeView *self = TRELLIS_CHANGE_VIEW (object);

  let_go (self);
  if (self->loader)
    g_signal_handlers_disconnect_by_data (self->loader, self);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->comparison, trellis_comparison_unref);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->layout, g_free);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (trellis_change_view_parent_class)->dispose (object);
}

#define BIND(name)                                                                       \
  gtk_widget_class_bind_template_child (widget_class, TrellisChangeView, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRELLIS_TYPE_ADAPTIVE);
  g_type_ensure (TRELLIS_TYPE_CHANGE_LEVELS);
  g_type_ensure (TRELLIS_TYPE_CHANGE_LIST);
  g_type_ensure (TRELLIS_TYPE_COMPARE_LEGEND);
  g_type_ensure (TRELLIS_TYPE_COMPARE_PICTURE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/trellis_networks/Trellis/ui/trellis-change-view.ui");
  BIND (bar);
  BIND (from_choice);
  BIND (to_choice);
  BIND (one_button);
  BIND (two_button);
  BIND (export_button);
  BIND (spinner);
  BIND (stack);
  BIND (adaptive);
  BIND (paned);
  BIND (maps);
  BIND (joined_map);
  BIND (from_map);
  BIND (to_map);
  BIND (from_title);
  BIND (to_title);
  BIND (legend);
  BIND (legend_box);
  BIND (list);
  BIND (levels);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_resized);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "change.joined", "joined");
  gtk_widget_class_install_property_action (widget_class, "change.layout", "layout");
  gtk_widget_class_install_action (widget_class, "change.swap", NULL, on_swap);
  gtk_widget_class_install_action (widget_class, "change.clear", NULL, on_clear);
  gtk_widget_class_install_action (widget_class, "change.export-ties", NULL, on_export);
  gtk_widget_class_install_action (widget_class, "change.export-table", NULL, on_export);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "change.clear",
                                       NULL);
}

static void
trellis_change_view_class_init (TrellisChangeViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trellis_change_view_dispose;
  object_class->set_property = trellis_change_view_set_property;
  object_class->get_property = trellis_change_view_get_property;
  widget_class->map = trellis_change_view_map;
  properties[PROP_JOINED] = g_param_spec_boolean (
    "joined", NULL, NULL, TRUE,
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LAYOUT] = g_param_spec_string (
    "layout", NULL, NULL, "",
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
trellis_change_view_init (TrellisChangeView *self)
{
  self->layout = g_strdup ("");
  self->joined = TRUE;
  self->named = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  trellis_network_choice_prepare (self->from_choice);
  trellis_network_choice_prepare (self->to_choice);
  self->loader = trellis_comparison_loader_new ();
  g_signal_connect_swapped (self->loader, "built", G_CALLBACK (on_built), self);
  g_object_bind_property (self->loader, "busy", self->spinner, "spinning",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->loader, "busy", self->spinner, "visible",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "joined", self->one_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "joined", self->two_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE |
                            G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_swapped (self->adaptive, "width-changed",
                            G_CALLBACK (on_width_changed), self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

void
trellis_change_view_set_session (TrellisChangeView *self, TrellisSession *session)
{
  g_return_if_fail (TRELLIS_IS_CHANGE_VIEW (self));
  if (self->session == session)
    return;
  let_go (self);
  if (session)
    {
      self->session = g_object_ref (session);
      g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
      g_signal_connect_swapped (trellis_session_get_filter (session), "changed",
                                G_CALLBACK (redraw), self);
    }
  self->chosen = FALSE;
  g_clear_pointer (&self->key, g_free);
  rebuild (self);
}

void
trellis_change_view_set_networks (TrellisChangeView *self,
                                  const char        *from,
                                  const char        *to)
{
  g_return_if_fail (TRELLIS_IS_CHANGE_VIEW (self) && self->session);
  set_pair (self, find (self, from), find (self, to));
  self->chosen = TRUE;
  rebuild (self);
}

TrellisComparison *
trellis_change_view_get_comparison (TrellisChangeView *self)
{
  g_return_val_if_fail (TRELLIS_IS_CHANGE_VIEW (self), NULL);
  return self->comparison;
}
