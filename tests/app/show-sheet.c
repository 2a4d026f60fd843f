/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show-sheet [ROWS COLUMNS [WIDTH HEIGHT [PICTURE]]]: a sheet in a window, for programs
 * that look at it from outside, or for a picture. */
#include "sheet-fixture.h"

static int
get_number (char **argv, int argc, int index, int otherwise)
{
  return index < argc ? (int) g_ascii_strtoll (argv[index], NULL, 10) : otherwise;
}

static const char *const strange[] = {
  "Faith-Based Organizations and Other Congregations of the Greater Metropolitan Area",
  "مكتب الصحة العامة",
  "公共卫生部门和社区诊所",
  "Отдел здравоохранения",
  "Donaudampfschifffahrtsgesellschaftskapitän",
  "YMCA",
  NULL
};

int
main (int argc, char **argv)
{
  SheetFixture f = { 0 };
  g_set_prgname ("show-sheet");
  sheet_fixture_init (NULL, NULL);
  if (g_getenv ("SHOW_RTL"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (g_getenv ("SHOW_LARGE"))
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  TestModel *model = test_model_new ((guint) get_number (argv, argc, 1, 20),
                                     (guint) get_number (argv, argc, 2, 18));
  if (g_getenv ("SHOW_STRANGE"))
    model->names = strange;
  sheet_fixture_open (&f, model, get_number (argv, argc, 3, 900),
                      get_number (argv, argc, 4, 600));
  gtk_widget_grab_focus (GTK_WIDGET (f.sheet));
  if (argc > 5)
    {
      trellis_sheet_select (f.sheet, &(TrellisSheetArea){ 4, 2, 3, 2 });
      sheet_fixture_wait (300);
      sheet_fixture_shoot (&f, argv[5]);
      return 0;
    }
  while (gtk_widget_get_visible (f.window))
    g_main_context_iteration (NULL, TRUE);
  sheet_fixture_close (&f);
  return 0;
}
