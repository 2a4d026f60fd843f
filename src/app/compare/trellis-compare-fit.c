/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every number of columns is tried: there are few. */

#include "config.h"

#include "compare/trellis-compare-fit.h"

#include "compare/trellis-compare-panel.h"

#include <math.h>

#define LEAST 170 /* pixels: the width of a picture that can be read */
#define USUAL 230 /* pixels: the same where the room is scrolled */
#define COLUMNS 12
#define COLUMN_GAP 6 /* pixels */
#define ROW_GAP 12   /* pixels */
#define MARGIN 12    /* pixels, of the flow box */
#define PADDING 8    /* pixels, of a panel */
#define MOST_HEAD 96 /* pixels */

guint
trellis_compare_fit (guint n, int width, int height, int head, double shape, int *most)
{
  guint  best = 1;
  double largest = 0;

  *most = 0;
  for (guint columns = 1; columns <= MIN (n, COLUMNS); columns++)
    {
      guint  rows = (n + columns - 1) / columns;
      double wide = (width - COLUMN_GAP * (columns - 1.0)) / columns;
      double high = (height - ROW_GAP * (rows - 1.0)) / rows - head;
      double size = fmin (wide, high / shape);

      if (size <= largest)
        continue;
      largest = size;
      best = columns;
      *most = (int) high;
    }
  if (largest >= LEAST)
    return best;
  best = CLAMP ((guint) (MAX (width, USUAL) / (USUAL + COLUMN_GAP)), 1, MIN (n, COLUMNS));
  *most = (int) (shape * USUAL * 1.3);
  return best;
}

static TrellisComparePanel *
get_panel (GtkFlowBox *flow, guint index)
{
  return (TrellisComparePanel *) gtk_flow_box_get_child_at_index (flow, (int) index);
}

void
trellis_compare_fit_panels (GtkFlowBox      *flow,
                            GtkWidget       *scroller,
                            const TrlPanels *panels)
{
  TrlRect box;
  int     most, head = 0;
  guint   columns, n;

  for (n = 0; get_panel (flow, n); n++)
    head = MAX (head, trellis_compare_panel_get_head (get_panel (flow, n)));
  if (n == 0)
    return;
  trl_panels_get_box (panels, &box);
  columns =
    trellis_compare_fit (n, gtk_widget_get_width (scroller) - 2 * MARGIN - PADDING,
                         gtk_widget_get_height (scroller) - MARGIN - PADDING,
                         MIN (head, MOST_HEAD), box.height / box.width, &most);
  gtk_flow_box_set_max_children_per_line (flow, columns);
  for (guint i = 0; i < n; i++)
    trellis_compare_picture_set_most_height (
      trellis_compare_panel_get_picture (get_panel (flow, i)), most);
}
