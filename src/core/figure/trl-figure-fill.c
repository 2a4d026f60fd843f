/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own words may hold fields, which stay alive: what a figure says by itself, and what can
 * be counted. */
#include "config.h"

#include "figure/trl-figure-fill.h"

#include "analysis/trl-profile.h"
#include "figure/trl-figure-networks.h"
#include "model/trl-next-wave.h"

#include <math.h>
#include <string.h>

#define N_FIELDS 9
#define MOST_BYTES 65536 /* of a line on a page, however often it says a field */

typedef struct
{
  const TrlFigureRequest *request;
  const TrlPageWords     *made;
  GPtrArray              *networks;        /* that are shown; NULL until somebody asks */
  char                   *texts[N_FIELDS]; /* the same */
} Filling;

static GPtrArray *
get_networks (Filling *filling)
{
  if (!filling->networks)
    filling->networks = trl_figure_find_shown (filling->request);
  return filling->networks;
}

/* As subtitles count them: those behind the types of a survey that tells their numbers.
 */
static guint
count_in_network (const TrlNetwork *network)
{
  g_autoptr (TrlProfile) profile = trl_profile_new (network);

  return profile->by_type && isfinite (profile->n_partners)
           ? (guint) profile->n_partners
           : trl_network_count_partners (network);
}

static char *
count_partners (Filling *filling)
{
  GPtrArray *networks = get_networks (filling);
  guint      sum = 0;

  for (guint i = 0; i < networks->len; i++)
    sum += count_in_network (networks->pdata[i]);
  return g_strdup_printf ("%u", sum);
}

/* Those of which something is known and that are more than none, as profiles count. */
static char *
count_partnerships (Filling *filling)
{
  GPtrArray *networks = get_networks (filling);
  guint      sum = 0;

  for (guint i = 0; i < networks->len; i++)
    {
      g_autoptr (TrlProfile) profile = trl_profile_new (networks->pdata[i]);

      sum += profile->n_unreported + profile->n_other;
      for (guint rank = 1; rank < profile->n_levels; rank++)
        sum += profile->ties[rank];
    }
  return g_strdup_printf ("%u", sum);
}

/* Waves of a site are one site; a network that has no name and says none is one, too. */
static char *
count_sites (Filling *filling)
{
  GPtrArray *networks = get_networks (filling);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint sum = 0;

  for (guint i = 0; i < networks->len; i++)
    {
      const char *site = trl_network_get_site (networks->pdata[i]);

      sum += !*site || g_hash_table_add (seen, (gpointer) site);
    }
  return g_strdup_printf ("%u", sum);
}

static char *
get_document (Filling *filling)
{
  return g_strdup (
    trl_document_get_text (filling->request->document, TRL_DOCUMENT_TITLE));
}

static char *
get_network (Filling *filling)
{
  GPtrArray *networks = get_networks (filling);

  return networks->len > 0 ? g_strdup (trl_network_get_name (networks->pdata[0])) : NULL;
}

static char *
get_title (Filling *filling)
{
  return g_strdup (filling->made->title);
}

static char *
get_subtitle (Filling *filling)
{
  return g_strdup (filling->made->subtitle);
}

static char *
get_caption (Filling *filling)
{
  return g_strdup (filling->made->caption);
}

static char *
get_source (Filling *filling)
{
  return g_strdup (filling->made->source);
}

static const struct
{
  const char *name;
  char *(*get) (Filling *filling);
} fields[N_FIELDS] = {
  { "{title}", get_title },
  { "{subtitle}", get_subtitle },
  { "{caption}", get_caption },
  { "{source}", get_source },
  { "{document}", get_document },
  { "{network}", get_network },
  { "{sites}", count_sites },
  { "{partners}", count_partners },
  { "{partnerships}", count_partnerships },
};

/* Appends what a field stands for.  Returns its length, or 0 where there is none. */
static gsize
fill_field (Filling *filling, const char *at, GString *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_has_prefix (at, fields[i].name))
      {
        if (!filling->texts[i])
          filling->texts[i] = fields[i].get (filling);
        g_string_append (out, filling->texts[i] ? filling->texts[i] : "");
        return strlen (fields[i].name);
      }
  return 0;
}

static char *
fill (Filling *filling, const char *own, const char *made)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!own)
    return made ? g_strstrip (g_strdup (made)) : NULL;
  while (*own && out->len < MOST_BYTES)
    {
      gsize used = *own == '{' ? fill_field (filling, own, out) : 0;

      if (used == 0)
        g_string_append_c (out, *own);
      own += MAX (1, used);
    }
  if (out->len > MOST_BYTES)
    g_string_truncate (
      out, (gsize) (g_utf8_find_prev_char (out->str, out->str + MOST_BYTES) - out->str));
  return g_strdup (g_strstrip (out->str));
}

void
trl_figure_fill_words (const TrlFigureRequest *request,
                       const TrlPageWords     *made,
                       TrlPageWords           *words)
{
  Filling filling = { .request = request, .made = made };

  words->title = fill (&filling, request->title, made->title);
  words->subtitle = fill (&filling, request->subtitle, made->subtitle);
  words->caption = fill (&filling, request->caption, made->caption);
  words->source = fill (&filling, request->source, made->source);
  words->note = fill (&filling, request->note, made->note);
  g_clear_pointer (&filling.networks, g_ptr_array_unref);
  for (guint i = 0; i < N_FIELDS; i++)
    g_free (filling.texts[i]);
}

gboolean
trl_figure_wants_made_caption (const TrlFigureRequest *request)
{
  const char *words[] = { request->title, request->subtitle, request->caption,
                          request->source, request->note };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] && strstr (words[i], "{caption}"))
      return TRUE;
  return !request->caption;
}

double
trl_figure_get_text_size (const TrlFigureRequest *request)
{
  return request->text_size > 0 ? MAX (6, request->text_size)
                                : trl_page_get_text_size (request->width);
}

void
trl_figure_fill_page (const TrlFigureRequest *request,
                      const TrlPageWords     *words,
                      TrlPage                *page)
{
  page->theme = request->theme;
  page->width = request->width;
  page->height = request->height;
  page->margin = request->margin;
  page->text_size = trl_figure_get_text_size (request);
  page->words = words;
  page->plan = request->legend;
}
