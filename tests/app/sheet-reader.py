#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sheet-reader.py PROGRAM: what a screen reader finds in a sheet of 200 x 50, asked over the accessibility
bus."""
import sys

from bus import find, focus_window, is_focused, pyatspi, run, wait, xdotool


def children(sheet, *roles):
    return [child for child in sheet if child and child.getRoleName() in roles]


def cell(sheet, name):
    return next((child for child in children(sheet, "table cell") if child.name == name), None)


def focused(sheet):
    return [child.name for child in children(sheet, "table cell") if is_focused(child)]


def names_headers_and_cells_in_view(sheet):
    wait("cells", lambda: len(children(sheet, "table cell")) > 100)
    rows = [child.name for child in children(sheet, "row header")]
    # GTK 4.8 has no word of the bus for column headers.
    columns = [child.name for child in children(sheet, "column header", "filler")]
    assert "Site 1" in rows and "Site 150" not in rows, rows
    assert "K-12 Schools" in columns, columns
    assert cell(sheet, "Site 2, K-12 Schools: coordination")
    assert len(children(sheet, "table cell")) < 21 * 19


def describes_headers_by_their_totals(sheet):
    row = next(child for child in children(sheet, "row header") if child.name == "Site 1")
    assert "12 of 18 partner types" in row.description, row.description


def lies_where_it_is_drawn(sheet):
    box = sheet.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    first = cell(sheet, "Site 2, K-12 Schools: coordination").queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    after = cell(sheet, "Site 3, K-12 Schools: networking").queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    assert first.width >= 24 and first.height >= 24, first
    assert box.x <= first.x < box.x + box.width and first.x == after.x, (box, first)
    assert after.y == first.y + first.height, (first, after)


def keys_move_the_focus_to_the_cell(sheet):
    focus_window("Sheet")
    wait("a focus", lambda: focused(sheet), 5)
    xdotool("key", "Down")
    wait("the cell below", lambda: focused(sheet) == ["Site 2, K-12 Schools: coordination"], 5)
    xdotool("key", "Down")
    wait("the next one", lambda: focused(sheet) == ["Site 3, K-12 Schools: networking"], 5)


def far_cells_are_reached_and_read(sheet):
    xdotool("key", "ctrl+End")
    wait("the last cell", lambda: any(name.startswith("Site 200, ") for name in focused(sheet)), 5)
    wait("its header", lambda: "Site 200" in [child.name for child in children(sheet, "row header")], 5)
    assert "Site 1" not in [child.name for child in children(sheet, "row header")]
    xdotool("key", "ctrl+Home")
    wait("the first cell", lambda: any(name.startswith("Site 1, ") for name in focused(sheet)), 5)


run(sys.argv[1:], "the sheet", lambda: find("show-sheet", "table", "Levels"),
    (names_headers_and_cells_in_view, describes_headers_by_their_totals, lies_where_it_is_drawn,
     keys_move_the_focus_to_the_cell, far_cells_are_reached_and_read), "sheet-reader")
