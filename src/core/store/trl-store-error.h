/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRL_STORE_ERROR (trl_store_error_quark ())
GQuark trl_store_error_quark (void);

typedef enum
{
  TRL_STORE_ERROR_SYNTAX,    /* not JSON */
  TRL_STORE_ERROR_CONTENT,   /* JSON, but not a document */
  TRL_STORE_ERROR_NEWER,     /* needs a newer reader */
  TRL_STORE_ERROR_LIMIT,     /* larger than anything that is read */
  TRL_STORE_ERROR_READ,      /* the system would not give the content */
  TRL_STORE_ERROR_WRITE,     /* the system would not take the content */
  TRL_STORE_ERROR_READ_ONLY, /* the file or its folder may not be written: Save As */
  TRL_STORE_ERROR_CHANGED    /* someone else changed the file since it was loaded */
} TrlStoreError;

/**
 * TrlProblem:
 * @line: counted from 1; 0 when it concerns the whole file
 * @column: in characters, counted from 1
 * @text: a translated sentence
 *
 * Something in a file that a person should look at.
 */
typedef struct
{
  guint line;
  guint column;
  char *text;
} TrlProblem;

/**
 * trl_problem_new:
 *
 * Returns: (transfer full): a remark with a copy of @text
 */
TrlProblem *trl_problem_new (guint line, guint column, const char *text);

/**
 * trl_problem_free:
 *
 * Lets go of a remark and its text.
 */
void trl_problem_free (TrlProblem *problem);

/**
 * trl_problems_new:
 *
 * Returns: (transfer full) (element-type TrlProblem): an empty list that owns its items
 */
GPtrArray *trl_problems_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlProblem, trl_problem_free)

G_END_DECLS
