/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A canvas in a window, for programs that look at it from outside. */
#include "canvas-fixture.h"

int
main (void)
{
  Fixture f = { 0 };
  gtk_init ();
  adw_init ();
  g_set_prgname ("show-canvas");
  fixture_open (&f, fixture_document (18), 900, 700);
  while (gtk_widget_get_visible (f.window))
    g_main_context_iteration (NULL, TRUE);
  fixture_close (&f);
  return 0;
}
