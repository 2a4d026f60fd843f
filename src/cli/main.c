/* SPDX-License-Identifier: GPL-3.0-or-later */

/* trellis-cli: the first argument names a row of the table, which does the rest.  No
 * display is needed and no GTK linked. */

#define _GNU_SOURCE /* madvise, sbrk */

#include "config.h"

#include "cli/trl-cli.h"
#include "store/trl-samples.h"
#include "store/trl-save.h"

#include <glib/gi18n.h>
#include <locale.h>
#if defined(__GLIBC__) && defined(__linux__)
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif
#include <stdio.h>

static const TrlCommand *const commands[] = {
  &trl_command_info,    &trl_command_check,  &trl_command_convert, &trl_command_layout,
  &trl_command_measure, &trl_command_change, &trl_command_figure,  &trl_command_list,
};

static void
print_help (FILE *to)
{
  fprintf (
    to, "%s\n\n",
    _ ("Trellis draws partnership networks: who works with whom, and how deeply."));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (to, "trellis-cli %s %s\n    %s\n", commands[i]->name, commands[i]->usage,
             _ (commands[i]->summary));
  fprintf (
    to, "\n%s\n",
    _ ("Exit codes: 0 done, 1 the input has problems, 2 wrong use, 3 cannot write, "
       "4 a helper failed."));
}

static const TrlCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

#if defined(__GLIBC__) && defined(__linux__)
#define HEAP_STEP (64 * 1024 * 1024) /* bytes */
#define HUGE_PAGE (2 * 1024 * 1024)
#define LARGE (512 * 1024) /* what goes back to the system as soon as it is freed */

/* A figure is sketched several times, and each sketch wants the memory of the last one:
 * to give it back to the system in between takes longer than to draw.  The system hands
 * out the first of it in large pages, if it has any: one by one, small ones take a third
 * of the time of a figure of five thousand partners. */
static void
keep_memory (void)
{
  void    *first;
  guintptr end;

  mallopt (M_MMAP_THRESHOLD, HEAP_STEP / 2); /* the most that is accepted */
  mallopt (M_TRIM_THRESHOLD, 1 << 30);
  mallopt (M_TOP_PAD, HEAP_STEP);
  first = malloc (HUGE_PAGE);
  end = (guintptr) sbrk (0);
  if ((guintptr) first < end && end - (guintptr) first >= HEAP_STEP)
    madvise ((void *) ((end - HEAP_STEP + HUGE_PAGE) & ~(guintptr) (HUGE_PAGE - 1)),
             HEAP_STEP - HUGE_PAGE, MADV_HUGEPAGE);
  free (first);
}

/* A threshold that is set stays: by itself it grows with what is freed, until no large
 * array goes back to the system. */
static void
return_memory (void)
{
  mallopt (M_MMAP_THRESHOLD, LARGE);
}
#else
static void
keep_memory (void)
{
}

static void
return_memory (void)
{
}
#endif

int
main (int argc, char **argv)
{
  const TrlCommand *command;
  g_autofree char  *message = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, trl_locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("trellis-cli");
  trl_save_init ();

  if (argc < 2)
    {
      print_help (stderr);
      return TRL_EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "help"))
    {
      print_help (stdout);
      return TRL_EXIT_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("trellis-cli %s\n", TRL_VERSION);
      return TRL_EXIT_DONE;
    }
  command = find_command (argv[1]);
  if (command == &trl_command_figure)
    keep_memory ();
  else
    return_memory ();
  if (command)
    return (int) command->run (argc - 1, argv + 1);

  message =
    g_strdup_printf (_ ("There is no command “%s”; see trellis-cli --help"), argv[1]);
  trl_cli_complain (NULL, message);
  return TRL_EXIT_USAGE;
}
