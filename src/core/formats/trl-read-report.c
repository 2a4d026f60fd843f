/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The account of a reading: every row that is not simply kept has a line here. */

#include "config.h"

#include "formats/trl-read-report.h"

#include <glib/gi18n-lib.h>

static void
free_issue (gpointer data)
{
  TrlIssue *issue = data;
  g_free (issue->file);
  g_free (issue->text);
  g_free (issue);
}

static void
free_question (gpointer data)
{
  TrlQuestion *question = data;
  g_free (question->meaning);
  g_free (question->value);
  g_free (question->text);
  g_free (question);
}

TrlReadReport *
trl_read_report_new (void)
{
  TrlReadReport *report = g_new0 (TrlReadReport, 1);
  report->issues = g_ptr_array_new_with_free_func (free_issue);
  report->questions = g_ptr_array_new_with_free_func (free_question);
  return report;
}

void
trl_read_report_free (TrlReadReport *report)
{
  g_ptr_array_unref (report->issues);
  g_ptr_array_unref (report->questions);
  g_free (report);
}

void
trl_read_report_add (TrlReadReport *report,
                     TrlIssueKind   kind,
                     const char    *file,
                     guint          line,
                     guint          column,
                     const char    *format,
                     ...)
{
  TrlIssue *issue = g_new0 (TrlIssue, 1);
  va_list   args;

  issue->kind = kind;
  issue->file = g_strdup (file);
  issue->line = line;
  issue->column = column;
  va_start (args, format);
  issue->text = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (report->issues, issue);
}

static gboolean
is_asked (const TrlReadReport *report,
          TrlQuestionKind      kind,
          guint                input,
          int                  column,
          const char          *value)
{
  for (guint i = 0; i < report->questions->len; i++)
    {
      const TrlQuestion *q = report->questions->pdata[i];
      if (q->kind == kind && q->input == input && q->column == column &&
          g_strcmp0 (q->value, value) == 0)
        return TRUE;
    }
  return FALSE;
}

void
trl_read_report_ask (TrlReadReport  *report,
                     TrlQuestionKind kind,
                     guint           input,
                     int             column,
                     const char     *meaning,
                     const char     *value,
                     const char     *format,
                     ...)
{
  if (is_asked (report, kind, input, column, value))
    return;

  TrlQuestion *question = g_new0 (TrlQuestion, 1);
  va_list      args;

  question->kind = kind;
  question->input = input;
  question->column = column;
  question->meaning = g_strdup (meaning);
  question->value = g_strdup (value);
  va_start (args, format);
  question->text = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (report->questions, question);
  report->asks = TRUE;
}

guint
trl_read_report_count (const TrlReadReport *report, TrlIssueKind kind)
{
  guint n = 0;
  for (guint i = 0; i < report->issues->len; i++)
    n += ((TrlIssue *) report->issues->pdata[i])->kind == kind;
  return n;
}

char *
trl_issue_to_text (const TrlIssue *issue)
{
  if (issue->file == NULL)
    return g_strdup (issue->text);
  if (issue->line == 0)
    return g_strdup_printf ("%s: %s", issue->file, issue->text);
  return g_strdup_printf ("%s:%u: %s", issue->file, issue->line, issue->text);
}

static void
add_part (GString *text, const char *separator, const char *format, guint n)
{
  if (n == 0)
    return;
  g_string_append (text, separator);
  g_string_append_printf (text, format, n);
}

/* What did not happen is not mentioned. */
char *
trl_read_report_summary (const TrlReadReport *report)
{
  GString *text = g_string_new (NULL);
  guint    n_added =
    report->n_completed + trl_read_report_count (report, TRL_ISSUE_ADDED_TYPE);

  g_string_append_printf (text, ngettext ("%u row read", "%u rows read", report->n_rows),
                          report->n_rows);
  if (report->n_kept < report->n_rows)
    add_part (text, ", ", ngettext ("%u kept", "%u kept", report->n_kept),
              report->n_kept);
  add_part (text, ", ", ngettext ("%u merged", "%u merged", report->n_merged),
            report->n_merged);
  add_part (text, ", ", ngettext ("%u skipped", "%u skipped", report->n_skipped),
            report->n_skipped);
  add_part (text, ", ",
            ngettext ("%u without an answer", "%u without an answer", report->n_blank),
            report->n_blank);
  add_part (text, "; ", ngettext ("%u thing added", "%u things added", n_added), n_added);
  return g_string_free (text, FALSE);
}
