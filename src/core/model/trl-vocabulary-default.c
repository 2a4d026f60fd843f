/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words a new document starts with, and the other scales of the field that surveys
 * use. Ids are for ever; names are in the language of the program. */

#include "config.h"

#include "model/trl-vocabulary.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *name;
  const char *definition;
} Step;

static const Step five_levels[] = {
  { "none", N_ ("No interaction"), N_ ("The partners do not interact.") },
  { "networking", N_ ("Networking"),
    N_ ("The partners know of each other and exchange information; roles are loose and "
        "each "
        "decides alone.") },
  { "cooperation", N_ ("Cooperation"),
    N_ ("The partners share information and lend support to each other's work; roles are "
        "partly defined, communication is formal.") },
  { "coordination", N_ ("Coordination"),
    N_ ("The partners align activities and share some resources and decisions; roles are "
        "defined, communication is frequent.") },
  { "collaboration", N_ ("Collaboration"),
    N_ (
      "The partners merge operations: shared goals, resources and decisions, in constant "
      "communication.") },
};

/* Frey et al. 2006, doi:10.1177/1098214006290356: six steps, with coalition. */
static const Step frey_levels[] = {
  { "none", N_ ("No interaction"), NULL },
  { "networking", N_ ("Networking"), NULL },
  { "cooperation", N_ ("Cooperation"), NULL },
  { "coordination", N_ ("Coordination"), NULL },
  { "coalition", N_ ("Coalition"), NULL },
  { "collaboration", N_ ("Collaboration"), NULL },
};

/* Himmelman 2002 puts coordinating before cooperating. */
static const Step himmelman_levels[] = {
  { "none", N_ ("None"), NULL },
  { "networking", N_ ("Networking"), NULL },
  { "coordinating", N_ ("Coordinating"), NULL },
  { "cooperating", N_ ("Cooperating"), NULL },
  { "collaborating", N_ ("Collaborating"), NULL },
};

/* Intensity as the PARTNER tool asks it. */
static const Step partner_levels[] = {
  { "none", N_ ("None"), NULL },
  { "awareness", N_ ("Awareness"), NULL },
  { "cooperation", N_ ("Cooperation"), NULL },
  { "coordination", N_ ("Coordination"), NULL },
  { "integration", N_ ("Integration"), NULL },
};

#define SCHOOLS N_ ("Schools and learning")
#define COMMUNITY N_ ("Community")
#define PUBLIC N_ ("Public services")
#define ECONOMY N_ ("Economy and voice")

/* Families stand together, since a family is a sector of the picture.  The last member
 * tells the types that the brief names from those that Trellis adds. */
static const struct
{
  const char *id;
  const char *name;
  const char *family;
  const char *shape;
  const char *letter;
  const char *origin;
} types[] = {
  { "k12", N_ ("K-12 Schools"), SCHOOLS, "square", "K", "brief" },
  { "district", N_ ("School Districts"), SCHOOLS, "square", "D", "brief" },
  { "highered", N_ ("Higher Education Institutions"), SCHOOLS, "square", "H", "brief" },
  { "ost", N_ ("Out-of-School Programs"), SCHOOLS, "square", "O", "brief" },
  { "intermediary", N_ ("Learning Intermediaries"), SCHOOLS, "square", "I", "trellis" },
  { "edtech", N_ ("Education Technology Providers"), SCHOOLS, "square", "E", "trellis" },
  { "research", N_ ("Research and Evaluation Partners"), SCHOOLS, "square", "R",
    "brief" },
  { "cbo", N_ ("Community-Based Organizations"), COMMUNITY, "circle", "C", "brief" },
  { "faith", N_ ("Faith-Based Organizations"), COMMUNITY, "circle", "F", "brief" },
  { "culture", N_ ("Cultural and Recreation Centers"), COMMUNITY, "circle", "Q",
    "brief" },
  { "food", N_ ("Food Agencies"), COMMUNITY, "circle", "N", "brief" },
  { "public", N_ ("Public Agencies"), PUBLIC, "hexagon", "P", "brief" },
  { "health", N_ ("Healthcare Providers"), PUBLIC, "hexagon", "M", "brief" },
  { "transport", N_ ("Transportation Agencies"), PUBLIC, "hexagon", "T", "brief" },
  { "workforce", N_ ("Workforce and Economic Development Agencies"), PUBLIC, "hexagon",
    "W", "trellis" },
  { "business", N_ ("Local Businesses"), ECONOMY, "diamond", "B", "brief" },
  { "funder", N_ ("Philanthropy and Funders"), ECONOMY, "diamond", "$", "trellis" },
  { "media", N_ ("Media and Communication Organizations"), ECONOMY, "diamond", "V",
    "brief" },
};

/* Seven roles of a backbone organization (Luchs, NGLC). */
static const Step roles[] = {
  { "funder", N_ ("Funder"), N_ ("Gives money to start and sustain new models.") },
  { "lead-entrepreneur", N_ ("Lead Entrepreneur"),
    N_ ("Starts new schools and ventures, or helps others start them.") },
  { "talent-scout", N_ ("Talent Scout"),
    N_ ("Finds and brings together people who can lead new work.") },
  { "professional-learning", N_ ("Next-Gen Professional Learning Provider"),
    N_ ("Prepares educators and leaders for new practice.") },
  { "school-incubator", N_ ("School Incubator"),
    N_ ("Supports teams that design or redesign schools.") },
  { "policy-shaper", N_ ("Policy Shaper"),
    N_ ("Works for rules that make room for new models.") },
  { "ecosystem-builder", N_ ("Ecosystem Builder"),
    N_ ("Connects organizations and builds the network among them.") },
};

/* Five strategies (Remake Learning Playbook) and a crosswalk to roles that Trellis
 * proposes. */
static const struct
{
  const char *id;
  const char *name;
  const char *primary;
  const char *secondary;
} strategies[] = {
  { "convene", N_ ("Convene"), "talent-scout professional-learning ecosystem-builder",
    "funder policy-shaper" },
  { "catalyze", N_ ("Catalyze"), "funder lead-entrepreneur school-incubator",
    "talent-scout" },
  { "communicate", N_ ("Communicate"), "policy-shaper ecosystem-builder",
    "lead-entrepreneur" },
  { "coordinate", N_ ("Coordinate"), "policy-shaper",
    "funder professional-learning school-incubator ecosystem-builder" },
  { "champion", N_ ("Champion"), "ecosystem-builder", "lead-entrepreneur talent-scout" },
};

static const char *const kinds[] = {
  N_ ("Internships and work-based learning"),
  N_ ("Programs"),
  N_ ("Space"),
  N_ ("Funding"),
  N_ ("Professional learning"),
  N_ ("Evaluation and research"),
  N_ ("Credit and policy"),
  N_ ("Technology platform"),
  N_ ("Services and wraparound support"),
  N_ ("Mentoring"),
};

static TrlScale *
make_scale (
  const char *id, const char *name, const char *source, const Step *steps, guint n)
{
  TrlScale *scale = trl_scale_new (id, name);

  scale->source = g_strdup (source);
  for (guint i = 0; i < n; i++)
    trl_scale_add (scale, steps[i].id, _ (steps[i].name),
                   steps[i].definition ? _ (steps[i].definition) : NULL);
  return scale;
}

TrlVocabulary *
trl_vocabulary_new_default (void)
{
  TrlVocabulary *vocabulary = trl_vocabulary_new_empty ();

  g_ptr_array_add (
    vocabulary->scales,
    make_scale ("interaction", _ ("Interaction level"),
                "Frey et al. 2006, doi:10.1177/1098214006290356, in the five "
                "steps of Edwards 2026",
                five_levels, G_N_ELEMENTS (five_levels)));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_ptr_array_add (vocabulary->types,
                     trl_partner_type_new (types[i].id, _ (types[i].name),
                                           _ (types[i].family), types[i].shape,
                                           types[i].letter, types[i].origin));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_ptr_array_add (vocabulary->roles, trl_role_new (roles[i].id, _ (roles[i].name),
                                                      _ (roles[i].definition)));
  for (guint i = 0; i < G_N_ELEMENTS (strategies); i++)
    g_ptr_array_add (vocabulary->strategies,
                     trl_strategy_new (strategies[i].id, _ (strategies[i].name),
                                       strategies[i].primary, strategies[i].secondary));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_add (vocabulary->kinds, g_strdup (_ (kinds[i])));
  return vocabulary;
}

GPtrArray *
trl_known_scales (void)
{
  GPtrArray *scales = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_scale_free);

  g_ptr_array_add (scales, make_scale ("frey", _ ("Levels of collaboration (Frey)"),
                                       "Frey et al. 2006, doi:10.1177/1098214006290356",
                                       frey_levels, G_N_ELEMENTS (frey_levels)));
  g_ptr_array_add (scales, make_scale ("himmelman",
                                       _ ("Strategies of working together (Himmelman)"),
                                       "Himmelman 2002", himmelman_levels,
                                       G_N_ELEMENTS (himmelman_levels)));
  g_ptr_array_add (scales,
                   make_scale ("partner", _ ("Relationship intensity (PARTNER)"),
                               "PARTNER", partner_levels, G_N_ELEMENTS (partner_levels)));
  return scales;
}
