/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-shape.h"
#include "scene/trl-text.h"

G_BEGIN_DECLS

#define TRL_NO_ITEM G_MAXUINT

typedef enum
{
  TRL_ITEM_LINE,
  TRL_ITEM_CURVE, /* quadratic, from x,y to x2,y2, drawn towards cx,cy */
  TRL_ITEM_DISC,  /* a ring is a disc without fill */
  TRL_ITEM_SHAPE,
  TRL_ITEM_RECT,
  TRL_ITEM_SECTOR, /* of a ring or, with no inner radius, of a disc */
  TRL_ITEM_TEXT,
  TRL_N_ITEM_KINDS
} TrlItemKind;

typedef enum
{
  TRL_OWNER_NONE,
  TRL_OWNER_NODE,
  TRL_OWNER_EDGE,
  TRL_OWNER_LEGEND,
  TRL_OWNER_RING,
  TRL_OWNER_PAGE,
  TRL_N_OWNER_KINDS
} TrlOwnerKind;

/* Whose picture an item is: a row of the network's table, an index of the legend. */
typedef struct
{
  TrlOwnerKind kind;
  guint        row;
} TrlOwner;

typedef struct
{
  double x, y, width, height;
} TrlRect;

/**
 * TrlItem:
 * @fill: of DISC, SHAPE, RECT, SECTOR; the colour of a TEXT; of LINE and CURVE the inline
 * @stroke: of lines and outlines
 * @width: of the stroke, in points
 * @dash: on and off, in points; 0, 0: solid
 * @hatch: diagonal lines in the stroke's colour inside DISC, SHAPE, RECT, SECTOR
 * @hatch_gap: from one of these to the next, in points; 0: three widths
 * @inline_width: LINE, CURVE: a line in @fill runs along the middle (“double line”)
 * @x, @y: LINE, CURVE start; DISC, SHAPE, SECTOR centre; RECT top left; TEXT anchor
 * @x2, @y2: LINE, CURVE end; RECT width and height; SECTOR first and last angle, radians,
 *   clockwise from the right
 * @cx, @cy: CURVE control point; SECTOR inner radius in @cx
 * @radius: DISC, SECTOR; SHAPE: of the disc of the same area; RECT: of its corners
 * @angle: SHAPE: turned by this, radians, clockwise
 * @shape: a #TrlShape
 * @text: TEXT: index for trl_scene_get_text()
 *
 * One thing that is painted. Points at 100 %, y downward. Zeros are good defaults.  A
 * large picture has hundreds of thousands of them, so what need not be exact is short.
 */
typedef struct
{
  TrlItemKind kind : 8;
  guint       hatch : 8;
  guint       shape : 16;
  guint       text;
  TrlOwner    owner;
  TrlColour   fill, stroke;
  double      x, y, x2, y2, cx, cy;
  double      radius, angle;
  float       width;
  float       dash[2];
  float       inline_width;
  float       hatch_gap;
  float       unused; /* an item has no bytes that nobody sets */
} TrlItem;

/**
 * trl_item_is_line:
 *
 * Returns: whether it is a LINE or a CURVE, which have two ends
 */
static inline gboolean
trl_item_is_line (const TrlItem *item)
{
  return item->kind == TRL_ITEM_LINE || item->kind == TRL_ITEM_CURVE;
}

/**
 * trl_item_get_hatch_gap:
 *
 * Returns: from one line of the hatch to the next, in points, also where none is given
 */
double trl_item_get_hatch_gap (const TrlItem *item);

/**
 * TrlScene:
 *
 * What is painted, as a flat list, back to front. A scene is built by one thread, then
 * frozen; from then on nothing changes it, and any thread may read, draw and hold it.
 */
typedef struct TrlScene TrlScene;

/**
 * trl_scene_new:
 *
 * Returns: (transfer full): with nothing in it and no page
 */
TrlScene *trl_scene_new (void);
/**
 * trl_scene_ref:
 *
 * For any thread.
 *
 * Returns: (transfer full): @scene
 */
TrlScene *trl_scene_ref (TrlScene *scene);

/**
 * trl_scene_unref:
 * @scene: (nullable): gone when nobody else holds it
 */
void trl_scene_unref (TrlScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlScene, trl_scene_unref)

/**
 * trl_scene_reserve:
 * @n: items that will be added, about
 *
 * Makes room for them at once, which saves most of the time of adding many.
 */
void trl_scene_reserve (TrlScene *scene, guint n);

/**
 * trl_scene_add:
 *
 * Puts an item in front of all others. A number that is not finite or beyond
 * ten million is refused.
 *
 * Returns: its index, or %TRL_NO_ITEM
 */
guint trl_scene_add (TrlScene *scene, const TrlItem *item);

/**
 * trl_scene_add_text:
 * @x, @y: where the anchor stands, in points
 *
 * Breaks the text into lines and puts it in front. An empty text is not added.
 *
 * Returns: its index, or %TRL_NO_ITEM
 */
guint trl_scene_add_text (TrlScene          *scene,
                          TrlOwner           owner,
                          double             x,
                          double             y,
                          const TrlTextSpec *spec,
                          TrlColour          colour);

/**
 * trl_scene_take_text:
 * @block: (transfer full) (nullable): broken already; anchor, angle and halo are its own
 *
 * As trl_scene_add_text().
 */
guint trl_scene_take_text (TrlScene     *scene,
                           TrlOwner      owner,
                           double        x,
                           double        y,
                           TrlTextBlock *block,
                           TrlColour     colour);

/**
 * trl_scene_append:
 * @dx, @dy: where the other scene's origin comes to stand, in points
 * @scale: of everything in it, letters and line widths included
 *
 * Puts a copy of all items and titles of another scene in front. Its page is left out.
 */
void trl_scene_append (
  TrlScene *scene, const TrlScene *other, double dx, double dy, double scale);

/**
 * trl_scene_append_as:
 * @prefix: goes before the ids of its nodes and edges
 * @first_row: is added to their rows
 *
 * As trl_scene_append(), for several networks in one scene, whose owners must not meet.
 */
void trl_scene_append_as (TrlScene       *scene,
                          const TrlScene *other,
                          double          dx,
                          double          dy,
                          double          scale,
                          const char     *prefix,
                          guint           first_row);

/**
 * trl_scene_set_title:
 * @id: (nullable): a stable id, used for ids in SVG; NULL: the row
 * @title: what the owner is called, for screen readers, tooltips and SVG
 */
void
trl_scene_set_title (TrlScene *scene, TrlOwner owner, const char *id, const char *title);

/**
 * trl_scene_describe:
 * @name: (nullable): what the whole is called
 * @text: (nullable): all the words on it
 *
 * For who writes it to a file.
 */
void trl_scene_describe (TrlScene *scene, const char *name, const char *text);

/**
 * trl_scene_get_name:
 * trl_scene_get_description:
 *
 * Returns: (transfer none) (nullable): as trl_scene_describe() got them
 */
const char *trl_scene_get_name (const TrlScene *scene);
const char *trl_scene_get_description (const TrlScene *scene);

/**
 * trl_scene_set_page:
 * @background: a = 0: transparent
 * @width, @height: in points, above 0
 *
 * Makes the scene a page from 0,0. Without a page, its bounds are what is exported.
 */
void
trl_scene_set_page (TrlScene *scene, TrlColour background, double width, double height);

/**
 * trl_scene_freeze:
 *
 * Ends building and prepares the scene for drawing and hit testing. A second call does
 * nothing.
 * Cost: O(items): 10 ms for 10,000 partners with 30,000 partnerships.
 */
void trl_scene_freeze (TrlScene *scene);

/**
 * trl_scene_prepare_search:
 * @scene: frozen
 *
 * Sorts the items by owner and by place, unless that is done: the first search would do
 * it.  Any thread may call it.
 * Cost: O(n log n) for n items, once.
 */
void trl_scene_prepare_search (const TrlScene *scene);

/**
 * trl_scene_is_frozen:
 *
 * Returns: whether it is complete, so that threads may share it
 */
gboolean trl_scene_is_frozen (const TrlScene *scene);

/**
 * trl_scene_measure:
 * @width, @height: (out) (optional): of the block, in points
 */
void trl_scene_measure (const TrlTextSpec *spec, double *width, double *height);

/**
 * trl_scene_get_items:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): back to front; good while the scene is held
 *   and nothing is added; without what a patch made gone
 */
const TrlItem *trl_scene_get_items (const TrlScene *scene, guint *n);

/**
 * trl_scene_get_item:
 * @item: an index
 *
 * Cheaper than trl_scene_get_items() for a scene that was patched.
 *
 * Returns: (transfer none) (nullable): %NULL when it is gone
 */
const TrlItem *trl_scene_get_item (const TrlScene *scene, guint item);

/**
 * trl_scene_count_items:
 *
 * Returns: how many indexes there are; in a patched scene some may be gone
 */
guint trl_scene_count_items (const TrlScene *scene);

/**
 * trl_scene_get_text:
 * @text: as in a TEXT item
 *
 * Returns: (transfer none): its lines
 */
const TrlTextBlock *trl_scene_get_text (const TrlScene *scene, guint text);

/**
 * trl_scene_get_title:
 *
 * Returns: (transfer none) (nullable): what the owner is called
 */
const char *trl_scene_get_title (const TrlScene *scene, TrlOwner owner);

/**
 * trl_scene_get_owner_id:
 *
 * Returns: (transfer none) (nullable): the stable id that came with the title
 */
const char *trl_scene_get_owner_id (const TrlScene *scene, TrlOwner owner);

/**
 * trl_scene_get_page:
 * @background, @width, @height: (out) (optional)
 *
 * Returns: whether it has one
 */
gboolean trl_scene_get_page (const TrlScene *scene,
                             TrlColour      *background,
                             double         *width,
                             double         *height);

/**
 * trl_scene_get_bounds:
 * @bounds: (out): of all that is painted, strokes and halos included; in points
 *
 * Returns: %FALSE when nothing is painted
 */
gboolean trl_scene_get_bounds (const TrlScene *scene, TrlRect *bounds);

/**
 * trl_scene_get_extent:
 * @extent: (out): the page, or the bounds if there is none; at least one point a side
 */
void trl_scene_get_extent (const TrlScene *scene, TrlRect *extent);

/**
 * trl_scene_get_item_bounds:
 * @item: an index
 * @bounds: (out): as painted, strokes and halos included, in points
 */
void trl_scene_get_item_bounds (const TrlScene *scene, guint item, TrlRect *bounds);

/**
 * trl_scene_get_owner_items:
 * @n: (out): how many
 *
 * Returns: (transfer none): the indexes of its items, back to front. Needs a frozen
 * scene.
 */
const guint *trl_scene_get_owner_items (const TrlScene *scene, TrlOwner owner, guint *n);

/**
 * trl_scene_get_owner_bounds:
 *
 * Needs a frozen scene.
 *
 * Returns: %FALSE when nothing of the owner is painted
 */
gboolean
trl_scene_get_owner_bounds (const TrlScene *scene, TrlOwner owner, TrlRect *bounds);

/**
 * trl_scene_get_unknown_glyphs:
 *
 * Returns: how many characters are drawn as a box because no font here has them
 */
guint trl_scene_get_unknown_glyphs (const TrlScene *scene);

/**
 * trl_scene_find_items:
 * @area: in points
 *
 * The items that may show in an area. Needs a frozen scene.
 * Cost: O(cells and items in the area), by a uniform grid.
 *
 * Returns: (transfer full) (element-type guint): indexes, back to front
 */
GArray *trl_scene_find_items (const TrlScene *scene, const TrlRect *area);

/**
 * trl_scene_hit:
 * @tolerance: how far beside an item a point may be, in points
 * @owner: (out)
 *
 * The node, edge or legend entry at a point: the nearest, and of several that cover the
 * point the one in front. A hollow node counts as filled. Needs a frozen scene.
 *
 * Returns: whether there is one
 */
gboolean trl_scene_hit (
  const TrlScene *scene, double x, double y, double tolerance, TrlOwner *owner);

/**
 * trl_scene_item_covers:
 * @item: an index
 *
 * Returns: whether a point is in a disc, shape, rectangle, sector or box of a text, or on
 *   a line without width; strokes do not count
 */
gboolean trl_scene_item_covers (const TrlScene *scene, guint item, double x, double y);

/**
 * trl_scene_hit_rect:
 *
 * The nodes whose centre, and the edges whose ends, are within the area.
 *
 * Returns: (transfer full) (element-type TrlOwner): each once, back to front
 */
GArray *trl_scene_hit_rect (const TrlScene *scene, const TrlRect *area);

/**
 * trl_scene_hit_polygon:
 * @xy: x and y of the corners by turns, in points; the last joins the first
 * @n: corners
 *
 * As trl_scene_hit_rect(), for a lasso (even-odd).
 *
 * Returns: (transfer full) (element-type TrlOwner): each once, back to front
 */
GArray *trl_scene_hit_polygon (const TrlScene *scene, const double *xy, guint n);

/**
 * trl_scene_to_text:
 *
 * One line an item, numbers with two decimals: for golden tests and for debugging.
 *
 * Returns: (transfer full)
 */
char *trl_scene_to_text (const TrlScene *scene);

G_END_DECLS
