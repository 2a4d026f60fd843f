/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Controls change settings; the preview is built from them, and so is the file, by the
 * same functions that the command line calls. */

#include "config.h"

#include "figures/trellis-figure-studio-private.h"

#include <glib/gi18n.h>

#define DELAY 120          /* ms, from a choice to its page */
#define CONTROLS_WIDTH 350 /* pixels */
#define PAGE_HEIGHT 260    /* pixels, where it stands above the controls */

enum
{
  PROP_READY = 1,
  PROP_BUSY,
  N_PROPS
};

enum
{
  EXPORTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisFigureStudio, trellis_figure_studio, GTK_TYPE_BOX)

/* --- the page --- */

/* Levels that look alike are none of the page's own faults. */
static char *
make_remark (TrellisFigureStudio *self, const TrlFigureRequest *request)
{
  const TrlScale *scale = trl_vocabulary_find_scale (
    trl_document_get_vocabulary (studio_document (self)), NULL);
  g_autofree char *text = NULL;
  TrlPalette       palette;
  gboolean         good;

  if (!scale)
    return NULL;
  trl_palette_init (&palette, scale, request->theme, request->palette);
  text = trl_palette_say_step (&palette, scale, &good);
  return good ? NULL : g_steal_pointer (&text);
}

/* What a hidden entry explains may be in the picture. */
static char *
add_hidden (const TrlFigureRequest *request, char *remark)
{
  g_autoptr (GArray) changes = trl_legend_changes_parse (request->legend.entries);
  g_autofree char *before = remark;
  g_autofree char *text = NULL;
  guint            n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += g_array_index (changes, TrlLegendChange, i).hidden;
  if (n == 0)
    return g_steal_pointer (&before);
  text = g_strdup_printf (ngettext ("%u entry of the legend is hidden, though the "
                                    "picture may need it.",
                                    "%u entries of the legend are hidden, though the "
                                    "picture may need them.",
                                    n),
                          n);
  return before ? g_strconcat (before, "\n", text, NULL) : g_steal_pointer (&text);
}

static void
on_made (TrellisFigureStudio *self, TrlScene *scene, const char *reason)
{
  static const char *const with_levels[] = { "network", "multiples", "depth",
                                             "matrix",  "change",    NULL };
  TrlFigureRequest         request;
  g_autofree char         *remark = NULL;

  trellis_figure_controls_fill_request (self->controls, &request);
  if (g_strv_contains (with_levels, request.figure))
    remark = make_remark (self, &request);
  remark = add_hidden (&request, g_steal_pointer (&remark));
  trellis_figure_preview_show (self->preview, scene, reason, remark);
  trellis_figure_controls_show_page (self->controls, scene);
  self->ready = scene != NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
tell_busy (TrellisFigureStudio *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static gboolean
update_page (gpointer data)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (data);
  g_autoptr (TrlFigureSettings) settings =
    trellis_figure_controls_dup_settings (self->controls);

  self->timer = 0;
  if (self->unknown)
    {
      trellis_figure_maker_drop (self->maker);
      on_made (self, NULL, self->unknown);
      tell_busy (self);
    }
  else
    trellis_figure_maker_make (self->maker, studio_document (self), settings);
  return G_SOURCE_REMOVE;
}

static void
on_busy (TrellisFigureStudio *self)
{
  tell_busy (self);
  trellis_figure_preview_set_busy (self->preview,
                                   trellis_figure_maker_is_busy (self->maker));
}

void
trellis_figure_studio_queue_page (TrellisFigureStudio *self)
{
  if (self->timer || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->timer = g_timeout_add (DELAY, update_page, self);
  tell_busy (self);
}

/* --- the widget --- */

static void
trellis_figure_studio_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trellis_figure_studio_parent_class)->map (widget);
  trellis_figure_studio_queue_page (TRELLIS_FIGURE_STUDIO (widget));
}

/* A page that nobody sees is not made; it is asked for again by map. */
static void
trellis_figure_studio_unmap (GtkWidget *widget)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);

  g_clear_handle_id (&self->timer, g_source_remove);
  trellis_figure_maker_drop (self->maker);
  tell_busy (self);
  GTK_WIDGET_CLASS (trellis_figure_studio_parent_class)->unmap (widget);
}

static void
trellis_figure_studio_unroot (GtkWidget *widget)
{
  trellis_figure_studio_end_drag (TRELLIS_FIGURE_STUDIO (widget));
  GTK_WIDGET_CLASS (trellis_figure_studio_parent_class)->unroot (widget);
}

static gboolean
trellis_figure_studio_grab_focus (GtkWidget *widget)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);

  if (self->gallery && gtk_widget_get_mapped (GTK_WIDGET (self->gallery)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->gallery));
  if (gtk_widget_get_mapped (GTK_WIDGET (self->choice)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->choice));
  return gtk_widget_child_focus (GTK_WIDGET (self->controls), GTK_DIR_TAB_FORWARD);
}

static void
trellis_figure_studio_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (object);

  g_value_set_boolean (
    value, id == PROP_READY ? self->ready
                            : self->timer || trellis_figure_maker_is_busy (self->maker));
}

static void
trellis_figure_studio_dispose (GObject *object)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->maker)
    g_signal_handlers_disconnect_by_data (self->maker, self);
  g_clear_object (&self->maker);
  g_clear_object (&self->drag);
  g_clear_object (&self->session);
  g_clear_pointer (&self->saved, g_free);
  g_clear_pointer (&self->gone, g_free);
  g_clear_pointer (&self->unknown, g_free);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->draft, trl_figure_settings_free);
  G_OBJECT_CLASS (trellis_figure_studio_parent_class)->dispose (object);
}

static void
trellis_figure_studio_class_init (TrellisFigureStudioClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trellis_figure_studio_dispose;
  object_class->get_property = trellis_figure_studio_get_property;
  widget_class->map = trellis_figure_studio_map;
  widget_class->unmap = trellis_figure_studio_unmap;
  widget_class->unroot = trellis_figure_studio_unroot;
  widget_class->grab_focus = trellis_figure_studio_grab_focus;
  trellis_figure_studio_install_saved (widget_class);
  trellis_figure_studio_install_output (widget_class);
  trellis_figure_studio_install_book (widget_class);
  properties[PROP_READY] = g_param_spec_boolean (
    "ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] = g_param_spec_boolean (
    "busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[EXPORTED] =
    g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
trellis_figure_studio_init (TrellisFigureStudio *self)
{
  self->preview = TRELLIS_FIGURE_PREVIEW (trellis_figure_preview_new ());
  g_signal_connect_swapped (self->preview, "drag",
                            G_CALLBACK (trellis_figure_studio_drag), self);
  self->maker = trellis_figure_maker_new ();
  g_signal_connect_swapped (self->maker, "made", G_CALLBACK (on_made), self);
  g_signal_connect_swapped (self->maker, "written",
                            G_CALLBACK (trellis_figure_studio_written), self);
  g_signal_connect_swapped (self->maker, "saved-written",
                            G_CALLBACK (trellis_figure_studio_saved_written), self);
  g_signal_connect_swapped (self->maker, "copied",
                            G_CALLBACK (trellis_figure_studio_copied), self);
  g_signal_connect_swapped (self->maker, "notify::busy", G_CALLBACK (on_busy), self);
  g_signal_connect_swapped (self->preview, "stop", G_CALLBACK (trellis_figure_maker_stop),
                            self->maker);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) page = g_menu_new ();
  g_autoptr (GMenu) saved = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  g_menu_append (page, _ ("_Copy Figure"), "figure.copy");
  g_menu_append (page, _ ("_Print…"), "figure.print");
  g_menu_append (saved, _ ("Re_name"), "figure.rename");
  g_menu_append (saved, _ ("_Duplicate"), "figure.duplicate");
  g_menu_append (saved, _ ("Move _Up"), "figure.move-up");
  g_menu_append (saved, _ ("Move Do_wn"), "figure.move-down");
  g_menu_append (saved, _ ("_Remove"), "figure.remove");
  g_menu_append (all, _ ("All Saved Figures as _One PDF…"), "figure.export-book");
  g_menu_append (all, _ ("All Saved Figures as _Files…"), "figure.export-folder");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (page));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (saved));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_foot (TrellisFigureStudio *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *export = gtk_button_new_with_mnemonic (_ ("_Export…"));
  GtkWidget *menu = gtk_menu_button_new ();
  g_autoptr (GMenuModel) model = make_menu ();

  self->save = gtk_button_new_with_mnemonic (_ ("Sa_ve Figure"));
  gtk_widget_set_tooltip_text (self->save, _ ("Keep the figure in the document"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "figure.save");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (export), "figure.export");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_widget_set_tooltip_text (menu, _ ("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("More"), -1);
  gtk_widget_add_css_class (export, "suggested-action");
  gtk_widget_set_hexpand (export, TRUE);
  gtk_widget_add_css_class (box, "trellis-foot");
  gtk_box_append (GTK_BOX (box), self->save);
  gtk_box_append (GTK_BOX (box), export);
  gtk_box_append (GTK_BOX (box), menu);
  return box;
}

static void
show_choice (TrellisFigureStudio *self, gboolean visible)
{
  gtk_widget_set_visible (
    gtk_widget_get_ancestor (GTK_WIDGET (self->choice), ADW_TYPE_PREFERENCES_GROUP),
    visible);
}

/* A gallery has room for more about each figure, and takes the place of the row. */
static GtkWidget *
make_choice (TrellisFigureStudio *self, gboolean with_gallery)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->choice =
    TRELLIS_FIGURE_CHOICE (trellis_figure_choice_new (self->session, with_gallery));
  g_signal_connect_swapped (self->choice, "chosen",
                            G_CALLBACK (trellis_figure_studio_show_figure), self);
  if (with_gallery)
    g_signal_connect_swapped (self->choice, "opened",
                              G_CALLBACK (trellis_figure_gallery_open), self->gallery);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->choice));
  gtk_widget_add_css_class (group, "trellis-figure-name");
  show_choice (self, !with_gallery);
  return group;
}

static gboolean
on_name_key (TrellisFigureStudio *self, guint key)
{
  return key == GDK_KEY_Escape && trellis_figure_studio_leave_name (self);
}

static GtkWidget *
make_name (TrellisFigureStudio *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->name_group = adw_preferences_group_new ();
  self->name = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name),
                                 _ ("Name of the Saved Figure"));
  adw_entry_row_set_show_apply_button (self->name, TRUE);
  g_signal_connect_swapped (self->name, "apply",
                            G_CALLBACK (trellis_figure_studio_renamed), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_name_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->name), keys);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->name_group),
                             GTK_WIDGET (self->name));
  gtk_widget_add_css_class (self->name_group, "trellis-figure-name");
  return self->name_group;
}

static GtkWidget *
make_side (TrellisFigureStudio *self, GSettings *settings, gboolean with_gallery)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->controls =
    TRELLIS_FIGURE_CONTROLS (trellis_figure_controls_new (settings, self->session));
  g_signal_connect_swapped (self->controls, "changed",
                            G_CALLBACK (trellis_figure_studio_controls_changed), self);
  gtk_box_append (GTK_BOX (rows), make_choice (self, with_gallery));
  if (with_gallery)
    gtk_box_append (GTK_BOX (rows), make_name (self));
  gtk_box_append (GTK_BOX (rows), GTK_WIDGET (self->controls));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  /* Whatever its rows would like; below the page they may be wider. */
  adw_clamp_set_child (ADW_CLAMP (clamp), rows);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), CONTROLS_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), CONTROLS_WIDTH);
  self->clamp = ADW_CLAMP (clamp);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_size_request (scrolled, CONTROLS_WIDTH, -1);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  if (with_gallery)
    gtk_box_append (GTK_BOX (box), make_foot (self));
  gtk_widget_set_hexpand (box, FALSE); /* whatever its parts would like */
  return box;
}

static void
on_ready (TrellisFigureStudio *self)
{
  static const char *const needing[] = { "figure.save", "figure.copy", "figure.print",
                                         "figure.export" };

  for (guint i = 0; i < G_N_ELEMENTS (needing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), needing[i], self->ready);
}

void
trellis_figure_studio_tell_exported (TrellisFigureStudio *self,
                                     const char          *text,
                                     const char          *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);

  g_signal_emit (self, signals[EXPORTED], 0, text, uri);
}

GtkWidget *
trellis_figure_studio_new (GSettings      *settings,
                           TrellisSession *session,
                           gboolean        with_gallery)
{
  TrellisFigureStudio *self = g_object_new (TRELLIS_TYPE_FIGURE_STUDIO, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed",
                            G_CALLBACK (trellis_figure_studio_document_changed), self);
  g_signal_connect (self, "notify::ready", G_CALLBACK (on_ready), NULL);
  if (with_gallery)
    {
      self->gallery = TRELLIS_FIGURE_GALLERY (trellis_figure_gallery_new (session));
      g_signal_connect_swapped (self->gallery, "chosen",
                                G_CALLBACK (trellis_figure_studio_choose), self);
      g_signal_connect_swapped (self->gallery, "opened",
                                G_CALLBACK (trellis_figure_studio_open), self);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->gallery));
      gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
    }
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->preview));
  gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self), make_side (self, settings, with_gallery));
  on_ready (self);
  trellis_figure_studio_see_saved (self);
  trellis_figure_studio_show_saved (self);
  if (self->gallery)
    trellis_figure_gallery_choose (self->gallery, "network");
  return GTK_WIDGET (self);
}

void
trellis_figure_studio_show_figure (TrellisFigureStudio *self, const char *id)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_STUDIO (self));
  if (self->gallery)
    trellis_figure_gallery_choose (self->gallery, id);
  else
    trellis_figure_studio_choose (self, id);
}

void
trellis_figure_studio_set_narrow (TrellisFigureStudio *self, gboolean narrow)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_STUDIO (self) && self->gallery);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), narrow
                                                           ? GTK_ORIENTATION_VERTICAL
                                                           : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->preview), -1, narrow ? PAGE_HEIGHT : -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->preview), !narrow);
  adw_clamp_set_maximum_size (self->clamp, narrow ? 600 : CONTROLS_WIDTH);
  gtk_widget_set_visible (GTK_WIDGET (self->gallery), !narrow);
  show_choice (self, narrow);
}
