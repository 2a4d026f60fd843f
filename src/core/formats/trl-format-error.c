/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The domain of everything that can be wrong with input. */

#include "formats/trl-format.h"

G_DEFINE_QUARK (TrlFormatError, trl_format_error)
