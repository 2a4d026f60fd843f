/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A control a field of the vocabulary, by its kind; fields that only the things
 * themselves have follow as text.  What a field cannot hold is told and not stored. */

#include "config.h"

#include "panels/trellis-extra-fields.h"

#include "model/trl-field.h"

#include <glib/gi18n.h>

#define PRIVATE_ICON "changes-prevent-symbolic"

struct _TrellisExtraFields
{
  AdwPreferencesGroup  parent;
  const TrellisTarget *target;
  GPtrArray           *rows;  /* FieldRow */
  char                *state; /* what the rows were made from */
  gboolean             deaf;
};

/* One field.  Its words are a copy, since those of the document may be replaced. */
typedef struct
{
  TrellisExtraFields *form;
  TrlField           *field;
  GtkWidget          *widget;
  GtkWidget          *message; /* of entries: what is wrong with the text */
  GtkWidget          *open;    /* of links */
  GtkStringList      *names;   /* of lists: what is offered */
} FieldRow;

G_DEFINE_FINAL_TYPE (TrellisExtraFields, trellis_extra_fields, ADW_TYPE_PREFERENCES_GROUP)

static void
row_free (gpointer data)
{
  FieldRow *row = data;

  g_free (row->field->id);
  g_free (row->field->name);
  g_free (row->field->of);
  g_free (row->field->extra);
  g_strfreev (row->field->choices);
  g_free (row->field);
  g_clear_object (&row->names);
  g_free (row);
}

static void
trellis_extra_fields_finalize (GObject *object)
{
  TrellisExtraFields *self = TRELLIS_EXTRA_FIELDS (object);

  g_ptr_array_unref (self->rows);
  g_free (self->state);
  G_OBJECT_CLASS (trellis_extra_fields_parent_class)->finalize (object);
}

static void
trellis_extra_fields_class_init (TrellisExtraFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_extra_fields_finalize;
}

static void
trellis_extra_fields_init (TrellisExtraFields *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("More Fields"));
}

GtkWidget *
trellis_extra_fields_new (void)
{
  return g_object_new (TRELLIS_TYPE_EXTRA_FIELDS, NULL);
}

static const char *
kind_name (TrlKind kind)
{
  static const char *const names[] = { "document", "network", "node", "edge" };

  return names[kind];
}

static void
add_id (GPtrArray *ids, const char *id)
{
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

static GPtrArray *
collect (const TrellisTarget *target)
{
  GPtrArray           *ids = g_ptr_array_new_with_free_func (g_free);
  const TrlNetwork    *network = trellis_session_get_network (target->session);
  const TrlVocabulary *vocabulary = trl_network_get_vocabulary (network);

  for (guint i = 0; i < vocabulary->fields->len; i++)
    {
      const TrlField *field = vocabulary->fields->pdata[i];

      if (g_strcmp0 (field->of, kind_name (target->kind)) == 0)
        add_id (ids, field->id);
    }
  if (target->kind >= TRL_KIND_NODE)
    {
      g_autoptr (GPtrArray) used =
        trl_table_get_fields (trellis_target_get_table (target));

      for (guint i = 0; i < used->len; i++)
        add_id (ids, used->pdata[i]);
    }
  return ids;
}

/* Storing */

static void
show_message (FieldRow *row, const char *message)
{
  if (message)
    gtk_widget_add_css_class (row->widget, "error");
  else
    gtk_widget_remove_css_class (row->widget, "error");
  if (!row->message)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->message),
                                 message ? message : "");
  gtk_widget_set_visible (row->message, message != NULL);
}

static void
store (FieldRow *row, const char *text)
{
  const TrellisTarget *target = row->form->target;
  g_autofree char     *value = trl_field_normalise (row->field, text);
  g_autoptr (GError) error = NULL;

  if (row->form->deaf || !target)
    return;
  if (trl_field_check (row->field, value, &error))
    trellis_target_set_field (target, row->field->id, value, &error);
  show_message (row, error ? error->message : NULL);
}

/* Entries: text, number, date and link */

static void
on_changed (GtkEditable *entry, FieldRow *row)
{
  store (row, gtk_editable_get_text (entry));
}

static void
on_open (GtkButton *button, FieldRow *row)
{
  g_autofree char *uri =
    trl_field_normalise (row->field, gtk_editable_get_text (GTK_EDITABLE (row->widget)));

  if (uri && trl_field_check (row->field, uri, NULL))
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

static void
add_open (FieldRow *row)
{
  row->open = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
  gtk_widget_set_valign (row->open, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row->open, "flat");
  gtk_widget_set_tooltip_text (row->open, _ ("Open the link"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row->widget), row->open);
  g_signal_connect (row->open, "clicked", G_CALLBACK (on_open), row);
}

static GtkWidget *
make_lock (void)
{
  GtkWidget *lock = gtk_image_new_from_icon_name (PRIVATE_ICON);

  gtk_widget_set_tooltip_text (lock, _ ("Private: left out of what is shared"));
  return lock;
}

static void
make_entry (FieldRow *row)
{
  static const GtkInputPurpose purposes[TRL_N_FIELD_KINDS] = {
    [TRL_FIELD_NUMBER] = GTK_INPUT_PURPOSE_NUMBER,
    [TRL_FIELD_LINK] = GTK_INPUT_PURPOSE_URL,
  };

  row->widget = adw_entry_row_new ();
  row->message = adw_action_row_new ();
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row->widget),
                                   purposes[row->field->kind]);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->message), FALSE);
  gtk_widget_add_css_class (row->message, "error");
  gtk_widget_set_visible (row->message, FALSE);
  if (row->field->is_private)
    adw_entry_row_add_prefix (ADW_ENTRY_ROW (row->widget), make_lock ());
  if (row->field->kind == TRL_FIELD_LINK)
    add_open (row);
  g_signal_connect (row->widget, "changed", G_CALLBACK (on_changed), row);
}

/* What stands in the entry may be another spelling of what is stored. */
static void
show_entry (FieldRow *row, const char *text)
{
  GtkEditable     *entry = GTK_EDITABLE (row->widget);
  g_autofree char *typed =
    trl_field_normalise (row->field, gtk_editable_get_text (entry));
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (typed, text) != 0)
    gtk_editable_set_text (entry, text ? text : "");
  trl_field_check (row->field, text, &error);
  show_message (row, error ? error->message : NULL);
  if (row->open)
    gtk_widget_set_sensitive (row->open, text && !error);
}

/* Lists: one of the choices, yes or no.  Unset is neither of them. */

static void
on_selected (AdwComboRow *combo, GParamSpec *pspec, FieldRow *row)
{
  guint       selected = adw_combo_row_get_selected (combo);
  const char *text = gtk_string_list_get_string (row->names, selected);

  if (row->field->kind == TRL_FIELD_YES_NO)
    text = selected == 1 ? TRL_FIELD_YES : TRL_FIELD_NO;
  store (row, selected == 0 ? NULL : text);
}

static void
make_list (FieldRow *row)
{
  row->widget = adw_combo_row_new ();
  row->names = gtk_string_list_new (NULL);
  gtk_string_list_append (row->names, _ ("Not set"));
  for (guint i = 0; row->field->choices && row->field->choices[i] &&
                    row->field->kind == TRL_FIELD_CHOICE;
       i++)
    gtk_string_list_append (row->names, row->field->choices[i]);
  if (row->field->kind == TRL_FIELD_YES_NO)
    {
      gtk_string_list_append (row->names, _ ("Yes"));
      gtk_string_list_append (row->names, _ ("No"));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row->widget), G_LIST_MODEL (row->names));
  if (row->field->is_private)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row->widget), make_lock ());
  g_signal_connect (row->widget, "notify::selected", G_CALLBACK (on_selected), row);
}

static const char *
shown_in_list (const FieldRow *row, const char *text)
{
  if (!text || row->field->kind != TRL_FIELD_YES_NO)
    return text;
  return g_str_equal (text, TRL_FIELD_YES)  ? _ ("Yes")
         : g_str_equal (text, TRL_FIELD_NO) ? _ ("No")
                                            : text;
}

/* A value that is not offered is shown all the same, at the end of the list. */
static void
show_list (FieldRow *row, const char *text)
{
  const char *shown = shown_in_list (row, text);
  guint       n = g_list_model_get_n_items (G_LIST_MODEL (row->names)), found = 0;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; shown && i < n && !found; i++)
    if (g_str_equal (gtk_string_list_get_string (row->names, i), shown))
      found = i;
  if (shown && !found)
    {
      gtk_string_list_append (row->names, shown);
      found = n;
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (row->widget), found);
  trl_field_check (row->field, text, &error);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row->widget),
                               error ? _ ("Not one of the choices") : NULL);
}

static gboolean
is_list (const TrlField *field)
{
  return field->kind == TRL_FIELD_YES_NO ||
         (field->kind == TRL_FIELD_CHOICE && field->choices);
}

/* Making */

static FieldRow *
make_row (TrellisExtraFields *self, const char *of, const char *id)
{
  const TrlField *field = trl_vocabulary_find_field (
    trl_network_get_vocabulary (trellis_session_get_network (self->target->session)), of,
    id);
  FieldRow *row = g_new0 (FieldRow, 1);

  row->form = self;
  row->field = trl_field_new (id, field && field->name ? field->name : id, of,
                              field ? field->kind : TRL_FIELD_TEXT);
  if (field)
    {
      row->field->is_private = field->is_private;
      row->field->choices = g_strdupv (field->choices);
    }
  if (is_list (row->field))
    make_list (row);
  else
    make_entry (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->widget), FALSE);
  return row;
}

static void
add_row (TrellisExtraFields *self, FieldRow *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row->widget);
  if (row->message)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row->message);
  g_ptr_array_add (self->rows, row);
}

static void
build (TrellisExtraFields *self, GPtrArray *ids)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      FieldRow *row = self->rows->pdata[i];

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row->widget);
      if (row->message)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row->message);
    }
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < ids->len; i++)
    add_row (self, make_row (self, kind_name (self->target->kind), ids->pdata[i]));
}

/* What decides which controls there are. */
static char *
describe (const TrellisTarget *target, GPtrArray *ids)
{
  const TrlVocabulary *words =
    trl_network_get_vocabulary (trellis_session_get_network (target->session));
  GString *text = g_string_new (kind_name (target->kind));

  for (guint i = 0; i < ids->len; i++)
    {
      const TrlField *field =
        trl_vocabulary_find_field (words, kind_name (target->kind), ids->pdata[i]);
      g_autofree char *choices =
        field && field->choices ? g_strjoinv ("\n", field->choices) : NULL;

      g_string_append_printf (text, "\n%s", (char *) ids->pdata[i]);
      if (field)
        g_string_append_printf (text, " %d %d %s\n%s", (int) field->kind,
                                field->is_private, field->name ? field->name : "",
                                choices ? choices : "");
    }
  return g_string_free (text, FALSE);
}

static void
show_row (FieldRow *row, const TrellisTarget *target)
{
  g_autofree char *text = NULL;
  gboolean         same = trellis_target_get_field (target, row->field->id, &text);
  g_autofree char *title = same
                             ? g_strdup (row->field->name)
                             : g_strdup_printf (_ ("%s (they differ)"), row->field->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->widget), title);
  (is_list (row->field) ? show_list : show_entry) (row, text);
}

void
trellis_extra_fields_show (TrellisExtraFields *self, const TrellisTarget *target)
{
  g_autoptr (GPtrArray) ids = collect (target);
  g_autofree char *state = describe (target, ids);

  self->target = target;
  self->deaf = TRUE;
  if (g_strcmp0 (state, self->state) != 0)
    {
      build (self, ids);
      g_free (self->state);
      self->state = g_steal_pointer (&state);
    }
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self->rows->pdata[i], target);
  gtk_widget_set_visible (GTK_WIDGET (self), ids->len > 0);
  self->deaf = FALSE;
}
