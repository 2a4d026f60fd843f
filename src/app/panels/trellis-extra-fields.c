/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry a field of the vocabulary; fields that only the things themselves have follow.
 */

#include "config.h"

#include "panels/trellis-extra-fields.h"

#include <glib/gi18n.h>

struct _TrellisExtraFields
{
  AdwPreferencesGroup  parent;
  const TrellisTarget *target;
  GPtrArray           *rows;
  GPtrArray           *ids;
  gboolean             deaf;
};

G_DEFINE_FINAL_TYPE (TrellisExtraFields, trellis_extra_fields, ADW_TYPE_PREFERENCES_GROUP)

static void
trellis_extra_fields_finalize (GObject *object)
{
  TrellisExtraFields *self = TRELLIS_EXTRA_FIELDS (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->ids);
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
  self->rows = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
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

static void
on_changed (GtkEditable *entry, TrellisExtraFields *self)
{
  const char *text = gtk_editable_get_text (entry);

  if (!self->deaf && self->target)
    trellis_target_set_field (self->target, g_object_get_data (G_OBJECT (entry), "field"),
                              *text ? text : NULL, NULL);
}

static const char *
get_name (const TrlVocabulary *vocabulary, TrlKind kind, const char *id)
{
  const TrlField *field = trl_vocabulary_find_field (vocabulary, kind_name (kind), id);

  return field && field->name ? field->name : id;
}

static gboolean
same_ids (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
build (TrellisExtraFields *self, const TrellisTarget *target, GPtrArray *ids)
{
  const TrlNetwork *network = trellis_session_get_network (target->session);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < ids->len; i++)
    {
      GtkWidget  *row = adw_entry_row_new ();
      const char *name =
        get_name (trl_network_get_vocabulary (network), target->kind, ids->pdata[i]);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      g_object_set_data_full (G_OBJECT (row), "field", g_strdup (ids->pdata[i]), g_free);
      g_signal_connect (row, "changed", G_CALLBACK (on_changed), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  g_ptr_array_unref (self->ids);
  self->ids = g_ptr_array_ref (ids);
}

void
trellis_extra_fields_show (TrellisExtraFields *self, const TrellisTarget *target)
{
  g_autoptr (GPtrArray) ids = collect (target);

  self->target = target;
  self->deaf = TRUE;
  if (!same_ids (ids, self->ids))
    build (self, target, ids);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *text = NULL;
      GtkEditable     *entry = GTK_EDITABLE (self->rows->pdata[i]);

      trellis_target_get_field (target, ids->pdata[i], &text);
      if (g_strcmp0 (gtk_editable_get_text (entry), text ? text : "") != 0)
        gtk_editable_set_text (entry, text ? text : "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self), ids->len > 0);
  self->deaf = FALSE;
}
