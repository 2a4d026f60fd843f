/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts are of the network as it is shown; everything that can be pressed is an action
 * of the window.
 */

#include "config.h"

#include "trellis-status.h"

#include "trellis-compat.h"

#include "analysis/trl-profile.h"
#include "layout/trl-layout.h"
#include "panels/trellis-later.h"
#include "trellis-layout-options.h"

#include <glib/gi18n.h>

#define JOB_DELAY 330 /* ms */
#define JOB_STEP 100  /* ms between two looks at how far it is */

struct _TrellisStatus
{
  GtkBox          parent;
  GtkLabel       *counts;
  GtkWidget      *job_box;
  GtkLabel       *job_label;
  GtkProgressBar *job_bar;
  GtkWidget      *job_cancel;
  GtkMenuButton  *layout_button;
  GtkMenuButton  *options_button;
  GtkWidget      *fit_button;
  GtkWidget      *out_button;
  GtkButton      *zoom_button;
  GtkInscription *zoom_text;
  GtkWidget      *in_button;
  GtkWidget      *zoom_box;
  TrellisSession *session;
  guint           job_timer;
  guint           names_hidden;
  char           *description; /* of what is counted */
  TrellisShare   *job_share;   /* NULL: nobody knows */
  guint           later;
};

G_DEFINE_FINAL_TYPE (TrellisStatus, trellis_status, GTK_TYPE_BOX)

static guint
count_partnerships (const TrlNetwork *network)
{
  const TrlTable *edges = trl_network_get_edges (network);
  guint           n, count = 0;
  const guint    *rows = trl_table_get_rows (edges, &n);

  for (guint i = 0; i < n; i++)
    count += trl_network_is_edge_engaged (network, rows[i]) ? 1 : 0;
  return count;
}

static char *
describe (const TrlNetwork *network)
{
  guint partners = trl_network_count_partners (network);
  guint ties = count_partnerships (network);
  g_autoptr (TrlProfile) profile = trl_profile_new (network);
  guint            all = profile->n_asked;
  guint            engaged = profile->n_engaged;
  g_autofree char *one =
    profile->by_type
      ? g_strdup_printf (ngettext ("%u partner type", "%u partner types", partners),
                         partners)
      : g_strdup_printf (ngettext ("%u partner", "%u partners", partners), partners);
  g_autofree char *two =
    g_strdup_printf (ngettext ("%u partnership", "%u partnerships", ties), ties);
  g_autofree char *three = NULL;

  if (!all || !engaged)
    return g_strjoin (" · ", one, two, NULL);
  three = g_strdup_printf (_ ("%u of %u types engaged (%.0f %%)"), engaged, all,
                           100.0 * engaged / all);
  return g_strjoin (" · ", one, two, three, NULL);
}

/* Layouts of our own in the menu itself, those of Graphviz in one below it. */
static GMenuModel *
make_layout_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) layouts = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  guint                   n;
  const TrlLayout *const *rows = trl_layouts (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (rows[i]->label), NULL);

      g_menu_item_set_action_and_target (item, "win.layout", "s", rows[i]->id);
      g_menu_append_item (rows[i]->engine ? others : layouts, item);
    }
  g_menu_append_submenu (layouts, _ ("Graphviz"), G_MENU_MODEL (others));
  g_menu_append (more, _ ("Arrange _Again"), "win.lay-out");
  g_menu_append (more, _ ("Lay Out _Selection"), "win.lay-out-selection");
  g_menu_append (more, _ ("Layout _Options"), "win.show-layout-options");
  g_menu_append (more, _ ("S_how by Type"), "win.roll-up");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (layouts));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

/* Counts, and what of them the map leaves out. */
static void
show_counts (TrellisStatus *self)
{
  g_autofree char *hidden = g_strdup_printf (
    ngettext ("%u name hidden: zoom in", "%u names hidden: zoom in", self->names_hidden),
    self->names_hidden);
  g_autofree char *text = self->names_hidden > 0
                            ? g_strjoin (" · ", self->description, hidden, NULL)
                            : g_strdup (self->description);

  gtk_label_set_text (self->counts, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->counts), text);
}

static void
update (TrellisStatus *self)
{
  const TrlNetwork *network = trellis_session_get_shown (self->session);
  const TrlLayout  *layout;

  g_free (self->description);
  self->description = network ? describe (network) : g_strdup ("");
  show_counts (self);
  if (!network)
    return;
  layout = trl_layout_find (trellis_session_get_layout_id (self->session));
  gtk_menu_button_set_label (self->layout_button,
                             layout ? _ (layout->label) : _ ("Layout"));
}

static gboolean
on_later (gpointer data)
{
  TrellisStatus *self = TRELLIS_STATUS (data);

  self->later = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (TrellisSession *session, guint mask, TrellisStatus *self)
{
  trellis_later (&self->later, TRELLIS_LATER_STATUS, session, on_later, self);
}

/* The bar of work that does not say how far it is goes to and fro. */
static void
show_share (TrellisStatus *self)
{
  double done = self->job_share ? trellis_share_get (self->job_share) : 0;

  if (done > 0)
    gtk_progress_bar_set_fraction (self->job_bar, done);
  else
    gtk_progress_bar_pulse (self->job_bar);
}

static gboolean
on_step (gpointer data)
{
  show_share (TRELLIS_STATUS (data));
  return G_SOURCE_CONTINUE;
}

static gboolean
show_job (gpointer data)
{
  TrellisStatus *self = TRELLIS_STATUS (data);

  show_share (self);
  gtk_widget_set_visible (self->job_box, TRUE);
  self->job_timer = g_timeout_add (JOB_STEP, on_step, self);
  return G_SOURCE_REMOVE;
}

static void
label_buttons (TrellisStatus *self)
{
  struct
  {
    GtkWidget  *button;
    const char *label;
  } labels[] = {
    { GTK_WIDGET (self->layout_button), _ ("Layout of the Map") },
    { GTK_WIDGET (self->options_button), _ ("Layout Options") },
    { GTK_WIDGET (self->job_bar), _ ("Progress") },
    { self->job_cancel, _ ("Cancel") },
    { self->fit_button, _ ("Fit the Map to the Window") },
    { self->out_button, _ ("Zoom Out") },
    { self->in_button, _ ("Zoom In") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (labels[i].button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, labels[i].label, -1);
}

static void
trellis_status_dispose (GObject *object)
{
  TrellisStatus *self = TRELLIS_STATUS (object);

  g_clear_handle_id (&self->job_timer, g_source_remove);
  g_clear_handle_id (&self->later, g_source_remove);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->job_share, trellis_share_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->description, g_free);
  G_OBJECT_CLASS (trellis_status_parent_class)->dispose (object);
}

static void
trellis_status_class_init (TrellisStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_status_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/trellis_networks/Trellis/ui/trellis-status.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisStatus, counts);
  gtk_widget_class_bind_template_child (widget_class, TrellisStatus, job_box);
  gtk_widget_class_bind_template_child (widget_class, TrellisStatus, job_label);
  gtk_widget_class_bind_template_child (widget_class, TrellisStatus, job_bar);
  gtk_widget_class_bind_template_child (widget_class, TrellisStatus, job_cancel);
  gtk_widget_class_bind_template_child (widget_class, TrellisStatus, layout_button);
  gtk_widget_class_bind_template_child (widget_class, TrellisStatus, options_button);
  gtk_widget_class_bind_template_child (widget_class, TrellisStatus, fit_button);
  gtk_widget_class_bind_template_child (widget_class, TrellisStatus, out_button);
  gtk_widget_class_bind_template_child (widget_class, TrellisStatus, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, TrellisStatus, zoom_text);
  gtk_widget_class_bind_template_child (widget_class, TrellisStatus, in_button);
  gtk_widget_class_bind_template_child (widget_class, TrellisStatus, zoom_box);
}

static void
trellis_status_init (TrellisStatus *self)
{
  g_autoptr (GMenuModel) menu = make_layout_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->layout_button, menu);
  trellis_compat_return_focus (gtk_menu_button_get_popover (self->layout_button),
                               GTK_WIDGET (self->layout_button));
  gtk_menu_button_set_popover (self->options_button, trellis_layout_options_new ());
  label_buttons (self);
}

void
trellis_status_set_session (TrellisStatus *self, TrellisSession *session)
{
  g_clear_handle_id (&self->later, g_source_remove);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  trellis_layout_options_set_session (
    TRELLIS_LAYOUT_OPTIONS (gtk_menu_button_get_popover (self->options_button)), session);
  if (!session)
    return;
  g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
  trellis_later (&self->later, TRELLIS_LATER_STATUS, session, on_later, self);
}

/* An inscription asks for the same size whatever it says: a label would have the whole
 * window laid out in every frame of a zoom.
 */
void
trellis_status_set_zoom (TrellisStatus *self, double zoom)
{
  g_autofree char *text = g_strdup_printf (_ ("%.0f %%"), 100 * zoom);

  gtk_inscription_set_text (self->zoom_text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
trellis_status_set_names_hidden (TrellisStatus *self, guint n)
{
  if (self->names_hidden == n)
    return;
  self->names_hidden = n;
  if (self->description)
    show_counts (self);
}

void
trellis_status_set_job (TrellisStatus *self, const char *title, TrellisShare *share)
{
  g_clear_handle_id (&self->job_timer, g_source_remove);
  g_clear_pointer (&self->job_share, trellis_share_unref);
  if (share)
    self->job_share = trellis_share_ref (share);
  if (title)
    {
      gtk_label_set_text (self->job_label, title);
      self->job_timer = g_timeout_add (JOB_DELAY, show_job, self);
      return;
    }
  gtk_widget_set_visible (self->job_box, FALSE);
}

void
trellis_status_show_options (TrellisStatus *self)
{
  gtk_menu_button_popup (self->options_button);
}

void
trellis_status_set_narrow (TrellisStatus *self, gboolean narrow)
{
  gtk_widget_set_visible (self->out_button, !narrow);
  gtk_widget_set_visible (self->in_button, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->zoom_button), !narrow);
}

void
trellis_status_set_map (TrellisStatus *self, gboolean map)
{
  gtk_widget_set_visible (GTK_WIDGET (self->layout_button), map);
  gtk_widget_set_visible (GTK_WIDGET (self->options_button), map);
  gtk_widget_set_visible (self->zoom_box, map);
}
