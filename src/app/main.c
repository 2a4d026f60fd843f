/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the translations and hands over to the application. */

#include "config.h"

#include "trellis-application.h"
#include "trellis-bench.h"
#include "trellis-paths.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  g_autoptr (TrellisApplication) application = NULL;
  g_autofree char *locale = trellis_paths_locale ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  trellis_paths_init ();
  g_set_application_name (_ ("Trellis"));
  gtk_window_set_default_icon_name (TRL_APP_ID);

  application = trellis_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
