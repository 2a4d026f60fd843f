/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Invariant: every value was accepted by the check of its option's type, so that getters
 * cannot fail.  A table's own fallbacks must pass the same checks. */
#include "config.h"

#include "model/trl-option.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_QUARK (TrlOptionError, trl_option_error)

struct TrlOptions
{
  TrlOption *table;
  guint      n;
  char     **texts; /* n, in their plainest form */
};

/* Each reads @text and gives back how it is kept, or NULL. */
typedef char *(*ReadFunc) (const TrlOption *option, const char *text);

static gboolean
is_in_range (const TrlOption *option, double number)
{
  if (option->min == 0 && option->max == 0)
    return isfinite (number);
  return number >= option->min && number <= option->max;
}

static char *
read_number (const TrlOption *option, const char *text)
{
  char  *end = NULL;
  char   buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !is_in_range (option, number))
    return NULL;
  return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, number));
}

static char *
read_integer (const TrlOption *option, const char *text)
{
  char  *end = NULL;
  gint64 number;

  errno = 0;
  number = g_ascii_strtoll (text, &end, 10);
  if (errno != 0 || end == text || *end != '\0' || !is_in_range (option, number) ||
      number < G_MININT || number > G_MAXINT)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
read_flag (const TrlOption *option, const char *text)
{
  static const char *const yes[] = { "yes", "true", "on", "1", NULL };
  static const char *const no[] = { "no", "false", "off", "0", NULL };

  if (g_strv_contains (yes, text))
    return g_strdup ("yes");
  return g_strv_contains (no, text) ? g_strdup ("no") : NULL;
}

/* A flag that became a choice of all, none and something between is still understood. */
static char *
read_choice (const TrlOption *option, const char *text)
{
  g_autofree char *flag = read_flag (option, text);

  if (g_strv_contains (option->choices, text))
    return g_strdup (text);
  if (!flag || !g_strv_contains (option->choices, "all") ||
      !g_strv_contains (option->choices, "none"))
    return NULL;
  return g_strdup (g_str_equal (flag, "yes") ? "all" : "none");
}

static char *
read_text (const TrlOption *option, const char *text)
{
  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : NULL;
}

static const ReadFunc readers[TRL_N_OPTION_TYPES] = {
  [TRL_OPTION_NUMBER] = read_number, [TRL_OPTION_INTEGER] = read_integer,
  [TRL_OPTION_FLAG] = read_flag,     [TRL_OPTION_CHOICE] = read_choice,
  [TRL_OPTION_TEXT] = read_text,
};

static char *
describe_wish (const TrlOption *option)
{
  g_autofree char *list = NULL;

  if (option->type == TRL_OPTION_CHOICE)
    {
      list = g_strjoinv (", ", (char **) option->choices);
      return g_strdup_printf (_ ("one of %s"), list);
    }
  if (option->type == TRL_OPTION_FLAG)
    return g_strdup (_ ("yes or no"));
  if (option->min != 0 || option->max != 0)
    return g_strdup_printf (_ ("a number from %g to %g"), option->min, option->max);
  return g_strdup (option->type == TRL_OPTION_TEXT ? _ ("a text") : _ ("a number"));
}

static void
refuse_name (const TrlOptions *options, const char *id, GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < options->n; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", options->table[i].id);
  if (options->n > 0)
    g_set_error (error, TRL_OPTION_ERROR, TRL_OPTION_ERROR_UNKNOWN,
                 _ ("There is no option “%s”. What may be set: %s."), id, ids->str);
  else
    g_set_error (error, TRL_OPTION_ERROR, TRL_OPTION_ERROR_UNKNOWN,
                 _ ("There is no option “%s”"), id);
}

static int
find_option (const TrlOptions *options, const char *id)
{
  for (guint i = 0; i < options->n; i++)
    if (g_str_equal (options->table[i].id, id))
      return (int) i;
  return -1;
}

static const char *
get_value (const TrlOptions *options, const char *id)
{
  int i = find_option (options, id);

  g_return_val_if_fail (i >= 0, "");
  return options->texts[i];
}

TrlOptions *
trl_options_new (const TrlOption *table, guint n)
{
  return trl_options_new_joined (table, n, NULL, 0);
}

TrlOptions *
trl_options_new_joined (const TrlOption *first,
                        guint            n_first,
                        const TrlOption *second,
                        guint            n_second)
{
  TrlOptions *options = g_new0 (TrlOptions, 1);

  options->n = n_first + n_second;
  options->table = g_new (TrlOption, options->n);
  for (guint i = 0; i < options->n; i++)
    options->table[i] = i < n_first ? first[i] : second[i - n_first];
  options->texts = g_new0 (char *, options->n + 1);
  for (guint i = 0; i < options->n; i++)
    {
      const TrlOption *option = &options->table[i];

      options->texts[i] = readers[option->type](option, option->fallback);
      g_assert (options->texts[i] != NULL);
    }
  return options;
}

const TrlOption *
trl_options_get_table (const TrlOptions *options, guint *n)
{
  *n = options->n;
  return options->table;
}

TrlOptions *
trl_options_copy (const TrlOptions *options)
{
  TrlOptions *copy = g_new0 (TrlOptions, 1);

  copy->table = g_memdup2 (options->table, options->n * sizeof *options->table);
  copy->n = options->n;
  copy->texts = g_strdupv (options->texts);
  return copy;
}

void
trl_options_free (TrlOptions *options)
{
  if (options == NULL)
    return;
  g_strfreev (options->texts);
  g_free (options->table);
  g_free (options);
}

gboolean
trl_options_set (TrlOptions *options, const char *id, const char *text, GError **error)
{
  g_autofree char *wish = NULL;
  char            *kept;
  int              i = find_option (options, id);

  if (i < 0)
    {
      refuse_name (options, id, error);
      return FALSE;
    }
  if (text == NULL)
    text = options->table[i].fallback;
  kept = readers[options->table[i].type](&options->table[i], text);
  if (kept == NULL)
    {
      wish = describe_wish (&options->table[i]);
      g_set_error (error, TRL_OPTION_ERROR, TRL_OPTION_ERROR_VALUE,
                   _ ("Option “%s”: expected %s, found “%s”"), id, wish, text);
      return FALSE;
    }
  g_free (options->texts[i]);
  options->texts[i] = kept;
  return TRUE;
}

gboolean
trl_options_set_pair (TrlOptions *options, const char *pair, GError **error)
{
  const char      *equals = strchr (pair, '=');
  g_autofree char *id = NULL;

  if (equals == NULL)
    {
      g_set_error (error, TRL_OPTION_ERROR, TRL_OPTION_ERROR_VALUE,
                   _ ("Expected OPTION=VALUE, found “%s”"), pair);
      return FALSE;
    }
  id = g_strndup (pair, equals - pair);
  return trl_options_set (options, id, equals + 1, error);
}

double
trl_options_get_number (const TrlOptions *options, const char *id)
{
  return g_ascii_strtod (get_value (options, id), NULL);
}

int
trl_options_get_integer (const TrlOptions *options, const char *id)
{
  return (int) g_ascii_strtoll (get_value (options, id), NULL, 10);
}

gboolean
trl_options_get_flag (const TrlOptions *options, const char *id)
{
  return g_str_equal (get_value (options, id), "yes");
}

const char *
trl_options_get_text (const TrlOptions *options, const char *id)
{
  return get_value (options, id);
}
