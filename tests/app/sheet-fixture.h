/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "grid/trellis-sheet.h"

#define TEST_TYPE_MODEL (test_model_get_type ())
G_DECLARE_FINAL_TYPE (TestModel, test_model, TEST, MODEL, GObject)

/**
 * TestModel:
 * @n: rows and columns
 * @n_cells: how often a cell was asked for
 * @names: (nullable): instead of names of its own, for both axes by turns;
 * NULL-terminated
 *
 * Cells of all kinds in a pattern that is always the same.  Row 3 is empty.
 */
struct _TestModel
{
  GObject            parent_instance;
  guint              n[2];
  guint              n_cells;
  gboolean           has_totals;
  const char *const *names;
  TrlVocabulary     *vocabulary;
  TrlLook           *look;
  gboolean           dark;
  char              *name;
};

TestModel *test_model_new (guint rows, guint columns);

/* A sheet in a scrolled window of its own. */
typedef struct
{
  TestModel    *model;
  TrellisSheet *sheet;
  GtkWidget    *scrolled;
  GtkWidget    *window;
} SheetFixture;

/* Prepares GTK; @argc and @argv as of g_test_init(), or %NULL outside of tests. */
void sheet_fixture_init (int *argc, char ***argv);
void sheet_fixture_open (SheetFixture *fixture, TestModel *model, int width, int height);
void sheet_fixture_close (SheetFixture *fixture);

/* Runs the main loop until the next frame is painted, or for a time. */
void sheet_fixture_paint (SheetFixture *fixture);
void sheet_fixture_wait (guint ms);

/* Writes a picture of the window. */
void sheet_fixture_shoot (SheetFixture *fixture, const char *path);
