/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counting a hundred thousand partners takes some hundredths of a second for each panel:
 * nobody waits for that between a key and its picture.  Each panel has a priority of its
 * own, since sources of one priority run without a pause between them.
 */

#include "config.h"

#include "panels/trellis-later.h"

#define FEW 5000u /* nodes and edges of all networks */

static gboolean
has_few (TrellisSession *session)
{
  TrlDocument *document = trellis_session_get_document (session);
  guint        n = 0;

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      const TrlNetwork *network = trl_document_get_network (document, i);

      n += trl_table_get_size (trl_network_get_nodes (network));
      n += trl_table_get_size (trl_network_get_edges (network));
    }
  return n <= FEW;
}

void
trellis_later (guint           *source,
               TrellisLaterTurn turn,
               TrellisSession  *session,
               GSourceFunc      update,
               gpointer         data)
{
  if (has_few (session))
    {
      g_clear_handle_id (source, g_source_remove);
      update (data);
    }
  else if (!*source)
    *source = g_idle_add_full (G_PRIORITY_LOW + (int) turn, update, data, NULL);
}
