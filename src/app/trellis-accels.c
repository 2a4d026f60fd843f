/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row an action that has a key everywhere in the window.  Keys that mean something
 * else while typing (letters, digits, Delete, Ctrl+A) belong to the map, not here.
 */

#include "config.h"

#include "trellis-application.h"

static const TrellisAccel accels[] = {
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "window.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.menu", { "F10" } },
  { "win.view::map", { "<Alt>1" } },
  { "win.view::grid", { "<Alt>2" } },
  { "win.view::compare", { "<Alt>3" } },
  { "win.view::figures", { "<Alt>4" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.panels", { "F9" } },
  { "win.present", { "F11" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.find", { "<Control>f" } },
  { "win.find-next", { "<Control>g" } },
  { "win.find-previous", { "<Control><Shift>g" } },
  { "win.add-partner", { "<Control><Shift>n" } },
  { "win.codebook", { "<Control><Shift>k" } },
  { "win.lay-out-selection", { "<Control><Shift>l" } },
  { "win.connect", { "<Control>l" } },
  { "win.next-network", { "<Control>Page_Down" } },
  { "win.previous-network", { "<Control>Page_Up" } },
  { "win.roll-up", { "<Control>t" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal" } },
  { "win.zoom-out", { "<Control>minus" } },
  { "win.zoom-100", { "<Control>0" } },
  { "win.zoom-fit", { "<Control>9" } },
};

const TrellisAccel *
trellis_accels (guint *n)
{
  *n = G_N_ELEMENTS (accels);
  return accels;
}
