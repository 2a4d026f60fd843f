/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "panels/trellis-target.h"

G_BEGIN_DECLS

typedef enum
{
  TRELLIS_FIELD_ENTRY,  /* one line */
  TRELLIS_FIELD_TEXT,   /* several lines */
  TRELLIS_FIELD_NUMBER, /* empty is unknown */
  TRELLIS_FIELD_SWITCH,
  TRELLIS_FIELD_CHOICE,  /* one of a list */
  TRELLIS_FIELD_PARTNER, /* one of the network, or none */
  TRELLIS_FIELD_TERMS,   /* some of a list */
  TRELLIS_N_FIELDS
} TrellisFieldKind;

/**
 * TrellisChoice:
 * @id: (nullable): what is stored; %NULL unsets
 * @label: what people read
 */
typedef struct
{
  char *id;
  char *label;
} TrellisChoice;

/**
 * TrellisChoicesFunc:
 *
 * Returns: (transfer full) (element-type TrellisChoice): what can be chosen, the unset
 * one first if there is one
 */
typedef GPtrArray *(*TrellisChoicesFunc) (const TrlNetwork *network);

/**
 * TrellisField:
 * @label: (nullable): translatable; %NULL takes the property's
 * @choices: (nullable): for lists
 * @single: left out while several things are edited
 * @is_signed: the number may be below zero
 *
 * A row of a form: a property and the control for it.
 */
typedef struct
{
  guint              prop;
  TrellisFieldKind   kind;
  const char        *label;
  TrellisChoicesFunc choices;
  gboolean           single;
  gboolean           is_signed;
} TrellisField;

/**
 * TrellisForm:
 *
 * Fields of the things that a target names.  It follows the document, and each change of
 * a control is a step.
 */
#define TRELLIS_TYPE_FORM (trellis_form_get_type ())
G_DECLARE_FINAL_TYPE (TrellisForm, trellis_form, TRELLIS, FORM, AdwPreferencesGroup)

/**
 * trellis_form_new:
 * @title: (nullable)
 * @kind: whose properties they are
 * @fields: (array length=n): must outlive the form
 */
GtkWidget *
trellis_form_new (const char *title, TrlKind kind, const TrellisField *fields, guint n);

/**
 * trellis_form_set_target:
 * @target: (nullable) (transfer none): must stay until the next call
 */
void trellis_form_set_target (TrellisForm *form, const TrellisTarget *target);

/**
 * trellis_form_refresh:
 *
 * Reads the document again.
 */
void trellis_form_refresh (TrellisForm *form);
void trellis_form_focus (TrellisForm *form);

GPtrArray *trellis_choices_new (void);
void       trellis_choices_add (GPtrArray *choices, const char *id, const char *label);

G_END_DECLS
