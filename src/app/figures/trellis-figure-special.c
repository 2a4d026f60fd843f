/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nobody knows the ids of partner types or levels: they are ticked in lists. */

#include "config.h"

#include "figure/trl-figure-axes.h"
#include "figures/trellis-figure-context.h"

#include <glib/gi18n.h>
#include <string.h>

#define CHOSEN "chosen"

static const TrlVocabulary *
get_words (const TrellisFigureContext *context)
{
  return trl_document_get_vocabulary (trellis_session_get_document (context->session));
}

static void
list_types (const TrellisFigureContext *context, GPtrArray *ids, GPtrArray *labels)
{
  const TrlVocabulary *words = get_words (context);

  for (guint i = 0; i < words->types->len; i++)
    {
      const TrlPartnerType *type = words->types->pdata[i];

      g_ptr_array_add (ids, g_strdup (type->id));
      g_ptr_array_add (labels, g_strdup (type->name));
    }
}

static gboolean
is_only_one (const TrlVocabulary *words, const char *level)
{
  guint n = 0;

  for (guint i = 0; i < words->scales->len; i++)
    n += trl_scale_get_rank (words->scales->pdata[i], level) >= 0;
  return n == 1;
}

/* Levels of several scales say which they are of. */
static void
list_levels (const TrellisFigureContext *context, GPtrArray *ids, GPtrArray *labels)
{
  const TrlVocabulary *words = get_words (context);

  for (guint s = 0; s < words->scales->len; s++)
    {
      const TrlScale *scale = words->scales->pdata[s];

      for (guint i = 0; i < trl_scale_get_n_levels (scale); i++)
        {
          const TrlLevel *level = trl_scale_get_level (scale, i);

          g_ptr_array_add (ids, is_only_one (words, level->id)
                                  ? g_strdup (level->id)
                                  : g_strconcat (scale->id, "/", level->id, NULL));
          g_ptr_array_add (labels,
                           words->scales->len == 1
                             ? g_strdup (level->name)
                             /* Translators: a scale and a level of it. */
                             : g_strdup_printf (_ ("%s: %s"), scale->name, level->name));
        }
    }
  g_ptr_array_add (ids, g_strdup ("not-reported"));
  g_ptr_array_add (labels, g_strdup (_ ("Not reported")));
}

/* --- what is left out --- */

/* Adds ids and what they are called, all owned. */
typedef void (*ListFunc) (const TrellisFigureContext *context,
                          GPtrArray                  *ids,
                          GPtrArray                  *labels);

static void
on_hidden (const char *key, const char *const *chosen, gpointer data)
{
  g_autofree char *text = g_strjoinv ("\n", (char **) chosen);

  trellis_figure_context_set (data, key, text);
}

static void
on_hidden_levels (const char *const *chosen, gpointer data)
{
  on_hidden ("hide-levels", chosen, data);
}

static void
on_hidden_types (const char *const *chosen, gpointer data)
{
  on_hidden ("hide-types", chosen, data);
}

static GtkWidget *
make_checks (TrellisFigureContext *context,
             const TrlOption      *option,
             ListFunc              list,
             const char           *none,
             TrellisCheckFunc      changed)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  const char *text = trl_figure_settings_get (context->settings, option->id);
  g_auto (GStrv) chosen = g_strsplit (text, strchr (text, '\n') ? "\n" : " ", -1);

  list (context, ids, labels);
  return trellis_figure_checks_new (_ (option->label), ids, labels,
                                    (const char *const *) chosen, none, changed, context);
}

/* --- partner types --- */

static void
on_types (const char *const *chosen, gpointer data)
{
  g_autofree char *text = g_strjoinv (" ", (char **) chosen);

  trellis_figure_context_set (data, "types", *text ? text : "all");
}

typedef struct
{
  TrellisFigureContext *context;
  GtkWidget            *checks;
} Types;

static const char *const type_values[] = { "all", "frequent", "brief", CHOSEN, NULL };

static void
on_types_kind (GtkDropDown *kinds, GParamSpec *pspec, gpointer data)
{
  Types      *types = data;
  const char *kind = type_values[MIN (gtk_drop_down_get_selected (kinds), 3)];
  gboolean    chosen = g_str_equal (kind, CHOSEN);

  gtk_widget_set_sensitive (gtk_widget_get_parent (GTK_WIDGET (kinds)), TRUE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (types->checks), chosen);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (types->checks), chosen);
  if (!chosen)
    trellis_figure_context_set (types->context, "types", kind);
}

/* The list of types is open only while they are chosen one by one. */
static GtkWidget *
make_types (TrellisFigureContext *context, const TrlOption *option)
{
  const char *labels[] = { _ ("All"), _ ("Most Frequent"), _ ("The Report’s Seven"),
                           _ ("Chosen"), NULL };
  GtkWidget  *row = make_checks (context, option, list_types, "", on_types);
  GtkWidget  *kinds = gtk_drop_down_new_from_strings (labels);
  const char *value = trl_figure_settings_get (context->settings, "types");
  Types      *types = g_new (Types, 1);
  guint       selected = 3;

  for (guint i = 0; i < 3; i++)
    if (g_str_equal (type_values[i], value))
      selected = i;
  *types = (Types){ context, row };
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), selected);
  gtk_widget_set_valign (kinds, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kinds), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Partner Types"), -1);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), kinds);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), selected == 3);
  g_signal_connect (kinds, "notify::selected", G_CALLBACK (on_types_kind), types);
  g_object_set_data_full (G_OBJECT (row), "types", types, g_free);
  return row;
}

/* --- axes --- */

static GtkWidget *
make_axis (TrellisFigureContext *context, const TrlOption *option)
{
  g_autoptr (GPtrArray) axes =
    trl_figure_axes_list (trellis_session_get_document (context->session));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) "");
  g_ptr_array_add (labels, (gpointer) _ ("Automatic"));
  for (guint i = 0; i < axes->len; i++)
    {
      const TrlFigureAxis *axis = axes->pdata[i];

      if (!axis->known)
        continue;
      g_ptr_array_add (ids, axis->id);
      g_ptr_array_add (labels, axis->label);
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (labels, NULL);
  return trellis_figure_combo_new (context, option->id, _ (option->label),
                                   (const char *const *) labels->pdata,
                                   (const char *const *) ids->pdata);
}

GtkWidget *
trellis_figure_special_row (const TrlOption *option, gpointer data)
{
  TrellisFigureContext *context = data;
  const char           *figure = trl_figure_settings_get_figure (context->settings)->id;

  if (g_str_equal (option->id, "types"))
    return make_types (context, option);
  if (g_str_equal (option->id, "hide-levels"))
    return make_checks (context, option, list_levels, _ ("None"), on_hidden_levels);
  if (g_str_equal (option->id, "hide-types"))
    return make_checks (context, option, list_types, _ ("None"), on_hidden_types);
  if (g_str_equal (figure, "axes") &&
      (g_str_equal (option->id, "x") || g_str_equal (option->id, "y")))
    return make_axis (context, option);
  return NULL;
}
