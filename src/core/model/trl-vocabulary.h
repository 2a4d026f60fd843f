/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlLevel:
 * @colour: (nullable): `#rrggbb`; %NULL takes the palette's
 */
typedef struct
{
  char *id;
  char *name;
  char *definition;
  char *colour;
  char *extra;
} TrlLevel;

/**
 * TrlScale:
 * @levels: (element-type TrlLevel): shallow to deep; the first is always *no interaction*
 *
 * Ordered steps of interaction.  The rank of a level is its index: 0 is none.  *Not
 * reported* is not a level.
 */
typedef struct
{
  char      *id;
  char      *name;
  char      *source;
  GPtrArray *levels;
  char      *extra;
} TrlScale;

/**
 * TrlPartnerType:
 * @family: group of types that share a sector and a shape
 * @shape: circle, square, diamond, hexagon, triangle, pentagon
 * @letter: one character for small icons
 * @origin: brief, trellis, or file
 */
typedef struct
{
  char *id;
  char *name;
  char *family;
  char *shape;
  char *letter;
  char *origin;
  char *extra;
} TrlPartnerType;

typedef struct
{
  char *id;
  char *name;
  char *definition;
  char *extra;
} TrlRole;

/**
 * TrlStrategy:
 * @primary: role ids separated by spaces
 * @secondary: role ids separated by spaces
 */
typedef struct
{
  char *id;
  char *name;
  char *primary;
  char *secondary;
  char *extra;
} TrlStrategy;

typedef enum
{
  TRL_FIELD_TEXT,
  TRL_FIELD_NUMBER,
  TRL_FIELD_DATE,
  TRL_FIELD_CHOICE,
  TRL_FIELD_YES_NO,
  TRL_FIELD_LINK,
  TRL_N_FIELD_KINDS
} TrlFieldKind;

/**
 * TrlField:
 * @of: network, node or edge
 * @choices: (nullable): what a field of the kind choice offers, in order; %NULL at the
 * end
 * @is_private: left out of what is shared
 */
typedef struct
{
  char        *id;
  char        *name;
  char        *of;
  TrlFieldKind kind;
  char       **choices;
  gboolean     is_private;
  char        *extra;
} TrlField;

/**
 * TrlVocabulary:
 *
 * The words of a document.  Once a document holds it, it never changes: an edit replaces
 * it by an altered copy.
 */
typedef struct
{
  gatomicrefcount ref;
  GPtrArray      *scales;     /* TrlScale, never empty */
  GPtrArray      *types;      /* TrlPartnerType, in the order of lists and of angles */
  GPtrArray      *roles;      /* TrlRole */
  GPtrArray      *strategies; /* TrlStrategy */
  GPtrArray      *fields;     /* TrlField */
  GPtrArray      *kinds;      /* char *, kinds of partnership offered */
  char           *extra;
} TrlVocabulary;

/**
 * trl_vocabulary_new_empty:
 *
 * No words at all; the caller adds a scale at least.
 */
TrlVocabulary *trl_vocabulary_new_empty (void);

/**
 * trl_vocabulary_new_default:
 * trl_vocabulary_copy:
 * trl_vocabulary_ref:
 * trl_vocabulary_unref:
 *
 * The five-level scale, 18 partner types, seven roles, five strategies and their proposed
 * crosswalk, ten kinds of partnership.  Names are in the language of the program.
 */
TrlVocabulary *trl_vocabulary_new_default (void);
TrlVocabulary *trl_vocabulary_copy (const TrlVocabulary *vocabulary);
TrlVocabulary *trl_vocabulary_ref (TrlVocabulary *vocabulary);
void           trl_vocabulary_unref (TrlVocabulary *vocabulary);

/**
 * trl_scale_new:
 * trl_scale_add:
 * trl_scale_free:
 * trl_partner_type_new:
 * trl_role_new:
 * trl_strategy_new:
 * trl_field_new:
 *
 * Words of a vocabulary that is being made.  Levels are added from the shallowest; texts
 * are copied.
 */
TrlScale *trl_scale_new (const char *id, const char *name);
TrlLevel *
trl_scale_add (TrlScale *scale, const char *id, const char *name, const char *definition);
void            trl_scale_free (TrlScale *scale);
TrlPartnerType *trl_partner_type_new (const char *id,
                                      const char *name,
                                      const char *family,
                                      const char *shape,
                                      const char *letter,
                                      const char *origin);
TrlRole        *trl_role_new (const char *id, const char *name, const char *definition);
TrlStrategy    *trl_strategy_new (const char *id,
                                  const char *name,
                                  const char *primary,
                                  const char *secondary);
TrlField *
trl_field_new (const char *id, const char *name, const char *of, TrlFieldKind kind);

/**
 * trl_vocabulary_find_scale:
 * @id: (nullable): %NULL is the first scale
 */
const TrlScale *trl_vocabulary_find_scale (const TrlVocabulary *vocabulary,
                                           const char          *id);

/**
 * trl_vocabulary_find_type:
 * trl_vocabulary_find_role:
 * trl_vocabulary_find_field:
 *
 * Returns: (nullable): the word with an id; of a field also for the kind @of
 */
const TrlPartnerType *trl_vocabulary_find_type (const TrlVocabulary *vocabulary,
                                                const char          *id);
const TrlRole *trl_vocabulary_find_role (const TrlVocabulary *vocabulary, const char *id);
const TrlField *trl_vocabulary_find_field (const TrlVocabulary *vocabulary,
                                           const char          *of,
                                           const char          *id);

/**
 * trl_vocabulary_type_index:
 *
 * Returns: the place of a type in the list of types, or -1
 */
int trl_vocabulary_type_index (const TrlVocabulary *vocabulary, const char *id);

/**
 * trl_scale_get_rank:
 * @scale: (nullable): %NULL, as for a tie on a scale that is not in the vocabulary, has
 * no levels
 *
 * Returns: 0 for no interaction … n_levels - 1 for the deepest; -1 when @level is %NULL
 *   (not reported) or not of this scale
 */
int trl_scale_get_rank (const TrlScale *scale, const char *level);

/**
 * trl_scale_get_level:
 * trl_scale_get_n_levels:
 * @scale: for the number, nullable
 *
 * The levels by rank, from 0 for none.
 */
const TrlLevel *trl_scale_get_level (const TrlScale *scale, guint rank);
guint           trl_scale_get_n_levels (const TrlScale *scale);

/**
 * trl_known_scales:
 *
 * The scales of the field that a survey may use instead of the default: Frey et al. 2006
 * and Himmelman 2002, PARTNER's intensity.  Level order is each scale's own.
 *
 * Returns: (transfer container) (element-type TrlScale)
 */
GPtrArray *trl_known_scales (void);

/**
 * trl_slug:
 *
 * Returns: (transfer full): a readable id from a name: lower-case ASCII letters, digits
 * and dashes; a derived id when the name has none of those
 */
char *trl_slug (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlVocabulary, trl_vocabulary_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlScale, trl_scale_free)

G_END_DECLS
