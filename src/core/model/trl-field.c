/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values of custom fields are texts in files; the kind of a field says what such a text
 * looks like.  A text of another form is never thrown away, only told. */

#include "config.h"

#include "model/trl-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *complaint; /* of a text, then of the name of the field */
  gboolean (*check) (const TrlField *field, const char *text);
  char *(*normalise) (const TrlField *field, const char *text); /* gets no outer spaces */
} Kind;

static gboolean
check_any (const TrlField *field, const char *text)
{
  return TRUE;
}

static char *
keep (const TrlField *field, const char *text)
{
  return g_strdup (text);
}

static gboolean
check_number (const TrlField *field, const char *text)
{
  char  *end;
  double number = g_ascii_strtod (text, &end);

  /* No hexadecimal numbers, infinities or spaces. */
  return strspn (text, "0123456789+-.eE") == strlen (text) && end != text && !*end &&
         isfinite (number);
}

/* A comma before three digits may part thousands: that is for a person to say. */
static char *
normalise_number (const TrlField *field, const char *text)
{
  const char      *comma = strchr (text, ',');
  g_autofree char *pointed = NULL;

  if (!comma || strchr (text, '.') || strchr (comma + 1, ',') || strlen (comma) == 4)
    return g_strdup (text);
  pointed = g_strdup (text);
  pointed[comma - text] = '.';
  return g_strdup (check_number (field, pointed) ? pointed : text);
}

/* Reads exactly @n digits. */
static gboolean
read_digits (const char **text, guint n, guint *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *number = *number * 10 + (guint) g_ascii_digit_value (**text);
    }
  return TRUE;
}

static gboolean
check_date (const TrlField *field, const char *text)
{
  guint year, month = 1, day = 1;

  if (!read_digits (&text, 4, &year) || year == 0)
    return FALSE;
  if (*text == '-' && (text++, !read_digits (&text, 2, &month)))
    return FALSE;
  if (*text == '-' && (text++, !read_digits (&text, 2, &day)))
    return FALSE;
  return !*text && month >= 1 && month <= 12 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static gboolean
check_choice (const TrlField *field, const char *text)
{
  return !field->choices || g_strv_contains ((const char *const *) field->choices, text);
}

static gboolean
same_folded (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_casefold (a, -1);
  g_autofree char *second = g_utf8_casefold (b, -1);

  return g_str_equal (first, second);
}

static char *
normalise_choice (const TrlField *field, const char *text)
{
  if (!check_choice (field, text))
    for (guint i = 0; field->choices[i]; i++)
      if (same_folded (field->choices[i], text))
        return g_strdup (field->choices[i]);
  return g_strdup (text);
}

static gboolean
check_yes_no (const TrlField *field, const char *text)
{
  return g_str_equal (text, TRL_FIELD_YES) || g_str_equal (text, TRL_FIELD_NO);
}

static char *
normalise_yes_no (const TrlField *field, const char *text)
{
  const char *const yes[] = { "yes", "y", "true", "1", "on", _ ("Yes") };
  const char *const no[] = { "no", "n", "false", "0", "off", _ ("No") };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    {
      if (same_folded (text, yes[i]))
        return g_strdup (TRL_FIELD_YES);
      if (same_folded (text, no[i]))
        return g_strdup (TRL_FIELD_NO);
    }
  return g_strdup (text);
}

static gboolean
check_link (const TrlField *field, const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri ? g_uri_get_scheme (uri) : "";

  if (g_str_equal (scheme, "mailto"))
    return strchr (g_uri_get_path (uri), '@') != NULL;
  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) &&
         g_uri_get_host (uri) && *g_uri_get_host (uri);
}

static char *
normalise_link (const TrlField *field, const char *text)
{
  g_autofree char *with_scheme = NULL;

  if (check_link (field, text) || strchr (text, ':') || strchr (text, ' ') ||
      !strchr (text, '.'))
    return g_strdup (text);
  with_scheme = g_strconcat (strchr (text, '@') ? "mailto:" : "https://", text, NULL);
  return g_strdup (check_link (field, with_scheme) ? with_scheme : text);
}

static const Kind kinds[TRL_N_FIELD_KINDS] = {
  [TRL_FIELD_TEXT] = { N_ ("Text"), NULL, check_any, keep },
  [TRL_FIELD_NUMBER] = { N_ ("Number"), N_ ("“%s” is not a number, which “%s” needs"),
                         check_number, normalise_number },
  [TRL_FIELD_DATE] = { N_ ("Date"),
                       N_ ("“%s” is not a date like 2025, 2025-03 or 2025-03-31, "
                           "which “%s” needs"),
                       check_date, keep },
  [TRL_FIELD_CHOICE] = { N_ ("Choice"), N_ ("“%s” is not one of the choices of “%s”"),
                         check_choice, normalise_choice },
  [TRL_FIELD_YES_NO] = { N_ ("Yes or no"),
                         N_ ("“%s” is neither yes nor no, which “%s” needs"),
                         check_yes_no, normalise_yes_no },
  [TRL_FIELD_LINK] = { N_ ("Link"),
                       N_ ("“%s” is not a web or mail address, which “%s” "
                           "needs"),
                       check_link, normalise_link },
};

gboolean
trl_field_check (const TrlField *field, const char *text, GError **error)
{
  g_return_val_if_fail (field->kind < TRL_N_FIELD_KINDS, FALSE);

  if (!text || !*text || kinds[field->kind].check (field, text))
    return TRUE;
  g_set_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_VALUE,
               _ (kinds[field->kind].complaint), text, field->name);
  return FALSE;
}

char *
trl_field_normalise (const TrlField *field, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text ? text : ""));

  g_return_val_if_fail (field->kind < TRL_N_FIELD_KINDS, NULL);

  if (!*stripped)
    return NULL;
  if (field->kind == TRL_FIELD_TEXT)
    return g_strdup (text);
  return kinds[field->kind].normalise (field, stripped);
}

const char *
trl_field_kind_name (TrlFieldKind kind)
{
  g_return_val_if_fail (kind < TRL_N_FIELD_KINDS, NULL);

  return _ (kinds[kind].name);
}
