/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page a list of words.  Pages are made anew when words come, go or move, and otherwise
 * follow the document control by control, so that typing keeps its place. */

#include "config.h"

#include "dialogs/trellis-codebook-private.h"
#include "dialogs/trellis-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget   *widget;
  CodebookFunc func;
} Follower;

static const struct
{
  TrlWord     word;
  const char *title;
  const char *icon;
  const char *about;
} pages[] = {
  { TRL_WORD_SCALE, N_ ("Scales"), "view-sort-ascending-symbolic" },
  { TRL_WORD_TYPE, N_ ("Partner Types"), "system-users-symbolic",
    N_ ("In the order of lists and of directions on the map. Drag a row, or press "
        "Alt and an arrow key, to move it.") },
  { TRL_WORD_ROLE, N_ ("Roles"), "avatar-default-symbolic",
    N_ ("What a backbone organization does; a partner may hold several.") },
  { TRL_WORD_FIELD, N_ ("Fields"), "view-list-symbolic",
    N_ ("Questions of your own about networks, partners or partnerships.") },
  { TRL_WORD_KIND, N_ ("Partnerships"), "network-wired-symbolic",
    N_ ("What partners do together.") },
};

static void
follower_free (gpointer data)
{
  Follower *follower = data;

  g_object_unref (follower->widget);
  g_free (follower);
}

void
codebook_follow (Codebook *self, GtkWidget *widget, CodebookFunc func)
{
  Follower *follower = g_new (Follower, 1);

  *follower = (Follower){ g_object_ref_sink (widget), func };
  g_ptr_array_add (self->controls, follower);
}

static void
show_all (Codebook *self)
{
  self->deaf = TRUE;
  for (guint i = 0; i < self->controls->len; i++)
    {
      Follower *follower = self->controls->pdata[i];

      follower->func (self, follower->widget);
    }
  self->deaf = FALSE;
}

/* What the pages are made from: which words there are, in which order, and what their
 * pictures show.  Kinds of partnership are known by their place, since their text is all
 * they are. */
static void
describe_item (GString *text, TrlWord word, gconstpointer item)
{
  const char *id = codebook_item_id (word, item);

  if (word == TRL_WORD_KIND)
    g_string_append (text, "kind\n");
  else if (word == TRL_WORD_FIELD)
    g_string_append_printf (text, "%s %s %d\n", ((const TrlField *) item)->of, id,
                            (int) ((const TrlField *) item)->kind);
  else if (word == TRL_WORD_LEVEL)
    g_string_append_printf (text, "%s %s\n", id, ((const TrlLevel *) item)->colour);
  else if (word == TRL_WORD_TYPE)
    g_string_append_printf (text, "%s %s\n", id, ((const TrlPartnerType *) item)->shape);
  else
    g_string_append_printf (text, "%s\n", id);
}

static void
describe_list (GString *text, const TrlVocabulary *words, TrlWord word, const char *scope)
{
  GPtrArray *items = codebook_get_items (words, word, scope);

  for (guint i = 0; i < items->len; i++)
    describe_item (text, word, items->pdata[i]);
  g_string_append_c (text, '\n');
}

static char *
describe_words (const TrlVocabulary *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    describe_list (text, words, pages[i].word, NULL);
  for (guint i = 0; i < words->scales->len; i++)
    describe_list (text, words, TRL_WORD_LEVEL,
                   ((const TrlScale *) words->scales->pdata[i])->id);
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_page (Codebook *self, TrlWord word, const char *title, const char *about)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group;

  if (word == TRL_WORD_SCALE)
    {
      codebook_add_scales (self, ADW_PREFERENCES_PAGE (page));
      return page;
    }
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), about);
  codebook_add_words (self, ADW_PREFERENCES_GROUP (group), word, NULL);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static GtkScrolledWindow *
find_scroll (GtkWidget *page)
{
  if (!page || GTK_IS_SCROLLED_WINDOW (page))
    return (GtkScrolledWindow *) page;
  return find_scroll (gtk_widget_get_first_child (page));
}

/* The row with the focus may be a new one, further down. */
static void
scroll_to_focus (GtkScrolledWindow *view)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (view));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, ADW_TYPE_EXPANDER_ROW) : NULL;
  GtkWidget *whole =
    gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (view)));
  double x, y;

  if (row && gtk_widget_is_ancestor (row, whole) &&
      gtk_widget_translate_coordinates (row, whole, 0, 0, &x, &y))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (view), y,
                               y + gtk_widget_get_height (row));
}

static gboolean
on_scroll (gpointer page)
{
  GtkScrolledWindow *view = find_scroll (page);
  const double      *value = g_object_get_data (page, "codebook-value");

  if (!view)
    return G_SOURCE_REMOVE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (view), *value);
  scroll_to_focus (view);
  return G_SOURCE_REMOVE;
}

/* Later: what a view is told while it is laid out does not move it. */
static void
on_laid_out (GtkAdjustment *scroll, GtkWidget *page)
{
  if (gtk_adjustment_get_page_size (scroll) == 0)
    return;
  g_signal_handlers_disconnect_by_func (scroll, on_laid_out, page);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_scroll, g_object_ref (page), g_object_unref);
}

/* Where it was scrolled to, as soon as it is that long again. */
static void
keep_scroll (GtkWidget *page, double value)
{
  g_object_set_data_full (G_OBJECT (page), "codebook-value",
                          g_memdup2 (&value, sizeof value), g_free);
  g_signal_connect (gtk_scrolled_window_get_vadjustment (find_scroll (page)), "changed",
                    G_CALLBACK (on_laid_out), page);
}

static double
get_scroll (GtkWidget *page)
{
  GtkScrolledWindow *view = find_scroll (page);

  return view ? gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (view)) : 0;
}

static void
build (Codebook *self)
{
  self->edited = NULL;
  g_ptr_array_set_size (self->controls, 0);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      AdwBin *holder =
        ADW_BIN (adw_view_stack_get_child_by_name (self->stack, pages[i].title));
      double value = get_scroll (adw_bin_get_child (holder));

      adw_bin_set_child (holder, make_page (self, pages[i].word, _ (pages[i].title),
                                            pages[i].about ? _ (pages[i].about) : NULL));
      keep_scroll (adw_bin_get_child (holder), value);
    }
}

/* A row that is made anew keeps the focus, unless a step gives it to another. */
static void
remember_focus (Codebook *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);
  GtkWidget *line = focus ? gtk_widget_get_ancestor (focus, ADW_TYPE_EXPANDER_ROW) : NULL;
  const CodebookRow *row = line ? codebook_row_of (line) : NULL;
  const char        *id = row ? codebook_row_get_id (row) : NULL;

  if (!self->focus && id)
    self->focus = trl_word_key (row->word, row->scope, id);
}

/* Later, for a row may be in the midst of telling its own change. */
static gboolean
on_idle (gpointer data)
{
  Codebook *self = data;

  self->idle = 0;
  g_free (self->state);
  self->state = describe_words (codebook_get_words (self));
  remember_focus (self);
  self->deaf = TRUE;
  build (self);
  show_all (self);
  if (self->focused)
    gtk_widget_child_focus (self->focused, GTK_DIR_TAB_FORWARD);
  self->focused = NULL;
  g_clear_pointer (&self->focus, g_free);
  return G_SOURCE_REMOVE;
}

static void
refresh (Codebook *self)
{
  g_autofree char *state = describe_words (codebook_get_words (self));

  g_clear_pointer (&self->usage, trl_usage_free);
  self->usage = trl_usage_new (trellis_session_get_document (self->session));
  if (g_strcmp0 (state, self->state) != 0 && self->idle == 0)
    self->idle = g_idle_add (on_idle, self);
  show_all (self);
}

/* Steps from before are of the map, which cannot be seen from here: they are left alone.
 * What was undone before goes with the first step of the codebook. */
void
codebook_update_history (Codebook *self)
{
  TrlDocument *document = trellis_session_get_document (self->session);
  guint        n_undo = trl_document_get_n_undo (document);
  guint        n_redo = trl_document_get_n_redo (document);

  self->n_undo = MIN (self->n_undo, n_undo);
  self->n_redo = MIN (self->n_redo, n_redo);
  gtk_widget_set_sensitive (self->undo, n_undo > self->n_undo || self->edited);
  gtk_widget_set_sensitive (self->redo, n_redo > self->n_redo);
}

static void
on_changed (Codebook *self)
{
  refresh (self);
  codebook_update_history (self);
}

static gboolean
on_undo (GtkWidget *widget, GVariant *unused, gpointer data)
{
  Codebook    *self = data;
  TrlDocument *document = trellis_session_get_document (self->session);

  /* A name that is refused has been taken back then. */
  if (codebook_commit (self) && trl_document_get_n_undo (document) > self->n_undo)
    trl_document_undo (document);
  return TRUE;
}

static gboolean
on_redo (GtkWidget *widget, GVariant *unused, gpointer data)
{
  Codebook    *self = data;
  TrlDocument *document = trellis_session_get_document (self->session);

  codebook_commit (self);
  if (trl_document_get_n_redo (document) > self->n_redo)
    trl_document_redo (document);
  return TRUE;
}

/* What is saved is the file of the window behind, with what is being typed. */
static gboolean
on_save (GtkWidget *widget, GVariant *unused, gpointer data)
{
  Codebook  *self = data;
  GtkWindow *parent = gtk_window_get_transient_for (self->window);

  codebook_commit (self);
  if (parent)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.save", NULL);
  return TRUE;
}

static gboolean
on_quit (GtkWidget *widget, GVariant *unused, gpointer self)
{
  codebook_commit (self);
  return FALSE;
}

/* Before the entries, which would take back letters by themselves. */
static void
add_keys (Codebook *self)
{
  static const struct
  {
    guint           key;
    GdkModifierType with;
    GtkShortcutFunc func;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, on_undo },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_redo },
    { GDK_KEY_y, GDK_CONTROL_MASK, on_redo },
    { GDK_KEY_s, GDK_CONTROL_MASK, on_save },
    { GDK_KEY_q, GDK_CONTROL_MASK, on_quit },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].with),
                        gtk_callback_action_new (keys[i].func, self, NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->window), controller);
}

static void
on_undo_clicked (Codebook *self)
{
  on_undo (NULL, NULL, self);
}

static void
on_redo_clicked (Codebook *self)
{
  on_redo (NULL, NULL, self);
}

static GtkWidget *
make_button (Codebook *self, const char *icon, const char *tooltip, GCallback func)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  /* A name that is being typed is the first thing to take back. */
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_swapped (button, "clicked", func, self);
  return button;
}

static GtkWidget *
make_content (Codebook *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *switcher = adw_view_switcher_new ();

  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    adw_view_stack_page_set_icon_name (
      adw_view_stack_add_titled (self->stack, adw_bin_new (), pages[i].title,
                                 _ (pages[i].title)),
      pages[i].icon);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->stack);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher),
                                ADW_VIEW_SWITCHER_POLICY_NARROW);
  self->undo =
    make_button (self, "edit-undo-symbolic", _ ("Undo"), G_CALLBACK (on_undo_clicked));
  self->redo =
    make_button (self, "edit-redo-symbolic", _ ("Redo"), G_CALLBACK (on_redo_clicked));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->undo);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->redo);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  return box;
}

static void
free_codebook (gpointer data, GObject *window)
{
  Codebook *self = data;

  g_signal_handlers_disconnect_by_func (self->session, on_changed, self);
  g_signal_handlers_disconnect_by_func (adw_style_manager_get_default (), show_all, self);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_free (self->focus);
  g_ptr_array_unref (self->controls);
  g_hash_table_unref (self->open);
  g_clear_pointer (&self->usage, trl_usage_free);
  g_object_unref (self->session);
  g_free (self->state);
  g_free (self);
}

static gboolean
on_close (GtkWindow *window, Codebook *self)
{
  codebook_commit (self);
  self->deaf = TRUE;
  return FALSE;
}

GtkWindow *
trellis_codebook_dialog_show (GtkWindow *parent, TrellisSession *session)
{
  Codebook *self = g_new0 (Codebook, 1);

  self->window = trellis_dialog_new (parent, _ ("Codebook"), 720, 680);
  self->session = g_object_ref (session);
  self->controls = g_ptr_array_new_with_free_func (follower_free);
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  adw_window_set_content (ADW_WINDOW (self->window), make_content (self));
  add_keys (self);
  self->usage = trl_usage_new (trellis_session_get_document (session));
  self->n_undo = trl_document_get_n_undo (trellis_session_get_document (session));
  self->n_redo = trl_document_get_n_redo (trellis_session_get_document (session));
  codebook_update_history (self);
  on_idle (self);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (on_changed), self);
  /* The palette is another in the dark. */
  g_signal_connect_swapped (adw_style_manager_get_default (), "notify::dark",
                            G_CALLBACK (show_all), self);
  g_signal_connect (self->window, "close-request", G_CALLBACK (on_close), self);
  g_object_weak_ref (G_OBJECT (self->window), free_codebook, self);
  gtk_window_present (self->window);
  return self->window;
}
