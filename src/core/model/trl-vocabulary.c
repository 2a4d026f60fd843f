/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a document: plain items in plain arrays, copied whole when one must
 * change. */

#include "model/trl-vocabulary.h"

#include "model/trl-record.h"

static void
level_free (gpointer data)
{
  TrlLevel *level = data;

  g_free (level->id);
  g_free (level->name);
  g_free (level->definition);
  g_free (level->colour);
  g_free (level->extra);
  g_free (level);
}

TrlScale *
trl_scale_new (const char *id, const char *name)
{
  TrlScale *scale = g_new0 (TrlScale, 1);

  scale->id = g_strdup (id);
  scale->name = g_strdup (name);
  scale->levels = g_ptr_array_new_with_free_func (level_free);
  return scale;
}

TrlLevel *
trl_scale_add (TrlScale *scale, const char *id, const char *name, const char *definition)
{
  TrlLevel *level = g_new0 (TrlLevel, 1);

  level->id = g_strdup (id);
  level->name = g_strdup (name);
  level->definition = g_strdup (definition);
  g_ptr_array_add (scale->levels, level);
  return level;
}

void
trl_scale_free (TrlScale *scale)
{
  if (!scale)
    return;
  g_free (scale->id);
  g_free (scale->name);
  g_free (scale->source);
  g_free (scale->extra);
  g_ptr_array_unref (scale->levels);
  g_free (scale);
}

static gpointer
scale_copy (gconstpointer data, gpointer unused)
{
  const TrlScale *scale = data;
  TrlScale       *copy = trl_scale_new (scale->id, scale->name);

  copy->source = g_strdup (scale->source);
  copy->extra = g_strdup (scale->extra);
  for (guint i = 0; i < scale->levels->len; i++)
    {
      const TrlLevel *level = trl_scale_get_level (scale, i);
      TrlLevel *twin = trl_scale_add (copy, level->id, level->name, level->definition);

      twin->colour = g_strdup (level->colour);
      twin->extra = g_strdup (level->extra);
    }
  return copy;
}

TrlPartnerType *
trl_partner_type_new (const char *id,
                      const char *name,
                      const char *family,
                      const char *shape,
                      const char *letter,
                      const char *origin)
{
  TrlPartnerType *type = g_new0 (TrlPartnerType, 1);

  type->id = g_strdup (id);
  type->name = g_strdup (name);
  type->family = g_strdup (family);
  type->shape = g_strdup (shape);
  type->letter = g_strdup (letter);
  type->origin = g_strdup (origin);
  return type;
}

static void
type_free (gpointer data)
{
  TrlPartnerType *type = data;

  g_free (type->id);
  g_free (type->name);
  g_free (type->family);
  g_free (type->shape);
  g_free (type->letter);
  g_free (type->origin);
  g_free (type->extra);
  g_free (type);
}

static gpointer
type_copy (gconstpointer data, gpointer unused)
{
  const TrlPartnerType *type = data;
  TrlPartnerType       *copy = trl_partner_type_new (type->id, type->name, type->family,
                                                     type->shape, type->letter, type->origin);

  copy->extra = g_strdup (type->extra);
  return copy;
}

TrlRole *
trl_role_new (const char *id, const char *name, const char *definition)
{
  TrlRole *role = g_new0 (TrlRole, 1);

  role->id = g_strdup (id);
  role->name = g_strdup (name);
  role->definition = g_strdup (definition);
  return role;
}

static void
role_free (gpointer data)
{
  TrlRole *role = data;

  g_free (role->id);
  g_free (role->name);
  g_free (role->definition);
  g_free (role->extra);
  g_free (role);
}

static gpointer
role_copy (gconstpointer data, gpointer unused)
{
  const TrlRole *role = data;
  TrlRole       *copy = trl_role_new (role->id, role->name, role->definition);

  copy->extra = g_strdup (role->extra);
  return copy;
}

TrlStrategy *
trl_strategy_new (const char *id,
                  const char *name,
                  const char *primary,
                  const char *secondary)
{
  TrlStrategy *strategy = g_new0 (TrlStrategy, 1);

  strategy->id = g_strdup (id);
  strategy->name = g_strdup (name);
  strategy->primary = g_strdup (primary);
  strategy->secondary = g_strdup (secondary);
  return strategy;
}

static void
strategy_free (gpointer data)
{
  TrlStrategy *strategy = data;

  g_free (strategy->id);
  g_free (strategy->name);
  g_free (strategy->primary);
  g_free (strategy->secondary);
  g_free (strategy->extra);
  g_free (strategy);
}

static gpointer
strategy_copy (gconstpointer data, gpointer unused)
{
  const TrlStrategy *strategy = data;
  TrlStrategy *copy = trl_strategy_new (strategy->id, strategy->name, strategy->primary,
                                        strategy->secondary);

  copy->extra = g_strdup (strategy->extra);
  return copy;
}

TrlField *
trl_field_new (const char *id, const char *name, const char *of, TrlFieldKind kind)
{
  TrlField *field = g_new0 (TrlField, 1);

  field->id = g_strdup (id);
  field->name = g_strdup (name);
  field->of = g_strdup (of);
  field->kind = kind;
  return field;
}

static void
field_free (gpointer data)
{
  TrlField *field = data;

  g_free (field->id);
  g_free (field->name);
  g_free (field->of);
  g_strfreev (field->choices);
  g_free (field->extra);
  g_free (field);
}

static gpointer
field_copy (gconstpointer data, gpointer unused)
{
  const TrlField *field = data;
  TrlField       *copy = trl_field_new (field->id, field->name, field->of, field->kind);

  copy->choices = g_strdupv (field->choices);
  copy->is_private = field->is_private;
  copy->extra = g_strdup (field->extra);
  return copy;
}

static gpointer
text_copy (gconstpointer text, gpointer unused)
{
  return g_strdup (text);
}

TrlVocabulary *
trl_vocabulary_new_empty (void)
{
  TrlVocabulary *vocabulary = g_new0 (TrlVocabulary, 1);

  g_atomic_ref_count_init (&vocabulary->ref);
  vocabulary->scales = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_scale_free);
  vocabulary->types = g_ptr_array_new_with_free_func (type_free);
  vocabulary->roles = g_ptr_array_new_with_free_func (role_free);
  vocabulary->strategies = g_ptr_array_new_with_free_func (strategy_free);
  vocabulary->fields = g_ptr_array_new_with_free_func (field_free);
  vocabulary->kinds = g_ptr_array_new_with_free_func (g_free);
  return vocabulary;
}

static void
copy_items (GPtrArray *to, const GPtrArray *from, GCopyFunc copy)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, copy (from->pdata[i], NULL));
}

TrlVocabulary *
trl_vocabulary_copy (const TrlVocabulary *vocabulary)
{
  TrlVocabulary *copy = trl_vocabulary_new_empty ();

  copy_items (copy->scales, vocabulary->scales, scale_copy);
  copy_items (copy->types, vocabulary->types, type_copy);
  copy_items (copy->roles, vocabulary->roles, role_copy);
  copy_items (copy->strategies, vocabulary->strategies, strategy_copy);
  copy_items (copy->fields, vocabulary->fields, field_copy);
  copy_items (copy->kinds, vocabulary->kinds, text_copy);
  copy->extra = g_strdup (vocabulary->extra);
  return copy;
}

TrlVocabulary *
trl_vocabulary_ref (TrlVocabulary *vocabulary)
{
  g_atomic_ref_count_inc (&vocabulary->ref);
  return vocabulary;
}

void
trl_vocabulary_unref (TrlVocabulary *vocabulary)
{
  if (!vocabulary || !g_atomic_ref_count_dec (&vocabulary->ref))
    return;
  g_ptr_array_unref (vocabulary->scales);
  g_ptr_array_unref (vocabulary->types);
  g_ptr_array_unref (vocabulary->roles);
  g_ptr_array_unref (vocabulary->strategies);
  g_ptr_array_unref (vocabulary->fields);
  g_ptr_array_unref (vocabulary->kinds);
  g_free (vocabulary->extra);
  g_free (vocabulary);
}

const TrlScale *
trl_vocabulary_find_scale (const TrlVocabulary *vocabulary, const char *id)
{
  for (guint i = 0; i < vocabulary->scales->len; i++)
    {
      const TrlScale *scale = vocabulary->scales->pdata[i];

      if (!id || g_str_equal (scale->id, id))
        return scale;
    }
  return NULL;
}

int
trl_vocabulary_type_index (const TrlVocabulary *vocabulary, const char *id)
{
  for (guint i = 0; id && i < vocabulary->types->len; i++)
    {
      const TrlPartnerType *type = vocabulary->types->pdata[i];

      if (g_str_equal (type->id, id))
        return (int) i;
    }
  return -1;
}

const TrlPartnerType *
trl_vocabulary_find_type (const TrlVocabulary *vocabulary, const char *id)
{
  int index = trl_vocabulary_type_index (vocabulary, id);

  return index < 0 ? NULL : vocabulary->types->pdata[index];
}

const TrlRole *
trl_vocabulary_find_role (const TrlVocabulary *vocabulary, const char *id)
{
  for (guint i = 0; id && i < vocabulary->roles->len; i++)
    {
      const TrlRole *role = vocabulary->roles->pdata[i];

      if (g_str_equal (role->id, id))
        return role;
    }
  return NULL;
}

const TrlField *
trl_vocabulary_find_field (const TrlVocabulary *vocabulary,
                           const char          *of,
                           const char          *id)
{
  for (guint i = 0; id && i < vocabulary->fields->len; i++)
    {
      const TrlField *field = vocabulary->fields->pdata[i];

      if (g_str_equal (field->of, of) && g_str_equal (field->id, id))
        return field;
    }
  return NULL;
}

int
trl_scale_get_rank (const TrlScale *scale, const char *level)
{
  for (guint i = 0; scale && level && i < scale->levels->len; i++)
    if (g_str_equal (trl_scale_get_level (scale, i)->id, level))
      return (int) i;
  return -1;
}

const TrlLevel *
trl_scale_get_level (const TrlScale *scale, guint rank)
{
  g_return_val_if_fail (rank < scale->levels->len, NULL);

  return scale->levels->pdata[rank];
}

guint
trl_scale_get_n_levels (const TrlScale *scale)
{
  return scale ? scale->levels->len : 0;
}

char *
trl_slug (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  g_autoptr (GString) slug = g_string_new (NULL);

  for (const char *c = ascii; *c; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (slug, g_ascii_tolower (*c));
    else if (*c != '?' && slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    return trl_id_derive ("slug", name, NULL);
  return g_string_free (g_steal_pointer (&slug), FALSE);
}
