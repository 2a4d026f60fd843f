/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* A codebook that is open on a document, and what one does in it. */

typedef struct
{
  TrlDocument    *document;
  TrellisSession *session;
  GtkWindow      *window;
} Book;

void            book_show (Book *self);
void            book_set_up (Book *self);
void            book_tear_down (Book *self);
void            book_shoot (GtkWidget *window, const char *name);
GtkWidget      *book_find (Book *self, GType type, const char *label);
GtkWidget      *book_open_row (Book *self, const char *name);
const TrlLevel *book_level (Book *self, guint rank);
void            book_type (GtkWidget *row, const char *text);
void            book_enter (GtkWidget *row);
void            book_type_slowly (GtkWidget *row, const char *text);
void            book_leave (Book *self);
GtkWidget      *book_find_tooltip (GtkWidget *widget, const char *tooltip);
GtkWidget      *book_find_mnemonic (GtkWidget *widget, const char *label);
GtkWidget      *book_find_dialog (Book *self, const char *title);
void            book_choose (GtkWidget *ask, const char *name);
gboolean        book_says (GtkWidget *widget, const char *text);
void            book_rename_level (TrlDocument *document, guint rank, const char *name);
void            book_colour_level (TrlDocument *document, guint rank, const char *colour);

G_END_DECLS
