/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a figure goes: files, the clipboard, paper. */

#include "config.h"

#include "figures/trellis-figure-output.h"

#include "draw/trl-draw.h"
#include "figure/trl-figure-alt.h"
#include "figure/trl-figure-saved.h"
#include "store/trl-save.h"
#include "trellis-compat.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- files --- */

static const struct
{
  TrellisFigureBeside flag;
  const char         *ending; /* in place of the figure's */
} besides[] = {
  { TRELLIS_BESIDE_DATA, "-data.csv" },
  { TRELLIS_BESIDE_ALT, "-alt.txt" },
  { TRELLIS_BESIDE_SIDECAR, "-figure.json" },
};

static char *
name_beside (const char *path, const char *ending)
{
  const char *dot = strrchr (path, '.'), *slash = strrchr (path, G_DIR_SEPARATOR);
  gsize       length = dot && dot > slash ? (gsize) (dot - path) : strlen (path);

  return g_strdup_printf ("%.*s%s", (int) length, path, ending);
}

/* A figure without numbers leaves what is called like a table of them alone. */
GPtrArray *
trellis_figure_output_list_taken (const TrlFigure    *figure,
                                  TrellisFigureBeside beside,
                                  const char         *path)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func (g_object_unref);
  guint      flags = beside;

  if (!figure->make_table)
    flags &= ~(guint) TRELLIS_BESIDE_DATA;
  for (guint i = 0; i < G_N_ELEMENTS (besides); i++)
    {
      g_autofree char *name = name_beside (path, besides[i].ending);

      if ((flags & besides[i].flag) && g_file_test (name, G_FILE_TEST_EXISTS))
        g_ptr_array_add (taken, g_file_new_for_path (name));
    }
  return taken;
}

/* NULL without an error where a figure has no numbers. */
static char *
make_beside (TrellisFigureBeside     flag,
             TrlFigureSettings      *settings,
             const TrlFigureRequest *request,
             const TrlScene         *scene,
             GError                **error)
{
  switch (flag)
    {
    case TRELLIS_BESIDE_DATA:
      return trl_figure_make_table (request, error);
    case TRELLIS_BESIDE_ALT:
      {
        g_autofree char *alt = trl_figure_make_alt (request, scene);

        return g_strconcat (alt, "\n", NULL);
      }
    case TRELLIS_BESIDE_SIDECAR:
      return trl_figure_settings_to_sidecar (settings, request->document);
    default:
      return NULL;
    }
}

/* A file that is made, and not written yet. */
typedef struct
{
  char   *path;
  GBytes *bytes;
} Sheet;

static void
sheet_clear (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->path);
  g_bytes_unref (sheet->bytes);
}

static void
add_sheet (GArray *sheets, char *path, GBytes *bytes)
{
  Sheet sheet = { path, bytes };

  g_array_append_val (sheets, sheet);
}

static gboolean
add_besides (GArray                 *sheets,
             TrellisFigureBeside     beside,
             TrlFigureSettings      *settings,
             const TrlFigureRequest *request,
             const TrlScene         *scene,
             const char             *path,
             GError                **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (besides); i++)
    {
      g_autoptr (GError) problem = NULL;
      char *text = NULL;

      if (beside & besides[i].flag)
        text = make_beside (besides[i].flag, settings, request, scene, &problem);
      if (problem)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if (text)
        add_sheet (sheets, name_beside (path, besides[i].ending),
                   g_bytes_new_take (text, strlen (text)));
    }
  return TRUE;
}

/* All of a figure is made before anything of it is written. */
static GArray *
make_sheets (TrlFigureSettings  *settings,
             TrlDocument        *document,
             const char         *format,
             TrellisFigureBeside beside,
             const char         *path,
             GCancellable       *cancellable,
             GError            **error)
{
  g_autoptr (GArray) sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  g_autoptr (TrlScene) scene = NULL;
  TrlFigureRequest request;
  GBytes          *bytes;

  g_array_set_clear_func (sheets, sheet_clear);
  trl_figure_settings_fill_request (settings, document, &request);
  scene = trl_figure_build (&request, cancellable, error);
  bytes = scene ? trl_figure_write (scene, &request, format, error) : NULL;
  if (!bytes)
    return NULL;
  add_sheet (sheets, g_strdup (path), bytes);
  if (!add_besides (sheets, beside, settings, &request, scene, path, error))
    return NULL;
  return g_steal_pointer (&sheets);
}

/* What is beside a figure follows it even if somebody stops it then. */
gboolean
trellis_figure_output_write (TrlFigureSettings  *settings,
                             TrlDocument        *document,
                             const char         *format,
                             TrellisFigureBeside beside,
                             const char         *path,
                             GCancellable       *cancellable,
                             GError            **error)
{
  g_autoptr (GArray) sheets =
    make_sheets (settings, document, format, beside, path, cancellable, error);

  for (guint i = 0; sheets && i < sheets->len; i++)
    {
      const Sheet *sheet = &g_array_index (sheets, Sheet, i);

      if (!trl_save_file_over (sheet->path, sheet->bytes, NULL, TRL_SAVE_FORCE,
                               i == 0 ? cancellable : NULL, error))
        return FALSE;
    }
  return sheets != NULL;
}

/* Names that differ by more than capitals, for file systems that do not tell them
 * apart. */
static char *
find_name (GHashTable *names, const char *name)
{
  g_autofree char *plain = trl_text_shorten (name, 60);

  g_strdelimit (plain, "/\\:\n", '-');
  if (*plain == '.' || !*plain)
    *plain = '-';
  for (guint i = 1;; i++)
    {
      g_autofree char *own =
        i > 1 ? g_strdup_printf ("%s %u", plain, i) : g_strdup (plain);

      if (g_hash_table_add (names, g_utf8_casefold (own, -1)))
        return g_steal_pointer (&own);
    }
}

/* Where each saved figure goes. */
static GPtrArray *
plan_saved (TrlDocument *document, const char *format, const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) names =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < trl_document_get_n_figures (document); i++)
    {
      g_autofree char *name =
        find_name (names, trl_document_get_figure (document, i)->name);
      g_autofree char *file = g_strdup_printf ("%s.%s", name, format);

      g_ptr_array_add (paths, g_build_filename (folder, file, NULL));
    }
  return paths;
}

static void
add_taken (GPtrArray          *taken,
           const TrlFigure    *figure,
           TrellisFigureBeside beside,
           const char         *path)
{
  g_autoptr (GPtrArray) others = trellis_figure_output_list_taken (figure, beside, path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    g_ptr_array_add (taken, g_file_new_for_path (path));
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (taken, g_object_ref (others->pdata[i]));
}

GPtrArray *
trellis_figure_output_list_saved_taken (TrlDocument        *document,
                                        const char         *format,
                                        TrellisFigureBeside beside,
                                        const char         *folder)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) paths = plan_saved (document, format, folder);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (TrlFigureSettings) settings =
        trl_figure_settings_new_from_saved (trl_document_get_figure (document, i), NULL);

      if (settings) /* the others are not written */
        add_taken (taken, trl_figure_settings_get_figure (settings), beside,
                   paths->pdata[i]);
    }
  return taken;
}

static gboolean
write_each (TrlDocument        *document,
            const char         *format,
            TrellisFigureBeside beside,
            const char         *folder,
            guint              *n,
            GCancellable       *cancellable,
            GError            **error)
{
  g_autoptr (GPtrArray) paths = plan_saved (document, format, folder);

  for (; *n < paths->len; (*n)++)
    {
      const TrlSavedFigure *saved = trl_document_get_figure (document, *n);
      g_autoptr (TrlFigureSettings) settings =
        trl_figure_settings_new_from_saved (saved, error);

      if (!settings ||
          !trellis_figure_output_write (settings, document, format, beside,
                                        paths->pdata[*n], cancellable, error))
        {
          g_prefix_error (error, "%s: ", saved->name);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
trellis_figure_output_write_saved (TrlDocument        *document,
                                   const char         *format,
                                   TrellisFigureBeside beside,
                                   const char         *path,
                                   guint              *n,
                                   GCancellable       *cancellable,
                                   GError            **error)
{
  g_autoptr (GBytes) bytes = NULL;

  *n = 0;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return write_each (document, format, beside, path, n, cancellable, error);
  bytes = trl_figure_export_saved (document, cancellable, error);
  if (!bytes ||
      !trl_save_file_over (path, bytes, NULL, TRL_SAVE_FORCE, cancellable, error))
    return FALSE;
  *n = trl_document_get_n_figures (document);
  return TRUE;
}

/* What is there already when the rest is not. */
void
trellis_figure_output_tell_failed (GtkWindow *parent, const char *reason, guint n)
{
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  if (n > 0)
    count = g_strdup_printf (
      ngettext ("%u figure was written before.", "%u figures were written before.", n),
      n);
  text = g_strconcat (reason, count ? "\n" : NULL, count, NULL);
  trellis_compat_tell (parent, _ ("Could Not Export"), text);
}

/* --- the clipboard --- */

static const char *const pictures[][2] = { { "png", "image/png" },
                                           { "svg", "image/svg+xml" } };

GdkContentFormats *
trellis_figure_output_get_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    gdk_content_formats_builder_add_mime_type (builder, pictures[i][1]);
  return gdk_content_formats_builder_free_to_formats (builder);
}

GdkContentProvider *
trellis_figure_output_make_content (TrlFigureSettings *settings,
                                    TrlDocument       *document,
                                    GCancellable      *cancellable,
                                    GError           **error)
{
  TrlFigureRequest request;
  g_autoptr (TrlScene) scene = NULL;
  g_autoptr (GPtrArray) providers = g_ptr_array_new_with_free_func (g_object_unref);

  trl_figure_settings_fill_request (settings, document, &request);
  scene = trl_figure_build (&request, cancellable, error);
  for (guint i = 0; scene && i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      bytes = trl_figure_write (scene, &request, pictures[i][0], error);
      if (!bytes)
        return NULL;
      g_ptr_array_add (providers,
                       gdk_content_provider_new_for_bytes (pictures[i][1], bytes));
    }
  if (!scene)
    return NULL;
  g_ptr_array_set_free_func (providers, NULL); /* the union takes them over */
  return gdk_content_provider_new_union ((GdkContentProvider **) providers->pdata,
                                         providers->len);
}

/* --- paper --- */

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           data)
{
  const TrlScene *scene = data;
  cairo_t        *cr = gtk_print_context_get_cairo_context (context);
  double          width, height, scale;
  TrlRect         extent;

  trl_scene_get_extent (scene, &extent);
  width = gtk_print_context_get_width (context);
  height = gtk_print_context_get_height (context);
  scale = MIN (1, MIN (width / extent.width, height / extent.height));
  cairo_translate (cr, (width - extent.width * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -extent.x, -extent.y);
  trl_draw_scene (scene, cr);
}

/* Landscape where the page is. */
static GtkPageSetup *
make_setup (const TrlScene *scene)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  TrlRect       extent;

  trl_scene_get_extent (scene, &extent);
  if (extent.width > extent.height)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  return setup;
}

static void
unref_scene (gpointer scene, GClosure *closure)
{
  trl_scene_unref (scene);
}

void
trellis_figure_output_print (TrlScene *scene, const char *title, GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_setup (scene);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title && *title ? title : _ ("Figure"));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page),
                         trl_scene_ref (scene), unref_scene, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent,
                           &error);
  if (error)
    g_message ("%s", error->message);
}
