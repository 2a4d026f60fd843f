/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * LLVMFuzzerTestOneInput:
 *
 * Reads @size bytes as a stranger's file and aborts when a promise is broken.
 *
 * Returns: 0
 */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
