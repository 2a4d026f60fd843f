# SPDX-License-Identifier: GPL-3.0-or-later
"""What surveys and tables become."""
import json
import os

from command import SAMPLES, cli, differ, info, measure, read, run, shared, write

ENGAGED = ("networking", "cooperation", "coordination", "collaboration", "not-reported")


def engaged(network):
    return sum(network["levels"][level] for level in ENGAGED)


def illustrative():
    return shared("ecosystem-lab-illustrative/survey.csv", "ecosystem-lab-illustrative/sites.csv")


def survey():
    networks = info(*illustrative())
    counts = [engaged(network) for network in networks]
    yield from differ("number of networks", len(networks), 10)
    yield from differ("fewest, most, all engaged", (min(counts), max(counts), sum(counts)), (11, 18, 150))
    for network in networks:
        yield from differ("edges of " + network["name"], network["edges"], sum(network["levels"].values()))
        yield from differ("nodes of " + network["name"], network["nodes"], 18)


def wide():
    tidy = {network["name"]: network["levels"] for network in info(*illustrative())}
    rows = {network["name"]: network["levels"]
            for network in info(*shared("ecosystem-lab-illustrative/survey-wide.csv"))}
    return differ("the levels of the wide form", rows, tidy)


def richness():
    values = measure(*illustrative())
    yield from differ("richness of Site A", values["Site A"]["richness"], 11)
    yield from differ("richness of Site F", values["Site F"]["richness"], 18)


def documented():
    files = shared("ecosystem-lab-documented/ties.csv", "ecosystem-lab-documented/sites.csv")
    values = measure(*files)
    columbus = [network for network in info(*files) if network["name"] == "Columbus"][0]
    yield from differ("number of networks", len(values), 10)
    yield from differ("richness of Columbus", values["Columbus"]["richness"], 7)
    yield from differ("mean depth of Columbus", values["Columbus"]["mean-depth"], None)
    yield from differ("Columbus not reported", columbus["levels"]["not-reported"], 7)
    yield from differ("edges of all", sum(network["edges"] for network in info(*files)), 35)


def organizations():
    networks = info(*shared("indiana-tobacco-control/organizations.csv",
                            "indiana-tobacco-control/collaboration.csv"))
    yield from differ("number of networks", len(networks), 1)
    levels = networks[0]["levels"]
    yield from differ("partners, partnerships", (networks[0]["nodes"], networks[0]["edges"]), (25, 161))
    yield from differ("levels", [levels[level] for level in ENGAGED], [0, 81, 38, 42, 0])


def own_scale():
    networks = info(*shared("indiana-tobacco-control/contact.csv"))
    levels = networks[0]["levels"]
    yield from differ("partnerships", sum(levels.values()), 175)
    yield from differ("steps beside none and not reported", len(levels) - 2, 5)


def without_levels():
    networks = info(*shared("icts-grants-2010/nodes.csv", "icts-grants-2010/edges.csv"))
    yield from differ("partners", networks[0]["nodes"], 493)
    yield from differ("not reported", networks[0]["levels"]["not-reported"], 1359)


def partners():
    name = write("partners.csv", "Organization;Type;Level;Notes\nBiblioteca;Local Businesses;3;sí\n"
                                 "Museo;Cultural and Recreation Centers;;\n")
    networks = info(name, "--hub", "Escuela")
    yield from differ("partners", networks[0]["nodes"], 2)
    yield from differ("levels", networks[0]["levels"]["coordination"], 1)
    yield from differ("not reported", networks[0]["levels"]["not-reported"], 1)


def encodings():
    text = "site,partner_type,partners,level\nCafé,Food Agencies,2,cooperation\n"
    forms = {"utf-8": text.encode(), "bom": b"\xef\xbb\xbf" + text.encode(),
             "utf-16": text.encode("utf-16"), "windows": text.encode("cp1252"),
             "lines": text.replace("\n", "\r\n").encode(), "tabs": text.replace(",", "\t").encode(),
             "semicolons": text.replace(",", ";").encode()}
    for form, content in forms.items():
        networks = info(write(form + ".csv", content))
        yield from differ("name in " + form, networks[0]["name"], "Café")
        yield from differ("level in " + form, networks[0]["levels"]["cooperation"], 1)


def banana():
    name = write("banana.csv", "site,partner_type,partners,level\nA,Food Agencies,2,banana\n"
                               "A,Public Agencies,1,networking\n")
    code, _, err = cli("check", name)
    yield from differ("exit code", code, 1)
    if "banana.csv:2" not in err or "banana" not in err:
        yield "the line of the odd word is not named: " + err
    yield from differ("not reported", info(name)[0]["levels"]["not-reported"], 1)


def mapped():
    name = write("odd.csv", "Alpha,Omega,Closeness\nA,B,4\n")
    code, _, err = cli("convert", name, "-o", "odd.trellis", "--map", "from=Alpha", "--map", "to=Omega",
                       "--map", "level=Closeness")
    yield from differ("exit code (%s)" % err, code, 0)
    yield from differ("level", info("odd.trellis")[0]["levels"]["collaboration"], 1)


def same_again():
    first, second = cli("convert", *illustrative(), "-o", "first.trellis"), None
    second = cli("convert", *illustrative(), "-o", "second.trellis")
    yield from differ("exit codes", (first[0], second[0]), (0, 0))
    if read("first.trellis") != read("second.trellis"):
        yield "importing again gives another document"


def unknown_words():
    cli("convert", *illustrative(), "-o", "odd.trellis")
    text = read("odd.trellis").decode().replace('"level": "cooperation"', '"level": "friendship"', 1)
    line = text[:text.index("friendship")].count("\n") + 1
    code, _, err = cli("check", write("odd.trellis", text))
    yield from differ("exit code", code, 1)
    if "odd.trellis:%d" % line not in err or "friendship" not in err:
        yield "the line of the odd level is not named: " + err


def what_is_counted():
    """Types are not called partners, nor what is no interaction a partnership."""
    out = cli("info", os.path.join(SAMPLES, "ecosystem-lab-illustrative.trellis"))[1].splitlines()
    yield from differ("Site A", out[3], "  18 partner types (41 partners), 11 partnerships in 18 rows")
    out = cli("info", os.path.join(SAMPLES, "seven-roles.trellis"))[1].splitlines()
    yield from differ("organizations", out[3], "  12 partners, 6 partnerships")


def saved_figures():
    """They are counted, and kept by whatever writes the document again."""
    figures = [{"id": "f", "name": "Depth", "settings": {"figure": "depth", "width": "180mm"}, "new": 1},
               {"id": "g", "name": "Map"}]
    name = write("saved.trellis", json.dumps({"trellis": 1, "networks": [{"id": "n", "name": "A"}],
                                              "figures": figures}))
    _, out, err = cli("info", "--json", name)
    yield from differ("saved figures (%s)" % err, json.loads(out)["figures"], 2)
    yield from differ("the last line", cli("info", name)[1].splitlines()[-1], "2 saved figures")
    cli("convert", name, "-o", "again.trellis")
    yield from differ("those written again", json.loads(read("again.trellis"))["figures"], figures)
    _, out, _ = cli("info", *illustrative())
    if "saved figure" in out:
        yield "figures are told of where there are none: " + out


def locales():
    expected = cli("measure", "--json", *illustrative())[1]
    return differ("what de_DE measures", cli("measure", "--json", *illustrative(), LC_ALL="de_DE.UTF-8")[1],
                  expected)


run("reading", [
    ("the-illustrative-survey", survey),
    ("the-wide-form-is-the-same", wide),
    ("richness-as-published", richness),
    ("documented-partnerships-have-no-level", documented),
    ("organizations-and-their-ties", organizations),
    ("numbers-beyond-four-make-a-scale", own_scale),
    ("ties-without-levels-are-not-reported", without_levels),
    ("one-row-a-partner", partners),
    ("any-encoding-and-delimiter", encodings),
    ("an-odd-word-is-listed-with-its-line", banana),
    ("columns-can-be-named", mapped),
    ("importing-again-gives-the-same", same_again),
    ("a-document's-odd-words-are-listed", unknown_words),
    ("saved-figures-are-counted-and-kept", saved_figures),
    ("info-says-what-it-counts", what_is_counted),
    ("a-comma-locale-changes-nothing", locales),
])
