/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tidy survey is a table of columns, each a function of a partner and its tie; columns
 * in which nobody has anything are not written. */

#include "config.h"

#include "formats/trl-survey-write.h"

#include "formats/trl-csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* One line: a partner of a network, and the edge that ties it to the hub. */
typedef struct
{
  const TrlNetwork *network;
  guint             node; /* TRL_NO_ROW: a network without partners */
  guint             edge; /* TRL_NO_ROW: none */
} Line;

typedef struct Column Column;
typedef char *(*Getter) (const Column *column, const Line *line);

struct Column
{
  const char *header;
  TrlKind     of; /* what a line must have for it */
  Getter      get;
  guint       prop;
  gboolean    always;
  const char *field;
};

static char *
get_site (const Column *column, const Line *line)
{
  const char *site = trl_network_get_text (line->network, TRL_NETWORK_SITE);
  const char *name = trl_network_get_text (line->network, TRL_NETWORK_NAME);
  return g_strdup (site != NULL ? site : name);
}

static char *
get_network_text (const Column *column, const Line *line)
{
  return g_strdup (trl_network_get_text (line->network, column->prop));
}

static char *
number_text (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  return isnan (number) ? NULL
                        : g_strdup (g_ascii_dtostr (buffer, sizeof buffer, number));
}

static char *
get_network_number (const Column *column, const Line *line)
{
  return number_text (trl_network_get_number (line->network, column->prop));
}

static const TrlPartnerType *
get_type (const Line *line)
{
  const char *id =
    trl_table_get_text (trl_network_get_nodes (line->network), line->node, TRL_NODE_TYPE);
  return id != NULL
           ? trl_vocabulary_find_type (trl_network_get_vocabulary (line->network), id)
           : NULL;
}

static char *
get_type_name (const Column *column, const Line *line)
{
  const TrlPartnerType *type = get_type (line);
  return type != NULL ? g_strdup (type->name) : NULL;
}

static const char *
node_text (const Line *line, guint prop)
{
  return trl_table_get_text (trl_network_get_nodes (line->network), line->node, prop);
}

static char *
get_node_text (const Column *column, const Line *line)
{
  return g_strdup (node_text (line, column->prop));
}

/* A node that is called like its type is the type. */
static char *
get_partner (const Column *column, const Line *line)
{
  const TrlPartnerType *type = get_type (line);
  const char           *name = node_text (line, TRL_NODE_NAME);

  return type != NULL && g_strcmp0 (type->name, name) == 0 ? NULL : g_strdup (name);
}

static char *
get_count (const Column *column, const Line *line)
{
  return number_text (trl_table_get_number (trl_network_get_nodes (line->network),
                                            line->node, TRL_NODE_COUNT));
}

static char *
get_roles (const Column *column, const Line *line)
{
  const char *roles = node_text (line, TRL_NODE_ROLES);
  g_auto (GStrv) ids = g_strsplit (roles != NULL ? roles : "", " ", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TrlRole *role =
        trl_vocabulary_find_role (trl_network_get_vocabulary (line->network), ids[i]);
      if (ids[i][0] != '\0')
        g_string_append_printf (names, "%s%s", names->len ? "; " : "",
                                role ? role->name : ids[i]);
    }
  return g_strdup (names->str);
}

static char *
get_hub (const Column *column, const Line *line)
{
  const TrlTable *nodes = trl_network_get_nodes (line->network);
  const char     *name =
    trl_table_get_text (nodes, trl_network_get_hub (line->network), TRL_NODE_NAME);
  g_autofree char *site = get_site (column, line);

  return g_strcmp0 (name, site) == 0 ? NULL : g_strdup (name);
}

static const char *
edge_text (const Line *line, guint prop)
{
  return trl_table_get_text (trl_network_get_edges (line->network), line->edge, prop);
}

static char *
get_edge_text (const Column *column, const Line *line)
{
  return g_strdup (edge_text (line, column->prop));
}

static const TrlLevel *
get_level_of (const Line *line, guint prop)
{
  const char *id = edge_text (line, prop);
  if (id == NULL)
    return NULL;
  const TrlScale *scale = trl_network_get_edge_scale (line->network, line->edge);
  int             rank = trl_scale_get_rank (scale, id);
  return rank < 0 ? NULL : trl_scale_get_level (scale, (guint) rank);
}

static gboolean
is_numbered (const Line *line)
{
  const TrlScale *scale = trl_network_get_edge_scale (line->network, line->edge);
  return scale->levels->len > 1 &&
         g_ascii_isdigit (trl_scale_get_level (scale, 1)->id[0]);
}

/* A scale of numbers is written in numbers, and makes itself again from them. */
static char *
get_level (const Column *column, const Line *line)
{
  const TrlLevel *level = get_level_of (line, column->prop);

  if (level == NULL)
    return NULL;
  if (!is_numbered (line))
    return g_strdup (level->name);
  return g_strdup (strcmp (level->id, "none") == 0 ? "0" : level->id);
}

static char *
get_level_label (const Column *column, const Line *line)
{
  const TrlLevel *level = get_level_of (line, TRL_EDGE_LEVEL);
  return level != NULL && is_numbered (line) ? g_strdup (level->name) : NULL;
}

/* A type with neither a number nor a level would read as unanswered: it says yes. */
static char *
get_presence (const Column *column, const Line *line)
{
  if (line->edge == TRL_NO_ROW)
    return g_strdup ("unknown");
  const char      *presence = edge_text (line, TRL_EDGE_PRESENCE);
  g_autofree char *count = get_count (column, line);
  g_autofree char *partner = get_partner (column, line);
  gboolean         said = presence != NULL || count != NULL || partner != NULL ||
                  edge_text (line, TRL_EDGE_LEVEL) != NULL;

  return g_strdup (said ? presence : "yes");
}

static char *
get_planned (const Column *column, const Line *line)
{
  return trl_table_get_flag (trl_network_get_edges (line->network), line->edge,
                             TRL_EDGE_PLANNED)
           ? g_strdup ("yes")
           : NULL;
}

static char *
get_node_field (const Column *column, const Line *line)
{
  return g_strdup (trl_table_get_field (trl_network_get_nodes (line->network), line->node,
                                        column->field));
}

static char *
get_edge_field (const Column *column, const Line *line)
{
  return g_strdup (trl_table_get_field (trl_network_get_edges (line->network), line->edge,
                                        column->field));
}

/* Headers are words that trl_meaning_of_header() knows. */
static const Column columns[] = {
  { "site", TRL_KIND_NETWORK, get_site, 0, TRUE, NULL },
  { "wave", TRL_KIND_NETWORK, get_network_text, TRL_NETWORK_WAVE, FALSE, NULL },
  { "hub", TRL_KIND_NETWORK, get_hub, 0, FALSE, NULL },
  { "place", TRL_KIND_NETWORK, get_network_text, TRL_NETWORK_PLACE, FALSE, NULL },
  { "latitude", TRL_KIND_NETWORK, get_network_number, TRL_NETWORK_LATITUDE, FALSE, NULL },
  { "longitude", TRL_KIND_NETWORK, get_network_number, TRL_NETWORK_LONGITUDE, FALSE,
    NULL },
  { "shared_responsibility", TRL_KIND_NETWORK, get_network_text,
    TRL_NETWORK_RESPONSIBILITY, FALSE, NULL },
  { "stage", TRL_KIND_NETWORK, get_network_text, TRL_NETWORK_STAGE, FALSE, NULL },
  { "ecosystem_type", TRL_KIND_NETWORK, get_network_text, TRL_NETWORK_ECOSYSTEM, FALSE,
    NULL },
  { "partner", TRL_KIND_NODE, get_partner, 0, FALSE, NULL },
  { "partner_type", TRL_KIND_NODE, get_type_name, 0, TRUE, NULL },
  { "partners", TRL_KIND_NODE, get_count, 0, FALSE, NULL },
  { "level", TRL_KIND_EDGE, get_level, TRL_EDGE_LEVEL, TRUE, NULL },
  { "level_label", TRL_KIND_EDGE, get_level_label, 0, FALSE, NULL },
  { "back", TRL_KIND_EDGE, get_level, TRL_EDGE_BACK, FALSE, NULL },
  { "intended", TRL_KIND_EDGE, get_level, TRL_EDGE_INTENDED, FALSE, NULL },
  { "missing", TRL_KIND_EDGE, get_edge_text, TRL_EDGE_MISSING, FALSE, NULL },
  { "presence", TRL_KIND_NODE, get_presence, TRL_EDGE_PRESENCE, FALSE, NULL },
  { "planned", TRL_KIND_EDGE, get_planned, 0, FALSE, NULL },
  { "kind", TRL_KIND_EDGE, get_edge_text, TRL_EDGE_KIND, FALSE, NULL },
  { "since", TRL_KIND_EDGE, get_edge_text, TRL_EDGE_SINCE, FALSE, NULL },
  { "until", TRL_KIND_EDGE, get_edge_text, TRL_EDGE_UNTIL, FALSE, NULL },
  { "roles", TRL_KIND_NODE, get_roles, 0, FALSE, NULL },
  { "note", TRL_KIND_NODE, get_node_text, TRL_NODE_NOTE, FALSE, NULL },
  { "partnership_note", TRL_KIND_EDGE, get_edge_text, TRL_EDGE_NOTE, FALSE, NULL },
  { "source", TRL_KIND_NODE, get_node_text, TRL_NODE_SOURCE, FALSE, NULL },
};

typedef struct
{
  GArray *lines;
  GArray *columns;
} Table;

static void
note (TrlReadReport *report, const TrlNetwork *network, const char *format, guint n)
{
  g_autofree char *text = g_strdup_printf ("%s: ", trl_network_get_name (network));
  g_autofree char *rest = g_strdup_printf ("%u %s", n, format);

  if (n > 0)
    trl_read_report_add (report, TRL_ISSUE_NOTE, NULL, 0, 0, "%s%s", text, rest);
}

static void
list_losses (TrlReadReport *report, const TrlNetwork *network, guint hub)
{
  const TrlTable *edges = trl_network_get_edges (network);
  guint           n;
  const guint    *rows = trl_table_get_rows (edges, &n);
  guint           away = 0;

  for (guint i = 0; i < n; i++)
    away += trl_table_get_end (edges, rows[i], 0) != hub &&
            trl_table_get_end (edges, rows[i], 1) != hub;
  note (report, network, _ ("partnerships without the hub are left out"), away);
  const TrlRecord *record = trl_network_get_record (network);
  note (report, network, _ ("fields of the site are left out"),
        record->fields != NULL ? g_hash_table_size (record->fields) : 0);
}

static void
add_line (Table *table, const TrlNetwork *network, guint node, guint edge)
{
  Line line = { network, node, edge };
  g_array_append_val (table->lines, line);
}

static gboolean
add_lines (Table *table, const TrlNetwork *network, TrlReadReport *report, GError **error)
{
  guint           hub = trl_network_get_hub (network);
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  if (hub == TRL_NO_ROW)
    {
      g_set_error (
        error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CARRY,
        _ ("“%s” has no hub, and a survey has one row a partner of a hub; name "
           "the hub first"),
        trl_network_get_name (network));
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    if (rows[i] != hub)
      add_line (table, network, rows[i],
                trl_network_get_node_edge (network, hub, rows[i]));
  if (n == 1)
    add_line (table, network, TRL_NO_ROW, TRL_NO_ROW);
  list_losses (report, network, hub);
  return TRUE;
}

static char *
get_cell (const Table *table, guint row, const Column *column)
{
  const Line *line = &g_array_index (table->lines, Line, row);

  if ((column->of != TRL_KIND_NETWORK && line->node == TRL_NO_ROW) ||
      (column->of == TRL_KIND_EDGE && line->edge == TRL_NO_ROW))
    return NULL;
  return column->get (column, line);
}

static gboolean
is_filled (const Table *table, const Column *column)
{
  for (guint i = 0; i < table->lines->len; i++)
    {
      g_autofree char *text = get_cell (table, i, column);
      if (text != NULL && text[0] != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
add_columns (Table *table, const TrlVocabulary *vocabulary)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].always || is_filled (table, &columns[i]))
      g_array_append_val (table->columns, columns[i]);
  for (guint i = 0; i < vocabulary->fields->len; i++)
    {
      const TrlField *field = vocabulary->fields->pdata[i];
      gboolean        of_node = strcmp (field->of, "node") == 0;
      Column          column = { field->name,
                        of_node ? TRL_KIND_NODE : TRL_KIND_EDGE,
                        of_node ? get_node_field : get_edge_field,
                                 0,
                                 FALSE,
                                 field->id };
      if (strcmp (field->of, "network") == 0)
        continue;
      if (is_filled (table, &column))
        g_array_append_val (table->columns, column);
    }
}

static GBytes *
print (const Table *table)
{
  GString *out = g_string_new (NULL);
  guint    n = table->columns->len;

  for (guint i = 0; i < n; i++)
    trl_csv_append (out, g_array_index (table->columns, Column, i).header, i + 1 == n);
  for (guint row = 0; row < table->lines->len; row++)
    for (guint i = 0; i < n; i++)
      {
        const Column    *column = &g_array_index (table->columns, Column, i);
        g_autofree char *text = get_cell (table, row, column);
        trl_csv_append (out, text != NULL ? text : "", i + 1 == n);
      }
  return g_string_free_to_bytes (out);
}

GBytes *
trl_survey_write (TrlDocument *document, TrlReadReport *report, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (Column));
  Table table = { lines, chosen };

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    if (!add_lines (&table, trl_document_get_network (document, i), report, error))
      return NULL;
  add_columns (&table, trl_document_get_vocabulary (document));
  return print (&table);
}
