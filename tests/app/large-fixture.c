/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents of any size, made by rule, and how long the main loop was away. */

#include "config.h"

#include "large-fixture.h"

#include "trellis-window-private.h"

#define TICK 5     /* milliseconds */
#define QUIET 40   /* ticks without a pause */
#define PAUSE 25.0 /* milliseconds that tell work from waiting */
#define SPACING 40.0

struct LargeWatch
{
  guint  source;
  gint64 last; /* microseconds */
  double longest;
  guint  calm; /* ticks since the last pause */
};

static void
add_node (TrlDocument *document, guint i, guint side)
{
  const TrlVocabulary  *words = trl_document_get_vocabulary (document);
  const TrlPartnerType *type = words->types->pdata[i % words->types->len];
  g_autofree char      *id = g_strdup_printf ("node%06u", i);
  g_autofree char      *name = g_strdup_printf ("%s organization %u", type->name, i);
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (name));
  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type->id));
  trl_record_set (node, TRL_NODE_X, TRL_NUMBER (SPACING * (i % side)));
  trl_record_set (node, TRL_NODE_Y, TRL_NUMBER (SPACING * (i / side)));
  trl_document_add (document, "large", node);
}

/* Every node is tied to some that stand near it. */
static void
add_edge (TrlDocument *document, guint i, guint nodes, guint side)
{
  const TrlScale  *scale = trl_document_get_vocabulary (document)->scales->pdata[0];
  const guint      steps[] = { 1, side, side + 1, 2, 2 * side + 1, 3 };
  guint            from = i % nodes;
  guint            to = (from + steps[i / nodes % G_N_ELEMENTS (steps)]) % nodes;
  g_autofree char *id = g_strdup_printf ("edge%06u", i);
  g_autofree char *ends[] = { g_strdup_printf ("node%06u", from),
                              g_strdup_printf ("node%06u", to) };
  g_autoptr (TrlRecord) edge = trl_record_new_edge (id, ends[0], ends[1]);
  guint rank = i % trl_scale_get_n_levels (scale);

  trl_record_set (edge, TRL_EDGE_LEVEL, TRL_TEXT (trl_scale_get_level (scale, rank)->id));
  trl_document_add (document, "large", edge);
}

TrlDocument *
large_document (guint nodes, guint edges)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, "large");
  guint side = 1;

  while (side * side < nodes)
    side++;
  trl_record_set (network, TRL_NETWORK_NAME, TRL_TEXT ("Large"));
  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, network);
  for (guint i = 0; i < nodes; i++)
    add_node (document, i, side);
  for (guint i = 0; i < edges; i++)
    add_edge (document, i, nodes, side);
  trl_document_end (document);
  trl_document_forget_history (document);
  return document;
}

static gboolean
on_tick (gpointer data)
{
  LargeWatch *watch = data;
  gint64      now = g_get_monotonic_time ();
  double      pause = (double) (now - watch->last) / 1000;

  watch->longest = MAX (watch->longest, pause);
  watch->calm = pause > PAUSE ? 0 : watch->calm + 1;
  watch->last = now;
  return G_SOURCE_CONTINUE;
}

LargeWatch *
large_watch_new (void)
{
  LargeWatch *watch = g_new0 (LargeWatch, 1);

  watch->source = g_timeout_add_full (G_PRIORITY_HIGH, TICK, on_tick, watch, NULL);
  large_watch_reset (watch);
  return watch;
}

void
large_watch_free (LargeWatch *watch)
{
  g_source_remove (watch->source);
  g_free (watch);
}

void
large_watch_reset (LargeWatch *watch)
{
  watch->longest = 0;
  watch->calm = 0;
  watch->last = g_get_monotonic_time ();
}

double
large_watch_get_longest (LargeWatch *watch)
{
  return watch->longest;
}

void
large_quiet (LargeWatch *watch)
{
  watch->calm = 0;
  while (watch->calm < QUIET)
    g_main_context_iteration (NULL, TRUE);
}

void
large_hide_map (TrellisWindow *window)
{
  TrlDocument *document = trellis_session_get_document (window->session);

  gtk_widget_set_visible (GTK_WIDGET (window->views), FALSE);
  g_signal_handlers_block_matched (document, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                   window->canvas);
}

void
large_set_level (TrlDocument *document, guint rank)
{
  const TrlScale *scale = trl_document_get_vocabulary (document)->scales->pdata[0];

  trl_document_begin (document, "Set Level", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "large", "edge000000", TRL_EDGE_LEVEL,
                    TRL_TEXT (trl_scale_get_level (scale, rank)->id));
  trl_document_end (document);
}
