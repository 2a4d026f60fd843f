#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The language of its user changes what the program says, and nothing that it writes."""
import os

import command
import tap

TABLE = ("site,partner_type,partners,level\n"
         "North,K-12 Schools,3,collaboration\nNorth,Local Businesses,13,networking\n"
         "North,Faith-Based Organizations,1,\nSouth,K-12 Schools,2,cooperation\n"
         "South,Food Agencies,0,none\n")


def elsewhere(language):
    locales = os.environ.get("TRL_LOCALES")
    if not locales:
        raise tap.Skip("there are no sources of locales on this machine")
    return {"LOCPATH": locales, "LC_ALL": "de_DE.UTF-8", "LANGUAGE": language}


def outputs(folder, variables):
    """What is printed and written, by name."""
    os.makedirs(command.path(folder), exist_ok=True)
    survey = command.write("survey.csv", TABLE)
    found = {}
    for name in ("a.trellis", "f.svg", "f.pdf", "f.png"):
        made = os.path.join(folder, name)
        if name.startswith("f."):
            call = ["figure", survey, "--network", "North", "-o", made]
        else:
            call = ["convert", survey, "-o", made]
        code, _, said = command.cli(*call, **variables)
        assert code == 0, said
        found[name] = command.read(made)
    for call in (["info", "--json"], ["measure", "--json"], ["measure", "--csv"]):
        code, found[" ".join(call)], said = command.cli(*call, survey, **variables)
        assert code == 0, said
    return found


def same_bytes():
    here = outputs("here", {"LANGUAGE": "en"})
    there = outputs("there", elsewhere("en"))
    return ["%s is another one where numbers have a comma" % name
            for name in here if here[name] != there[name]]


def spanish():
    _, said, _ = command.cli("list", "layouts", **elsewhere("es"))
    return [] if "Anillos de profundidad" in said else ["the layouts are called:\n" + said]


def named():
    """A layout may be called as the window calls it there, or as it does everywhere."""
    table = command.write("named.csv", "From,To,Level\na,b,1\n")
    for name in ("Anillos de Profundidad", "Rings of Depth"):
        code, _, said = command.cli("layout", table, "-o", "named-places.csv", "--layout", name, **elsewhere("es"))
        yield from command.differ("exit code of %s (%s)" % (name, said), code, 0)


command.run("language", [
    ("a-comma-changes-no-byte", same_bytes),
    ("spanish-is-spoken-in-place", spanish),
    ("layouts-answer-to-names-in-both-languages", named),
])
