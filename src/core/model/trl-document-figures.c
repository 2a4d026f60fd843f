/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes of the list of saved figures, each written as the one edit that replaces the
 * whole list. */

#include "model/trl-document.h"

#define NOT_THERE G_MAXUINT

static guint
find_index (TrlDocument *document, const char *id)
{
  for (guint i = 0; i < trl_document_get_n_figures (document); i++)
    if (g_str_equal (trl_document_get_figure (document, i)->id, id))
      return i;
  return NOT_THERE;
}

static GPtrArray *
copy_list (TrlDocument *document)
{
  GPtrArray *copy = trl_saved_figures_new ();

  for (guint i = 0; i < trl_document_get_n_figures (document); i++)
    g_ptr_array_add (copy, trl_saved_figure_copy (trl_document_get_figure (document, i)));
  return copy;
}

gboolean
trl_document_set_figures (TrlDocument *document, GPtrArray *figures)
{
  g_autoptr (GError) error = NULL;

  if (trl_document_apply (document,
                          &(TrlEdit){ .kind = TRL_EDIT_SET_FIGURES,
                                      .of = TRL_KIND_DOCUMENT,
                                      .figures = figures },
                          &error))
    return TRUE;
  if (error)
    g_warning ("An edit was refused: %s", error->message);
  return FALSE;
}

gboolean
trl_document_put_figure (TrlDocument *document, const TrlSavedFigure *figure)
{
  g_autoptr (GPtrArray) figures = copy_list (document);
  guint           index = find_index (document, figure->id);
  TrlSavedFigure *copy = trl_saved_figure_copy (figure);

  if (index == NOT_THERE)
    g_ptr_array_add (figures, copy);
  else
    {
      trl_saved_figure_free (figures->pdata[index]);
      figures->pdata[index] = copy;
    }
  return trl_document_set_figures (document, figures);
}

gboolean
trl_document_remove_figure (TrlDocument *document, const char *id)
{
  g_autoptr (GPtrArray) figures = copy_list (document);
  guint index = find_index (document, id);

  if (index == NOT_THERE)
    return FALSE;
  g_ptr_array_remove_index (figures, index);
  return trl_document_set_figures (document, figures);
}

gboolean
trl_document_move_figure (TrlDocument *document, const char *id, guint index)
{
  g_autoptr (GPtrArray) figures = copy_list (document);
  guint    from = find_index (document, id);
  gpointer figure;

  if (from == NOT_THERE)
    return FALSE;
  figure = g_ptr_array_steal_index (figures, from);
  g_ptr_array_insert (figures, (int) MIN (index, figures->len), figure);
  return trl_document_set_figures (document, figures);
}
