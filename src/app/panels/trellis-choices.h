/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "panels/trellis-form.h"

G_BEGIN_DECLS

/* The lists that forms offer: from the words of the document, and a few fixed ones. */
GPtrArray *trellis_choices_types (const TrlNetwork *network);
GPtrArray *trellis_choices_roles (const TrlNetwork *network);
GPtrArray *trellis_choices_kinds (const TrlNetwork *network);
GPtrArray *trellis_choices_responsibility (const TrlNetwork *network);
GPtrArray *trellis_choices_stages (const TrlNetwork *network);
GPtrArray *trellis_choices_ecosystems (const TrlNetwork *network);
GPtrArray *trellis_choices_colours (const TrlNetwork *network);
GPtrArray *trellis_choices_missing (const TrlNetwork *network);
GPtrArray *trellis_choices_presence (const TrlNetwork *network);
GPtrArray *trellis_choices_level_rules (const TrlNetwork *network);
GPtrArray *trellis_choices_roll_up_rules (const TrlNetwork *network);

G_END_DECLS
