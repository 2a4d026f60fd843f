/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * trl_shares_get_entropy:
 * @counts: (element-type double): all above zero
 *
 * Shannon's entropy of the shares that the counts are of their sum.
 *
 * Units: nats; NAN without counts.
 * Cost: O(n).
 * Source: Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x.
 */
double trl_shares_get_entropy (const GArray *counts);

/**
 * trl_shares_get_concentration:
 * @counts: (element-type double): all above zero
 *
 * Simpson's D, the sum of squared shares.
 *
 * Units: a share, 0 to 1; NAN without counts.
 * Cost: O(n).
 * Source: Simpson 1949, doi:10.1038/163688a0.
 */
double trl_shares_get_concentration (const GArray *counts);

G_END_DECLS
