/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables in HTML, as spreadsheets and browsers put them on clipboards.  The tree is
 * walked without recursion, since strangers may nest it as deep as they like. */

#include "config.h"

#include "formats/trl-clip-private.h"

#include "formats/trl-words.h"

#include <libxml/HTMLparser.h>
#include <math.h>
#include <string.h>

#define MAX_SPAN 10000

typedef xmlDoc HtmlDoc;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtmlDoc, xmlFreeDoc)

typedef struct
{
  TrlSheet *sheet;
  gboolean  comma;
  GArray   *below; /* guint a column: rows that a cell above still covers */
  guint     column;
  GError   *error;
} Table;

/* Text as one would read it: @breaks and @soft wait until something follows. */
typedef struct
{
  GString *out;
  guint    breaks;
  gboolean block;
  gboolean soft;
} Prose;

/* The node that follows in reading order below @root, or NULL. */
static xmlNode *
next_node (xmlNode *node, const xmlNode *root, gboolean into)
{
  if (into && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  return node->type == XML_ELEMENT_NODE &&
         g_strv_contains (names, (const char *) node->name);
}

static gboolean
is_cell (const xmlNode *node)
{
  static const char *const names[] = { "td", "th", NULL };
  return is_one_of (node, names);
}

static gboolean
is_row (const xmlNode *node)
{
  static const char *const names[] = { "tr", NULL };
  return is_one_of (node, names);
}

static gboolean
is_table (const xmlNode *node)
{
  static const char *const names[] = { "table", NULL };
  return is_one_of (node, names);
}

static gboolean
is_hidden (const xmlNode *node)
{
  static const char *const names[] = { "comment",  "script", "style",
                                       "template", "title",  NULL };
  return is_one_of (node, names);
}

static gboolean
is_block (const xmlNode *node)
{
  static const char *const names[] = {
    "p",  "div", "tr", "li", "table", "h1", "h2", "h3",
    "h4", "h5",  "h6", "ul", "ol",    "dd", "dt", NULL
  };
  return is_one_of (node, names);
}

static void
flush (Prose *prose)
{
  gboolean fresh = prose->out->len == 0 || prose->out->str[prose->out->len - 1] == '\n';

  if (prose->breaks > 0)
    for (; prose->breaks > 0; prose->breaks--)
      g_string_append_c (prose->out, '\n');
  else if (!fresh && (prose->block || prose->soft))
    g_string_append_c (prose->out, prose->block ? '\n' : ' ');
  prose->block = prose->soft = FALSE;
}

/* Space with a line break in it only breaks the source; other space was typed. */
static void
add_text (Prose *prose, const char *text)
{
  while (*text != '\0')
    {
      gsize space = strspn (text, " \t\r\n\f");
      gsize word = strcspn (text + space, " \t\r\n\f");
      if (strcspn (text, "\r\n") < space)
        prose->soft = TRUE;
      else if (space > 0)
        {
          flush (prose);
          g_string_append_len (prose->out, text, (gssize) space);
        }
      if (word > 0)
        {
          flush (prose);
          g_string_append_len (prose->out, text + space, (gssize) word);
        }
      text += space + word;
    }
}

static void
add_node (Prose *prose, const xmlNode *node)
{
  if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
      node->content != NULL)
    add_text (prose, (const char *) node->content);
  else if (node->type == XML_ELEMENT_NODE &&
           strcmp ((const char *) node->name, "br") == 0)
    {
      prose->breaks += 1;
      prose->soft = prose->block = FALSE;
    }
  else if (is_block (node))
    prose->block = TRUE;
  else if (is_cell (node))
    prose->soft = TRUE;
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* The last of the breaks at the end shows nothing; a cell that is one break is empty, and
 * so is one of spaces that do not break. */
static char *
get_text (xmlNode *root)
{
  Prose    prose = { g_string_new (NULL), 0, FALSE, FALSE };
  gboolean into = TRUE;

  for (xmlNode *node = next_node (root, root, TRUE); node != NULL;
       node = next_node (node, root, into))
    {
      into = !is_hidden (node);
      if (into)
        add_node (&prose, node);
    }
  for (; prose.breaks > 1; prose.breaks--)
    g_string_append_c (prose.out, '\n');
  char *text = g_string_free (prose.out, FALSE);
  if (strstr (text, "\xc2\xa0") != NULL && is_blank (text))
    text[0] = '\0';
  return text;
}

static gboolean
get_value (const xmlNode *cell, double *value)
{
  xmlChar *text = xmlGetProp (cell, (const xmlChar *) "sdval");
  gboolean is_number =
    text != NULL && trl_word_number ((const char *) text, FALSE, value);

  xmlFree (text);
  return is_number;
}

/* Whether the cell shows its value with a decimal comma. */
static gboolean
shows_comma (xmlNode *cell)
{
  double value, shown;

  if (!get_value (cell, &value))
    return FALSE;
  g_autofree char *text = get_text (cell);
  return strchr (text, ',') != NULL && strchr (text, '.') == NULL &&
         trl_word_number (text, TRUE, &shown) && fabs (shown - value) <= 0.5;
}

/* What is shown is what was meant, but for a number whose digits are grouped. */
static void
correct_number (const Table *table, const xmlNode *cell, char **text)
{
  double value, shown;
  char   buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!get_value (cell, &value) || strspn (*text, "0123456789.,' +-") != strlen (*text) ||
      (trl_word_number (*text, table->comma, &shown) && fabs (shown - value) <= 0.5))
    return;
  g_free (*text);
  *text = g_strdup (g_ascii_dtostr (buffer, sizeof buffer, value));
}

static guint
get_span (const xmlNode *cell, const char *name)
{
  xmlChar *text = xmlGetProp (cell, (const xmlChar *) name);
  guint64  span = text != NULL ? g_ascii_strtoull ((const char *) text, NULL, 10) : 1;

  xmlFree (text);
  return (guint) CLAMP (span, 1, MAX_SPAN);
}

static guint *
get_below (Table *table, guint column)
{
  if (column >= table->below->len)
    g_array_set_size (table->below, column + 1);
  return &g_array_index (table->below, guint, column);
}

static gboolean
add_cell (Table *table, const char *text, guint rows)
{
  *get_below (table, table->column++) = rows - 1;
  return trl_clip_add (table->sheet, text, strlen (text), &table->error);
}

static gboolean
skip_covered (Table *table)
{
  while (table->column<table->below->len && * get_below (table, table->column)> 0)
    if (!add_cell (table, "", *get_below (table, table->column)))
      return FALSE;
  return TRUE;
}

static gboolean
read_cell (Table *table, xmlNode *cell)
{
  guint            columns = get_span (cell, "colspan");
  guint            rows = get_span (cell, "rowspan");
  g_autofree char *text = get_text (cell);

  correct_number (table, cell, &text);
  if (!skip_covered (table) || !add_cell (table, text, rows))
    return FALSE;
  for (guint i = 1; i < columns; i++)
    if (!add_cell (table, "", rows))
      return FALSE;
  return TRUE;
}

static gboolean
read_row (Table *table, xmlNode *row)
{
  gboolean into = TRUE;

  table->column = 0;
  for (xmlNode *node = next_node (row, row, TRUE); node != NULL;
       node = next_node (node, row, into))
    {
      into = !is_cell (node);
      if (!into && !read_cell (table, node))
        return FALSE;
    }
  if (!skip_covered (table) || (table->column == 0 && !add_cell (table, "", 1)))
    return FALSE;
  trl_sheet_end_row (table->sheet, trl_sheet_get_n_rows (table->sheet) + 1);
  return TRUE;
}

static gboolean
read_rows (Table *table, xmlNode *root)
{
  gboolean into = TRUE;

  for (xmlNode *node = next_node (root, root, TRUE); node != NULL;
       node = next_node (node, root, into))
    {
      into = !is_row (node);
      if (!into && !read_row (table, node))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_comma (xmlNode *root, gboolean *told)
{
  gboolean found = FALSE;
  double   value;

  *told = FALSE;
  for (xmlNode *node = root; node != NULL && !found; node = next_node (node, root, TRUE))
    if (is_cell (node))
      {
        found = shows_comma (node);
        *told |= found || get_value (node, &value);
      }
  return found;
}

static TrlSheet *
read_table (xmlNode *root, GError **error)
{
  gboolean told;
  g_autoptr (TrlSheet) sheet = trl_sheet_new ('\t');
  g_autoptr (GArray) below = g_array_new (FALSE, TRUE, sizeof (guint));
  Table table = { sheet, find_comma (root, &told), below, 0, NULL };

  if (!read_rows (&table, root))
    {
      g_propagate_error (error, table.error);
      return NULL;
    }
  sheet->comma = told ? table.comma : trl_clip_find_comma (sheet);
  return g_steal_pointer (&sheet);
}

TrlSheet *
trl_clip_read_html (const char *text, gsize length, GError **error)
{
  g_autoptr (HtmlDoc) html =
    htmlReadMemory (text, (int) length, NULL, "UTF-8",
                    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                      HTML_PARSE_NONET | HTML_PARSE_COMPACT);
  xmlNode *root = html != NULL ? xmlDocGetRootElement (html) : NULL;

  for (xmlNode *node = root; node != NULL; node = next_node (node, root, TRUE))
    if (is_table (node))
      return read_table (node, error);
  g_autofree char *prose = root != NULL ? get_text (root) : g_strdup ("");
  return trl_clip_read_plain (prose, strlen (prose), error);
}

static void
write_text (GString *out, const char *cell)
{
  for (const char *p = cell; *p; p++)
    switch (*p)
      {
      case '\n':
        g_string_append (out, "<br>");
        break;
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      default:
        g_string_append_c (out, *p);
      }
  if (g_str_has_suffix (cell, "\n"))
    g_string_append (out, "<br>");
}

void
trl_clip_write_html (GString *out, const TrlSheet *sheet)
{
  g_string_append (out,
                   "<!DOCTYPE html>\n<html>\n<head><meta http-equiv=\"content-type\" "
                   "content=\"text/html; charset=utf-8\"></head>\n<body>\n<table>\n");
  for (guint row = 0; row < trl_sheet_get_n_rows (sheet); row++)
    {
      g_string_append (out, "<tr>");
      for (guint i = 0; i < trl_sheet_get_width (sheet, row); i++)
        {
          const char *cell = trl_sheet_get (sheet, row, i);
          g_string_append_printf (out, "<td>%s", trl_clip_guard (cell));
          write_text (out, cell);
          g_string_append (out, "</td>");
        }
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</table>\n</body>\n</html>\n");
}
