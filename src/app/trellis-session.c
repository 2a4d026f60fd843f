/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one window is about: a document, its file, the network on show, what is selected
 * and what is filtered.  Panels hold the session, never each other.
 */

#include "config.h"

#include "trellis-session.h"

#include "layout/trl-layout.h"
#include "model/trl-rollup.h"

#include <glib/gi18n.h>

struct _TrellisSession
{
  GObject           parent;
  TrlDocument      *document;
  TrellisSelection *selection;
  TrellisFilter    *filter;
  GFile            *file;
  char             *title;
  char             *network_id;
  char             *last_id; /* of the network on show before */
  TrlNetwork       *rolled;  /* of the network and revision below */
  char             *rolled_id;
  guint64           rolled_revision;
  gboolean          unsaved;
};

enum
{
  PROP_NETWORK_ID = 1,
  PROP_TITLE,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisSession, trellis_session, G_TYPE_OBJECT)

static gboolean
has_network (TrellisSession *self, const char *id)
{
  return id && trl_document_find_network (self->document, id);
}

/* When what is on show goes, one is back where one came from. */
static void
ensure_network (TrellisSession *self)
{
  if (has_network (self, self->network_id))
    return;
  if (has_network (self, self->last_id))
    trellis_session_set_network_id (self, self->last_id);
  else
    trellis_session_set_network_id (
      self, trl_document_get_n_networks (self->document)
              ? trl_network_get_id (trl_document_get_network (self->document, 0))
              : NULL);
}

static void
on_document_changed (TrlDocument *document, guint mask, TrellisSession *self)
{
  ensure_network (self);
  trellis_selection_prune (self->selection, trellis_session_get_network (self));
  g_signal_emit (self, signals[CHANGED], 0, mask);
}

static void
trellis_session_dispose (GObject *object)
{
  TrellisSession *self = TRELLIS_SESSION (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->file);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->network_id, g_free);
  g_clear_pointer (&self->last_id, g_free);
  g_clear_pointer (&self->rolled_id, g_free);
  g_clear_pointer (&self->rolled, trl_network_unref);
  G_OBJECT_CLASS (trellis_session_parent_class)->dispose (object);
}

static void
trellis_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TrellisSession *self = TRELLIS_SESSION (object);

  switch (id)
    {
    case PROP_NETWORK_ID:
      g_value_set_string (value, self->network_id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trellis_session_class_init (TrellisSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trellis_session_dispose;
  object_class->get_property = trellis_session_get_property;
  properties[PROP_NETWORK_ID] = g_param_spec_string (
    "network-id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string (
    "title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
trellis_session_init (TrellisSession *self)
{
  self->selection = trellis_selection_new ();
  self->filter = trellis_filter_new ();
}

static char *
title_of_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  if (g_str_has_suffix (shown, ".trellis"))
    shown[strlen (shown) - strlen (".trellis")] = '\0';
  return g_steal_pointer (&shown);
}

TrellisSession *
trellis_session_new (TrlDocument *document, GFile *file, const char *title)
{
  TrellisSession *self;

  g_return_val_if_fail (TRL_IS_DOCUMENT (document), NULL);
  self = g_object_new (TRELLIS_TYPE_SESSION, NULL);
  self->document = g_object_ref (document);
  self->title = g_strdup (title ? title : _ ("Untitled"));
  if (file)
    trellis_session_set_file (self, file);
  g_signal_connect (document, "changed", G_CALLBACK (on_document_changed), self);
  ensure_network (self);
  return self;
}

TrlDocument *
trellis_session_get_document (TrellisSession *self)
{
  return self->document;
}

TrellisSelection *
trellis_session_get_selection (TrellisSession *self)
{
  return self->selection;
}

TrellisFilter *
trellis_session_get_filter (TrellisSession *self)
{
  return self->filter;
}

GFile *
trellis_session_get_file (TrellisSession *self)
{
  return self->file;
}

void
trellis_session_set_file (TrellisSession *self, GFile *file)
{
  g_return_if_fail (TRELLIS_IS_SESSION (self));
  g_set_object (&self->file, file);
  if (file)
    {
      g_free (self->title);
      self->title = title_of_file (file);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
trellis_session_get_title (TrellisSession *self)
{
  return self->title;
}

static char *
dup_folder (GFile *file)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *path = parent ? g_file_get_path (parent) : NULL;
  const char      *home = g_get_home_dir ();
  gsize            n = strlen (home);

  if (!path)
    return g_file_get_uri (file);
  if (n > 1 && g_str_has_prefix (path, home) && (!path[n] || path[n] == '/'))
    return g_strconcat ("~", path + n, NULL);
  return g_filename_display_name (path);
}

char *
trellis_session_dup_subtitle (TrellisSession *self)
{
  gboolean         modified = trellis_session_is_modified (self);
  g_autofree char *folder = self->file ? dup_folder (self->file) : NULL;

  if (!folder)
    return g_strdup (modified ? _ ("Not saved yet") : "");
  /* Translators: a folder, then that the file in it has unsaved changes */
  return modified ? g_strdup_printf (_ ("%s • Unsaved changes"), folder)
                  : g_steal_pointer (&folder);
}

TrlNetwork *
trellis_session_get_network (TrellisSession *self)
{
  return self->network_id ? trl_document_find_network (self->document, self->network_id)
                          : NULL;
}

const TrlNetwork *
trellis_session_get_shown (TrellisSession *self)
{
  TrlNetwork *network = trellis_session_get_network (self);

  if (!network || !trellis_session_is_rolled_up (self))
    return network;
  if (!self->rolled || g_strcmp0 (self->rolled_id, self->network_id) != 0 ||
      self->rolled_revision != trl_network_get_revision (network))
    {
      g_clear_pointer (&self->rolled, trl_network_unref);
      g_free (self->rolled_id);
      self->rolled = trl_network_roll_up (network);
      self->rolled_id = g_strdup (self->network_id);
      self->rolled_revision = trl_network_get_revision (network);
    }
  return self->rolled;
}

gboolean
trellis_session_is_rolled_up (TrellisSession *self)
{
  TrlNetwork *network = trellis_session_get_network (self);

  return network && trl_network_get_flag (network, TRL_NETWORK_ROLL_UP);
}

/* Types are never placed by hand: only layouts that follow the data show them. */
const char *
trellis_session_get_layout_id (TrellisSession *self)
{
  const TrlNetwork *network = trellis_session_get_shown (self);
  const char *own = network ? trl_network_get_text (network, TRL_NETWORK_LAYOUT) : NULL;
  const TrlLayout *layout = own ? trl_layout_find (own) : NULL;

  if (layout && (layout->live || !trellis_session_is_rolled_up (self)))
    return layout->id;
  return network ? trl_layout_default (network) : NULL;
}

const char *
trellis_session_get_network_id (TrellisSession *self)
{
  return self->network_id;
}

void
trellis_session_set_network_id (TrellisSession *self, const char *id)
{
  g_autofree char *shown = g_strdup (id); /* may be the last one itself */

  g_return_if_fail (TRELLIS_IS_SESSION (self));
  if (g_strcmp0 (self->network_id, id) == 0)
    return;
  g_free (self->last_id);
  self->last_id = self->network_id;
  self->network_id = g_steal_pointer (&shown);
  trellis_selection_clear (self->selection);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NETWORK_ID]);
  g_signal_emit (self, signals[CHANGED], 0, 0);
}

void
trellis_session_step_network (TrellisSession *self, int by)
{
  int n = (int) trl_document_get_n_networks (self->document);
  int index;

  if (!self->network_id)
    return;
  index = trl_document_get_network_index (self->document, self->network_id) + by;
  if (index >= 0 && index < n)
    trellis_session_set_network_id (self, trl_network_get_id (trl_document_get_network (
                                            self->document, (guint) index)));
}

void
trellis_session_mark_saved (TrellisSession *self, guint64 step)
{
  self->unsaved = FALSE;
  trl_document_mark_saved_step (self->document, step);
  g_signal_emit (self, signals[CHANGED], 0, 0);
}

gboolean
trellis_session_is_modified (TrellisSession *self)
{
  return self->unsaved || trl_document_is_modified (self->document);
}

void
trellis_session_set_unsaved (TrellisSession *self, gboolean unsaved)
{
  self->unsaved = unsaved;
  g_signal_emit (self, signals[CHANGED], 0, 0);
}
