/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Part of every test: the language of the environment is in force before main(). */

#include <locale.h>
#include <stdlib.h>

__attribute__ ((constructor)) static void
enter_locale (void)
{
  if (!setlocale (LC_ALL, ""))
    abort ();
}
