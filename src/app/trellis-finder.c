/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names are folded once for each revision of a network, one after the other in one text,
 * so that a letter more costs no more than to look through it.
 */

#include "config.h"

#include "trellis-finder.h"

struct TrellisFinder
{
  TrlNetwork *network; /* that the names are of, at the revision */
  guint64     revision;
  GString    *names;  /* folded, each with its end */
  GArray     *starts; /* gsize: of each name in names */
  GArray     *rows;   /* guint: of each name */
};

/* One letter, small and without its accents: none, one or several. */
static void
append_letter (GString *names, const char *letter, gssize length)
{
  g_autofree char *apart = g_utf8_normalize (letter, length, G_NORMALIZE_ALL);
  g_autofree char *small = g_utf8_casefold (apart ? apart : "", -1);

  for (const char *p = small; *p; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (names, g_utf8_get_char (p));
}

/* And the end of the text.  Most letters are plain, and cost next to nothing. */
static void
append_folded (GString *names, const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80)
      g_string_append_c (names, g_ascii_tolower (*p));
    else
      append_letter (names, p, g_utf8_next_char (p) - p);
  g_string_append_c (names, '\0');
}

static void
forget_names (TrellisFinder *self)
{
  g_clear_pointer (&self->network, trl_network_unref);
  g_string_truncate (self->names, 0);
  g_array_set_size (self->starts, 0);
  g_array_set_size (self->rows, 0);
}

static void
read_names (TrellisFinder *self, const TrlNetwork *network)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  forget_names (self);
  self->network = trl_network_ref ((TrlNetwork *) network);
  self->revision = trl_network_get_revision (network);
  for (guint i = 0; i < n; i++)
    {
      const char *name = trl_table_get_text (nodes, rows[i], TRL_NODE_NAME);
      gsize       start = self->names->len;

      if (!name)
        continue;
      append_folded (self->names, name);
      g_array_append_val (self->starts, start);
      g_array_append_val (self->rows, rows[i]);
    }
}

TrellisFinder *
trellis_finder_new (void)
{
  TrellisFinder *self = g_new0 (TrellisFinder, 1);

  self->names = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
trellis_finder_free (TrellisFinder *self)
{
  g_clear_pointer (&self->network, trl_network_unref);
  g_string_free (self->names, TRUE);
  g_array_unref (self->starts);
  g_array_unref (self->rows);
  g_free (self);
}

GArray *
trellis_finder_find (TrellisFinder *self, const TrlNetwork *network, const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) part = g_string_new (NULL);

  if (self->network != network || self->revision != trl_network_get_revision (network))
    read_names (self, network);
  append_folded (part, text);
  for (guint i = 0; *part->str && i < self->rows->len; i++)
    if (strstr (self->names->str + g_array_index (self->starts, gsize, i), part->str))
      g_array_append_val (found, g_array_index (self->rows, guint, i));
  return found;
}
