/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of figures: a row of figures.def is a file and an entry here. */
#include "config.h"

#include "figure/trl-figure.h"

#include "figure/trl-figure-options.h"

#include <glib/gi18n-lib.h>

#define TRL_FIGURE(name) extern const TrlFigure trl_figure_##name;
#include "figure/figures.def"
#undef TRL_FIGURE

static const TrlFigure *const figures[] = {
#define TRL_FIGURE(name) &trl_figure_##name,
#include "figure/figures.def"
#undef TRL_FIGURE
};

G_DEFINE_QUARK (TrlFigureError, trl_figure_error)

const TrlFigure *const *
trl_figures (guint *n)
{
  *n = G_N_ELEMENTS (figures);
  return figures;
}

const TrlFigure *
trl_figure_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_strcmp0 (figures[i]->id, id) == 0)
      return figures[i];
  return NULL;
}

TrlOptions *
trl_figure_options_new (const char *figure)
{
  const TrlFigure *found = trl_figure_find (figure ? figure : "network");

  return found ? trl_figure_all_options (found) : NULL;
}

/* What the caller left open is filled in; @fallback owns what had to be made. */
static const TrlFigure *
complete (TrlFigureRequest *whole, TrlOptions **fallback, GError **error)
{
  const TrlFigure *figure = trl_figure_find (whole->figure ? whole->figure : "network");

  if (!figure)
    {
      g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN,
                   _ ("There is no figure “%s”"), whole->figure);
      return NULL;
    }
  if (trl_document_get_n_networks (whole->document) == 0)
    {
      g_set_error_literal (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_EMPTY,
                           _ ("The document has no network to draw"));
      return NULL;
    }
  if (!whole->options)
    whole->options = *fallback = trl_options_new (figure->options, figure->n_options);
  if (whole->width <= 0)
    whole->width = 180 * TRL_POINTS_PER_MM;
  return figure;
}

TrlScene *
trl_figure_build (const TrlFigureRequest *request,
                  GCancellable           *cancellable,
                  GError                **error)
{
  g_autoptr (TrlOptions) fallback = NULL;
  TrlFigureRequest whole = *request;
  const TrlFigure *figure = complete (&whole, &fallback, error);
  const char      *family;
  TrlScene        *scene;

  if (!figure)
    return NULL;
  family = trl_text_set_family (request->family);
  scene = figure->build (&whole, cancellable, error);
  trl_text_set_family (family);
  return scene;
}

char *
trl_figure_make_table (const TrlFigureRequest *request, GError **error)
{
  g_autoptr (TrlOptions) fallback = NULL;
  TrlFigureRequest whole = *request;
  const TrlFigure *figure = complete (&whole, &fallback, error);

  return figure && figure->make_table ? figure->make_table (&whole, error) : NULL;
}

void
trl_figure_say (const TrlFigureRequest *request, const TrlScene *scene, GString *out)
{
  g_autoptr (TrlOptions) fallback = NULL;
  TrlFigureRequest whole = *request;
  const TrlFigure *figure = complete (&whole, &fallback, NULL);

  if (figure)
    figure->say (&whole, scene, out);
}
