/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What breaks a text into lines is its key; where it stands, how its lines are aligned
 * and its halo are put on a copy. */
#include "scene/trl-text-cache.h"

#include <math.h>

#define MOST_TEXTS 10000

typedef struct
{
  char    *string;
  double   size, width, line_height;
  gboolean bold, italic, balance;
  guint    max_lines, max_chars;
} Key;

struct TrlTextCache
{
  PangoContext *context;
  GHashTable   *blocks; /* Key → TrlTextBlock */
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;
  guint      lengths = (guint) llround (key->size * 64 + key->width * 512);

  return g_str_hash (key->string) ^ lengths ^ (key->max_lines << 28);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *s = a, *t = b;

  return s->size == t->size && s->width == t->width && s->line_height == t->line_height &&
         s->bold == t->bold && s->italic == t->italic && s->balance == t->balance &&
         s->max_lines == t->max_lines && s->max_chars == t->max_chars &&
         g_str_equal (s->string, t->string);
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->string);
  g_free (key);
}

TrlTextCache *
trl_text_cache_new (void)
{
  TrlTextCache *cache = g_new0 (TrlTextCache, 1);

  cache->context = trl_text_context_new ();
  cache->blocks = g_hash_table_new_full (key_hash, key_equal, key_free,
                                         (GDestroyNotify) trl_text_block_free);
  return cache;
}

void
trl_text_cache_free (TrlTextCache *cache)
{
  if (!cache)
    return;
  g_object_unref (cache->context);
  g_hash_table_unref (cache->blocks);
  g_free (cache);
}

void
trl_text_cache_trim (TrlTextCache *cache)
{
  if (g_hash_table_size (cache->blocks) > MOST_TEXTS)
    g_hash_table_remove_all (cache->blocks);
}

static const TrlTextBlock *
find (TrlTextCache *cache, const TrlTextSpec *spec)
{
  Key           key = { (char *) spec->string, spec->size,      spec->width,
                        spec->line_height,     spec->bold,      spec->italic,
                        spec->balance,         spec->max_lines, spec->max_chars };
  TrlTextBlock *block = g_hash_table_lookup (cache->blocks, &key);

  if (!block)
    {
      block = trl_text_break (cache->context, spec);
      key.string = g_strdup (spec->string);
      g_hash_table_insert (cache->blocks, g_memdup2 (&key, sizeof key), block);
    }
  return block;
}

void
trl_text_cache_measure (TrlTextCache      *cache,
                        const TrlTextSpec *spec,
                        double            *width,
                        double            *height)
{
  const TrlTextBlock *block = spec->string && *spec->string ? find (cache, spec) : NULL;
  gboolean            empty = !block || !*block->string;

  if (width)
    *width = empty ? 0 : block->width;
  if (height)
    *height = empty ? 0 : block->height;
}

TrlTextBlock *
trl_text_cache_break (TrlTextCache *cache, const TrlTextSpec *spec)
{
  TrlTextBlock *block;

  g_return_val_if_fail (spec && spec->string, NULL);
  block = trl_text_block_copy (find (cache, spec), 1);
  trl_text_block_arrange (block, spec);
  return block;
}
