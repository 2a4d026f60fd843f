/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scene as lines of text: what golden tests compare.  Nothing that depends on the fonts
 * of a machine is written, but where lines break. */

#include "config.h"

#include "scene/trl-scene-private.h"

static const char *const kind_names[TRL_N_ITEM_KINDS] = {
  [TRL_ITEM_LINE] = "line",   [TRL_ITEM_CURVE] = "curve", [TRL_ITEM_DISC] = "disc",
  [TRL_ITEM_SHAPE] = "shape", [TRL_ITEM_RECT] = "rect",   [TRL_ITEM_SECTOR] = "sector",
  [TRL_ITEM_TEXT] = "text",
};

static const char *const owner_names[TRL_N_OWNER_KINDS] = {
  [TRL_OWNER_NONE] = "none",     [TRL_OWNER_NODE] = "node", [TRL_OWNER_EDGE] = "edge",
  [TRL_OWNER_LEGEND] = "legend", [TRL_OWNER_RING] = "ring", [TRL_OWNER_PAGE] = "page",
};

static void
write_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (text, sizeof text, "%.2f", value);
  g_string_append (out, g_str_equal (text, "-0.00") ? text + 1 : text);
}

static void
write_numbers (GString *out, const char *name, const double *values, guint n)
{
  g_string_append_printf (out, " %s ", name);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i ? "," : "");
      write_number (out, values[i]);
    }
}

static void
write_if_set (GString *out, const char *name, double value)
{
  if (value != 0)
    write_numbers (out, name, &value, 1);
}

static void
write_colour (GString *out, const char *name, TrlColour c)
{
  if (c.a <= 0)
    return;
  g_string_append_printf (
    out, " %s #%02x%02x%02x", name, (guint) (CLAMP (c.r, 0, 1) * 255 + 0.5),
    (guint) (CLAMP (c.g, 0, 1) * 255 + 0.5), (guint) (CLAMP (c.b, 0, 1) * 255 + 0.5));
  if (c.a < 1)
    write_if_set (out, "alpha", c.a);
}

static void
write_owner (GString *out, const TrlScene *scene, TrlOwner owner)
{
  const char *id = trl_scene_get_owner_id (scene, owner);
  if (owner.kind == TRL_OWNER_NONE)
    return;
  g_string_append_printf (out, " %s:", owner_names[owner.kind]);
  if (id)
    g_string_append (out, id);
  else
    g_string_append_printf (out, "%u", owner.row);
}

static void
write_ends (GString *out, const TrlItem *item)
{
  gboolean box = item->kind == TRL_ITEM_RECT || item->kind == TRL_ITEM_SECTOR;
  if (trl_item_is_line (item) || box)
    write_numbers (out, box ? "by" : "to", (double[]){ item->x2, item->y2 }, 2);
  if (item->kind == TRL_ITEM_CURVE)
    write_numbers (out, "over", (double[]){ item->cx, item->cy }, 2);
  if (item->kind == TRL_ITEM_SECTOR)
    write_if_set (out, "inner", item->cx);
}

static void
write_block (GString *out, const TrlTextBlock *text)
{
  write_numbers (out, "size", &text->size, 1);
  g_string_append_printf (out, "%s%s", text->bold ? " bold" : "",
                          text->italic ? " italic" : "");
  write_if_set (out, "turned", text->angle);
  write_numbers (out, "anchor", (double[]){ text->anchor_x, text->anchor_y }, 2);
  write_colour (out, "halo", text->halo);
  for (guint i = 0; i < text->n_lines; i++)
    g_string_append_printf (out, " |%s", text->lines[i].string);
}

static void
write_item (GString *out, const TrlScene *scene, const TrlItem *item)
{
  g_string_append (out, kind_names[item->kind]);
  write_owner (out, scene, item->owner);
  if (item->kind == TRL_ITEM_SHAPE)
    g_string_append_printf (out, " %s", trl_shape_get_name (item->shape));
  write_numbers (out, "at", (double[]){ item->x, item->y }, 2);
  write_ends (out, item);
  write_if_set (out, "radius", item->radius);
  write_if_set (out, "turned", item->angle);
  write_colour (out, "fill", item->fill);
  write_colour (out, "stroke", item->stroke);
  write_if_set (out, "width", item->width);
  if (item->dash[0] > 0)
    write_numbers (out, "dash", (double[]){ item->dash[0], item->dash[1] }, 2);
  write_if_set (out, "inline", item->inline_width);
  g_string_append (out, item->hatch ? " hatch" : "");
  if (item->kind == TRL_ITEM_TEXT)
    write_block (out, trl_scene_get_text (scene, item->text));
  g_string_append_c (out, '\n');
}

char *
trl_scene_to_text (const TrlScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);
  GString       *out = g_string_new (NULL);
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);
  if (scene->page_width > 0)
    {
      g_string_append (out, "page");
      write_numbers (out, "by", (double[]){ scene->page_width, scene->page_height }, 2);
      write_colour (out, "fill", scene->background);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < n; i++)
    write_item (out, scene, &items[i]);
  return g_string_free (out, FALSE);
}
