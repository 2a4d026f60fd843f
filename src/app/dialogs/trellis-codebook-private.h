/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dialogs/trellis-codebook-dialog.h"
#include "model/trl-recode.h"
#include "trellis-compat.h"

G_BEGIN_DECLS

typedef enum
{
  CODEBOOK_TEXT,
  CODEBOOK_PROSE, /* as long as it takes, in one paragraph */
  CODEBOOK_LETTER,
  CODEBOOK_SHAPE,
  CODEBOOK_OF,
  CODEBOOK_KIND,
  CODEBOOK_CHOICES,
  CODEBOOK_FLAG,
  CODEBOOK_COLOUR
} CodebookControl;

/**
 * CodebookMember:
 * @offset: in the struct of the word
 *
 * One thing that can be said of a word.  The first of each list is its name.
 */
typedef struct
{
  const char     *label;
  CodebookControl control;
  gsize           offset;
} CodebookMember;

/**
 * CodebookList:
 * @change: name of the step; so the next four
 * @used: of a number; so the plural
 * @nothing: (nullable): what the values become without a replacement
 *
 * One list of words, and how the program speaks of it.
 */
typedef struct
{
  TrlWord               word;
  const CodebookMember *members;
  guint                 n_members;
  const char           *fresh; /* name of a new one */
  const char           *add;   /* label of a button */
  const char           *change;
  const char           *added;
  const char           *removed;
  const char           *moved;
  const char           *nothing;
} CodebookList;

typedef struct
{
  GtkWindow      *window;
  TrellisSession *session;
  TrlUsage       *usage;
  AdwViewStack   *stack;
  GPtrArray      *controls; /* what follows the document */
  GHashTable     *open;     /* keys of the rows that are open */
  char           *state;    /* what the pages were made from */
  char           *focus;    /* key of the row that gets the focus */
  GtkWidget      *focused;  /* that row, while pages are made */
  GtkWidget      *edited;   /* holds what was typed and is no step yet */
  GtkWidget      *undo;
  GtkWidget      *redo;
  guint           n_undo; /* steps that are older than the window */
  guint           n_redo; /* steps that were undone before it */
  guint           idle;
  gboolean        deaf;
} Codebook;

/**
 * CodebookRow:
 * @scope: as for trl_usage_get()
 * @id: %NULL for kinds of partnership, which are texts
 * @index: in the list, when it was made
 * @message: of a name: a row that says what is wrong with it
 *
 * The word that a widget is about.
 */
typedef struct
{
  Codebook  *self;
  TrlWord    word;
  char      *scope;
  char      *id;
  guint      index;
  guint      member;
  GtkWidget *message;
} CodebookRow;

const CodebookList *codebook_list (TrlWord word);

/* Words */

const TrlVocabulary *codebook_get_words (const Codebook *self);
GPtrArray     *
codebook_get_items (const TrlVocabulary *words, TrlWord word, const char *scope);
int codebook_find (const TrlVocabulary *words,
                   TrlWord              word,
                   const char          *scope,
                   const char          *id);
const char *codebook_item_id (TrlWord word, gconstpointer item);
const char *codebook_item_name (TrlWord word, gconstpointer item);

/**
 * codebook_get_text:
 *
 * Returns: (transfer full): what a control shows of a member of a word
 */
char *codebook_get_text (const CodebookMember *member, TrlWord word, gconstpointer item);

/* Steps: each returns %FALSE with a sentence when it is refused. */

/**
 * codebook_check_text:
 *
 * Whether codebook_set_text() would take a text, and in what it would be wrong.
 */
gboolean codebook_check_text (const Codebook *self,
                              TrlWord         word,
                              const char     *scope,
                              const char     *id,
                              guint           member,
                              const char     *text,
                              char          **message);
gboolean codebook_set_text (Codebook   *self,
                            TrlWord     word,
                            const char *scope,
                            const char *id,
                            guint       member,
                            const char *text,
                            char      **message);
void     codebook_add (Codebook *self, TrlWord word, const char *scope);
void
codebook_move (Codebook *self, TrlWord word, const char *scope, const char *id, int to);
void codebook_remove (
  Codebook *self, TrlWord word, const char *scope, const char *id, const char *to);
void codebook_recode (Codebook *self, const TrlRecoding *recoding, const char *name);

/* Widgets that are about a word */

CodebookRow  *codebook_row_attach (GtkWidget *widget, const CodebookRow *like);
CodebookRow  *codebook_row_of (gpointer widget);
gconstpointer codebook_row_get_item (const CodebookRow *row);
const char   *codebook_row_get_id (const CodebookRow *row);
char         *codebook_row_dup_text (const CodebookRow *row);

/**
 * codebook_commit:
 *
 * Makes a step of what is being typed, or takes it back.  Before any other step, and
 * before a row or an id is looked at for one.
 *
 * Returns: %FALSE when it was refused
 */
gboolean codebook_commit (Codebook *self);

GtkWidget *codebook_make_entry (const CodebookRow *like, const CodebookMember *member);
GtkWidget *codebook_make_prose (const CodebookRow *like, const CodebookMember *member);

/**
 * codebook_make_control:
 *
 * A row that shows a member of a word and changes it.
 */
GtkWidget *codebook_make_control (const CodebookRow *like);

/* Parts of the window */

void codebook_add_words (Codebook            *self,
                         AdwPreferencesGroup *group,
                         TrlWord              word,
                         const char          *scope);
void codebook_add_scales (Codebook *self, AdwPreferencesPage *page);
void codebook_ask_replacement (
  Codebook *self, TrlWord word, const char *scope, const char *id, gboolean is_merge);
void  codebook_ask_scale (Codebook *self, const char *scale);
char *codebook_describe_use (const Codebook *self,
                             TrlWord         word,
                             const char     *scope,
                             const char     *id);

void codebook_update_history (Codebook *self);

/**
 * codebook_follow:
 *
 * Calls @func with the widget now and whenever the document changes, while it is there.
 */
typedef void (*CodebookFunc) (Codebook *self, GtkWidget *widget);
void codebook_follow (Codebook *self, GtkWidget *widget, CodebookFunc func);

G_END_DECLS
