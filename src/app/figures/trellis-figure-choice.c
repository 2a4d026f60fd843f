/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saved figures come first, as in the gallery.  The list is made anew only when it says
 * something else, so that it can be open meanwhile.
 */

#include "config.h"

#include "figures/trellis-figure-choice.h"

#include "figure/trl-figure-saved.h"

#include "dialogs/trellis-option-rows.h"

#include <glib/gi18n.h>

struct _TrellisFigureChoice
{
  AdwComboRow     parent_instance;
  TrellisSession *session;
  GStrv           saved;  /* ids of those that are listed */
  GStrv           labels; /* all that is listed */
  gboolean        with_saved;
  gboolean        quiet;
};

enum
{
  CHOSEN,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisFigureChoice, trellis_figure_choice, ADW_TYPE_COMBO_ROW)

static void
list_saved (TrellisFigureChoice *self, GStrvBuilder *ids, GStrvBuilder *labels)
{
  TrlDocument *document = trellis_session_get_document (self->session);

  for (guint i = 0; self->with_saved && i < trl_document_get_n_figures (document); i++)
    {
      const TrlSavedFigure *figure = trl_document_get_figure (document, i);
      /* Translators: the name of a figure that is saved in the document */
      g_autofree char *label = g_strdup_printf (_ ("Saved: %s"), figure->name);

      g_strv_builder_add (ids, figure->id);
      g_strv_builder_add (labels, label);
    }
}

static void
list_all (TrellisFigureChoice *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_autoptr (GtkStringList) model = NULL;
  g_auto (GStrv) before = self->labels;
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);

  list_saved (self, ids, labels);
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (labels, _ (figures[i]->label));
  g_strfreev (self->saved);
  self->saved = g_strv_builder_end (ids);
  self->labels = g_strv_builder_end (labels);
  if (before &&
      g_strv_equal ((const char *const *) before, (const char *const *) self->labels))
    return;
  model = gtk_string_list_new ((const char *const *) self->labels);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (model));
}

static guint
find_figure (TrellisFigureChoice *self, const char *figure, const char *saved)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);
  guint                   n_saved = g_strv_length (self->saved);

  for (guint i = 0; i < n_saved; i++)
    if (g_strcmp0 (self->saved[i], saved) == 0)
      return i;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (figures[i]->id, figure))
      return n_saved + i;
  return GTK_INVALID_LIST_POSITION;
}

static void
on_selected (TrellisFigureChoice *self)
{
  guint                   n;
  const TrlFigure *const *figures = trl_figures (&n);
  guint                   index = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  guint                   n_saved;

  if (self->quiet || index == GTK_INVALID_LIST_POSITION)
    return;
  n_saved = g_strv_length (self->saved);
  if (index < n_saved)
    g_signal_emit (self, signals[OPENED], 0, self->saved[index]);
  else
    g_signal_emit (self, signals[CHOSEN], 0, figures[MIN (index - n_saved, n - 1)]->id);
}

/* --- the list: names as long as they are, which may differ only at their ends --- */

/* --- the widget --- */

static void
trellis_figure_choice_dispose (GObject *object)
{
  TrellisFigureChoice *self = TRELLIS_FIGURE_CHOICE (object);

  self->quiet = TRUE;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (trellis_figure_choice_parent_class)->dispose (object);
}

static void
trellis_figure_choice_finalize (GObject *object)
{
  TrellisFigureChoice *self = TRELLIS_FIGURE_CHOICE (object);

  g_strfreev (self->saved);
  g_strfreev (self->labels);
  G_OBJECT_CLASS (trellis_figure_choice_parent_class)->finalize (object);
}

static void
trellis_figure_choice_class_init (TrellisFigureChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_figure_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = trellis_figure_choice_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trellis_figure_choice_init (TrellisFigureChoice *self)
{
  self->quiet = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Figure"));
  trellis_option_rows_wrap (ADW_COMBO_ROW (self));
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);
}

GtkWidget *
trellis_figure_choice_new (TrellisSession *session, gboolean with_saved)
{
  TrellisFigureChoice *self = g_object_new (TRELLIS_TYPE_FIGURE_CHOICE, NULL);

  self->session = g_object_ref (session);
  self->with_saved = with_saved;
  list_all (self);
  self->quiet = FALSE;
  return GTK_WIDGET (self);
}

void
trellis_figure_choice_show (TrellisFigureChoice *self,
                            const char          *figure,
                            const char          *saved)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_CHOICE (self));
  self->quiet = TRUE;
  list_all (self);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_figure (self, figure, saved));
  self->quiet = FALSE;
}
