/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms over the properties of partners, their own fields, and whom one is connected
 * with. */

#include "config.h"

#include "panels/trellis-node-page.h"

#include "panels/trellis-choices.h"
#include "panels/trellis-extra-fields.h"
#include "panels/trellis-ties.h"

#include <glib/gi18n.h>

struct _TrellisNodePage
{
  GtkBox              parent;
  TrellisForm        *form;
  TrellisForm        *notes;
  TrellisExtraFields *extra;
  TrellisTies        *ties;
};

G_DEFINE_FINAL_TYPE (TrellisNodePage, trellis_node_page, GTK_TYPE_BOX)

static const TrellisField fields[] = {
  { TRL_NODE_NAME, TRELLIS_FIELD_ENTRY, .single = TRUE },
  { TRL_NODE_TYPE, TRELLIS_FIELD_CHOICE, .choices = trellis_choices_types },
  { TRL_NODE_ROLES, TRELLIS_FIELD_TERMS, .choices = trellis_choices_roles },
  { TRL_NODE_COUNT, TRELLIS_FIELD_NUMBER, N_ ("Partners it stands for") },
};

static const TrellisField notes[] = {
  { TRL_NODE_NOTE, TRELLIS_FIELD_TEXT },
  { TRL_NODE_SOURCE, TRELLIS_FIELD_ENTRY },
  { TRL_NODE_PINNED, TRELLIS_FIELD_SWITCH, N_ ("Pinned in its place") },
};

static void
trellis_node_page_class_init (TrellisNodePageClass *klass)
{
}

static void
trellis_node_page_init (TrellisNodePage *self)
{
  GtkBox *box = GTK_BOX (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (box, 18);
  self->form =
    TRELLIS_FORM (trellis_form_new (NULL, TRL_KIND_NODE, fields, G_N_ELEMENTS (fields)));
  self->notes =
    TRELLIS_FORM (trellis_form_new (NULL, TRL_KIND_NODE, notes, G_N_ELEMENTS (notes)));
  self->extra = TRELLIS_EXTRA_FIELDS (trellis_extra_fields_new ());
  self->ties = TRELLIS_TIES (trellis_ties_new ());
  gtk_box_append (box, GTK_WIDGET (self->form));
  gtk_box_append (box, GTK_WIDGET (self->ties));
  gtk_box_append (box, GTK_WIDGET (self->notes));
  gtk_box_append (box, GTK_WIDGET (self->extra));
}

GtkWidget *
trellis_node_page_new (void)
{
  return g_object_new (TRELLIS_TYPE_NODE_PAGE, NULL);
}

void
trellis_node_page_show (TrellisNodePage *self, const TrellisTarget *target)
{
  trellis_form_set_target (self->form, target);
  trellis_form_set_target (self->notes, target);
  if (!target)
    return;
  trellis_extra_fields_show (self->extra, target);
  gtk_widget_set_visible (GTK_WIDGET (self->ties), target->ids->len == 1);
  if (target->ids->len == 1)
    trellis_ties_show (self->ties, target);
}

void
trellis_node_page_focus (TrellisNodePage *self)
{
  trellis_form_focus (self->form);
}
