/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRL_ENGINE_ERROR (trl_engine_error_quark ())
GQuark trl_engine_error_quark (void);

typedef enum
{
  TRL_ENGINE_ERROR_MISSING, /* the program is not installed */
  TRL_ENGINE_ERROR_DIED,    /* it crashed, refused or gave no answer */
  TRL_ENGINE_ERROR_TIME,    /* it took longer than it may */
  TRL_ENGINE_ERROR_MEMORY   /* it needed more than it may take: it ended with ENOMEM */
} TrlEngineError;

/* The environment variable that names a folder of programs to take before all others. */
#define TRL_ENGINE_FOLDER "TRELLIS_ENGINES"

/**
 * trl_engine_run:
 * @program: name of the helper program, which is told @seconds as its only argument
 * @input: what it reads
 * @seconds: of processor time that it may use; it may last three times as long
 *
 * Runs a helper program to its end, and kills it when that does not come or @cancellable
 * is cancelled.  It gets no environment but a plain locale.  Blocks; for any thread.
 * Errors: G_IO_ERROR_CANCELLED, TRL_ENGINE_ERROR.
 *
 * Returns: (transfer full): what it wrote
 */
GBytes *trl_engine_run (const char   *program,
                        GBytes       *input,
                        guint         seconds,
                        GCancellable *cancellable,
                        GError      **error);

G_END_DECLS
