/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can go wrong between a document and the disk, and the remarks a reader leaves. */

#include "config.h"

#include "store/trl-store-error.h"

G_DEFINE_QUARK (TrlStoreError, trl_store_error)

TrlProblem *
trl_problem_new (guint line, guint column, const char *text)
{
  TrlProblem *problem = g_new0 (TrlProblem, 1);

  problem->line = line;
  problem->column = column;
  problem->text = g_strdup (text);
  return problem;
}

void
trl_problem_free (TrlProblem *problem)
{
  g_free (problem->text);
  g_free (problem);
}

GPtrArray *
trl_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) trl_problem_free);
}
