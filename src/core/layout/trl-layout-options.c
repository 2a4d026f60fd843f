/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text that a newer version wrote goes through unharmed: a pair is replaced only where
 * this version can read it. */
#include "config.h"

#include "layout/trl-layout-options.h"

#include <string.h>

/* The `OPTION=VALUE` of a pair that is of a layout, unescaped; NULL: it is of another, or
 * cannot be read. */
static char *
dup_own (const TrlLayout *layout, const char *pair)
{
  gsize n = strlen (layout->id);

  if (!g_str_has_prefix (pair, layout->id) || pair[n] != '.')
    return NULL;
  return g_uri_unescape_string (pair + n + 1, NULL);
}

/* Whether a pair is of the layout and was understood. */
static gboolean
take_pair (const TrlLayout *layout, const char *pair, TrlOptions *options)
{
  g_autofree char *own = dup_own (layout, pair);

  return own != NULL && trl_options_set_pair (options, own, NULL);
}

TrlOptions *
trl_layout_options_new (const TrlLayout *layout, const TrlNetwork *network)
{
  TrlOptions *options = trl_options_new (layout->options, layout->n_options);
  const char *text = trl_network_get_text (network, TRL_NETWORK_LAYOUT_OPTIONS);
  g_auto (GStrv) pairs = g_strsplit (text ? text : "", " ", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    take_pair (layout, pairs[i], options);
  return options;
}

static char *
make_pair (const TrlLayout *layout, const char *id, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, NULL, TRUE);

  return g_strconcat (layout->id, ".", id, "=", escaped, NULL);
}

/* Keeps what is of others or is not understood. */
static void
keep_pairs (const TrlLayout *layout, const char *before, GPtrArray *kept)
{
  g_autoptr (TrlOptions) trial = trl_options_new (layout->options, layout->n_options);
  g_auto (GStrv) pairs = g_strsplit (before ? before : "", " ", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    if (*pairs[i] != '\0' && !take_pair (layout, pairs[i], trial))
      g_ptr_array_add (kept, g_strdup (pairs[i]));
}

static void
add_pairs (const TrlLayout *layout, const TrlOptions *options, GPtrArray *pairs)
{
  g_autoptr (TrlOptions) usual = trl_options_new (layout->options, layout->n_options);

  for (guint i = 0; i < layout->n_options; i++)
    {
      const char *id = layout->options[i].id;
      const char *value = trl_options_get_text (options, id);

      if (!g_str_equal (value, trl_options_get_text (usual, id)))
        g_ptr_array_add (pairs, make_pair (layout, id, value));
    }
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char *
trl_layout_options_to_text (const TrlLayout  *layout,
                            const TrlOptions *options,
                            const char       *before)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  keep_pairs (layout, before, pairs);
  add_pairs (layout, options, pairs);
  if (pairs->len == 0)
    return NULL;
  g_ptr_array_sort (pairs, compare_pairs);
  g_ptr_array_add (pairs, NULL);
  return g_strjoinv (" ", (char **) pairs->pdata);
}

gboolean
trl_layout_options_are_usual (const TrlLayout *layout, const TrlOptions *options)
{
  g_autofree char *text = trl_layout_options_to_text (layout, options, NULL);

  return text == NULL;
}
