/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of words as tables, and the steps that change them.  No widgets here. */

#include "config.h"

#include "dialogs/trellis-codebook-private.h"
#include "model/trl-field.h"

#include <glib/gi18n.h>
#include <string.h>

#define MEMBER(label, control, type, member)                                             \
  {                                                                                      \
    label, control, G_STRUCT_OFFSET (type, member)                                       \
  }

static const CodebookMember scale_members[] = {
  MEMBER (N_ ("Name"), CODEBOOK_TEXT, TrlScale, name),
  MEMBER (N_ ("Source"), CODEBOOK_TEXT, TrlScale, source),
};
static const CodebookMember level_members[] = {
  MEMBER (N_ ("Name"), CODEBOOK_TEXT, TrlLevel, name),
  MEMBER (N_ ("Definition"), CODEBOOK_PROSE, TrlLevel, definition),
  MEMBER (N_ ("Colour"), CODEBOOK_COLOUR, TrlLevel, colour),
};
static const CodebookMember type_members[] = {
  MEMBER (N_ ("Name"), CODEBOOK_TEXT, TrlPartnerType, name),
  MEMBER (N_ ("Family"), CODEBOOK_TEXT, TrlPartnerType, family),
  MEMBER (N_ ("Shape"), CODEBOOK_SHAPE, TrlPartnerType, shape),
  MEMBER (N_ ("Icon letter"), CODEBOOK_LETTER, TrlPartnerType, letter),
};
static const CodebookMember role_members[] = {
  MEMBER (N_ ("Name"), CODEBOOK_TEXT, TrlRole, name),
  MEMBER (N_ ("Definition"), CODEBOOK_PROSE, TrlRole, definition),
};
static const CodebookMember field_members[] = {
  MEMBER (N_ ("Name"), CODEBOOK_TEXT, TrlField, name),
  MEMBER (N_ ("Of"), CODEBOOK_OF, TrlField, of),
  MEMBER (N_ ("Kind"), CODEBOOK_KIND, TrlField, kind),
  MEMBER (N_ ("Choices, separated by semicolons"), CODEBOOK_CHOICES, TrlField, choices),
  MEMBER (
    N_ ("Private: left out of what is shared"), CODEBOOK_FLAG, TrlField, is_private),
};
static const CodebookMember kind_members[] = { { N_ ("Name"), CODEBOOK_TEXT, 0 } };

static const CodebookList lists[TRL_N_WORDS] = {
  [TRL_WORD_SCALE] = { TRL_WORD_SCALE, scale_members, G_N_ELEMENTS (scale_members),
                       N_ ("New scale"), N_ ("_New Scale"), N_ ("Edit Scale"),
                       N_ ("Add Scale"), N_ ("Remove Scale"), N_ ("Reorder Scales"),
                       NULL },
  [TRL_WORD_LEVEL] = { TRL_WORD_LEVEL, level_members, G_N_ELEMENTS (level_members),
                       N_ ("New level"), N_ ("_Add Level"), N_ ("Edit Level"),
                       N_ ("Add Level"), N_ ("Remove Level"), N_ ("Reorder Levels"),
                       N_ ("Not reported") },
  [TRL_WORD_TYPE] = { TRL_WORD_TYPE, type_members, G_N_ELEMENTS (type_members),
                      N_ ("New partner type"), N_ ("_Add Partner Type"),
                      N_ ("Edit Partner Type"), N_ ("Add Partner Type"),
                      N_ ("Remove Partner Type"), N_ ("Reorder Partner Types"),
                      N_ ("No type") },
  [TRL_WORD_ROLE] = { TRL_WORD_ROLE, role_members, G_N_ELEMENTS (role_members),
                      N_ ("New role"), N_ ("_Add Role"), N_ ("Edit Role"),
                      N_ ("Add Role"), N_ ("Remove Role"), N_ ("Reorder Roles"),
                      N_ ("No role") },
  [TRL_WORD_FIELD] = { TRL_WORD_FIELD, field_members, G_N_ELEMENTS (field_members),
                       N_ ("New field"), N_ ("_Add Field"), N_ ("Edit Field"),
                       N_ ("Add Field"), N_ ("Remove Field"), N_ ("Reorder Fields"),
                       N_ ("The values go") },
  [TRL_WORD_KIND] = { TRL_WORD_KIND, kind_members, G_N_ELEMENTS (kind_members),
                      N_ ("New kind"), N_ ("_Add Kind"), N_ ("Edit Kind of Partnership"),
                      N_ ("Add Kind of Partnership"), N_ ("Remove Kind of Partnership"),
                      N_ ("Reorder Kinds of Partnership"), N_ ("Not set") },
};

const CodebookList *
codebook_list (TrlWord word)
{
  return &lists[word];
}

const TrlVocabulary *
codebook_get_words (const Codebook *self)
{
  return trl_document_get_vocabulary (trellis_session_get_document (self->session));
}

GPtrArray *
codebook_get_items (const TrlVocabulary *words, TrlWord word, const char *scope)
{
  const TrlScale *scale;

  switch (word)
    {
    case TRL_WORD_SCALE:
      return words->scales;
    case TRL_WORD_LEVEL:
      scale = trl_vocabulary_find_scale (words, scope);
      return scale ? scale->levels : NULL;
    case TRL_WORD_TYPE:
      return words->types;
    case TRL_WORD_ROLE:
      return words->roles;
    case TRL_WORD_FIELD:
      return words->fields;
    case TRL_WORD_KIND:
    case TRL_N_WORDS:
    default:
      return words->kinds;
    }
}

const char *
codebook_item_id (TrlWord word, gconstpointer item)
{
  return word == TRL_WORD_KIND ? item : *(char *const *) item;
}

/* Names stand second in every struct. */
const char *
codebook_item_name (TrlWord word, gconstpointer item)
{
  return word == TRL_WORD_KIND ? item : ((char *const *) item)[1];
}

int
codebook_find (const TrlVocabulary *words,
               TrlWord              word,
               const char          *scope,
               const char          *id)
{
  GPtrArray *items = codebook_get_items (words, word, scope);

  for (guint i = 0; items && i < items->len; i++)
    if (g_str_equal (codebook_item_id (word, items->pdata[i]), id) &&
        (word != TRL_WORD_FIELD ||
         g_strcmp0 (((const TrlField *) items->pdata[i])->of, scope) == 0))
      return (int) i;
  return -1;
}

char *
codebook_get_text (const CodebookMember *member, TrlWord word, gconstpointer item)
{
  char *const *choices;

  if (word == TRL_WORD_KIND)
    return g_strdup (item);
  switch (member->control)
    {
    case CODEBOOK_KIND:
      return g_strdup_printf ("%d", G_STRUCT_MEMBER (int, item, member->offset));
    case CODEBOOK_FLAG:
      return g_strdup (G_STRUCT_MEMBER (gboolean, item, member->offset) ? "1" : "");
    case CODEBOOK_CHOICES:
      choices = G_STRUCT_MEMBER (char **, item, member->offset);
      return choices ? g_strjoinv ("; ", (char **) choices) : g_strdup ("");
    case CODEBOOK_TEXT:
    case CODEBOOK_PROSE:
    case CODEBOOK_LETTER:
    case CODEBOOK_SHAPE:
    case CODEBOOK_OF:
    case CODEBOOK_COLOUR:
    default:
      return g_strdup (G_STRUCT_MEMBER (char *, item, member->offset));
    }
}

static char **
split_choices (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i]; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] &&
          !g_ptr_array_find_with_equal_func (all, parts[i], g_str_equal, NULL))
        g_ptr_array_add (all, g_strdup (parts[i]));
    }
  if (all->len == 0)
    return NULL;
  g_ptr_array_add (all, NULL);
  return (char **) g_ptr_array_steal (all, NULL);
}

static void
put_text (const CodebookMember *member, gpointer item, const char *text)
{
  gpointer place = G_STRUCT_MEMBER_P (item, member->offset);

  switch (member->control)
    {
    case CODEBOOK_KIND:
      *(TrlFieldKind *) place = (TrlFieldKind) g_ascii_strtoull (text, NULL, 10);
      break;
    case CODEBOOK_FLAG:
      *(gboolean *) place = *text != '\0';
      break;
    case CODEBOOK_CHOICES:
      g_strfreev (*(char ***) place);
      *(char ***) place = split_choices (text);
      break;
    case CODEBOOK_TEXT:
    case CODEBOOK_PROSE:
    case CODEBOOK_LETTER:
    case CODEBOOK_SHAPE:
    case CODEBOOK_OF:
    case CODEBOOK_COLOUR:
    default:
      g_free (*(char **) place);
      *(char **) place = *text ? g_strdup (text) : NULL;
    }
}

void
codebook_recode (Codebook *self, const TrlRecoding *recoding, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (!trl_document_recode (trellis_session_get_document (self->session), recoding, name,
                            NULL, &error))
    trellis_compat_tell (self->window, _ ("The Words Could Not Be Changed"),
                         error->message);
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_casefold (a, -1);
  g_autofree char *second = g_utf8_casefold (b, -1);

  return g_str_equal (g_strstrip (first), g_strstrip (second));
}

static gboolean
is_taken (GPtrArray *items, TrlWord word, const char *name, int but)
{
  for (guint i = 0; i < items->len; i++)
    {
      const char *other = codebook_item_name (word, items->pdata[i]);

      if ((int) i != but && other && is_same_name (other, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
refuse (char **message, char *sentence)
{
  *message = sentence;
  return FALSE;
}

static gboolean
check_name (GPtrArray *items, TrlWord word, int index, const char *text, char **message)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (!*stripped)
    return refuse (message, g_strdup (_ ("A name cannot be empty.")));
  if (is_taken (items, word, text, index))
    return refuse (message,
                   g_strdup_printf (_ ("There is one called “%s” already."), stripped));
  return TRUE;
}

/* As a reader counts: a letter and its accents are one. */
static guint
count_letters (const char *text)
{
  int                      n = (int) g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n + 1);
  guint                    count = 0;

  pango_get_log_attrs (text, -1, -1, pango_language_get_default (), attrs, n + 1);
  for (int i = 0; i < n; i++)
    count += attrs[i].is_cursor_position;
  return count;
}

/* A letter is all that tells types apart on the rim of a map. */
static gboolean
check_letter (GPtrArray *items, int index, const char *text, char **message)
{
  if (count_letters (text) > 1)
    return refuse (message, g_strdup (_ ("An icon has room for one letter.")));
  for (guint i = 0; *text && i < items->len; i++)
    {
      const TrlPartnerType *other = items->pdata[i];

      if ((int) i != index && other->letter && is_same_name (other->letter, text))
        return refuse (message,
                       g_strdup_printf (_ ("“%s” has this letter."), other->name));
    }
  return TRUE;
}

static void
focus_on (Codebook *self, TrlWord word, const char *scope, const char *id)
{
  g_free (self->focus);
  self->focus = trl_word_key (word, scope, id);
}

/* Kinds of partnership are texts: a new name is another word in the same place. */
static void
rename_kind (TrlRecoding *recoding, const char *id, int index, const char *text)
{
  trl_recoding_remove (recoding, TRL_WORD_KIND, NULL, id, text);
  g_ptr_array_insert (trl_recoding_get_words (recoding)->kinds, index, g_strdup (text));
}

gboolean
codebook_check_text (const Codebook *self,
                     TrlWord         word,
                     const char     *scope,
                     const char     *id,
                     guint           member,
                     const char     *text,
                     char          **message)
{
  const TrlVocabulary *words = codebook_get_words (self);
  GPtrArray           *items = codebook_get_items (words, word, scope);
  int                  index = codebook_find (words, word, scope, id);

  if (index >= 0 && member == 0)
    return check_name (items, word, index, text, message);
  if (index >= 0 && lists[word].members[member].control == CODEBOOK_LETTER)
    return check_letter (items, index, text, message);
  return TRUE;
}

/* One that is typed has the focus anyway. */
static gboolean
is_typed (CodebookControl control)
{
  return control == CODEBOOK_TEXT || control == CODEBOOK_PROSE ||
         control == CODEBOOK_LETTER || control == CODEBOOK_CHOICES;
}

/* Whether a control shows another text now. */
static gboolean
put (const CodebookMember *what, TrlWord word, gpointer item, const char *text)
{
  g_autofree char *old = codebook_get_text (what, word, item);
  g_autofree char *now = NULL;

  put_text (what, item, text);
  now = codebook_get_text (what, word, item);
  return g_strcmp0 (old, now) != 0;
}

gboolean
codebook_set_text (Codebook   *self,
                   TrlWord     word,
                   const char *scope,
                   const char *id,
                   guint       member,
                   const char *text,
                   char      **message)
{
  g_autoptr (TrlRecoding) recoding = trl_recoding_new (codebook_get_words (self));
  TrlVocabulary        *words = trl_recoding_get_words (recoding);
  GPtrArray            *items = codebook_get_items (words, word, scope);
  const CodebookMember *what = &lists[word].members[member];
  int                   index = codebook_find (words, word, scope, id);

  if (index < 0 || (word == TRL_WORD_KIND && g_str_equal (id, text)))
    return TRUE;
  if (!codebook_check_text (self, word, scope, id, member, text, message))
    return FALSE;
  if (word == TRL_WORD_KIND)
    rename_kind (recoding, id, index, text);
  else if (!put (what, word, items->pdata[index], text))
    return TRUE;
  if (what->control == CODEBOOK_OF)
    g_hash_table_add (self->open, trl_word_key (word, text, id));
  if (!is_typed (what->control))
    focus_on (self, word, what->control == CODEBOOK_OF ? text : scope, id);
  codebook_recode (self, recoding, _ (lists[word].change));
  return TRUE;
}

/* Adding */

static char *
fresh_name (GPtrArray *items, TrlWord word)
{
  char *name = g_strdup (_ (lists[word].fresh));

  for (guint n = 2; is_taken (items, word, name, -1); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", _ (lists[word].fresh), n);
    }
  return name;
}

/* An id never used: one that was removed may still stand in history. */
static char *
fresh_id (const char *name)
{
  g_autofree char *slug = trl_slug (name);
  g_autofree char *random = trl_id_new ();

  return g_strdup_printf ("%s-%.6s", slug, random);
}

static TrlScale *
make_scale (const char *id, const char *name)
{
  TrlScale *scale = trl_scale_new (id, name);

  trl_scale_add (scale, "none", _ ("No interaction"), NULL);
  trl_scale_add (scale, "some", _ ("Some interaction"), NULL);
  return scale;
}

void
codebook_add (Codebook *self, TrlWord word, const char *scope)
{
  g_autoptr (TrlRecoding) recoding = trl_recoding_new (codebook_get_words (self));
  TrlVocabulary   *words = trl_recoding_get_words (recoding);
  GPtrArray       *items = codebook_get_items (words, word, scope);
  g_autofree char *name = fresh_name (items, word);
  g_autofree char *id = word == TRL_WORD_KIND ? g_strdup (name) : fresh_id (name);

  if (word == TRL_WORD_SCALE)
    g_ptr_array_add (items, make_scale (id, name));
  else if (word == TRL_WORD_LEVEL)
    trl_scale_add ((TrlScale *) trl_vocabulary_find_scale (words, scope), id, name, NULL);
  else if (word == TRL_WORD_TYPE)
    g_ptr_array_add (items,
                     trl_partner_type_new (id, name, NULL, "circle", NULL, "file"));
  else if (word == TRL_WORD_ROLE)
    g_ptr_array_add (items, trl_role_new (id, name, NULL));
  else if (word == TRL_WORD_FIELD)
    g_ptr_array_add (items, trl_field_new (id, name, "node", TRL_FIELD_TEXT));
  else
    g_ptr_array_add (items, g_strdup (name));
  focus_on (self, word, word == TRL_WORD_FIELD ? "node" : scope, id);
  g_hash_table_add (self->open, g_strdup (self->focus));
  codebook_recode (self, recoding, _ (lists[word].added));
}

/* The first level is always no interaction. */
void
codebook_move (Codebook *self, TrlWord word, const char *scope, const char *id, int to)
{
  g_autoptr (TrlRecoding) recoding = trl_recoding_new (codebook_get_words (self));
  TrlVocabulary *words = trl_recoding_get_words (recoding);
  GPtrArray     *items = codebook_get_items (words, word, scope);
  int            from = codebook_find (words, word, scope, id);
  int            first = word == TRL_WORD_LEVEL ? 1 : 0;
  gpointer       item;

  to = CLAMP (to, first, (int) items->len - 1);
  if (from < first || from == to)
    return;
  item = g_ptr_array_steal_index (items, (guint) from);
  g_ptr_array_insert (items, to, item);
  focus_on (self, word, scope, id);
  codebook_recode (self, recoding, _ (lists[word].moved));
}

/* The row after one that goes, or the one before the last. */
static void
focus_beside (Codebook *self, TrlWord word, const char *scope, const char *id)
{
  const TrlVocabulary *words = codebook_get_words (self);
  GPtrArray           *items = codebook_get_items (words, word, scope);
  int                  index = codebook_find (words, word, scope, id);
  gconstpointer        item;

  if (index < 0 || items->len < 2)
    return;
  item = items->pdata[index + 1 < (int) items->len ? index + 1 : index - 1];
  focus_on (self, word, word == TRL_WORD_FIELD ? ((const TrlField *) item)->of : scope,
            codebook_item_id (word, item));
}

void
codebook_remove (
  Codebook *self, TrlWord word, const char *scope, const char *id, const char *to)
{
  g_autoptr (TrlRecoding) recoding = trl_recoding_new (codebook_get_words (self));

  if (!trl_recoding_remove (recoding, word, scope, id, to))
    return;
  focus_beside (self, word, scope, id);
  codebook_recode (self, recoding, _ (lists[word].removed));
}
