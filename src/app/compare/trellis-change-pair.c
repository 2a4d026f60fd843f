/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Waves come before sites: two sites differ, but neither became the other. */

#include "config.h"

#include "compare/trellis-change-pair.h"

#include "model/trl-next-wave.h"

/* Waves of one site, the earlier of which is @earlier; NULL: any. */
static gboolean
find_waves (TrlDocument      *document,
            const TrlNetwork *earlier,
            TrlNetwork      **from,
            TrlNetwork      **to)
{
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      TrlNetwork *later = trl_document_get_network (document, i);
      TrlNetwork *before = trl_next_wave_find_last (document, later);

      if (!before || (earlier && before != earlier))
        continue;
      *from = before;
      *to = later;
      return TRUE;
    }
  return FALSE;
}

void
trellis_change_choose_pair (TrlDocument *document,
                            TrlNetwork  *shown,
                            TrlNetwork **from,
                            TrlNetwork **to)
{
  TrlNetwork *before = shown ? trl_next_wave_find_last (document, shown) : NULL;
  TrlNetwork *first;

  if (before)
    {
      *from = before;
      *to = shown;
      return;
    }
  if ((shown && find_waves (document, shown, from, to)) ||
      find_waves (document, NULL, from, to) || trl_document_get_n_networks (document) < 2)
    return;
  first = trl_document_get_network (document, 0);
  *from = first;
  *to = shown && shown != first ? shown : trl_document_get_network (document, 1);
}
