/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ids stand in files and never change; labels are what people read. */

#include "config.h"

#include "panels/trellis-choices.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *id;
  const char *label;
} Term;

static GPtrArray *
from_terms (const Term *terms)
{
  GPtrArray *choices = trellis_choices_new ();

  for (; terms->label; terms++)
    trellis_choices_add (choices, terms->id, _ (terms->label));
  return choices;
}

GPtrArray *
trellis_choices_types (const TrlNetwork *network)
{
  GPtrArray *types = trl_network_get_vocabulary (network)->types;
  GPtrArray *choices = trellis_choices_new ();

  trellis_choices_add (choices, NULL, _ ("No type"));
  for (guint i = 0; i < types->len; i++)
    {
      const TrlPartnerType *type = types->pdata[i];

      trellis_choices_add (choices, type->id, type->name);
    }
  return choices;
}

GPtrArray *
trellis_choices_roles (const TrlNetwork *network)
{
  GPtrArray *roles = trl_network_get_vocabulary (network)->roles;
  GPtrArray *choices = trellis_choices_new ();

  for (guint i = 0; i < roles->len; i++)
    {
      const TrlRole *role = roles->pdata[i];

      trellis_choices_add (choices, role->id, role->name);
    }
  return choices;
}

GPtrArray *
trellis_choices_kinds (const TrlNetwork *network)
{
  GPtrArray *kinds = trl_network_get_vocabulary (network)->kinds;
  GPtrArray *choices = trellis_choices_new ();

  trellis_choices_add (choices, NULL, _ ("Not set"));
  for (guint i = 0; i < kinds->len; i++)
    trellis_choices_add (choices, kinds->pdata[i], kinds->pdata[i]);
  return choices;
}

GPtrArray *
trellis_choices_responsibility (const TrlNetwork *network)
{
  static const Term terms[] = { { NULL, N_ ("Not reported") },
                                { "not evident", N_ ("Not evident") },
                                { "moderately evident", N_ ("Moderately evident") },
                                { "significantly evident", N_ ("Significantly evident") },
                                { NULL } };

  return from_terms (terms);
}

GPtrArray *
trellis_choices_stages (const TrlNetwork *network)
{
  static const Term terms[] = { { NULL, N_ ("Not set") },
                                { "visioning", N_ ("Hypothesis and visioning") },
                                { "catalysing", N_ ("Catalysing and initiating") },
                                { "experimentation", N_ ("Dynamic experimentation") },
                                { "sustaining", N_ ("Mainstreaming or sustaining") },
                                { NULL } };

  return from_terms (terms);
}

GPtrArray *
trellis_choices_ecosystems (const TrlNetwork *network)
{
  static const Term terms[] = { { NULL, N_ ("Not set") },
                                { "knowledge-sharing",
                                  N_ ("Knowledge-sharing ecosystem") },
                                { "innovation", N_ ("Innovation ecosystem") },
                                { "learning", N_ ("Learning ecosystem") },
                                { NULL } };

  return from_terms (terms);
}

GPtrArray *
trellis_choices_colours (const TrlNetwork *network)
{
  static const Term terms[] = { { NULL, N_ ("Deepest partnership") },
                                { "median", N_ ("Median partnership") },
                                { "neutral", N_ ("All the same") },
                                { NULL } };

  return from_terms (terms);
}

GPtrArray *
trellis_choices_missing (const TrlNetwork *network)
{
  static const Term terms[] = { { NULL, N_ ("Not said") },
                                { "not-asked", N_ ("Not asked") },
                                { "dont-know", N_ ("Don't know") },
                                { NULL } };

  return from_terms (terms);
}

GPtrArray *
trellis_choices_presence (const TrlNetwork *network)
{
  static const Term terms[] = { { NULL, N_ ("Engaged") },
                                { "absent", N_ ("Not engaged") },
                                { "unknown", N_ ("Unknown") },
                                { NULL } };

  return from_terms (terms);
}

GPtrArray *
trellis_choices_level_rules (const TrlNetwork *network)
{
  static const Term terms[] = { { NULL, N_ ("Mean, rounded") },
                                { "lower", N_ ("The lower") },
                                { "higher", N_ ("The higher") },
                                { "first", N_ ("The first") },
                                { NULL } };

  return from_terms (terms);
}

GPtrArray *
trellis_choices_roll_up_rules (const TrlNetwork *network)
{
  static const Term terms[] = { { NULL, N_ ("Deepest of its partners") },
                                { "median", N_ ("Median of its partners") },
                                { NULL } };

  return from_terms (terms);
}
