#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that were given up, each with the reason and the few places where it stands."""
import re

import tap

# (pattern, reason, folders, paths that may)
GATES = (
    (r"\b(gtk_label_set_markup|gtk_label_set_markup_with_mnemonic|pango_layout_set_markup"
     r"|pango_layout_set_markup_with_accel|gtk_widget_set_tooltip_markup"
     r"|gtk_tooltip_set_markup|gtk_text_buffer_insert_markup)\b",
     "a name with < or & in it is no markup; use attributes", ("src",), ()),
    (r"\b(strtod|strtof|strtold|atof|atoi|atol|sscanf|fscanf|scanf|setlocale|localeconv"
     r"|g_strtod|strtol|strtoul|atoll)\b",
     "reads differently in another language; use g_ascii_*", ("src",),
     (r"src/(app|cli)/[^/]*main\.c",)),
    (r"\b(g_file_replace_contents\w*|g_file_set_contents\w*|g_file_replace\w*)\b",
     "can destroy the file on a full disk; use trl_save_file", ("src",), ()),
    (r"\b(g_random_\w+|rand|srand|random|drand48|time|g_get_real_time|g_get_monotonic_time"
     r"|g_date_time_new_now\w*) \(",
     "the same document gives the same picture for ever",
     ("src/core/analysis", "src/core/layout", "src/core/scene", "src/core/draw",
      "src/core/figure"), ()),
    (r"\b(system|popen|g_spawn_command_line_\w+) \(",
     "a name with a quote in it is no shell command", ("src",), ()),
    (r"\b(strcpy|strcat|sprintf|vsprintf|gets|alloca|g_alloca|strtok) \(",
     "writes without knowing how much there is room for", ("src", "tests"), ()),
    (r"\b(g_thread_new|g_thread_pool_new|pthread_create|g_task_run_in_thread\w*) \(",
     "threads start in src/app/job", ("src",), (r"src/app/job/",)),
)


NUMBER = r"\"(?:[^\"\\\n]|\\.)*%[-+ #0]*[0-9.*]*l?[fFeEgGaA](?:[^\"\\\n]|\\.)*\""
ASCII = r"\bg_ascii_formatd \([^;]*?\);"
TRANSLATED = r"\b(?:_|N_|C_|ngettext) \((?:[^()\"]|\"(?:\\.|[^\"\\])*\"|\([^()]*\))*\)"


def numbers(sources):
    """Only a sentence for a person may show a number as that person writes it."""
    for path, text in sources.items():
        bare = re.sub(ASCII + "|" + TRANSLATED, lambda match: "\n" * match[0].count("\n"),
                      tap.without_comments(text))
        for line, match in tap.lines(NUMBER, bare):
            yield "%s:%d: %s writes a comma in another language" % (path, line, match[0])


def problems(sources, gates=GATES):
    for path, text in sources.items():
        bare = tap.without_strings(text)
        for pattern, reason, folders, allowed in gates:
            if not path.startswith(folders) or any(re.match(one, path) for one in allowed):
                continue
            for line, match in tap.lines(pattern, bare):
                yield "%s:%d: %s: %s" % (path, line, match[0], reason)


def untranslated_errors(sources):
    """What g_set_error() and its like say is a sentence in the language of the reader."""
    for path, text in sources.items():
        bare = tap.without_comments(text)
        for line, match in tap.lines(r"\b(g_set_error|g_set_error_literal|g_error_new"
                                     r"|g_error_new_literal|g_prefix_error) \(([^;]*?)\);", bare):
            words = re.sub(TRANSLATED, "", match[2])
            literal = re.search(r"\"(?:[^\"\\]|\\.)*[A-Za-z]{3}(?:[^\"\\]|\\.)*\"", words)
            if literal:
                yield "%s:%d: %s is not translated" % (path, line, literal[0])


def machine(sources):
    """Nothing speaks of the machine on which it was written."""
    for path, text in sources.items():
        for line, match in tap.lines(r"/work/|\.\./shared|/home/\w+|/root\b|/tmp/", text):
            yield "%s:%d: %s" % (path, line, match[0])


BAD = {
    "src/core/layout/a.c": 'x = strtod (s, NULL); /* atof */\ng_print ("%.2f %d", x);\nrand ();\n',
    "src/app/b.c": "gtk_label_set_markup (l, name);\nsystem (name);\n",
}
WORDS = {"a.c": 'g_set_error (error, D, C, "Cannot open %s", path);\n'
                'g_set_error (error, D, C, _ ("Cannot open “%s”"), path);\n'
                'g_set_error (error, D, C, ngettext ("%u row", "%u rows", n), n);\n'
                'g_set_error (error, D, C, "%s: %s", a, _ ("No room"));\n'}
EVERYTHING = (".c", ".h", ".py", ".build", ".ui", ".in", ".xml", ".md", ".json", ".def", ".css", ".po")

tap.run("gates", [
    ("sees-what-is-wrong", lambda: [
        *tap.sees(problems(BAD), "strtod", "rand", "markup", "system"),
        *tap.sees(numbers({"a.c": 'f ("%.2f %d", x);\nf (_ ("%g of %s"), x);\n'
                              'g_ascii_formatd (s, n,\n  "%.9g", x);'}), "a.c:1"),
        *tap.sees(untranslated_errors(WORDS), "a.c:1"),
        *tap.sees(machine({"a.md": "see\n../shared/x"}), "a.md:2")]),
    ("given-up-calls-stay-away", lambda: problems(tap.texts("src", "tests"))),
    ("numbers-are-written-the-same-everywhere", lambda: numbers(
        tap.texts("src/core", "src/cli"))),
    ("errors-are-translated", lambda: untranslated_errors(tap.texts("src"))),
    ("nothing-names-this-machine", lambda: machine(
        tap.texts("src", "data", "po", "flatpak", ends=EVERYTHING))),
])
