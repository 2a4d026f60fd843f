/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a dialog shows before anything is opened: a reading whose document is dropped. */

#include "config.h"

#include "formats/trl-reading.h"

#include "formats/trl-format-private.h"

#define FIRST_ROWS 8

static void
free_column (gpointer data)
{
  TrlReadingColumn *column = data;
  g_free (column->header);
  g_free (column->meaning);
  g_free (column);
}

static void
free_table (gpointer data)
{
  TrlReadingTable *table = data;
  g_free (table->name);
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static void
add_columns (TrlReadingTable *table, const TrlSource *source)
{
  for (guint i = 0; i < source->columns->len; i++)
    {
      const TrlColumn  *from = trl_source_get_column (source, i);
      TrlReadingColumn *column = g_new0 (TrlReadingColumn, 1);
      column->header = g_strdup (from->header);
      column->meaning = g_strdup (trl_meaning_get_id (from->meaning));
      column->certainty = from->certainty;
      g_ptr_array_add (table->columns, column);
    }
}

static void
add_rows (TrlReadingTable *table, const TrlSource *source)
{
  guint first = trl_source_get_first (source);

  table->n_rows = trl_source_get_end (source) - first;
  for (guint row = first; row < first + MIN (table->n_rows, FIRST_ROWS); row++)
    {
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
      for (guint i = 0; i < source->columns->len; i++)
        g_strv_builder_add (cells, trl_sheet_get (source->sheet, row, i));
      g_ptr_array_add (table->rows, g_strv_builder_end (cells));
    }
}

static TrlReadingTable *
make_table (const TrlSource *source)
{
  TrlReadingTable *table = g_new0 (TrlReadingTable, 1);

  table->name = g_strdup (source->name);
  table->format = source->format;
  table->encoding = source->encoding;
  table->columns = g_ptr_array_new_with_free_func (free_column);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (source->sheet == NULL)
    return table;
  table->delimiter = source->sheet->delimiter;
  table->header_line = trl_source_get_line (source, source->header);
  add_columns (table, source);
  add_rows (table, source);
  return table;
}

TrlReading *
trl_format_guess (const TrlReadRequest *request)
{
  TrlReading *reading = g_new0 (TrlReading, 1);

  reading->tables = g_ptr_array_new_with_free_func (free_table);
  reading->report = trl_read_report_new ();
  g_autoptr (GPtrArray) sources = trl_sources_open (request, NULL, &reading->error);
  if (sources == NULL)
    return reading;
  g_autoptr (TrlDocument) document =
    trl_sources_read (sources, request, reading->report, NULL, &reading->error);
  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (reading->tables, make_table (sources->pdata[i]));
  return reading;
}

void
trl_reading_free (TrlReading *reading)
{
  g_ptr_array_unref (reading->tables);
  trl_read_report_free (reading->report);
  g_clear_error (&reading->error);
  g_free (reading);
}
