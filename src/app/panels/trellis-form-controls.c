/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The controls of forms: how each kind of field is made, shows a value, and gives one.
 * Where several things differ, a control says so and stays empty.
 */

#include "config.h"

#include "panels/trellis-form-private.h"
#include "panels/trellis-partner-list.h"

#include <glib/gi18n.h>
#include <math.h>

#define FEW_CHOICES 10 /* that nobody searches */

static void
set_accessible_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static char *
label_when (const char *label, gboolean same)
{
  /* Translators: %s is a field; the selected things have different values in it */
  return same ? g_strdup (label) : g_strdup_printf (_ ("%s (they differ)"), label);
}

static void
set_row_title (TrellisFormRow *row, gboolean same)
{
  g_autofree char *title = label_when (_ (row->label), same);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->widget), title);
}

/* A row with a caption above its control, as entry rows have. */
static void
make_stacked (TrellisFormRow *row, GtkWidget *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  row->widget = adw_preferences_row_new ();
  row->control = control;
  row->caption = gtk_label_new (_ (row->label));
  gtk_label_set_xalign (GTK_LABEL (row->caption), 0);
  gtk_widget_add_css_class (row->caption, "caption");
  gtk_widget_add_css_class (row->caption, "dim-label");
  gtk_widget_add_css_class (box, "trellis-stacked");
  gtk_box_append (GTK_BOX (box), row->caption);
  gtk_box_append (GTK_BOX (box), control);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->widget), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->widget), FALSE);
  gtk_widget_set_focusable (row->widget, FALSE);
  set_accessible_label (control, _ (row->label));
}

static void
set_caption (TrellisFormRow *row, gboolean same)
{
  g_autofree char *title = label_when (_ (row->label), same);

  gtk_label_set_text (GTK_LABEL (row->caption), title);
}

/* What is wrong with what was typed; NULL: nothing. */
static void
show_error (TrellisFormRow *row, const char *message)
{
  if (message)
    gtk_widget_add_css_class (row->widget, "error");
  else
    gtk_widget_remove_css_class (row->widget, "error");
  gtk_widget_set_tooltip_text (row->widget, message);
}

static void
set_text (TrellisFormRow *row, const char *text)
{
  const TrellisTarget *target = trellis_form_get_target (row->form);
  g_autoptr (GError) error = NULL;

  if (target)
    trellis_target_set (target, row->field->prop, TRL_TEXT (*text ? text : NULL), TRUE,
                        &error);
  show_error (row, error ? error->message : NULL);
}

/* entry: GTK itself lets none hold more than the model takes */

static void
on_entry_changed (GtkEditable *entry, TrellisFormRow *row)
{
  set_text (row, gtk_editable_get_text (entry));
}

static void
make_entry (TrellisFormRow *row)
{
  row->widget = row->control = adw_entry_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->widget), FALSE);
  set_row_title (row, TRUE);
  set_accessible_label (row->widget, _ (row->label));
  g_signal_connect (row->control, "changed", G_CALLBACK (on_entry_changed), row);
}

static void
show_text (GtkEditable *editable, const char *text)
{
  const char *now = text ? text : "";

  if (!g_str_equal (gtk_editable_get_text (editable), now))
    gtk_editable_set_text (editable, now);
}

static void
refresh_entry (TrellisFormRow *row, const TrellisTarget *target)
{
  g_autofree char *text = NULL;
  gboolean         same = trellis_target_get_text (target, row->field->prop, &text);

  set_row_title (row, same);
  show_text (GTK_EDITABLE (row->control), text);
}

/* number */

/* Either decimal sign is read, for either is typed. */
static gboolean
parse_number (const char *text, double *number)
{
  g_autofree char *plain = g_strstrip (g_strdelimit (g_strdup (text), ",", '.'));
  char            *end;

  *number = g_ascii_strtod (plain, &end);
  return *plain && !*end && isfinite (*number);
}

static void
on_number_changed (GtkEditable *entry, TrellisFormRow *row)
{
  const TrellisTarget *target = trellis_form_get_target (row->form);
  const char          *text = gtk_editable_get_text (entry);
  double               number = 0;
  gboolean             good =
    !*text || (parse_number (text, &number) && (row->field->is_signed || number >= 0));

  if (good)
    gtk_widget_remove_css_class (row->widget, "error");
  else
    gtk_widget_add_css_class (row->widget, "error");
  if (good && target)
    trellis_target_set (target, row->field->prop,
                        *text ? TRL_NUMBER (number) : TRL_NONE_VALUE, TRUE, NULL);
}

static void
make_number (TrellisFormRow *row)
{
  make_entry (row);
  g_signal_handlers_disconnect_by_func (row->control, on_entry_changed, row);
  gtk_text_set_input_purpose (
    GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row->control))),
    GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect (row->control, "changed", G_CALLBACK (on_number_changed), row);
}

static void
refresh_number (TrellisFormRow *row, const TrellisTarget *target)
{
  char        text[G_ASCII_DTOSTR_BUF_SIZE] = "";
  double      number, typed;
  gboolean    same = trellis_target_get_number (target, row->field->prop, &number);
  const char *now = gtk_editable_get_text (GTK_EDITABLE (row->control));

  set_row_title (row, same);
  if (same && parse_number (now, &typed) && typed == number)
    return;
  if (same && !isnan (number))
    g_ascii_dtostr (text, sizeof text, number);
  show_text (GTK_EDITABLE (row->control), text);
}

/* several lines */

static char *
dup_buffer (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_buffer_changed (GtkTextBuffer *buffer, TrellisFormRow *row)
{
  g_autofree char *text = dup_buffer (buffer);

  set_text (row, text);
}

/* What does not fit is not taken in: on show is what is kept. */
static void
on_insert (
  GtkTextBuffer *buffer, GtkTextIter *at, char *text, int length, TrellisFormRow *row)
{
  g_autofree char *now = dup_buffer (buffer);
  g_autofree char *message = NULL;

  if (strlen (now) + (gsize) length <= TRELLIS_TEXT_MAX)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_widget_error_bell (row->control);
  message =
    g_strdup_printf (_ ("The text of “%s” is longer than 64 KiB"), _ (row->label));
  show_error (row, message);
}

static void
make_text (TrellisFormRow *row)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "trellis-note");
  make_stacked (row, view);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "insert-text",
                    G_CALLBACK (on_insert), row);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                    G_CALLBACK (on_buffer_changed), row);
}

static void
refresh_text (TrellisFormRow *row, const TrellisTarget *target)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (row->control));
  g_autofree char *text = NULL;
  g_autofree char *now = dup_buffer (buffer);
  gboolean         same = trellis_target_get_text (target, row->field->prop, &text);

  set_caption (row, same);
  show_error (row, NULL);
  if (g_strcmp0 (now, text ? text : "") != 0)
    gtk_text_buffer_set_text (buffer, text ? text : "", -1);
}

/* switch */

static void
on_switched (GtkSwitch *control, GParamSpec *pspec, TrellisFormRow *row)
{
  const TrellisTarget *target = trellis_form_get_target (row->form);

  if (target)
    trellis_target_set (target, row->field->prop,
                        TRL_FLAG (gtk_switch_get_active (control)), FALSE, NULL);
}

static void
make_switch (TrellisFormRow *row)
{
  row->widget = adw_action_row_new ();
  row->control = gtk_switch_new ();
  gtk_widget_set_valign (row->control, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->widget), FALSE);
  set_row_title (row, TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->widget), row->control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row->widget), row->control);
  set_accessible_label (row->control, _ (row->label));
  g_signal_connect (row->control, "notify::active", G_CALLBACK (on_switched), row);
}

static void
refresh_switch (TrellisFormRow *row, const TrellisTarget *target)
{
  double   number;
  gboolean same = trellis_target_get_number (target, row->field->prop, &number);

  set_row_title (row, same);
  gtk_switch_set_active (GTK_SWITCH (row->control), same && number == 1);
}

/* choice */

static char *
get_choice_label (GtkStringObject *object)
{
  return g_strdup (gtk_string_object_get_string (object));
}

static void
on_chosen (GtkDropDown *control, GParamSpec *pspec, TrellisFormRow *row)
{
  const TrellisTarget *target = trellis_form_get_target (row->form);
  guint                index = gtk_drop_down_get_selected (control);

  if (target && index < row->choices->len)
    trellis_target_set (target, row->field->prop,
                        TRL_TEXT (((TrellisChoice *) row->choices->pdata[index])->id),
                        FALSE, NULL);
}

static void
on_setup_name (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_name (GtkListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget  *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

/* A long name makes the list wide, which has marks of its own, but never the panel. */
static void
shorten_button (GtkDropDown *control)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_name), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_name), NULL);
  gtk_drop_down_set_list_factory (control, gtk_drop_down_get_factory (control));
  gtk_drop_down_set_factory (control, factory);
}

static void
make_drop_down (TrellisFormRow *row, GCallback on_selected)
{
  GtkExpression *expression = gtk_cclosure_expression_new (
    G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_choice_label), NULL, NULL);
  GtkWidget *control = gtk_drop_down_new (NULL, expression);

  shorten_button (GTK_DROP_DOWN (control));
  gtk_widget_add_css_class (control, "flat");
  gtk_widget_add_css_class (control, "trellis-choice");
  make_stacked (row, control);
  g_signal_connect (control, "notify::selected", on_selected, row);
}

static void
make_choice (TrellisFormRow *row)
{
  make_drop_down (row, G_CALLBACK (on_chosen));
}

static guint
index_of_choice (GPtrArray *choices, const char *id)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (((TrellisChoice *) choices->pdata[i])->id, id) == 0)
      return i;
  return G_MAXUINT;
}

static gboolean
has_labels (GListModel *model, GPtrArray *choices, const char *extra)
{
  guint n = model ? g_list_model_get_n_items (model) : 0;

  if (n != choices->len + (extra ? 1 : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *label =
        i < choices->len ? ((TrellisChoice *) choices->pdata[i])->label : extra;

      if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), label))
        return FALSE;
    }
  return TRUE;
}

/* @extra stands at the end and stands for several values. */
static void
set_labels (GtkDropDown *control, GPtrArray *choices, const char *extra)
{
  g_autoptr (GtkStringList) list = NULL;

  if (has_labels (gtk_drop_down_get_model (control), choices, extra))
    return;
  list = gtk_string_list_new (NULL);
  for (guint i = 0; i < choices->len; i++)
    gtk_string_list_append (list, ((TrellisChoice *) choices->pdata[i])->label);
  if (extra)
    gtk_string_list_append (list, extra);
  gtk_drop_down_set_model (control, G_LIST_MODEL (list));
  gtk_drop_down_set_enable_search (control, choices->len > FEW_CHOICES);
}

static void
refresh_choice (TrellisFormRow *row, const TrellisTarget *target)
{
  g_autofree char *id = NULL;
  gboolean         same = trellis_target_get_text (target, row->field->prop, &id);
  guint            index;

  g_clear_pointer (&row->choices, g_ptr_array_unref);
  row->choices = row->field->choices (trellis_session_get_network (target->session));
  index = index_of_choice (row->choices, id);
  if (same && index == G_MAXUINT)
    {
      index = row->choices->len;
      trellis_choices_add (row->choices, id, id);
    }
  set_labels (GTK_DROP_DOWN (row->control), row->choices,
              same ? NULL : _ ("Different values"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (row->control),
                              same ? index : row->choices->len);
}

/* one partner of the network, or none */

static void
on_partner_chosen (GtkDropDown *control, GParamSpec *pspec, TrellisFormRow *row)
{
  const TrellisTarget *target = trellis_form_get_target (row->form);
  GListModel          *list = gtk_drop_down_get_model (control);
  guint                index = gtk_drop_down_get_selected (control);

  if (target && index < g_list_model_get_n_items (list))
    trellis_target_set (
      target, row->field->prop,
      TRL_TEXT (trellis_partner_list_get_id (TRELLIS_PARTNER_LIST (list), index)), FALSE,
      NULL);
}

static void
make_partner (TrellisFormRow *row)
{
  make_drop_down (row, G_CALLBACK (on_partner_chosen));
}

static void
refresh_partner (TrellisFormRow *row, const TrellisTarget *target)
{
  GtkDropDown      *control = GTK_DROP_DOWN (row->control);
  const TrlNetwork *network = trellis_session_get_network (target->session);
  GListModel       *model = gtk_drop_down_get_model (control);
  g_autoptr (TrellisPartnerList) list = NULL;
  g_autofree char *id = NULL;

  trellis_target_get_text (target, row->field->prop, &id);
  if (model && trellis_partner_list_is_like (TRELLIS_PARTNER_LIST (model), network))
    list = g_object_ref (TRELLIS_PARTNER_LIST (model));
  else
    {
      list = trellis_partner_list_new (network, _ ("No hub"));
      gtk_drop_down_set_model (control, G_LIST_MODEL (list));
      gtk_drop_down_set_enable_search (
        control, g_list_model_get_n_items (G_LIST_MODEL (list)) > FEW_CHOICES);
    }
  gtk_drop_down_set_selected (control, trellis_partner_list_find (list, id));
}

/* several of a list */

static gboolean
has_term (const char *terms, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (terms ? terms : "", " ", -1);

  return g_strv_contains ((const char *const *) parts, id);
}

static char *
join_checked (TrellisFormRow *row)
{
  GString *terms = g_string_new (NULL);

  for (guint i = 0; i < row->checks->len; i++)
    if (gtk_check_button_get_active (row->checks->pdata[i]))
      g_string_append_printf (terms, "%s%s", terms->len ? " " : "",
                              ((TrellisChoice *) row->choices->pdata[i])->id);
  return g_string_free (terms, FALSE);
}

static void
on_checked (GtkCheckButton *check, TrellisFormRow *row)
{
  const TrellisTarget *target = trellis_form_get_target (row->form);
  g_autofree char     *terms = join_checked (row);

  if (target)
    trellis_target_set (target, row->field->prop, TRL_TEXT (*terms ? terms : NULL), FALSE,
                        NULL);
}

static void
make_terms (TrellisFormRow *row)
{
  row->widget = row->control = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->widget), FALSE);
  row->checks = g_ptr_array_new ();
  set_row_title (row, TRUE);
}

static void
add_checks (TrellisFormRow *row)
{
  for (guint i = 0; i < row->choices->len; i++)
    {
      TrellisChoice *choice = row->choices->pdata[i];
      GtkWidget     *line = adw_action_row_new ();
      GtkWidget     *check = gtk_check_button_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), choice->label);
      adw_action_row_add_prefix (ADW_ACTION_ROW (line), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), check);
      set_accessible_label (check, choice->label);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row->widget), line);
      g_ptr_array_add (row->checks, check);
      g_signal_connect (check, "toggled", G_CALLBACK (on_checked), row);
    }
}

static void
refresh_terms (TrellisFormRow *row, const TrellisTarget *target)
{
  g_autofree char *terms = NULL;
  gboolean         same = trellis_target_get_text (target, row->field->prop, &terms);
  g_autoptr (GString) names = g_string_new (NULL);

  if (!row->choices)
    {
      row->choices = row->field->choices (trellis_session_get_network (target->session));
      add_checks (row);
    }
  for (guint i = 0; i < row->choices->len; i++)
    {
      TrellisChoice *choice = row->choices->pdata[i];
      gboolean       on = has_term (terms, choice->id);

      gtk_check_button_set_active (row->checks->pdata[i], on);
      gtk_check_button_set_inconsistent (row->checks->pdata[i], !same);
      if (on)
        g_string_append_printf (names, "%s%s", names->len ? " · " : "", choice->label);
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row->widget),
                                 !same        ? _ ("Different values")
                                 : names->len ? names->str
                                              : _ ("None"));
}

const TrellisControl trellis_controls[TRELLIS_N_FIELDS] = {
  [TRELLIS_FIELD_ENTRY] = { make_entry, refresh_entry },
  [TRELLIS_FIELD_TEXT] = { make_text, refresh_text },
  [TRELLIS_FIELD_NUMBER] = { make_number, refresh_number },
  [TRELLIS_FIELD_SWITCH] = { make_switch, refresh_switch },
  [TRELLIS_FIELD_CHOICE] = { make_choice, refresh_choice },
  [TRELLIS_FIELD_PARTNER] = { make_partner, refresh_partner },
  [TRELLIS_FIELD_TERMS] = { make_terms, refresh_terms },
};
