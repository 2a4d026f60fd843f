/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed picks a level from the list; a number in brackets behind it is the number
 * of partners.  A letter that is repeated goes through the levels that begin with it.
 */

#include "config.h"

#include "grid/trellis-cell-editor.h"

#include "formats/trl-cell-words.h"
#include "grid/trellis-levels-words.h"
#include "panels/trellis-swatch.h"

#include <glib/gi18n.h>
#include <math.h>

struct _TrellisCellEditor
{
  GtkWidget       parent;
  GtkWidget      *entry;
  GtkWidget      *popover;
  GtkListBox     *list;
  GtkLabel       *message;
  TrlVocabulary  *vocabulary;
  const TrlScale *scale;   /* of the vocabulary */
  GArray         *matches; /* int */
  gboolean        typed;
};

enum
{
  COMMITTED,
  FILLED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisCellEditor, trellis_cell_editor, GTK_TYPE_WIDGET)

/* What stands before the number of partners. */
static char *
dup_head (TrellisCellEditor *self, const char **tail)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *bracket = strchr (text, '(');

  *tail = bracket ? bracket : "";
  return g_strstrip (bracket ? g_strndup (text, (gsize) (bracket - text))
                             : g_strdup (text));
}

/* How often the one letter of the text stands there; 0: it is not that. */
static guint
count_repeats (const char *head)
{
  gunichar first = g_utf8_get_char (head);
  guint    n = 0;

  for (const char *p = head; *p; p = g_utf8_next_char (p), n++)
    if (g_unichar_tolower (g_utf8_get_char (p)) != g_unichar_tolower (first))
      return 0;
  return g_unichar_isalpha (first) ? n : 0;
}

/* Returns which of the matches is the likeliest. */
static guint
find_matches (TrellisCellEditor *self, const char *head)
{
  guint n = count_repeats (head);

  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = *head ? trl_cell_words_match (self->scale, head)
                        : g_array_new (FALSE, FALSE, sizeof (int));
  if (n > 1 && !self->matches->len)
    {
      g_autofree char *letter =
        g_strndup (head, (gsize) (g_utf8_next_char (head) - head));

      g_array_unref (self->matches);
      self->matches = trl_cell_words_match (self->scale, letter);
      return self->matches->len ? (n - 1) % self->matches->len : 0;
    }
  return 0;
}

static GtkWidget *
make_row (TrellisCellEditor *self, int rank)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *name = gtk_label_new (trellis_levels_level_name (self->scale, rank));
  g_autofree char *key = rank < 0 ? g_strdup ("N") : g_strdup_printf ("%d", rank);
  GtkWidget       *digit = gtk_label_new (key);

  gtk_box_append (GTK_BOX (box),
                  trellis_swatch_new (self->vocabulary, self->scale, rank));
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (digit, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), digit);
  return box;
}

static void
say (TrellisCellEditor *self, gboolean refused)
{
  guint            last = trl_scale_get_n_levels (self->scale) - 1;
  g_autofree char *text =
    refused
      ? g_strdup_printf (
          _ ("No level begins so: type its name, 0 to %u, or N for not reported"), last)
      : g_strdup (_ ("With the number of partners: 3 (8)"));

  gtk_label_set_text (self->message, text);
  if (refused)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
on_changed (GtkEditable *entry, TrellisCellEditor *self)
{
  const char      *tail;
  g_autofree char *head = dup_head (self, &tail);
  guint            likely = find_matches (self, head);
  GtkWidget       *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->matches->len; i++)
    gtk_list_box_append (self->list,
                         make_row (self, g_array_index (self->matches, int, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->matches->len > 0);
  gtk_list_box_select_row (self->list,
                           gtk_list_box_get_row_at_index (self->list, (int) likely));
  say (self, FALSE);
}

gboolean
trellis_cell_editor_read (TrellisCellEditor *self, TrlCellEdit *edit)
{
  GtkListBoxRow   *row = gtk_list_box_get_selected_row (self->list);
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char      *tail;
  g_autofree char *head = dup_head (self, &tail);
  g_autofree char *chosen = NULL;

  memset (edit, 0, sizeof *edit);
  if (row && self->matches->len)
    {
      int rank = g_array_index (self->matches, int, gtk_list_box_row_get_index (row));

      chosen =
        rank < 0 ? g_strdup_printf ("N %s", tail) : g_strdup_printf ("%d %s", rank, tail);
      g_strchomp (chosen);
    }
  if (!trl_cell_words_read (self->scale, chosen ? chosen : text, FALSE, edit))
    {
      say (self, TRUE);
      gtk_popover_popup (GTK_POPOVER (self->popover));
      return FALSE;
    }
  edit->scale = self->scale;
  if ((edit->mask & TRL_CELL_SET_LEVEL) && edit->state == TRL_CELL_EMPTY)
    {
      edit->mask |= TRL_CELL_SET_COUNT;
      edit->count = NAN;
    }
  return TRUE;
}

static void
commit (TrellisCellEditor *self, int rows, int columns)
{
  g_signal_emit (self, signals[COMMITTED], 0, rows, columns);
}

static gboolean
step_list (TrellisCellEditor *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int            n = self->matches ? (int) self->matches->len : 0;

  if (n < 2 || !row)
    return FALSE;
  gtk_list_box_select_row (
    self->list, gtk_list_box_get_row_at_index (
                  self->list, (gtk_list_box_row_get_index (row) + by + n) % n));
  return TRUE;
}

static gboolean
on_arrow (TrellisCellEditor *self, guint key)
{
  int by = key == GDK_KEY_Down || key == GDK_KEY_Right ? 1 : -1;

  if (key == GDK_KEY_Left || key == GDK_KEY_Right)
    {
      if (!self->typed)
        return FALSE;
      commit (self, 0, by);
      return TRUE;
    }
  if (!step_list (self, by))
    commit (self, by, 0);
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        TrellisCellEditor     *self)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Escape:
      g_signal_emit (self, signals[LEFT], 0);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (state & GDK_ALT_MASK)
        return FALSE;
      if (state & GDK_CONTROL_MASK)
        {
          g_signal_emit (self, signals[FILLED], 0);
          return TRUE;
        }
      commit (self, shift ? -1 : 1, 0);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      commit (self, 0, shift || key == GDK_KEY_ISO_Left_Tab ? -1 : 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      return state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)
               ? FALSE
               : on_arrow (self, key);
    default:
      return FALSE;
    }
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, TrellisCellEditor *self)
{
  gtk_list_box_select_row (list, row);
  commit (self, 0, 0);
}

static void
trellis_cell_editor_map (GtkWidget *widget)
{
  TrellisCellEditor *self = TRELLIS_CELL_EDITOR (widget);

  GTK_WIDGET_CLASS (trellis_cell_editor_parent_class)->map (widget);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
trellis_cell_editor_grab_focus (GtkWidget *widget)
{
  return gtk_entry_grab_focus_without_selecting (
    GTK_ENTRY (TRELLIS_CELL_EDITOR (widget)->entry));
}

static void
trellis_cell_editor_dispose (GObject *object)
{
  TrellisCellEditor *self = TRELLIS_CELL_EDITOR (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->vocabulary, trl_vocabulary_unref);
  G_OBJECT_CLASS (trellis_cell_editor_parent_class)->dispose (object);
}

static void
trellis_cell_editor_class_init (TrellisCellEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_cell_editor_dispose;
  widget_class->map = trellis_cell_editor_map;
  widget_class->grab_focus = trellis_cell_editor_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[COMMITTED] =
    g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[FILLED] = g_signal_new ("filled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
make_popover (TrellisCellEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Levels"), -1);
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_max_width_chars (self->message, 32);
  gtk_label_set_xalign (self->message, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->message));
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
trellis_cell_editor_init (TrellisCellEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_widget_add_css_class (self->entry, "view"); /* nothing shows through */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Level"), -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->entry, keys);
  make_popover (self);
}

GtkWidget *
trellis_cell_editor_new (const TrlVocabulary *vocabulary,
                         const TrlScale      *scale,
                         const char          *text,
                         gboolean             typed)
{
  TrellisCellEditor *self = g_object_new (TRELLIS_TYPE_CELL_EDITOR, NULL);

  self->vocabulary = trl_vocabulary_ref ((TrlVocabulary *) vocabulary);
  self->scale = scale ? scale : trl_vocabulary_find_scale (vocabulary, NULL);
  self->typed = typed;
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_changed), self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  if (!*text)
    on_changed (GTK_EDITABLE (self->entry), self);
  if (typed)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  else
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return GTK_WIDGET (self);
}

GtkEditable *
trellis_cell_editor_get_entry (TrellisCellEditor *self)
{
  return GTK_EDITABLE (self->entry);
}
