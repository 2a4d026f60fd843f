/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

#include "figure/trl-figure-saved.h"
#include "figures/trellis-figure-controls.h"
#include "figures/trellis-figure-studio.h"

G_BEGIN_DECLS

/* A studio of figures in a window, and a folder for what it writes. */

#define NAME_TITLE "Name of the Saved Figure"

extern TrellisApplication *application;

typedef struct
{
  TrlDocument         *document;
  TrellisWindow       *window;
  TrellisFigureStudio *studio;
  char                *folder;
} Fixture;

void                   settle (Fixture *self);
void                   open_studio (Fixture *self, const char *figure);
void                   close_studio (Fixture *self);
void                   act (Fixture *self, const char *action);
GtkWidget             *find (Fixture *self, GType type, const char *label);
TrellisFigureControls *find_controls (Fixture *self);
char                  *in_folder (Fixture *self, const char *name);
char                  *read_file (Fixture *self, const char *name);
void                   save_to (Fixture *self, const char *name);
const TrlSavedFigure  *get_saved (Fixture *self, guint index);
void                   rename_to (Fixture *self, const char *text);

G_END_DECLS
