/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for who does not see a figure say what it is, what it says of itself, and what
 * its table says: short enough to be listened to. */
#include "config.h"

#include "figure/trl-figure-alt.h"

#include "formats/trl-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_ROWS 20
#define MOST_COLUMNS 8
#define MOST_TURNS 10 /* that own words say the made ones */

/* Shares say what counts would say again. */
static gboolean
has_shares (const TrlSheet *sheet)
{
  for (guint column = 1; column < trl_sheet_get_width (sheet, 0); column++)
    if (g_str_has_suffix (trl_sheet_get (sheet, 0, column), " %"))
      return TRUE;
  return FALSE;
}

static gboolean
is_said (const TrlSheet *sheet, guint column, gboolean shares, const char *value)
{
  static const char *const notes[] = { "not_reported", "other_scale", NULL };
  const char              *name = trl_sheet_get (sheet, 0, column);
  guint                    width = trl_sheet_get_width (sheet, 0);

  if (!*value)
    return FALSE;
  if (shares)
    return g_str_equal (name, "n") ||
           (g_str_has_suffix (name, " %") && !g_str_equal (value, "0"));
  if (g_strv_contains (notes, name))
    return !g_str_equal (value, "0");
  return width <= MOST_COLUMNS || column + 1 == width; /* of a wide table, the sums */
}

/* `Libraries: sites engaged 10, percent 100`, or `Libraries: n 10, Cooperation 50 %`. */
static void
say_row (GString *out, const TrlSheet *sheet, guint row)
{
  gboolean shares = has_shares (sheet);
  guint    n = 0;

  g_string_append_printf (out, " %s:", trl_sheet_get (sheet, row, 0));
  for (guint column = 1; column < trl_sheet_get_width (sheet, 0); column++)
    {
      const char      *value = trl_sheet_get (sheet, row, column);
      g_autofree char *name = g_strdup (trl_sheet_get (sheet, 0, column));
      gboolean         percent = g_str_has_suffix (name, " %");
      char             number[G_ASCII_DTOSTR_BUF_SIZE];

      if (!is_said (sheet, column, shares, value))
        continue;
      if (percent)
        name[strlen (name) - 2] = '\0';
      g_strdelimit (name, "_", ' ');
      if (strchr (value, '.') && g_ascii_strtod (value, NULL) != 0)
        value =
          g_ascii_formatd (number, sizeof number, "%.1f", g_ascii_strtod (value, NULL));
      g_string_append_printf (out, "%s %s %s%s", n++ > 0 ? "," : "", name, value,
                              percent ? " %" : "");
    }
  g_string_append (out, ".");
}

static void
say_table (const TrlFigureRequest *request, GString *out)
{
  g_autofree char *csv = trl_figure_make_table (request, NULL);
  g_autoptr (GBytes) bytes = csv ? g_bytes_new (csv, strlen (csv)) : NULL;
  g_autoptr (TrlSheet) sheet =
    bytes ? trl_csv_parse ("table", bytes, ',', NULL, NULL) : NULL;
  guint n = sheet ? trl_sheet_get_n_rows (sheet) : 0;

  for (guint row = 1; row < MIN (n, MOST_ROWS + 1); row++)
    say_row (out, sheet, row);
  if (n > MOST_ROWS + 1)
    g_string_append_printf (out, " %s", _ ("More is in the table of the figure."));
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
  if (figure == trl_figure_find ("network"))
    trl_figure_alt_say_network (request, scene, made);
  else
    say_table (request, made);
  g_string_replace (out, "{alt}", made->str, MOST_TURNS);
  return g_strdup (out->str);
}
