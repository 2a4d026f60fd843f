/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every entry is measured once, as it is on one line; only those that are wider than a
 * column are looked at word by word and set again for it. */
#include "config.h"

#include "figure/trl-figure-key.h"

#include <math.h>

#define MOST_COLUMNS 12
#define LINE 1.2

/* What is known of a name; 0: not yet. */
typedef struct
{
  double width;                                    /* on one line */
  double word;                                     /* of the widest word */
  double room[MOST_COLUMNS], height[MOST_COLUMNS]; /* in so many columns and one more */
} Entry;

typedef struct
{
  const TrlFigureKey *key;
  Entry             **entries;
  double             *heights; /* in the columns that are tried */
  guint               n;
  double              indent; /* of names, past their numbers */
  double              gap;    /* between columns */
  guint               columns;
  double              column; /* width */
  double              height;
} Plan;

static TrlTextSpec
name_spec (const TrlFigureKey *key, const char *name, double width)
{
  return (TrlTextSpec){
    .string = name, .size = key->size, .line_height = LINE, .width = width, .max_lines = 3
  };
}

static TrlTextSpec
number_spec (const TrlFigureKey *key, const char *number)
{
  return (TrlTextSpec){ .string = number,
                        .size = key->size,
                        .line_height = LINE,
                        .align = TRL_ALIGN_RIGHT,
                        .anchor_x = 1 };
}

static double
measure_word (const TrlFigureKey *key, const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " -", -1);
  double widest = 0;

  for (guint i = 0; words[i]; i++)
    {
      TrlTextSpec spec = name_spec (key, words[i], 0);
      double      width;

      trl_scene_measure (&spec, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

/* Names that are the same share what is known of them. */
static Entry *
find_entry (GHashTable *measured, const char *name)
{
  Entry *entry = g_hash_table_lookup (measured, name);

  if (!entry)
    g_hash_table_insert (measured, g_strdup (name), entry = g_new0 (Entry, 1));
  return entry;
}

static void
measure_entries (Plan *plan)
{
  g_autofree char *last = g_strdup_printf ("%u", plan->n);
  TrlTextSpec      number = number_spec (plan->key, last);

  trl_scene_measure (&number, &plan->indent, NULL);
  plan->indent += plan->key->size * 0.5;
  plan->gap = plan->key->size * 1.2;
  for (guint i = 0; i < plan->n; i++)
    {
      TrlTextSpec name = name_spec (plan->key, plan->key->names->pdata[i], 0);
      Entry      *entry = find_entry (plan->key->measured, name.string);

      plan->entries[i] = entry;
      if (entry->width <= 0 && !g_cancellable_is_cancelled (plan->key->cancellable))
        trl_scene_measure (&name, &entry->width, NULL);
    }
}

static double
find_height (const Plan *plan, guint i, double room)
{
  Entry      *entry = plan->entries[i];
  guint       place = plan->columns - 1;
  TrlTextSpec name = name_spec (plan->key, plan->key->names->pdata[i], room);

  if (entry->width <= room)
    return plan->key->size * LINE;
  if (entry->room[place] != room)
    trl_scene_measure (&name, NULL, &entry->height[place]);
  entry->room[place] = room;
  return entry->height[place];
}

/* Sets the width of columns and the heights of entries in them. */
static double
set_columns (Plan *plan, guint columns, double width)
{
  double sum = 0;

  plan->columns = columns;
  plan->column = (width - plan->gap * (columns - 1)) / columns;
  for (guint i = 0; i < plan->n; i++)
    {
      plan->heights[i] =
        find_height (plan, i, MAX (plan->column - plan->indent, plan->key->size));
      sum += plan->heights[i];
    }
  return sum;
}

static guint
count_columns (const Plan *plan, double height)
{
  guint  columns = 1;
  double y = 0;

  for (guint i = 0; i < plan->n; i++)
    {
      if (y > 0 && y + plan->heights[i] > height + 1e-6)
        {
          columns++;
          y = 0;
        }
      y += plan->heights[i];
    }
  return columns;
}

/* The least height at which all entries find room in the columns. */
static double
balance (const Plan *plan, double sum)
{
  double step = plan->key->size * LINE;
  double height = ceil (sum / plan->columns / step - 1e-6) * step;

  while (count_columns (plan, height) > plan->columns)
    height += step;
  return height;
}

static gboolean
breaks_words (Plan *plan, guint columns, double width)
{
  double room = (width - plan->gap * (columns - 1)) / columns - plan->indent;

  for (guint i = 0; i < plan->n; i++)
    {
      Entry *entry = plan->entries[i];

      if (entry->width <= room)
        continue;
      if (entry->word <= 0)
        entry->word = measure_word (plan->key, plan->key->names->pdata[i]);
      if (entry->word > room)
        return TRUE;
    }
  return FALSE;
}

static void
make_plan (Plan *plan, double width)
{
  guint  best = 1;
  double least = G_MAXDOUBLE;

  measure_entries (plan);
  for (guint c = 1; c <= MIN (plan->n, MOST_COLUMNS); c++)
    {
      double height;

      if (c > 1 && breaks_words (plan, c, width))
        break;
      height = balance (plan, set_columns (plan, c, width));
      if (height < least - 1e-6)
        {
          least = height;
          best = c;
        }
    }
  plan->height = balance (plan, set_columns (plan, best, width));
}

static void
put_entry (const Plan *plan, TrlScene *scene, guint i, double x, double y)
{
  const TrlFigureKey *key = plan->key;
  g_autofree char    *text = g_strdup_printf ("%u", i + 1);
  double              room = plan->column - plan->indent;
  TrlTextSpec         number = number_spec (key, text);
  TrlTextSpec         name =
    name_spec (key, key->names->pdata[i], plan->entries[i]->width > room ? room : 0);
  TrlOwner owner = { TRL_OWNER_PAGE, 0 };

  trl_scene_add_text (scene, owner, x + plan->indent - key->size * 0.5, y, &number,
                      key->dim);
  trl_scene_add_text (scene, owner, x + plan->indent, y, &name, key->ink);
}

GHashTable *
trl_figure_key_new_measured (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

guint
trl_figure_key_count_most (double size, double height)
{
  return (guint) (MOST_COLUMNS * MAX (0, floor (height / (size * LINE) + 1e-6)));
}

double
trl_figure_key_put (
  const TrlFigureKey *key, TrlScene *scene, double x, double y, double width)
{
  g_autofree Entry **entries = g_new0 (Entry *, key->names->len + 1);
  g_autofree double *heights = g_new0 (double, key->names->len + 1);
  Plan               plan = { key, entries, heights, key->names->len };
  double             down = 0;

  if (plan.n == 0)
    return 0;
  make_plan (&plan, width);
  for (guint i = 0; scene && i < plan.n; i++)
    {
      if (down > 0 && down + heights[i] > plan.height + 1e-6)
        {
          x += plan.column + plan.gap;
          down = 0;
        }
      put_entry (&plan, scene, i, x, y + down);
      down += heights[i];
    }
  return plan.height;
}
