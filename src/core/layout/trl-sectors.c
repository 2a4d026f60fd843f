/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The circle is dealt out by weights: one a type while no type is crowded, so that angles
 * are the vocabulary's; one a node when some is.  Nodes without a type are the sector
 * after the last and stand at the top, in the gap before the first family. */
#include "config.h"

#include "layout/trl-sectors.h"

#include <math.h>

/* Of a sector of one node. */
#define FAMILY_GAP 0.5
#define EMPTY_WEIGHT 0.25

typedef struct
{
  double start; /* radians */
  double width;
} Sector;

/* A node's wish for a place in the row of its sector, 0 … 1. */
typedef struct
{
  guint  node;
  guint  sector;
  guint  band;
  double wish;
} Seat;

static guint
get_sector (const TrlLayoutInput *input, guint node)
{
  int sector = input->sector != NULL ? input->sector[node] : -1;

  return sector >= 0 && (guint) sector < input->n_sectors ? (guint) sector
                                                          : input->n_sectors;
}

static guint *
count_nodes (const TrlLayoutInput *input, gboolean *crowded)
{
  guint *count = g_new0 (guint, input->n_sectors + 1);

  for (guint i = 0; i < input->n; i++)
    if (i != input->hub && ++count[get_sector (input, i)] > 1)
      *crowded = TRUE;
  return count;
}

static double *
weigh_sectors (const TrlLayoutInput *input, const guint *count, gboolean crowded)
{
  double  *weight = g_new0 (double, input->n_sectors + 1);
  gboolean typed = FALSE;

  for (guint s = 0; s < input->n_sectors; s++)
    typed |= count[s] > 0;
  for (guint s = 0; s < input->n_sectors; s++)
    if (!crowded)
      weight[s] = 1;
    else if (typed)
      weight[s] = count[s] > 0 ? count[s] : EMPTY_WEIGHT;
  if (crowded || input->n_sectors == 0)
    weight[input->n_sectors] = count[input->n_sectors];
  return weight;
}

static int
get_family (const TrlLayoutInput *input, guint sector)
{
  return input->sector_family != NULL ? input->sector_family[sector] : 0;
}

/* Sectors so that those of a family are together: families by their first type. */
static guint *
order_sectors (const TrlLayoutInput *input)
{
  guint               *order = g_new (guint, input->n_sectors + 1);
  g_autofree gboolean *done = g_new0 (gboolean, input->n_sectors + 1);
  guint                n = 0;

  for (guint s = 0; s < input->n_sectors; s++)
    for (guint t = s; !done[s] && t < input->n_sectors; t++)
      if (get_family (input, t) == get_family (input, s))
        {
          order[n++] = t;
          done[t] = t != s;
        }
  return order;
}

/* Lays the sectors clockwise from the top, which the nodes without a type straddle. */
static Sector *
lay_sectors (const TrlLayoutInput *input, const guint *order, const double *weight)
{
  guint   n = input->n_sectors;
  Sector *sectors = g_new0 (Sector, n + 1);
  double  total = weight[n];
  double  gap, unit, angle;
  guint   n_gaps = 0;

  for (guint i = 0; i < n; i++)
    {
      total += weight[i];
      if (i == 0 || get_family (input, order[i]) != get_family (input, order[i - 1]))
        n_gaps++;
    }
  gap = total > weight[n] ? fmax (FAMILY_GAP, total / 80) : 0;
  if (n > 0 && weight[n] > 0)
    n_gaps++;
  unit = total > 0 ? 2 * G_PI / (total + gap * n_gaps) : 0;
  sectors[n].width = weight[n] * unit;
  sectors[n].start = -G_PI / 2 - sectors[n].width / 2;
  angle = sectors[n].start + sectors[n].width + gap * unit * (weight[n] > 0 ? 1 : 0.5);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && get_family (input, order[i]) != get_family (input, order[i - 1]))
        angle += gap * unit;
      sectors[order[i]].start = angle;
      sectors[order[i]].width = weight[order[i]] * unit;
      angle += sectors[order[i]].width;
    }
  return sectors;
}

static int
compare_seats (gconstpointer a, gconstpointer b)
{
  const Seat *one = a, *two = b;

  if (one->sector != two->sector)
    return one->sector < two->sector ? -1 : 1;
  if (one->wish != two->wish)
    return one->wish < two->wish ? -1 : 1;
  if (one->band != two->band)
    return one->band < two->band ? -1 : 1;
  return one->node < two->node ? -1 : 1;
}

static int
compare_seats_by_band (gconstpointer a, gconstpointer b)
{
  const Seat *one = a, *two = b;

  if (one->sector == two->sector && one->band != two->band)
    return one->band < two->band ? -1 : 1;
  return compare_seats (a, b);
}

/* Nodes of one sector and band wish to be spread evenly over the sector. */
static GArray *
make_seats (const TrlLayoutInput *input, const guint *band)
{
  GArray *seats = g_array_new (FALSE, TRUE, sizeof (Seat));

  for (guint i = 0; i < input->n; i++)
    if (i != input->hub)
      {
        Seat seat = { i, get_sector (input, i), band != NULL ? band[i] : 0, 0 };

        g_array_append_val (seats, seat);
      }
  g_array_sort (seats, compare_seats_by_band);
  for (guint i = 0, end; i < seats->len; i = end)
    {
      Seat *first = &g_array_index (seats, Seat, i);

      for (end = i + 1; end < seats->len; end++)
        {
          const Seat *next = &g_array_index (seats, Seat, end);

          if (next->sector != first->sector || next->band != first->band)
            break;
        }
      for (guint j = i; j < end; j++)
        g_array_index (seats, Seat, j).wish = (j - i + 0.5) / (end - i);
    }
  g_array_sort (seats, compare_seats);
  return seats;
}

/* The hub stands in the centre; its angle is where its type would be, if nobody else is.
 */
static void
point_hub (const TrlLayoutInput *input,
           const Sector         *sectors,
           const guint          *count,
           double               *angle)
{
  int sector = input->hub < input->n ? input->sector[input->hub] : -1;

  if (sector >= 0 && count[sector] == 0)
    angle[input->hub] = sectors[sector].start + sectors[sector].width / 2;
}

/* How the seats of several networks are dealt. */
typedef struct
{
  guint      *seats;   /* by sector */
  gboolean   *kept;    /* by sector: partners come back to the seat they had */
  GHashTable *seat_of; /* partner in a sector → seat + 1 */
  gboolean    crowded;
  GPtrArray  *counts; /* guint by sector, a row a network */
} Deal;

static gpointer
seat_key (const TrlLayoutSet *set, guint k, const Seat *seat)
{
  guint64 key = (guint64) set->partner[k][seat->node] * (set->inputs[k]->n_sectors + 1);

  return GSIZE_TO_POINTER ((gsize) (key + seat->sector));
}

/* Every partner of a sector gets a seat, in the order in which they are first met. */
static void
seat_partners (Deal *deal, const TrlLayoutSet *set, guint *met, GPtrArray *seats)
{
  for (guint k = 0; k < set->n; k++)
    {
      const GArray *row = g_ptr_array_index (seats, k);

      for (guint i = 0; i < row->len; i++)
        {
          const Seat *seat = &g_array_index (row, Seat, i);
          gpointer    key = seat_key (set, k, seat);

          if (!g_hash_table_contains (deal->seat_of, key))
            g_hash_table_insert (deal->seat_of, key,
                                 GUINT_TO_POINTER (++met[seat->sector]));
        }
    }
}

/* Seats are kept where partners come back, and are not so many that they would scatter
 * those of one network. */
static void
keep_seats (Deal *deal, const TrlLayoutSet *set, GPtrArray *seats)
{
  guint             n = set->inputs[0]->n_sectors + 1;
  g_autofree guint *met = g_new0 (guint, n);

  seat_partners (deal, set, met, seats);
  for (guint s = 0; s < n; s++)
    {
      guint sum = 0;

      for (guint k = 0; k < set->n; k++)
        sum += ((const guint *) g_ptr_array_index (deal->counts, k))[s];
      deal->kept[s] = met[s] < sum && met[s] <= 2 * deal->seats[s];
      if (deal->kept[s])
        deal->seats[s] = met[s];
    }
}

static void
deal_init (Deal *deal, const TrlLayoutSet *set, GPtrArray *seats)
{
  guint n = set->inputs[0]->n_sectors + 1;

  deal->seats = g_new0 (guint, n);
  deal->kept = g_new0 (gboolean, n);
  deal->seat_of = g_hash_table_new (g_direct_hash, g_direct_equal);
  deal->counts = g_ptr_array_new_with_free_func (g_free);
  for (guint k = 0; k < set->n; k++)
    {
      guint *count = count_nodes (set->inputs[k], &deal->crowded);

      g_ptr_array_add (deal->counts, count);
      for (guint s = 0; s < n; s++)
        deal->seats[s] = MAX (deal->seats[s], count[s]);
    }
  if (deal->crowded && set->n > 1)
    keep_seats (deal, set, seats);
}

static void
deal_clear (Deal *deal)
{
  g_free (deal->seats);
  g_free (deal->kept);
  g_hash_table_unref (deal->seat_of);
  g_ptr_array_unref (deal->counts);
}

static double *
take_angles (const Deal         *deal,
             const TrlLayoutSet *set,
             guint               k,
             const Sector       *sectors,
             GArray             *seats)
{
  const TrlLayoutInput *input = set->inputs[k];
  const guint          *count = g_ptr_array_index (deal->counts, k);
  double               *angle = g_new (double, input->n + 1);
  guint                 seat = 0;

  for (guint i = 0; i < input->n; i++)
    angle[i] = NAN;
  for (guint i = 0; i < seats->len; i++)
    {
      const Seat *it = &g_array_index (seats, Seat, i);
      guint       s = it->sector, own, of = count[s];

      seat = i > 0 && g_array_index (seats, Seat, i - 1).sector == s ? seat + 1 : 0;
      own = seat;
      if (deal->kept[s])
        {
          own = GPOINTER_TO_UINT (
                  g_hash_table_lookup (deal->seat_of, seat_key (set, k, it))) -
                1;
          of = deal->seats[s];
        }
      angle[it->node] = sectors[s].start + sectors[s].width * (own + 0.5) / of;
    }
  point_hub (input, sectors, count, angle);
  return angle;
}

GPtrArray *
trl_sectors_angles_together (const TrlLayoutSet *set, guint *const *bands)
{
  GPtrArray *angles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) seats =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree double *weight = NULL;
  g_autofree guint  *order = order_sectors (set->inputs[0]);
  g_autofree Sector *sectors = NULL;
  Deal               deal = { 0 };

  for (guint k = 0; k < set->n; k++)
    g_ptr_array_add (seats, make_seats (set->inputs[k], bands ? bands[k] : NULL));
  deal_init (&deal, set, seats);
  weight = weigh_sectors (set->inputs[0], deal.seats, deal.crowded);
  sectors = lay_sectors (set->inputs[0], order, weight);
  for (guint k = 0; k < set->n; k++)
    g_ptr_array_add (angles,
                     take_angles (&deal, set, k, sectors, g_ptr_array_index (seats, k)));
  deal_clear (&deal);
  return angles;
}

double *
trl_sectors_angles (const TrlLayoutInput *input, const guint *band)
{
  const TrlLayoutSet set = { .n = 1, .inputs = &input };
  guint             *bands[] = { (guint *) band };
  g_autoptr (GPtrArray) angles = trl_sectors_angles_together (&set, bands);

  return g_memdup2 (g_ptr_array_index (angles, 0), (input->n + 1) * sizeof (double));
}

guint *
trl_sectors_rank (const TrlLayoutInput *input)
{
  g_autofree guint *order = order_sectors (input);
  g_autofree guint *place = g_new (guint, input->n_sectors + 1);
  guint            *rank = g_new (guint, input->n + 1);

  for (guint i = 0; i < input->n_sectors; i++)
    place[order[i]] = i;
  place[input->n_sectors] = input->n_sectors;
  for (guint i = 0; i < input->n; i++)
    rank[i] = place[get_sector (input, i)];
  return rank;
}
