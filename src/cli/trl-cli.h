/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-format.h"
#include "layout/trl-layout.h"
#include "model/trl-document.h"

G_BEGIN_DECLS

/* What the program exits with. */
typedef enum
{
  TRL_EXIT_DONE = 0,
  TRL_EXIT_PROBLEMS = 1, /* the input has problems, all listed */
  TRL_EXIT_USAGE = 2,
  TRL_EXIT_WRITE = 3, /* the output could not be written */
  TRL_EXIT_HELPER = 4 /* a helper program failed */
} TrlExit;

/**
 * TrlCommand:
 * @name: the word after the program's name
 * @usage: its arguments
 * @summary: one line; translatable
 * @run: gets the arguments with the command's name first
 *
 * One command is one file and one row in the table of main.c.
 */
typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  TrlExit (*run) (int argc, char **argv);
} TrlCommand;

extern const TrlCommand trl_command_change;
extern const TrlCommand trl_command_check;
extern const TrlCommand trl_command_convert;
extern const TrlCommand trl_command_figure;
extern const TrlCommand trl_command_info;
extern const TrlCommand trl_command_layout;
extern const TrlCommand trl_command_list;
extern const TrlCommand trl_command_measure;

/**
 * TrlArguments:
 * @inputs: (array zero-terminated=1): what is left after the options
 * @output: (nullable): -o
 * @from: (nullable): --from, a format
 * @map: (nullable) (array zero-terminated=1): --map
 * @hub: (nullable): --hub
 *
 * What the commands that read files have in common.
 */
typedef struct
{
  char **inputs;
  char  *output;
  char  *from;
  char **map;
  char  *hub;
} TrlArguments;

/**
 * trl_arguments_parse:
 * @own: (nullable): the command's own options
 * @data: (nullable): for their callbacks
 *
 * Parses options and inputs; says what is wrong on stderr.
 *
 * Returns: TRL_EXIT_DONE, or TRL_EXIT_USAGE
 */
TrlExit trl_arguments_parse (TrlArguments       *arguments,
                             const TrlCommand   *command,
                             const GOptionEntry *own,
                             gpointer            data,
                             int                 argc,
                             char              **argv);
void    trl_arguments_clear (TrlArguments *arguments);

/**
 * trl_arguments_read:
 * @report: (nullable): what became of each row; %NULL: what was left out is said on
 *   stderr
 * @exit: (out): why there is no document
 *
 * Reads the inputs as one document; says what is wrong on stderr.
 */
TrlDocument *
trl_arguments_read (const TrlArguments *arguments, TrlReadReport *report, TrlExit *exit);

/**
 * trl_cli_complain:
 *
 * Prints one line on stderr: `NAME: text`, or the text alone.
 */
void trl_cli_complain (const char *name, const char *text);

/**
 * trl_cli_print_issues:
 *
 * Prints what a reader lists on stderr, one a line, and their sum.
 */
void trl_cli_print_issues (const TrlReadReport *report);

/**
 * trl_cli_write:
 *
 * Writes a file whole or not at all; `-` is standard output.
 */
TrlExit trl_cli_write (const char *path, GBytes *bytes);

/**
 * trl_cli_find_figure_format:
 *
 * Returns: (nullable): the id of the format in which a figure of that file name is
 * written
 */
const char *trl_cli_find_figure_format (const char *path);

/**
 * trl_cli_find_network:
 * @name: (nullable): id or name; %NULL is the first
 *
 * Says on stderr when there is none.
 */
TrlNetwork *trl_cli_find_network (TrlDocument *document, const char *name);

/**
 * trl_cli_set_options:
 * @settings: (nullable) (array zero-terminated=1): `KEY=VALUE` each
 *
 * Says on stderr what an option refuses.
 */
gboolean trl_cli_set_options (TrlOptions *options, char **settings);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrlArguments, trl_arguments_clear)

G_END_DECLS
