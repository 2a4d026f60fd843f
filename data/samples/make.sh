#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the samples anew from the tables in source/, with the readers of the build folder.
# The same program, run as a test, says when a sample no longer agrees with its tables.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build}
ninja -C "$build" tests/core/test-formats-samples
TRL_SOURCE=$PWD TRL_MAKE_SAMPLES=1 LC_ALL=C.UTF-8 "$build/tests/core/test-formats-samples"
