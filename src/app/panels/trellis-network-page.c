/* SPDX-License-Identifier: GPL-3.0-or-later */

/* First what the network is made of, then what is known of the site, then the document.
 */

#include "config.h"

#include "panels/trellis-network-page.h"

#include "panels/trellis-choices.h"
#include "panels/trellis-extra-fields.h"
#include "panels/trellis-numbers.h"

#include <glib/gi18n.h>

struct _TrellisNetworkPage
{
  GtkBox              parent;
  TrellisTarget      *network;
  TrellisTarget      *document;
  TrellisNumbers     *numbers;
  TrellisForm        *forms[3];
  TrellisForm        *words;
  TrellisExtraFields *extra;
};

G_DEFINE_FINAL_TYPE (TrellisNetworkPage, trellis_network_page, GTK_TYPE_BOX)

static const TrellisField site[] = {
  { TRL_NETWORK_NAME, TRELLIS_FIELD_ENTRY },   { TRL_NETWORK_HUB, TRELLIS_FIELD_PARTNER },
  { TRL_NETWORK_SITE, TRELLIS_FIELD_ENTRY },   { TRL_NETWORK_WAVE, TRELLIS_FIELD_ENTRY },
  { TRL_NETWORK_PLACE, TRELLIS_FIELD_ENTRY },  { TRL_NETWORK_NOTE, TRELLIS_FIELD_TEXT },
  { TRL_NETWORK_SOURCE, TRELLIS_FIELD_ENTRY },
};

static const TrellisField profile[] = {
  { TRL_NETWORK_RESPONSIBILITY, TRELLIS_FIELD_CHOICE,
    .choices = trellis_choices_responsibility },
  { TRL_NETWORK_STAGE, TRELLIS_FIELD_CHOICE, .choices = trellis_choices_stages },
  { TRL_NETWORK_ECOSYSTEM, TRELLIS_FIELD_CHOICE, .choices = trellis_choices_ecosystems },
  { TRL_NETWORK_AXIS_DESIGN, TRELLIS_FIELD_NUMBER, N_ ("Designed 0 … 1 emergent") },
  { TRL_NETWORK_AXIS_LEARNER, TRELLIS_FIELD_NUMBER,
    N_ ("Curriculum-led 0 … 1 learner-driven") },
  { TRL_NETWORK_LATITUDE, TRELLIS_FIELD_NUMBER, .is_signed = TRUE },
  { TRL_NETWORK_LONGITUDE, TRELLIS_FIELD_NUMBER, .is_signed = TRUE },
};

static const TrellisField looks[] = {
  { TRL_NETWORK_ROLL_UP, TRELLIS_FIELD_SWITCH, N_ ("Show by type") },
  { TRL_NETWORK_COLOUR, TRELLIS_FIELD_CHOICE, .choices = trellis_choices_colours },
};

static const TrellisField document[] = {
  { TRL_DOCUMENT_TITLE, TRELLIS_FIELD_ENTRY },
  { TRL_DOCUMENT_DESCRIPTION, TRELLIS_FIELD_TEXT },
  { TRL_DOCUMENT_CAPTION, TRELLIS_FIELD_ENTRY, N_ ("Caption of figures") },
  { TRL_DOCUMENT_SOURCE, TRELLIS_FIELD_ENTRY, N_ ("Source, printed under figures") },
  { TRL_DOCUMENT_LICENSE, TRELLIS_FIELD_ENTRY },
  { TRL_DOCUMENT_LEVEL_RULE, TRELLIS_FIELD_CHOICE,
    .choices = trellis_choices_level_rules },
  { TRL_DOCUMENT_ROLL_UP_RULE, TRELLIS_FIELD_CHOICE,
    .choices = trellis_choices_roll_up_rules },
  { TRL_DOCUMENT_NOTE, TRELLIS_FIELD_TEXT },
};

static void
trellis_network_page_dispose (GObject *object)
{
  TrellisNetworkPage *self = TRELLIS_NETWORK_PAGE (object);

  g_clear_pointer (&self->network, trellis_target_free);
  g_clear_pointer (&self->document, trellis_target_free);
  G_OBJECT_CLASS (trellis_network_page_parent_class)->dispose (object);
}

static void
trellis_network_page_class_init (TrellisNetworkPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_network_page_dispose;
}

static TrellisForm *
add_form (TrellisNetworkPage *self,
          const char         *title,
          TrlKind             kind,
          const TrellisField *rows,
          guint               n)
{
  GtkWidget *form = trellis_form_new (title, kind, rows, n);

  gtk_box_append (GTK_BOX (self), form);
  return TRELLIS_FORM (form);
}

static void
trellis_network_page_init (TrellisNetworkPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->numbers = TRELLIS_NUMBERS (trellis_numbers_new ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->numbers));
  self->forms[0] =
    add_form (self, _ ("Network"), TRL_KIND_NETWORK, site, G_N_ELEMENTS (site));
  self->forms[1] =
    add_form (self, _ ("Ecosystem"), TRL_KIND_NETWORK, profile, G_N_ELEMENTS (profile));
  self->forms[2] =
    add_form (self, _ ("Map"), TRL_KIND_NETWORK, looks, G_N_ELEMENTS (looks));
  self->extra = TRELLIS_EXTRA_FIELDS (trellis_extra_fields_new ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->extra));
  self->words =
    add_form (self, _ ("Document"), TRL_KIND_DOCUMENT, document, G_N_ELEMENTS (document));
}

GtkWidget *
trellis_network_page_new (void)
{
  return g_object_new (TRELLIS_TYPE_NETWORK_PAGE, NULL);
}

void
trellis_network_page_show (TrellisNetworkPage *self, TrellisSession *session)
{
  TrellisTarget *network = trellis_target_new (session, TRL_KIND_NETWORK, NULL);
  TrellisTarget *words = trellis_target_new (session, TRL_KIND_DOCUMENT, NULL);

  trellis_numbers_show (self->numbers, session);
  for (guint i = 0; i < G_N_ELEMENTS (self->forms); i++)
    trellis_form_set_target (self->forms[i], network);
  trellis_extra_fields_show (self->extra, network);
  trellis_form_set_target (self->words, words);
  g_clear_pointer (&self->network, trellis_target_free);
  g_clear_pointer (&self->document, trellis_target_free);
  self->network = network;
  self->document = words;
}
