/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for who does not see a figure say what it is, what it says of itself, and its
 * main numbers in the words of its legend: plain text, short enough to be listened to. */
#include "config.h"

#include "figure/trl-figure-alt.h"

#include "model/trl-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_LETTERS 60 /* of a name */
#define MOST_TURNS 10   /* that own words say the made ones */

void
trl_figure_alt_say_name (GString *out, const char *name)
{
  if (g_utf8_strlen (name, -1) > MOST_LETTERS)
    g_string_append_printf (
      out, "%.*s…", (int) (g_utf8_offset_to_pointer (name, MOST_LETTERS) - name), name);
  else
    g_string_append (out, name);
}

/* As trl_legend_dup_id() calls a level; charts call those of any scale by the plain id.
 */
static gboolean
is_of_level (const TrlFigureRequest *request,
             const char             *id,
             const TrlScale         *scale,
             int                     rank)
{
  const TrlVocabulary *words = trl_document_get_vocabulary (request->document);
  const char          *plain = trl_scale_get_level (scale, (guint) rank)->id;
  g_autofree char     *full = g_strdup_printf ("%s:%s", scale->id, plain);
  gboolean             chart =
    !g_str_equal (request->figure ? request->figure : "network", "network") &&
    !g_str_equal (request->figure, "multiples");

  if (chart || scale == trl_vocabulary_find_scale (words, NULL))
    return g_str_equal (id, plain);
  return g_str_equal (id, full);
}

char *
trl_figure_alt_dup_level (const TrlFigureRequest *request,
                          const TrlScale         *scale,
                          int                     rank)
{
  g_autoptr (GArray) changes = trl_legend_changes_parse (request->legend.entries);

  for (guint i = 0; request->legend.place != TRL_LEGEND_HIDDEN && i < changes->len; i++)
    {
      const TrlLegendChange *change = &g_array_index (changes, TrlLegendChange, i);
      gboolean               found = rank < 0 || !scale
                                       ? rank == -1 && g_str_equal (change->id, "not-reported")
                                       : is_of_level (request, change->id, scale, rank);

      if (found && !change->hidden && change->label && *change->label)
        return g_strdup (change->label);
    }
  if (rank < -1)
    return g_strdup (_ ("Without a level"));
  if (rank < 0 || !scale)
    return g_strdup (_ ("Not reported"));
  return g_strdup (trl_scale_get_level (scale, (guint) rank)->name);
}

gboolean
trl_figure_alt_is_full (GString *out, guint row)
{
  if (row < TRL_FIGURE_ALT_ROWS)
    return FALSE;
  g_string_append_printf (out, " %s", _ ("More is in the table of the figure."));
  return TRUE;
}

/* The marks that keep names of two directions apart are no letters. */
static void
make_plain (GString *text)
{
  static const char *const marks[] = { "\u2066", "\u2067", "\u2068", "\u2069" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (text, marks[i], "", 0);
  for (char *at = text->str; *at; at++)
    if (*at == '\n' || *at == '\r' || *at == '\t')
      *at = ' ';
}

char *
trl_figure_make_alt (const TrlFigureRequest *request, const TrlScene *scene)
{
  const TrlFigure *figure =
    trl_figure_find (request->figure ? request->figure : "network");
  const char *words = trl_scene_get_description (scene);
  g_autoptr (GString) made = g_string_new (_ (figure->label));
  g_autoptr (GString) out = g_string_new (request->alt ? request->alt : "{alt}");

  g_string_append_printf (made, ". %s", words ? words : "");
  trl_figure_say (request, scene, made);
  make_plain (made);
  g_string_replace (out, "{alt}", made->str, MOST_TURNS);
  return g_strdup (out->str);
}
