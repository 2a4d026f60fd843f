/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/trellis-backdrop.h"
#include "canvas/trellis-canvas.h"
#include "canvas/trellis-places.h"
#include "canvas/trellis-tool.h"
#include "canvas/trellis-viewport.h"
#include "job/trellis-job.h"
#include "job/trellis-share.h"
#include "layout/trl-layout.h"
#include "scene/trl-scene-options.h"
#include "scene/trl-scene.h"
#include "scene/trl-text-cache.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Half the side of the smallest target, pixels (WCAG 2.5.8). */
#define TRELLIS_TARGET 12.0

typedef struct TrellisNear TrellisNear;

/* What a layout is run for, which names its step. */
typedef enum
{
  TRELLIS_LAY_OUT,
  TRELLIS_CHOOSE_LAYOUT,
  TRELLIS_LAY_OUT_SELECTION,
  TRELLIS_CHANGE_OPTIONS
} TrellisLayoutWish;

struct _TrellisCanvas
{
  GtkWidget parent_instance;

  TrlDocument      *document;
  gulong            document_changed;
  char             *network_id;
  gboolean          rolled_up;
  gboolean          locked;
  TrellisSelection *selection;
  TrellisFilter    *filter;

  /* canvas-scene: what is drawn */
  TrlNetwork      *shown;  /* the document's network or its roll-up */
  TrlGraph        *graph;  /* of shown; layout results are in its order */
  const TrlLayout *layout; /* of a network that names none */
  const TrlLayout *drawn_layout;
  TrlLayoutResult *goal; /* where nodes belong */
  TrlLayoutResult *now;  /* where they are drawn, on their way to the goal */
  TrlLayoutResult *from; /* where the way began; NULL at rest */
  gint64           began;
  TrlScene        *scene;  /* frozen, of shown and now */
  TrlRect          bounds; /* of the whole picture, points */
  gboolean         has_bounds;
  gboolean         goal_measured; /* the bounds are those of the goal */
  TrlScene        *stale;  /* what is seen while there is no scene; rows may be others */
  TrlScene        *lifted; /* the same without what the tool at work draws, or NULL */
  TrellisBackdrop *backdrop;
  TrellisPlaces   *places; /* of goal and now, by id */
  TrellisPlaces   *found;  /* of a layout that nobody asked for, not in the document */
  gboolean         asked;  /* a person asked for the layout that runs */
  TrellisJob      *job;    /* a layout that is running */
  guint            job_serial;
  double           names_cost;   /* milliseconds that the last full picture took */
  guint            names_later;  /* waits for a pause in which names are placed */
  guint            names_serial; /* of the last picture */
  double           names_zoom;   /* that their size suits */
  guint            zoom_later;   /* waits for the end of a zoom */

  /* canvas-large, canvas-near: pictures that threads make */
  TrlNetwork    *copy; /* for threads, who have it by turns */
  gconstpointer  copy_of;
  guint64        copy_revision;
  gboolean       working; /* a thread has the copy */
  gboolean       large_wanted;
  guint          large_serial;
  guint          near_serial;
  TrellisNear   *near; /* names of what is in view */
  GskRenderNode *near_node;
  double         near_x, near_y; /* of the node, pixels */

  /* canvas-layout: what was asked for last, and how far it is */
  TrellisLayoutWish wish;
  guint             wish_serial;
  gboolean          chooses; /* it, or what it took the place of, chose a layout */
  TrellisShare     *job_share;

  /* canvas: how it is drawn */
  int             reveal;
  double          label_scale;
  char           *spotlight;
  TrlTextCache   *texts; /* names, broken once */
  TrellisViewport view;
  int             width, height;
  gboolean        fits;             /* the view follows the size of the widget */
  guint           tick;             /* runs while something moves */
  double          told_zoom;        /* that listeners know */
  guint           tell;             /* tells them */
  gint64          tell_since;       /* microseconds */
  guint           settle;           /* redraws sharply after a zoom */
  double          pinch;            /* factor of the pinch so far */
  double          pinch_x, pinch_y; /* pixels, between the fingers */
  guint           hover_row;        /* of shown, or TRL_NO_ROW */
  guint           hover_edge;
  gboolean        hover_rim; /* the pointer is where a partnership is dragged from */
  double          pointer_x, pointer_y;
  gboolean        pointer_inside;
  gboolean        space_held;
  gboolean        space_pans; /* the view was moved since */

  /* canvas-marks: rows of shown that are selected, or NULL until they are asked for */
  GArray          *selected[TRL_N_KINDS];
  cairo_surface_t *marks; /* the rings of many */
  TrellisCamera    marks_camera;
  TrlScene        *marks_scene;
  guint            drawn; /* frames so far */
  guint            drawn_told;

  /* the gesture going on */
  TrellisPointer     press;
  const TrellisTool *tool;
  gpointer           tool_data;
  GtkGesture        *drag;

  /* proxies: who is shown, and what stands for them */
  GArray    *walk; /* guint: rows of shown, in list order */
  GPtrArray *proxies;
  guint      proxies_later; /* many are placed when the view is at rest */
  char      *focus_id;      /* of shown; where Tab comes back to */
  char      *around_id;     /* whose neighbours the keyboard walks */
  gboolean   keeps_focus;   /* the selection changes around what has the focus */
  gboolean   keeps_view;    /* a focus by pointer does not move the view */
  gboolean   focus_seen;    /* the last frame showed which partner has the focus */

  /* rename */
  GtkWidget *entry;         /* child, or NULL */
  guint      entry_leaving; /* the focus has left it */
  char      *entry_id;
  char      *entry_key; /* joins the step that made the node */

  GtkWidget *menu;
  gboolean   menu_is_at; /* the menu was opened on the background, there: */
  double     menu_x, menu_y;
};

/* trellis-canvas-camera.c */
void trellis_canvas_fit (TrellisCanvas *canvas, gboolean calm);
/* All is elsewhere in the picture that comes next: it is fitted when it is there. */
void          trellis_canvas_fit_anew (TrellisCanvas *canvas);
TrellisCamera trellis_canvas_get_fitting_camera (TrellisCanvas *canvas);
void          trellis_canvas_start_tick (TrellisCanvas *canvas);
/* After a frame: listeners learn of the zoom now and then. */
void trellis_canvas_tell_zoom (TrellisCanvas *canvas);
/* Whether the view is moved or zoomed, or was until a moment ago. */
gboolean trellis_canvas_is_moving (TrellisCanvas *canvas);
void     trellis_canvas_go (TrellisCanvas *canvas, TrellisCamera camera, gboolean calm);
gboolean trellis_canvas_animates (TrellisCanvas *canvas);
gint64   trellis_canvas_time (TrellisCanvas *canvas);

/**
 * trellis_canvas_catch_nodes:
 * @rows: of shown
 *
 * Stops all nodes that are on their way; those of @rows belong where they were caught.
 */
void trellis_canvas_catch_nodes (TrellisCanvas *canvas, GArray *rows);

/* trellis-canvas-scene.c */
void trellis_canvas_refresh (TrellisCanvas *canvas);
void trellis_canvas_rebuild (TrellisCanvas *canvas);

/**
 * trellis_canvas_step_positions:
 *
 * Returns: whether nodes are still on their way
 */
gboolean trellis_canvas_step_positions (TrellisCanvas *canvas, gint64 time);
void     trellis_canvas_drop_picture (TrellisCanvas *canvas);

/**
 * trellis_canvas_lift:
 * @items: (element-type guint): of the scene
 *
 * Takes items out of the picture, for a tool to draw them above it, until it has ended.
 */
void        trellis_canvas_lift (TrellisCanvas *canvas, GArray *items);
TrlNetwork *trellis_canvas_get_real (TrellisCanvas *canvas);

void trellis_canvas_fill_options (TrellisCanvas *canvas, TrlSceneOptions *options);

/* trellis-canvas-names.c */
TrlScene *trellis_canvas_build (TrellisCanvas *canvas, TrlSceneOptions *options);
void      trellis_canvas_forget_names (TrellisCanvas *canvas);

/* trellis-canvas-large.c: pictures that a thread makes */
gboolean trellis_canvas_is_large (TrellisCanvas *canvas);
void     trellis_canvas_rebuild_large (TrellisCanvas *canvas);
/* Starts what waits for a thread or for the end of a drag. */
void trellis_canvas_go_on (TrellisCanvas *canvas);
void trellis_canvas_forget_large (TrellisCanvas *canvas);
/* Rows mean other things now: the scene is only seen until there is a new one. */
void trellis_canvas_hold_scene (TrellisCanvas *canvas);

/**
 * trellis_canvas_ref_copy:
 *
 * Returns: (transfer full): what is shown, for a thread
 */
TrlNetwork *trellis_canvas_ref_copy (TrellisCanvas *canvas);

/**
 * trellis_canvas_follow_moves:
 *
 * After a change of nothing but places.
 * Cost: O(n), and that of trl_scene_build_moved().
 *
 * Returns: whether the picture shows them; else it must be made anew
 */
gboolean trellis_canvas_follow_moves (TrellisCanvas *canvas);

/* trellis-canvas-near.c: names of what is in view of a large network */
void trellis_canvas_name_near_later (TrellisCanvas *canvas);
void trellis_canvas_forget_near (TrellisCanvas *canvas);
void trellis_canvas_take_name (TrellisCanvas *canvas, guint row);
/* Whether a node has a name among them, at the zoom of now or the one the view goes to.
 */
gboolean trellis_canvas_has_near_name (TrellisCanvas *canvas, guint row);
void     trellis_canvas_snapshot_near (TrellisCanvas *canvas, GtkSnapshot *snapshot);

/* trellis-canvas-readable.c: names have a least size on the screen */
void trellis_canvas_size_names (TrellisCanvas *canvas, TrlSceneOptions *options);
/* Makes names suit the view that @canvas has or, where it fits, will have. */
void trellis_canvas_suit_names (TrellisCanvas *canvas);
void trellis_canvas_suit_names_later (TrellisCanvas *canvas);

/**
 * trellis_canvas_get_nameless:
 *
 * Returns: the row of the one node that is selected, where the picture has no room for
 *   its name; else %TRL_NO_ROW
 */
guint trellis_canvas_get_nameless (TrellisCanvas *canvas);

/**
 * trellis_canvas_reveal_row:
 *
 * Moves a node into view: to the middle where it was out of view, and as near as its name
 * needs to be read.
 */
void trellis_canvas_reveal_row (TrellisCanvas *canvas, guint row);

/* trellis-canvas-layout.c: places that are kept */
/* Only while something is shown. */
const TrlLayout *trellis_canvas_get_layout (TrellisCanvas *canvas);

/**
 * trellis_canvas_find_goal:
 *
 * Returns: where the nodes belong as the data are now; %NULL while a thread finds out
 */
TrlLayoutResult *trellis_canvas_find_goal (TrellisCanvas *canvas);
void             trellis_canvas_take_goal (TrellisCanvas *canvas, TrlLayoutResult *goal);

/* trellis-canvas-query.c: what is where.  Rows are rows of shown. */
gboolean
       trellis_canvas_get_place (TrellisCanvas *canvas, guint row, double *x, double *y);
double trellis_canvas_get_radius (TrellisCanvas *canvas, guint row); /* pixels */
gboolean trellis_canvas_is_shown (TrellisCanvas *canvas, guint row);

/**
 * trellis_canvas_find_free_place:
 * @x: (inout): points of the scene
 * @y: (inout): points
 *
 * Moves a point to the nearest place on a spiral about it where a disc of a new partner
 * has no other disc near; leaves it where the spiral finds none.
 */
void trellis_canvas_find_free_place (TrellisCanvas *canvas, double *x, double *y);

/**
 * trellis_canvas_pick_node:
 * @x: pixels
 *
 * Returns: the row of the node whose disc, grown to %TRELLIS_TARGET, holds the point; or
 *   %TRL_NO_ROW
 */
guint    trellis_canvas_pick_node (TrellisCanvas *canvas, double x, double y);
guint    trellis_canvas_pick_rim (TrellisCanvas *canvas, double x, double y);
gboolean trellis_canvas_pick (TrellisCanvas *canvas, double x, double y, TrlOwner *owner);
GPtrArray *trellis_canvas_get_ids (TrellisCanvas *canvas, TrlOwner owner);
/* Of the nodes among @owners, an array of TrlOwner. */
GPtrArray *trellis_canvas_get_node_ids (TrellisCanvas *canvas, GArray *owners);
gboolean   trellis_canvas_is_selected (TrellisCanvas *canvas, TrlOwner owner);
guint      trellis_canvas_get_focus_row (TrellisCanvas *canvas);
gboolean   trellis_canvas_has_rings (TrellisCanvas *canvas);
gboolean   trellis_canvas_is_live (TrellisCanvas *canvas);
guint      trellis_canvas_find_row (TrellisCanvas *canvas, const char *id);

/* trellis-canvas-edit.c: every change of data.  Steps are refused while locked. */
gboolean
trellis_canvas_begin (TrellisCanvas *canvas, const char *name, const char *merge_key);
void     trellis_canvas_end (TrellisCanvas *canvas);
gboolean trellis_canvas_may_edit (TrellisCanvas *canvas);
void     trellis_canvas_set_edge_rank (TrellisCanvas *canvas, const char *edge, int rank);
void     trellis_canvas_set_hub_rank (TrellisCanvas *canvas, const char *node, int rank);
void     trellis_canvas_apply_level (TrellisCanvas *canvas, int rank);
void     trellis_canvas_move_nodes (
      TrellisCanvas *canvas, GArray *rows, double dx, double dy, const char *merge_key);
void trellis_canvas_nudge (TrellisCanvas *canvas, double dx, double dy);
void trellis_canvas_toggle_pin (TrellisCanvas *canvas);
void trellis_canvas_remove_selected (TrellisCanvas *canvas);

/**
 * trellis_canvas_add_partner_at:
 * @x: points of the scene
 * @from: (nullable): id of a partner to connect it with
 *
 * One step, “Add Partner”, which the name given in place joins.
 */
void trellis_canvas_add_partner_at (TrellisCanvas *canvas,
                                    double         x,
                                    double         y,
                                    const char    *from);

/* trellis-canvas-level.c: dragging across rings */
char *trellis_canvas_level_name (TrellisCanvas *canvas, int rank);
int   trellis_canvas_rank_at (TrellisCanvas *canvas, double x, double y);
void  trellis_canvas_drop_on_ring (TrellisCanvas *canvas, GArray *rows, int rank);

/* trellis-canvas-draw.c */
void trellis_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void trellis_canvas_settle_later (TrellisCanvas *canvas);
void trellis_canvas_get_accent (TrellisCanvas *canvas, TrlColour *colour);
void trellis_canvas_draw_label (
  TrellisCanvas *canvas, cairo_t *cr, double x, double y, const char *text);

/* trellis-canvas-marks.c: what is selected */
/* Returns: (transfer none) (element-type guint): rows of shown, good until the selection
 * or the data change. */
GArray *trellis_canvas_get_selected (TrellisCanvas *canvas, TrlKind kind);
void    trellis_canvas_forget_selected (TrellisCanvas *canvas);
/* Draws rings around the selected partners. */
void   trellis_canvas_draw_marks (TrellisCanvas *canvas, cairo_t *cr);
double trellis_canvas_get_ring_gap (TrellisCanvas *canvas);
void
trellis_canvas_trace_ring (TrellisCanvas *canvas, cairo_t *cr, guint row, double away);

/* trellis-canvas-input.c */
void trellis_canvas_init_input (TrellisCanvas *canvas);
void trellis_canvas_update_hover (TrellisCanvas *canvas);
void trellis_canvas_stop_tool (TrellisCanvas *canvas);
void trellis_canvas_open_row (TrellisCanvas *canvas, guint row);

/* trellis-canvas-keys.c */
void trellis_canvas_install_keys (GtkWidgetClass *widget_class);

/* trellis-canvas-actions.c */
void trellis_canvas_install_actions (GtkWidgetClass *widget_class);
void trellis_canvas_update_actions (TrellisCanvas *canvas);

/* trellis-canvas-walk.c */
gboolean trellis_canvas_walk (TrellisCanvas *canvas, int steps);
gboolean trellis_canvas_walk_towards (TrellisCanvas *canvas, double dx, double dy);
gboolean trellis_canvas_walk_neighbours (TrellisCanvas *canvas, int steps);
/* Both give the focus to the proxy of a node; the first moves it into view. */
void trellis_canvas_focus_row (TrellisCanvas *canvas, guint row);
void trellis_canvas_take_focus (TrellisCanvas *canvas, guint row);
void trellis_canvas_pan_to (TrellisCanvas *canvas, guint row);

/* trellis-canvas-proxies.c */
void trellis_canvas_update_proxies (TrellisCanvas *canvas);
void trellis_canvas_place_proxies (TrellisCanvas *canvas);
void trellis_canvas_allocate_proxies (TrellisCanvas *canvas);
void trellis_canvas_mark_proxies (TrellisCanvas *canvas);
void trellis_canvas_drop_proxies (TrellisCanvas *canvas);
/* Gives the focus to what stands for the node of a row, else to the map. */
void trellis_canvas_grab_proxy (TrellisCanvas *canvas, guint row);

/**
 * trellis_canvas_find_in_walk:
 *
 * Cost: O(n).
 *
 * Returns: the place of @row in list order, or -1 when it is not shown
 */
int trellis_canvas_find_in_walk (TrellisCanvas *canvas, guint row);

/* trellis-canvas-a11y.c */
gboolean trellis_canvas_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean trellis_canvas_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);
char *trellis_canvas_describe (TrellisCanvas *canvas, guint row);
/* Never empty: a partner without a name is called by its type. */
const char *trellis_canvas_get_name (TrellisCanvas *canvas, guint row);

/* trellis-canvas-rename.c */
void trellis_canvas_rename (TrellisCanvas *canvas, guint row, const char *merge_key);
void trellis_canvas_end_rename (TrellisCanvas *canvas, gboolean keep);
void trellis_canvas_place_entry (TrellisCanvas *canvas);
void trellis_canvas_allocate_entry (TrellisCanvas *canvas);

/* trellis-canvas-menu.c */
void trellis_canvas_popup (TrellisCanvas *canvas, double x, double y);
void trellis_canvas_popup_at_focus (TrellisCanvas *canvas);

/* trellis-canvas.c: says it to whoever shows toasts */
void trellis_canvas_notice (TrellisCanvas *canvas, const char *text, gboolean can_undo);
void trellis_canvas_emit_drawn (TrellisCanvas *canvas);
void trellis_canvas_emit_activated (TrellisCanvas *canvas, TrlKind kind, const char *id);
void trellis_canvas_emit_open_type (TrellisCanvas *canvas, const char *type);
void trellis_canvas_emit_connect (TrellisCanvas *canvas, const char *node);
void trellis_canvas_emit_clicked (TrellisCanvas *canvas, const char *id);

G_END_DECLS
