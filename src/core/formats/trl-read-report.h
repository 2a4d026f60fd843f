/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TRL_ISSUE_SKIPPED,       /* a row that was left out */
  TRL_ISSUE_MERGED,        /* a row that went into another */
  TRL_ISSUE_COMPLETED,     /* something that the file implies was made */
  TRL_ISSUE_UNKNOWN_VALUE, /* a cell that could not be read as what it should be */
  TRL_ISSUE_ADDED_TYPE,    /* a partner type or role that was not in the vocabulary */
  TRL_ISSUE_NOTE,
  TRL_N_ISSUE_KINDS
} TrlIssueKind;

/**
 * TrlIssue:
 * @file: (nullable): name of the file
 * @line: from 1; 0 where no line is meant
 * @column: from 1; 0 where no column is meant
 * @text: a translated sentence
 */
typedef struct
{
  TrlIssueKind kind;
  char        *file;
  guint        line;
  guint        column;
  char        *text;
} TrlIssue;

typedef enum
{
  TRL_QUESTION_COLUMN, /* is this column what it seems to be? */
  TRL_QUESTION_VALUE,  /* what does this word mean as a level? */
  TRL_QUESTION_HUB     /* who is the hub? */
} TrlQuestionKind;

/**
 * TrlQuestion:
 * @input: index of the input that it is about
 * @column: index of the column, or -1
 * @meaning: (nullable): id of the meaning that was guessed
 * @value: (nullable): the word, or the name that was taken for the hub
 * @text: the question, a translated sentence
 */
typedef struct
{
  TrlQuestionKind kind;
  guint           input;
  int             column;
  char           *meaning;
  char           *value;
  char           *text;
} TrlQuestion;

/**
 * TrlReadReport:
 * @issues: (element-type TrlIssue): in the order of inputs and lines
 * @questions: (element-type TrlQuestion): what a reader was not certain of
 * @n_rows: data rows in all inputs; the sum of the four that follow
 * @n_kept: rows that are in the document
 * @n_merged: rows that went into another row's partner or partnership
 * @n_skipped: rows that were left out, each with an issue
 * @n_blank: rows that say nothing, such as the unanswered ones of a form
 * @n_completed: things made that no row holds
 * @asks: whether @questions has any
 *
 * What a reader did with each row.
 */
typedef struct
{
  GPtrArray *issues;
  GPtrArray *questions;
  guint      n_rows;
  guint      n_kept;
  guint      n_merged;
  guint      n_skipped;
  guint      n_blank;
  guint      n_completed;
  gboolean   asks;
} TrlReadReport;

/**
 * trl_read_report_new:
 * trl_read_report_free:
 *
 * A report without an issue yet.
 */
TrlReadReport *trl_read_report_new (void);
void           trl_read_report_free (TrlReadReport *report);

/**
 * trl_read_report_add:
 *
 * Lists an issue; the text is made as by printf().
 */
void trl_read_report_add (TrlReadReport *report,
                          TrlIssueKind   kind,
                          const char    *file,
                          guint          line,
                          guint          column,
                          const char    *format,
                          ...) G_GNUC_PRINTF (6, 7);

/**
 * trl_read_report_ask:
 *
 * Lists a question; one about the same thing is listed once.
 */
void trl_read_report_ask (TrlReadReport  *report,
                          TrlQuestionKind kind,
                          guint           input,
                          int             column,
                          const char     *meaning,
                          const char     *value,
                          const char     *format,
                          ...) G_GNUC_PRINTF (7, 8);

/**
 * trl_read_report_count:
 *
 * Returns: how many issues of a kind are listed
 */
guint trl_read_report_count (const TrlReadReport *report, TrlIssueKind kind);

/**
 * trl_issue_to_text:
 *
 * Returns: (transfer full): `FILE:LINE: text`, with what is known of the place
 */
char *trl_issue_to_text (const TrlIssue *issue);

/**
 * trl_read_report_summary:
 *
 * Returns: (transfer full): one translated sentence with the counts
 */
char *trl_read_report_summary (const TrlReadReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlReadReport, trl_read_report_free)

G_END_DECLS
