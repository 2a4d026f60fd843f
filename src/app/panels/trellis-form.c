/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A group of rows made from a table.  While the form shows what the document has, edits
 * of its controls are deaf; so nothing that is only shown becomes a step.
 */

#include "config.h"

#include "panels/trellis-form-private.h"

struct _TrellisForm
{
  AdwPreferencesGroup  parent;
  const TrellisTarget *target;
  GPtrArray           *rows;
  gboolean             deaf;
};

G_DEFINE_FINAL_TYPE (TrellisForm, trellis_form, ADW_TYPE_PREFERENCES_GROUP)

static void
free_choice (TrellisChoice *choice)
{
  g_free (choice->id);
  g_free (choice->label);
  g_free (choice);
}

GPtrArray *
trellis_choices_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_choice);
}

void
trellis_choices_add (GPtrArray *choices, const char *id, const char *label)
{
  TrellisChoice *choice = g_new (TrellisChoice, 1);

  *choice = (TrellisChoice){ g_strdup (id), g_strdup (label) };
  g_ptr_array_add (choices, choice);
}

static void
free_row (TrellisFormRow *row)
{
  g_clear_pointer (&row->choices, g_ptr_array_unref);
  g_clear_pointer (&row->checks, g_ptr_array_unref);
  g_free (row);
}

static void
trellis_form_finalize (GObject *object)
{
  g_ptr_array_unref (TRELLIS_FORM (object)->rows);
  G_OBJECT_CLASS (trellis_form_parent_class)->finalize (object);
}

static void
trellis_form_class_init (TrellisFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_form_finalize;
}

static void
trellis_form_init (TrellisForm *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
}

static void
add_row (TrellisForm *self, TrlKind kind, const TrellisField *field)
{
  TrellisFormRow *row = g_new0 (TrellisFormRow, 1);

  row->form = self;
  row->field = field;
  row->label = field->label ? field->label : trl_props (kind, NULL)[field->prop].label;
  g_ptr_array_add (self->rows, row);
  trellis_controls[field->kind].make (row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row->widget);
}

GtkWidget *
trellis_form_new (const char *title, TrlKind kind, const TrellisField *fields, guint n)
{
  TrellisForm *self = g_object_new (TRELLIS_TYPE_FORM, NULL);

  if (title)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  for (guint i = 0; i < n; i++)
    add_row (self, kind, &fields[i]);
  return GTK_WIDGET (self);
}

void
trellis_form_refresh (TrellisForm *self)
{
  if (!self->target)
    return;
  self->deaf = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      TrellisFormRow *row = self->rows->pdata[i];

      gtk_widget_set_visible (row->widget,
                              !row->field->single || self->target->ids->len == 1);
      trellis_controls[row->field->kind].refresh (row, self->target);
    }
  self->deaf = FALSE;
}

void
trellis_form_set_target (TrellisForm *self, const TrellisTarget *target)
{
  self->target = target;
  trellis_form_refresh (self);
}

const TrellisTarget *
trellis_form_get_target (TrellisForm *self)
{
  return self->deaf ? NULL : self->target;
}

void
trellis_form_focus (TrellisForm *self)
{
  if (self->rows->len)
    gtk_widget_grab_focus (((TrellisFormRow *) self->rows->pdata[0])->control);
}
