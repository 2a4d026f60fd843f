/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One width of registers, WIDTH numbers; NAME makes names of it.  No operation here is
 * fused or approximate, and each lane does the same in all widths.  For
 * trl-force-lanes.c alone, which includes it once a width. */

#define PARTS (TRL_BUNDLE / WIDTH)
#define EACH_PART for (guint part = 0; part < PARTS; part++)

typedef float  NAME (Floats) __attribute__ ((vector_size (WIDTH * 4)));
typedef gint32 NAME (Ints) __attribute__ ((vector_size (WIDTH * 4)));

/* By the bits of a number and two steps of Newton; a division takes twice as long. */
INLINE
NAME (Floats) NAME (invert) (NAME (Floats) number)
{
  NAME (Floats) y = (NAME (Floats)) (0x7ef311c7 - (NAME (Ints)) number);

  y = y * (2.0f - number * y);
  return y * (2.0f - number * y);
}

static void
NAME (repel) (const TrlPushers *pushers, float soft, TrlBundle *bundle)
{
  NAME (Floats) x[PARTS], y[PARTS], fx[PARTS], fy[PARTS];

  EACH_PART
  {
    memcpy (&x[part], bundle->x + part * WIDTH, WIDTH * 4);
    memcpy (&y[part], bundle->y + part * WIDTH, WIDTH * 4);
    memcpy (&fx[part], bundle->fx + part * WIDTH, WIDTH * 4);
    memcpy (&fy[part], bundle->fy + part * WIDTH, WIDTH * 4);
  }
  for (guint k = 0; k < pushers->n; k++)
    {
#pragma GCC unroll 4
      EACH_PART
      {
        NAME (Floats) dx = x[part] - pushers->x[k], dy = y[part] - pushers->y[k];
        NAME (Floats)
        share = pushers->mass[k] * NAME (invert) (dx * dx + dy * dy + soft);

        fx[part] += share * dx;
        fy[part] += share * dy;
      }
    }
  EACH_PART
  {
    memcpy (bundle->fx + part * WIDTH, &fx[part], WIDTH * 4);
    memcpy (bundle->fy + part * WIDTH, &fy[part], WIDTH * 4);
  }
}

#undef PARTS
#undef EACH_PART
