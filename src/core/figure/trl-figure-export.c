/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door to a figure file, for the window and the command line alike. */
#include "config.h"

#include "figure/trl-figure.h"

#include "draw/trl-draw.h"
#include "figure/trl-figure-alt.h"

#include <glib/gi18n-lib.h>

typedef GBytes *(*WriteFunc) (const TrlScene    *scene,
                              const TrlDrawInfo *info,
                              double             dpi,
                              GError           **error);

static GBytes *
write_pdf (const TrlScene *scene, const TrlDrawInfo *info, double dpi, GError **error)
{
  return trl_draw_pdf (scene, info, error);
}

static GBytes *
write_svg (const TrlScene *scene, const TrlDrawInfo *info, double dpi, GError **error)
{
  return trl_draw_svg (scene, info, error);
}

static GBytes *
write_png (const TrlScene *scene, const TrlDrawInfo *info, double dpi, GError **error)
{
  return trl_draw_png (scene, info, dpi > 0 ? dpi : 300, error);
}

static GBytes *
write_eps (const TrlScene *scene, const TrlDrawInfo *info, double dpi, GError **error)
{
  return trl_draw_eps (scene, info, error);
}

static const TrlFigureFormat formats[] = {
  { "pdf", N_ ("PDF"), "application/pdf" },
  { "svg", N_ ("SVG"), "image/svg+xml" },
  { "png", N_ ("PNG"), "image/png" },
  { "eps", N_ ("Encapsulated PostScript"), "image/x-eps" },
};
static const WriteFunc writers[] = { write_pdf, write_svg, write_png, write_eps };

const TrlFigureFormat *
trl_figure_formats (guint *n)
{
  *n = G_N_ELEMENTS (formats);
  return formats;
}

static WriteFunc
find_writer (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].id, id) == 0)
      return writers[i];
  return NULL;
}

const char *
trl_figure_get_title (const TrlFigureRequest *request)
{
  guint            n = trl_document_get_n_networks (request->document);
  const TrlFigure *figure =
    trl_figure_find (request->figure ? request->figure : "network");

  if (request->title && *request->title)
    return request->title;
  if (figure && figure->many)
    return trl_document_get_text (request->document, TRL_DOCUMENT_TITLE);
  for (guint i = 0; i < n; i++)
    {
      const TrlNetwork *network = trl_document_get_network (request->document, i);

      if (!request->network ||
          g_str_equal (trl_network_get_id (network), request->network) ||
          g_str_equal (trl_network_get_name (network), request->network))
        return trl_network_get_name (network);
    }
  return NULL;
}

gint64
trl_figure_get_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  return epoch ? g_ascii_strtoll (epoch, NULL, 10) : 0;
}

/* What the file says of itself. */
static TrlDrawInfo
describe (const TrlFigureRequest *request, const char *title, const char *alt)
{
  return (TrlDrawInfo){
    .title = title && *title ? title : trl_figure_get_title (request),
    .description = alt,
    .author = request->author,
    .keywords = request->keywords,
    .language = trl_document_get_text (request->document, TRL_DOCUMENT_LANGUAGE),
    .created = trl_figure_get_date (),
  };
}

GBytes *
trl_figure_write (const TrlScene         *scene,
                  const TrlFigureRequest *request,
                  const char             *format,
                  GError                **error)
{
  WriteFunc        write = find_writer (format);
  g_autofree char *alt = NULL;
  TrlDrawInfo      info;

  if (!write)
    {
      g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN,
                   _ ("A figure cannot be written as “%s”"), format ? format : "");
      return NULL;
    }
  alt = trl_figure_make_alt (request, scene);
  info = describe (request, trl_scene_get_name (scene), alt);
  info.outlines = request->outlines;
  return write (scene, &info, request->dpi, error);
}

GBytes *
trl_figure_export (const TrlFigureRequest *request,
                   const char             *format,
                   GCancellable           *cancellable,
                   GError                **error)
{
  g_autoptr (TrlScene) scene = trl_figure_build (request, cancellable, error);

  return scene ? trl_figure_write (scene, request, format, error) : NULL;
}
