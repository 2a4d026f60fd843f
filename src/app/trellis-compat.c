/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What later GTK and libadwaita do with other classes: file choosers, questions, about.
 * Nothing else in the program names these classes.
 */

#include "config.h"

#include "trellis-compat.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  TrellisFileFunc func;
  gpointer        user_data;
} FileCall;

typedef struct
{
  TrellisAnswerFunc func;
  gpointer          user_data;
  char             *answer;
} AnswerCall;

static void
on_file_response (GtkNativeDialog *dialog, int response, FileCall *call)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  call->func (files, call->user_data);
  g_free (call);
  g_object_unref (dialog);
}

static GtkFileChooser *
choose (GtkWindow           *parent,
        const char          *title,
        GtkFileChooserAction action,
        GListModel          *filters,
        TrellisFileFunc      func,
        gpointer             user_data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  FileCall *call = g_new (FileCall, 1);
  guint     n = filters ? g_list_model_get_n_items (filters) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  *call = (FileCall){ func, user_data };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_file_response), call);
  return GTK_FILE_CHOOSER (dialog);
}

void
trellis_compat_open_files (GtkWindow      *parent,
                           const char     *title,
                           GListModel     *filters,
                           TrellisFileFunc func,
                           gpointer        user_data)
{
  GtkFileChooser *chooser =
    choose (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, filters, func, user_data);

  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
trellis_compat_save_file (GtkWindow      *parent,
                          const char     *title,
                          const char     *name,
                          GListModel     *filters,
                          TrellisFileFunc func,
                          gpointer        user_data)
{
  GtkFileChooser *chooser =
    choose (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, filters, func, user_data);

  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- where to write, and as what --- */

typedef struct
{
  TrellisFileAskFunc func;
  gpointer           user_data;
  GPtrArray *filters; /* GtkFileFilter, one a kind; none where a folder is chosen */
  GStrv      endings; /* with their dots */
  GtkWindow *window;  /* of the dialog, or NULL */
} AskCall;

static void
ask_call_free (AskCall *call)
{
  g_ptr_array_unref (call->filters);
  g_strfreev (call->endings);
  g_free (call);
}

static guint
get_kind (GtkFileChooser *chooser, AskCall *call)
{
  const char *choice;
  guint       kind = 0;

  if (call->filters->len > 0)
    {
      g_ptr_array_find (call->filters, gtk_file_chooser_get_filter (chooser), &kind);
      return kind;
    }
  choice = gtk_file_chooser_get_choice (chooser, "kind");
  for (guint i = 0; choice && call->endings[i]; i++)
    if (g_str_equal (choice, call->endings[i]))
      kind = i;
  return kind;
}

/* The name without the ending of another kind; NULL where it has none. */
static char *
strip (const char *name, AskCall *call, guint kind)
{
  for (guint i = 0; call->endings[i]; i++)
    if (i != kind && g_str_has_suffix (name, call->endings[i]))
      return g_strndup (name, strlen (name) - strlen (call->endings[i]));
  return NULL;
}

static void
on_kind (GtkFileChooser *chooser, GParamSpec *pspec, gpointer data)
{
  AskCall         *call = data;
  guint            kind = get_kind (chooser, call);
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);
  g_autofree char *bare = name ? strip (name, call, kind) : NULL;
  g_autofree char *full = bare ? g_strconcat (bare, call->endings[kind], NULL) : NULL;

  if (full)
    gtk_file_chooser_set_current_name (chooser, full);
}

/* Choosers of other programs let the kind be chosen, but leave the name as it was. */
static void
on_ask_response (GtkNativeDialog *dialog, int response, AskCall *call)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  guint           kind = get_kind (chooser, call);
  gboolean        changed =
    kind != GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "kind"));
  g_autoptr (GFile) file = NULL;
  const char *path;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (chooser);
  path = file ? g_file_peek_path (file) : NULL;
  if (path && changed && call->filters->len > 0)
    {
      g_autofree char *bare = strip (path, call, kind);

      if (bare)
        {
          g_object_unref (file);
          file = g_file_new_for_path (bare);
        }
    }
  if (call->window)
    g_signal_handlers_disconnect_by_data (call->window, call);
  call->func (file, kind, call->user_data);
  ask_call_free (call);
  g_object_unref (dialog);
}

static AskCall *
ask_call_new (const TrellisFileAsk *ask, TrellisFileAskFunc func, gpointer user_data)
{
  AskCall *call = g_new0 (AskCall, 1);
  g_autoptr (GStrvBuilder) endings = g_strv_builder_new ();

  call->func = func;
  call->user_data = user_data;
  call->filters = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ask->n_kinds; i++)
    {
      g_autofree char *ending = g_strconcat (".", ask->kinds[i].ending, NULL);

      g_strv_builder_add (endings, ending);
    }
  call->endings = g_strv_builder_end (endings);
  return call;
}

static void
add_filters (GtkFileChooser *chooser, const TrellisFileAsk *ask, AskCall *call)
{
  for (guint i = 0; i < ask->n_kinds; i++)
    {
      GtkFileFilter *filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, ask->kinds[i].label);
      gtk_file_filter_add_suffix (filter, ask->kinds[i].ending);
      gtk_file_chooser_add_filter (chooser, filter);
      g_ptr_array_add (call->filters, filter);
    }
  gtk_file_chooser_set_filter (chooser, call->filters->pdata[ask->kind]);
}

/* GTK's own chooser is a window that says which filter is chosen; the native dialog does
 * not pass it on. */
static void
follow_kind (GtkFileChooserNative *dialog, AskCall *call)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_visible (GTK_WIDGET (window)) &&
          gtk_window_get_transient_for (window) ==
            gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (dialog)))
        g_signal_connect (call->window = window, "notify::filter", G_CALLBACK (on_kind),
                          call);
    }
}

static void
add_choice (GtkFileChooser *chooser, const TrellisFileAsk *ask, AskCall *call)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < ask->n_kinds; i++)
    g_ptr_array_add (labels, (gpointer) ask->kinds[i].label);
  g_ptr_array_add (labels, NULL);
  gtk_file_chooser_add_choice (chooser, "kind", _ ("Format"),
                               (const char **) call->endings,
                               (const char **) labels->pdata);
  gtk_file_chooser_set_choice (chooser, "kind", call->endings[ask->kind]);
}

GtkFileChooser *
trellis_compat_ask_file (GtkWindow            *parent,
                         const TrellisFileAsk *ask,
                         TrellisFileAskFunc    func,
                         gpointer              user_data)
{
  GtkFileChooserAction action =
    ask->name ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (ask->title, parent, action, ask->accept, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  AskCall        *call = ask_call_new (ask, func, user_data);

  if (ask->folder)
    gtk_file_chooser_set_current_folder (chooser, ask->folder, NULL);
  if (ask->name)
    gtk_file_chooser_set_current_name (chooser, ask->name);
  if (ask->name)
    add_filters (chooser, ask, call);
  else
    add_choice (chooser, ask, call);
  g_object_set_data (G_OBJECT (dialog), "kind", GUINT_TO_POINTER (ask->kind));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_ask_response), call);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
  follow_kind (dialog, call);
  return chooser;
}

static gboolean
tell_answer (gpointer data)
{
  AnswerCall *call = data;

  call->func (call->answer, call->user_data);
  g_free (call->answer);
  g_free (call);
  return G_SOURCE_REMOVE;
}

/* A dialog answers once, however it goes, and after it has gone: the answer may close the
 * window that it belongs to. */
static void
on_answer (AdwMessageDialog *dialog, const char *answer, AnswerCall *call)
{
  g_signal_handlers_disconnect_by_func (dialog, on_answer, call);
  call->answer = g_strdup (answer);
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_answer, call, NULL);
}

GtkWindow *
trellis_compat_ask (GtkWindow           *parent,
                    const char          *heading,
                    const char          *body,
                    const TrellisAnswer *answers,
                    const char          *preferred,
                    TrellisAnswerFunc    func,
                    gpointer             user_data)
{
  GtkWidget        *window = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (window);
  AnswerCall       *call = g_new (AnswerCall, 1);

  *call = (AnswerCall){ func, user_data, NULL };
  for (const TrellisAnswer *a = answers; a->id; a++)
    {
      adw_message_dialog_add_response (dialog, a->id, a->label);
      adw_message_dialog_set_response_appearance (dialog, a->id, a->appearance);
    }
  adw_message_dialog_set_close_response (dialog, answers[0].id);
  adw_message_dialog_set_default_response (dialog, preferred);
  g_signal_connect (dialog, "response", G_CALLBACK (on_answer), call);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

static void
on_colour_set (GtkColorButton *button, gpointer func)
{
  GdkRGBA colour;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (button), &colour);
  ((TrellisColourFunc) func) (&colour, button);
}

GtkWidget *
trellis_compat_colour_button_new (const char *title, TrellisColourFunc func)
{
  GtkWidget *button = gtk_color_button_new ();

  gtk_color_button_set_title (GTK_COLOR_BUTTON (button), title);
  gtk_widget_set_tooltip_text (button, title);
  g_signal_connect (button, "color-set", G_CALLBACK (on_colour_set), func);
  return button;
}

void
trellis_compat_colour_button_show (GtkWidget *button, const char *text)
{
  GdkRGBA colour;

  if (gdk_rgba_parse (&colour, text))
    gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (button), &colour);
}

static void
ignore (const char *answer, gpointer user_data)
{
}

static void
notify (GApplication *application, const char *heading, const char *body)
{
  g_autoptr (GNotification) notification = g_notification_new (heading);

  g_notification_set_body (notification, body);
  g_application_send_notification (application, NULL, notification);
}

void
trellis_compat_tell (GtkWindow *parent, const char *heading, const char *body)
{
  GApplication       *application = g_application_get_default ();
  const TrellisAnswer answers[] = {
    { "close", _ ("_Close"), ADW_RESPONSE_DEFAULT },
    { NULL },
  };

  if (!parent && GTK_IS_APPLICATION (application))
    parent = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (!parent && application)
    notify (application, heading, body);
  if (!parent)
    return;
  trellis_compat_ask (parent, heading, body, answers, "close", ignore, NULL);
}

/* --- files that are there --- */

static void
show_folder (GtkWindow *parent, GFile *folder)
{
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

typedef struct
{
  GWeakRef parent; /* which may be closed meanwhile */
  GFile   *file;
} ShowCall;

static ShowCall *
show_call_new (GtkWindow *parent, GFile *file)
{
  ShowCall *call = g_new (ShowCall, 1);

  g_weak_ref_init (&call->parent, parent);
  call->file = g_object_ref (file);
  return call;
}

static void
show_call_free (ShowCall *call)
{
  g_weak_ref_clear (&call->parent);
  g_object_unref (call->file);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShowCall, show_call_free)

static void
on_file_shown (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autoptr (ShowCall) call = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&call->parent);
  g_autoptr (GFile) folder = g_file_get_parent (call->file);
  g_autoptr (GVariant) answer =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);

  if (!answer)
    show_folder (parent && gtk_widget_get_realized (GTK_WIDGET (parent)) ? parent : NULL,
                 folder);
}

void
trellis_compat_show_in_folder (GtkWindow *parent, const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  GDBusConnection *bus = g_application_get_dbus_connection (g_application_get_default ());
  const char *const uris[] = { uri, NULL };

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) ==
      G_FILE_TYPE_DIRECTORY)
    {
      show_folder (parent, file);
      return;
    }
  if (!bus)
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);

      show_folder (parent, folder);
      return;
    }
  g_dbus_connection_call (
    bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
    "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
    G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_file_shown, show_call_new (parent, file));
}

void
trellis_compat_about (GtkWindow *parent)
{
  static const char *developers[] = { "The Trellis developers", NULL };

  adw_show_about_window (
    parent, "application-name", _ ("Trellis"), "application-icon", TRL_APP_ID, "version",
    TRL_VERSION, "developer-name", _ ("The Trellis developers"), "developers", developers,
    "comments", _ ("Draw partnership networks: who works with whom, and how deeply."),
    "license-type", GTK_LICENSE_GPL_3_0, "copyright", "© 2026 The Trellis developers",
    NULL);
}

/* In GTK 4.8 a submenu that is gone keeps the focus, and with it all keys. */
static gboolean
on_menu_gone (gpointer data)
{
  GtkWidget *menu = data, *back = g_object_get_data (G_OBJECT (menu), "trellis-back");
  GtkRoot   *root = gtk_widget_get_root (menu);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (root && back && !gtk_widget_get_visible (menu) &&
      (!focus || focus == menu || gtk_widget_is_ancestor (focus, menu) ||
       !gtk_widget_get_mapped (focus)))
    gtk_widget_grab_focus (back);
  return G_SOURCE_REMOVE;
}

static void
on_menu_closed (GtkPopover *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, on_menu_gone, g_object_ref (menu), g_object_unref);
}

void
trellis_compat_return_focus (GtkPopover *menu, GtkWidget *back)
{
  g_object_set_data (G_OBJECT (menu), "trellis-back", back);
  g_signal_connect (menu, "closed", G_CALLBACK (on_menu_closed), NULL);
}
