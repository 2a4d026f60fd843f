/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-labels.h"
#include "scene/trl-scene-build.h"

G_BEGIN_DECLS

/* A node as it will be painted: place and size in points after scaling. */
typedef struct
{
  double          x, y, radius;
  int             rank;
  const TrlScale *scale;
  const char     *name;
  const char     *written; /* beside the disc: the name, unless others are asked for */
  const char     *type;
  double          count;
  guint           row;
  TrlShape        shape;
  gboolean        shown;
  gboolean        faint;
  gboolean        lit;           /* is in the spotlight itself */
  gboolean        counted;       /* stands for several, whose number is said */
  gboolean        count_in_name; /* behind the name, discs being too small */
} TrlNodePicture;

/* A name with its place, found before anything is painted. */
typedef struct
{
  guint       node; /* dense index, or TRL_NO_INDEX: a partner type */
  TrlTextSpec spec;
  char       *string;
  double      x, y; /* anchor */
  TrlRect     box;  /* empty: inside the hub */
  TrlColour   colour;
  gboolean    leader;
  double      lead[3][2]; /* from the disc over the rim to the text */
  guint       n_lead;
} TrlName;

typedef struct
{
  const TrlNetwork      *network;
  const TrlTable        *nodes;
  const TrlTable        *edges;
  const TrlLayoutResult *layout;
  const TrlSceneOptions *options;
  const TrlThemeStyle   *style;
  TrlGraph              *graph;
  TrlLook               *look;
  TrlScene              *scene;
  TrlTextCache          *texts;
  guint                  hub; /* dense, or TRL_NO_INDEX */
  double                 x, y, rim;
  TrlNodePicture        *pictures;   /* n */
  gboolean              *edge_shown; /* m */
  int                   *edge_rank;  /* m */
  const TrlScale        *ring_scale; /* on which rings are named */
  double                 opacity;    /* of ties */
  gboolean               spotlit;    /* something is in the spotlight, or all is faint */
  const TrlRect         *area;       /* nothing else is named; NULL: all may be */
  const TrlRect         *view;       /* names of partners in it stay in it; or NULL */
  GArray                *names;      /* TrlName */
  GArray                *marks;      /* of change, found with the ties */
  TrlSceneNotes          notes;
} TrlSceneBuilder;

/* Makes all that building needs, with nothing known yet of nodes and edges; frees it but
 * for the scene. */
void trl_scene_builder_open (TrlSceneBuilder *builder);
void trl_scene_builder_close (TrlSceneBuilder *builder);
/* Where a node, dense index, is and how large: as much as its ties need. */
void trl_scene_builder_place_node (TrlSceneBuilder *builder, guint i);
/* Of the edges given, dense indexes, those that are shown. */
void trl_scene_builder_add_ties (TrlSceneBuilder *builder, const guint *edges, guint n);

void trl_scene_builder_add_bands (TrlSceneBuilder *builder);
void trl_scene_builder_add_ring_names (TrlSceneBuilder *builder);
void trl_scene_builder_add_map (TrlSceneBuilder *builder);
void trl_scene_builder_add_edges (TrlSceneBuilder *builder);
void trl_scene_builder_add_nodes (TrlSceneBuilder *builder);
void trl_scene_builder_find_names (TrlSceneBuilder *builder);
void trl_scene_builder_add_leaders (TrlSceneBuilder *builder);
void trl_scene_builder_add_names (TrlSceneBuilder *builder);
void trl_scene_builder_add_titles (TrlSceneBuilder *builder);

/* Of names: the size of their type; a new one, or that of a node; the width that one is
 * wrapped at, as wished or as wide as its longest word. */
double   trl_scene_builder_text_size (const TrlSceneBuilder *builder);
TrlName *trl_scene_builder_add_name (TrlSceneBuilder *builder,
                                     guint            node,
                                     char            *string,
                                     TrlColour        colour);
TrlName *trl_scene_builder_name_node (TrlSceneBuilder *builder, guint i);
double   trl_scene_builder_wrap_width (const TrlSceneBuilder *builder,
                                       const TrlTextSpec     *spec,
                                       double                 wished);
void     trl_scene_builder_name_hub (TrlSceneBuilder *builder);

/* Names beside discs: of those who have another name than their own written beside them,
 * or of the others. */
void trl_scene_builder_find_free_names (TrlSceneBuilder *builder, gboolean renamed);

/* Marks of change: an array for them; one in the middle of what is seen of a tie, dense
 * index @edge; all of them, painted.  Rows are those of the tables. */
GArray *trl_scene_builder_new_marks (void);
void    trl_scene_builder_mark_edge (
     TrlSceneBuilder *builder, guint edge, gboolean faint, double x, double y);
void     trl_scene_builder_add_marks (TrlSceneBuilder *builder);
gboolean trl_scene_builder_is_edge_lost (const TrlSceneBuilder *builder, guint row);
gboolean trl_scene_builder_is_node_lost (const TrlSceneBuilder *builder, guint row);

/* @title: (transfer full).  Says what became of a node or an edge behind it. */
char *trl_scene_builder_tell_change (const TrlSceneBuilder *builder,
                                     TrlKind                of,
                                     guint                  row,
                                     char                  *title);

/* Whether a number is written into the disc of a node; its size goes to @size. */
gboolean trl_scene_builder_fits_count (const TrlSceneBuilder *builder,
                                       const TrlNodePicture  *node,
                                       double                *size);

/* A colour, pale when its owner is not in the spotlight. */
TrlColour trl_scene_builder_shade (const TrlSceneBuilder *builder,
                                   TrlColour              colour,
                                   gboolean               faint);

G_END_DECLS
