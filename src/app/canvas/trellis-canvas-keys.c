/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of keys.  The widget class binds what is in it, the shortcuts window shows
 * it: there is no other list. */
#include "canvas/trellis-canvas-private.h"

#include <glib/gi18n.h>

#define MAP N_ ("Map")
#define EDIT N_ ("Partners and Partnerships")
#define VIEW N_ ("View")

/* Rows without an action say what is done elsewhere; rows without a title are
 * further keys for the same thing. */
static const TrellisCanvasShortcut shortcuts[] = {
  { NULL, NULL, "Tab <Shift>Tab", MAP, N_ ("Next and previous partner") },
  { "canvas.go", "'left'", "Left KP_Left", MAP, N_ ("Nearest partner to the left") },
  { "canvas.go", "'right'", "Right KP_Right", MAP, N_ ("Nearest partner to the right") },
  { "canvas.go", "'up'", "Up KP_Up", MAP, N_ ("Nearest partner above") },
  { "canvas.go", "'down'", "Down KP_Down", MAP, N_ ("Nearest partner below") },
  { "canvas.neighbour", "-1", "bracketleft", MAP, N_ ("Previous connected partner") },
  { "canvas.neighbour", "1", "bracketright", MAP, N_ ("Next connected partner") },
  { NULL, NULL, "space", MAP, N_ ("Select the partner; held, drag to move the view") },
  { "canvas.toggle", NULL, "<Control>space", MAP,
    N_ ("Add to or take from the selection") },
  { "canvas.select-all", NULL, "<Control>a", MAP, N_ ("Select all partners") },
  { "canvas.select-none", NULL, "Escape <Control><Shift>a", MAP, N_ ("Select nothing") },
  { "canvas.open", NULL, "Return KP_Enter", MAP, N_ ("Open what is selected") },
  { "canvas.menu", NULL, "Menu <Shift>F10", MAP, N_ ("Menu of what is selected") },

  { "canvas.rename", NULL, "F2", EDIT, N_ ("Rename in place") },
  { "canvas.delete", NULL, "Delete KP_Delete", EDIT, N_ ("Remove what is selected") },
  { "canvas.connect", NULL, "c", EDIT, N_ ("Connect with another partner") },
  { "canvas.set-level", "0", "0 KP_0", EDIT, N_ ("Level: no interaction") },
  { "canvas.set-level", "1", "1 KP_1", EDIT, N_ ("Level: first") },
  { "canvas.set-level", "2", "2 KP_2", EDIT, N_ ("Level: second") },
  { "canvas.set-level", "3", "3 KP_3", EDIT, N_ ("Level: third") },
  { "canvas.set-level", "4", "4 KP_4", EDIT, N_ ("Level: fourth") },
  { "canvas.set-level", "5", "5 KP_5", EDIT, NULL },
  { "canvas.set-level", "6", "6 KP_6", EDIT, NULL },
  { "canvas.set-level", "7", "7 KP_7", EDIT, NULL },
  { "canvas.set-level", "8", "8 KP_8", EDIT, NULL },
  { "canvas.set-level", "-1", "n", EDIT, N_ ("Level: not reported") },
  { "canvas.pin", NULL, "p", EDIT, N_ ("Pin in place, or let go") },
  { "canvas.lay-out-selection", NULL, "<Control><Shift>l", EDIT,
    N_ ("Lay out the selection among the others") },
  { "canvas.nudge", "(-10.0, 0.0)", "<Alt>Left", EDIT, N_ ("Move to the left") },
  { "canvas.nudge", "(10.0, 0.0)", "<Alt>Right", EDIT, N_ ("Move to the right") },
  { "canvas.nudge", "(0.0, -10.0)", "<Alt>Up", EDIT, N_ ("Move up") },
  { "canvas.nudge", "(0.0, 10.0)", "<Alt>Down", EDIT, N_ ("Move down") },
  { "canvas.nudge", "(-1.0, 0.0)", "<Alt><Shift>Left", EDIT, N_ ("Move a little") },
  { "canvas.nudge", "(1.0, 0.0)", "<Alt><Shift>Right", EDIT, NULL },
  { "canvas.nudge", "(0.0, -1.0)", "<Alt><Shift>Up", EDIT, NULL },
  { "canvas.nudge", "(0.0, 1.0)", "<Alt><Shift>Down", EDIT, NULL },

  { "canvas.zoom-in", NULL, "<Control>plus <Control>equal <Control>KP_Add", VIEW,
    N_ ("Zoom in") },
  { "canvas.zoom-out", NULL, "<Control>minus <Control>KP_Subtract", VIEW,
    N_ ("Zoom out") },
  { "canvas.zoom-100", NULL, "<Control>0 <Control>KP_0", VIEW, N_ ("Zoom to 100 %") },
  { "canvas.zoom-fit", NULL, "<Control>9 <Control>KP_9", VIEW, N_ ("Fit all in view") },
};

const TrellisCanvasShortcut *
trellis_canvas_shortcuts (guint *n)
{
  *n = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/* Menus show the key of an action that was bound last: the first of the row. */
static void
bind (GtkWidgetClass *klass, const TrellisCanvasShortcut *row)
{
  g_auto (GStrv) keys = g_strsplit (row->accelerators, " ", -1);
  for (guint i = g_strv_length (keys); i-- > 0;)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (
        gtk_shortcut_trigger_parse_string (keys[i]), gtk_named_action_new (row->action));
      if (row->target)
        gtk_shortcut_set_arguments (
          shortcut, g_variant_parse (NULL, row->target, NULL, NULL, NULL));
      gtk_widget_class_add_shortcut (klass, shortcut);
      g_object_unref (shortcut);
    }
}

void
trellis_canvas_install_keys (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action)
      bind (klass, &shortcuts[i]);
}
