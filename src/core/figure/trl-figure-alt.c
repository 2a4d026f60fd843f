/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for who does not see a figure say what it is, what it says of itself, and what
 * its table says: short enough to be listened to. */
#include "config.h"

#include "figure/trl-figure-alt.h"

#include "formats/trl-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_ROWS 20
#define MOST_COLUMNS 4
#define MOST_TURNS 10 /* that own words say the made ones */

/* `Libraries: sites_engaged 10, percent 100`; a cell without a value says nothing. */
static void
say_row (GString *out, const TrlSheet *sheet, guint row)
{
  guint n = 0;

  g_string_append_printf (out, " %s:", trl_sheet_get (sheet, row, 0));
  for (guint column = 1; column < MOST_COLUMNS; column++)
    {
      const char *value = trl_sheet_get (sheet, row, column);

      if (value && *value)
        g_string_append_printf (out, "%s %s %s", n++ > 0 ? "," : "",
                                trl_sheet_get (sheet, 0, column), value);
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
  say_table (request, made);
  g_string_replace (out, "{alt}", made->str, MOST_TURNS);
  return g_strdup (out->str);
}
