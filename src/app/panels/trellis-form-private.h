/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "panels/trellis-form.h"

G_BEGIN_DECLS

/**
 * TrellisFormRow:
 * @widget: in the list
 * @control: what is edited
 * @choices: (element-type TrellisChoice): of lists, as the vocabulary has them now
 * @checks: (element-type GtkCheckButton): of lists with several answers
 */
typedef struct
{
  TrellisForm        *form;
  const TrellisField *field;
  const char         *label;
  GtkWidget          *widget;
  GtkWidget          *control;
  GtkWidget          *caption;
  GPtrArray          *choices;
  GPtrArray          *checks;
} TrellisFormRow;

/**
 * TrellisControl:
 * @make: fills @widget and @control
 * @refresh: shows what the target has
 *
 * One kind of field; a row of the table in trellis-form-controls.c.
 */
typedef struct
{
  void (*make) (TrellisFormRow *row);
  void (*refresh) (TrellisFormRow *row, const TrellisTarget *target);
} TrellisControl;

extern const TrellisControl trellis_controls[TRELLIS_N_FIELDS];

/**
 * trellis_form_get_target:
 *
 * Returns: (nullable): what an edit changes; %NULL while the form itself sets its
 * controls
 */
const TrellisTarget *trellis_form_get_target (TrellisForm *form);

G_END_DECLS
