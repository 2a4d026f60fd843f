# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages from the command line."""
import csv
import io
import json
import os
import re
import subprocess
from collections import Counter

from command import SAMPLES, cli, differ, path, read, run, shared, write

SAMPLE = os.path.join(SAMPLES, "ecosystem-lab-illustrative.trellis")
TYPES = ("K-12 Schools", "School Districts", "Higher Education Institutions", "Out-of-School Programs",
         "Learning Intermediaries", "Education Technology Providers", "Research and Evaluation Partners",
         "Community-Based Organizations", "Faith-Based Organizations", "Cultural and Recreation Centers",
         "Food Agencies", "Public Agencies", "Healthcare Providers", "Transportation Agencies",
         "Workforce and Economic Development Agencies", "Local Businesses", "Philanthropy and Funders",
         "Media and Communication Organizations")


def said(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.stdout.decode("utf-8", "replace")


def letters(text):
    """The text without what breaking lines changes."""
    return "".join(text.split()).replace("-", "").replace("\u2010", "").replace("\u2068", "").replace("\u2069", "")


def figure(output, *more, file=SAMPLE):
    code, _, err = cli("figure", file, "-o", output, *more)
    return differ("exit code of %s (%s)" % (output, err), code, 0)


def page():
    yield from figure("f.pdf", "--network", "Site F", "--layout", "rings", "--width", "180mm")
    about, text = said("pdfinfo", path("f.pdf")), letters(said("pdftotext", "-raw", path("f.pdf"), "-"))
    fonts = said("pdffonts", path("f.pdf")).splitlines()[2:]
    for wanted in ("Pages:           1", "Title:           Site F", "Creator:         Trellis"):
        if wanted not in about:
            yield about
    yield from ("the page does not name " + name for name in TYPES if letters(name) not in text)
    yield from ("the legend does not name " + level
                for level in ("Networking", "Cooperation", "Coordination", "Collaboration")
                if level not in text)
    if not fonts or any(" yes yes yes" not in " ".join(line.split()).replace("yes yes no", "yes yes yes")
                        for line in fonts):
        yield "fonts are not embedded: %s" % fonts
    if "No syntax or stream encoding errors" not in said("qpdf", "--check", path("f.pdf")):
        yield said("qpdf", "--check", path("f.pdf"))


def again():
    for ending in ("pdf", "svg", "png", "eps"):
        for which in (1, 2):
            yield from figure("same-%d.%s" % (which, ending), "--network", "Site C")
        if read("same-1." + ending) != read("same-2." + ending):
            yield ending + " differs between two runs"


def vector():
    yield from figure("c.svg", "--network", "Site C")
    text = read("c.svg").decode()
    if subprocess.run(["xmllint", "--noout", path("c.svg")], check=False).returncode:
        yield "xmllint refuses it"
    if '<title id="figure-title">Site C</title>' not in text:
        yield "the picture has no title of its own"
    if text.count("<text") < 18 or text.count("<title>") < 18:
        yield "%d texts, %d titles" % (text.count("<text"), text.count("<title>"))


def raster():
    yield from figure("c.png", "--network", "Site C", "--width", "85mm", "--dpi", "300")
    header = read("c.png")
    width = int.from_bytes(header[16:20], "big")
    if abs(width - 85 / 25.4 * 300) > 1:
        yield "%d pixels wide" % width
    if b"pHYs" not in header[:200] or int.from_bytes(header[header.index(b"pHYs") + 4:][:4], "big") != 11811:
        yield "the file does not say 300 dpi"


def each():
    yield from figure("sites.svg", "--each", "network")
    found = sorted(name for name in os.listdir(path("")) if name.startswith("sites-"))
    yield from differ("files", len(found), 10)


def organizations():
    files = shared("indiana-tobacco-control/organizations.csv", "indiana-tobacco-control/collaboration.csv")
    code, _, err = cli("convert", *files, "-o", "indiana.trellis")
    yield from differ("exit code (%s)" % err, code, 0)
    yield from figure("stress.pdf", "--layout", "stress", file=path("indiana.trellis"))
    yield from figure("types.pdf", "--roll-up", "type", "--layout", "rings", file=path("indiana.trellis"))
    text = letters(said("pdftotext", "-raw", path("types.pdf"), "-"))
    yield from ("the rolled up page does not name " + name
                for name in ("Advocacy", "Coalition", "Contractor", "Government", "Lead agency", "National partner")
                if letters(name) not in text)


def places():
    edges = write("e.csv", "From,To,Level\nA,B,1\nB,C,2\nC,A,3\n")
    where = write("p.csv", "id,x,y\nA,0,0\nB,100,0\nC,0,100\n")
    yield from figure("p.svg", "--positions", where, file=edges)


def texts():
    yield from figure("t.svg", "--title", "Título <&>", "--caption", "A caption of ours", "--source", "Our survey")
    text = letters(read("t.svg").decode())
    for wanted in ("Título&lt;&amp;&gt;", "Acaptionofours", "Oursurvey"):
        if wanted not in text:
            yield "%s is missing" % wanted
    yield from figure("d.png", "--theme", "dark")


def multiples():
    yield from figure("m.svg", "--figure", "multiples")
    text = read("m.svg").decode()
    plain = letters(text)
    if subprocess.run(["xmllint", "--noout", path("m.svg")], check=False).returncode:
        yield "xmllint refuses it"
    yield from ("no panel is called Site " + site for site in "ABCDEFGHIJ" if "Site" + site not in plain)
    if "11of18types" not in plain or "%atCoordinationordeeper" not in plain:
        yield "a panel does not say its breadth and depth"
    ids = re.findall(r' id="([^"]+)"', text)
    yield from differ("ids that are given twice", len(ids) - len(set(ids)), 0)
    nodes = re.findall(r'<g id="node-[^"]+" class="node"><title>', text)
    if len(nodes) < 180:
        yield "%d partners have a title" % len(nodes)
    yield from figure("two.svg", "--figure", "multiples", "--network", "Site C", "--network", "Site A", "--set", "order=name")
    plain = letters(read("two.svg").decode())
    if not -1 < plain.find("SiteA") < plain.find("SiteC") or "SiteB" in plain:
        yield "the chosen networks are not on the page"
    for ending in ("pdf", "svg", "png", "eps"):
        for which in (1, 2):
            yield from figure("many-%d.%s" % (which, ending), "--figure", "multiples", "--width", "column", "--dpi", "72")
        if read("many-1." + ending) != read("many-2." + ending):
            yield ending + " differs between two runs"
    for wrong in (("--network", "Site A", "--network", "Site B"), ("--figure", "multiples", "--network", "Nowhere"),
                  ("--figure", "multiples", "--each", "network")):
        yield from differ(" ".join(wrong), cli("figure", SAMPLE, "-o", "no.svg", *wrong)[0], 2)
    where = write("q.csv", "id,x,y\nA,0,0\n")
    yield from differ("a table of places", cli("figure", SAMPLE, "-o", "no.svg", "--figure", "multiples",
                                               "--positions", where)[0], 1)


def relations():
    """Three relations among the same partners, who stand in the same places."""
    names = ("organizations", "collaboration", "contact", "dissemination")
    files = shared(*("indiana-tobacco-control/%s.csv" % name for name in names))
    code, _, err = cli("convert", *files, "-o", "relations.trellis")
    yield from differ("exit code (%s)" % err, code, 0)
    networks = json.loads(read("relations.trellis"))["networks"]
    yield from differ("networks", [network["name"] for network in networks], list(names[1:]))
    ids = [sorted(node["id"] for node in network["nodes"]) for network in networks]
    if any(one != ids[0] or len(one) != 25 for one in ids):
        yield "the networks are not of the same 25 partners"
    contact = {edge.get("scale") for edge in networks[1]["edges"]}
    yield from differ("the scale of contact", contact, {"contact"})
    yield from differ("levels of dissemination", [edge for edge in networks[2]["edges"] if "level" in edge], [])
    yield from figure("r.svg", "--figure", "multiples", "--layout", "stress", file=path("relations.trellis"))
    places = {}
    for panel, node, body in re.findall(r'<g id="node-([123])-([^"]+)" class="node">(.*?)</g>',
                                        read("r.svg").decode(), re.S):
        mark = re.search(r'<(?:circle cx="([-.0-9]+)" cy="([-.0-9]+)"|polygon points="([-.0-9]+) ([-.0-9]+))', body)
        if mark:
            x, y = (float(number) for number in mark.groups() if number)
            places.setdefault(node, {}).setdefault(panel, (x, y))
    yield from differ("partners in all panels", sum(len(where) == 3 for where in places.values()), 25)
    steps = {tuple(round(b - a, 1) for a, b in zip(where["1"], where[panel]))
             for where in places.values() for panel in "23" if len(where) == 3}
    if len(steps) > 4:  # two, but for rounding
        yield "panels are not the same picture: %s" % sorted(steps)


def listed():
    """What may be set is listed with all that is needed to set it."""
    figures = json.loads(cli("list", "figures", "--json")[1])
    yield from differ("the first figure", figures[0]["id"], "network")
    for row in figures:
        of = [option["of"] for option in row["options"]]
        if not row["label"] or not row["about"] or of != sorted(of) or of.count("page") < 20:
            yield "%s: %s, %s, %s" % (row["id"], row["label"], row.get("about"), of)
        ids = [option["id"] for option in row["options"]]
        yield from differ("ids of %s" % row["id"], len(set(ids)), len(ids))
        for option in row["options"]:
            choices = [choice["id"] for choice in option.get("choices", ()) if choice["label"]]
            if option["type"] not in ("number", "integer", "flag", "choice", "text") or not option["label"]:
                yield "%s: %s" % (row["id"], option)
            if (option["type"] == "choice") != (option["fallback"] in choices):
                yield "%s has choices %s" % (option["id"], choices)
            if "min" in option and not option["min"] <= float(option["fallback"]) <= option["max"]:
                yield "%s is not in its bounds" % option["id"]
    by_id = {option["id"]: option for option in figures[1]["options"]}
    yield from differ("palettes", [choice["id"] for choice in by_id["palette"]["choices"]],
                      ["own", "depth", "viridis", "cividis", "grey"])
    yield from differ("columns", (by_id["columns"]["type"], by_id["columns"]["min"], by_id["columns"]["max"]),
                      ("integer", 0, 40))
    if cli("list", "figures")[1].splitlines()[0].split() != ["network", "Network"]:
        yield "the plain list is not plain"


CHOSEN = {
    "network": ("--network", "Site F", "--layout", "rings", "--set", "letters=yes", "--palette", "viridis",
                "--set", "legend-entries=collaboration=Deep\\; all in;-none", "--note", "N"),
    "multiples": ("--width", "column", "--set", "columns=2", "--network", "Site C", "--network", "Site A",
                  "--title", "{title}, {sites} of 10", "--theme", "dark"),
    "matrix": ("--set", "totals=no", "--set", "margin=9.5", "--set", "text-size=7", "--set", "outlines=yes"),
}


def like():
    """A sidecar makes the same bytes again, and can be changed."""
    for name, chosen in CHOSEN.items():
        for ending in ("pdf", "svg", "png"):
            yield from figure("first." + ending, "--figure", name, "--dpi", "72", *chosen, "--sidecar", "first.json")
            yield from figure("again." + ending, "--like", "first.json", "--sidecar", "again.json")
            if read("first." + ending) != read("again." + ending):
                yield "%s as %s differs" % (name, ending)
            if read("first.json") != read("again.json"):
                yield "the sidecar of %s differs" % name
    yield from figure("other.svg", "--like", "first.json", "--palette", "grey", "--set", "totals=yes")
    yield from figure("straight.svg", "--figure", "matrix", "--dpi", "72", *CHOSEN["matrix"],
                      "--palette", "grey", "--set", "totals=yes")
    if read("other.svg") != read("straight.svg") or read("other.svg") == read("again.svg"):
        yield "options after --like do not change it"
    yield from figure("depth.svg", "--like", "first.json", "--figure", "depth", "--sidecar", "depth.json")
    kept = json.loads(read("depth.json"))
    yield from differ("another figure", (kept["figure"], kept["settings"]),
                      ("depth", {"margin": "9.5", "dpi": "72", "text-size": "7", "outlines": "yes"}))
    for wrong in (b"{}", b"", read("first.json") + b"\0{", read("first.json").replace(b"matrix", b"pie"),
                  read("first.json").replace(b'"9.5"', b'"wide"')):
        code, _, err = cli("figure", "missing.trellis", "-o", "no.svg", "--like", write("wrong.json", wrong))
        if code != 2 or "wrong.json" not in err:
            yield "%d: %s" % (code, err)


SAVED = (("Reach", {"figure": "reach", "width": "column", "title": "How many"}),
         ("Site C", {"network": "Site C", "layout": "spokes", "from-the-future": "x"}),
         ("site c", {"figure": "network", "network": "Site D", "palette": "grey"}),
         ("Tafel: „Ä“", {"figure": "matrix", "height": "120mm"}))


def with_saved():
    document = json.load(open(SAMPLE, encoding="utf-8"))
    document["figures"] = [{"id": "f%d" % i, "name": name, "settings": settings}
                           for i, (name, settings) in enumerate(SAVED)]
    return write("saved.trellis", json.dumps(document, ensure_ascii=False))


def saved():
    file = with_saved()
    yield from figure("reach.svg", "--figure", "reach", "--width", "column", "--title", "How many")
    for name in ("Reach", "f0"):
        yield from figure("by-name.svg", "--saved", name, file=file)
        if read("by-name.svg") != read("reach.svg"):
            yield "%s is another figure" % name
    yield from figure("wide.svg", "--saved", "Reach", "--width", "page", file=file)
    yield from figure("page.svg", "--figure", "reach", "--title", "How many")
    if read("wide.svg") != read("page.svg"):
        yield "options do not change a saved figure"
    for wrong in ("Nothing", ""):
        code, _, err = cli("figure", file, "-o", "no.svg", "--saved", wrong)
        if code != 2 or not err:
            yield "%d: %s" % (code, err)


def outline(pdf):
    """The titles of the entries, in their order."""
    whole = json.loads(said("qpdf", "--json", "--json-key=outlines", pdf))
    return [entry["title"] for entry in whole["outlines"]]


def each_saved():
    file = with_saved()
    yield from figure("all.pdf", "--each", "saved", file=file)
    if "No syntax or stream encoding errors" not in said("qpdf", "--check", path("all.pdf")):
        yield said("qpdf", "--check", path("all.pdf"))
    yield from differ("pages", said("qpdf", "--show-npages", path("all.pdf")).strip(), str(len(SAVED)))
    yield from differ("the outline", outline(path("all.pdf")), [name for name, _ in SAVED])
    for ending in ("svg", "png"):
        yield from figure("all." + ending, "--each", "saved", file=file)
        found = sorted(name for name in os.listdir(path("")) if name.startswith("all-") and name.endswith(ending))
        yield from differ("files", found, ["all-%s.%s" % (name, ending)
                                           for name in ("reach", "site-c-2", "site-c", "tafel-a")])
    for i, name in enumerate(("reach", "site-c", "site-c-2", "tafel-a")):
        yield from figure("one.svg", "--saved", "f%d" % i, file=file)
        if read("one.svg") != read("all-%s.svg" % name):
            yield "%s is another figure" % name
    if cli("figure", SAMPLE, "-o", "none.pdf", "--each", "saved")[0] != 2:
        yield "a document without saved figures makes some"
    lost = json.load(open(file, encoding="utf-8"))
    lost["figures"][1]["settings"]["network"] = "Nowhere"
    for ending in ("pdf", "svg"):
        code, _, err = cli("figure", write("lost.trellis", json.dumps(lost)), "-o", "lost." + ending, "--each", "saved")
        if code == 0 or "Nowhere" not in err:
            yield "%d: %s" % (code, err)


def same_names():
    """Networks of one name each have a file."""
    document = json.load(open(SAMPLE, encoding="utf-8"))
    for network, name in zip(document["networks"], ("Site", "site", "SITE!", "Site 2")):
        network["name"] = name
    document["networks"] = document["networks"][:4]
    yield from figure("twins.svg", "--each", "network", file=write("twins.trellis", json.dumps(document)))
    found = sorted(name for name in os.listdir(path("")) if name.startswith("twins-"))
    yield from differ("files", len(found), 4)
    titles = {re.search(r'<title id="figure-title">(.*?)</title>', read(name).decode())[1] for name in found}
    yield from differ("titles", titles, {"Site", "site", "SITE!", "Site 2"})


def beside():
    """The numbers and the words for who does not see the figure."""
    yield from figure("b.svg", "--figure", "reach", "--data", "b.csv", "--alt-file", "b.txt")
    alt = read("b.txt").decode()
    for row in read("b.csv").decode().split("\r\n")[1:-1][:20]:
        if not row.startswith('"') and row.split(",")[0] not in alt:
            yield "%s is not said" % row
    yield from figure("b.svg", "--figure", "reach", "--set", "alt=Bars.", "--alt-file", "b.txt")
    yield from differ("the alternative text", read("b.txt"), b"Bars.\n")
    if ">Bars.</desc>" not in read("b.svg").decode():
        yield "the file does not say its alternative text"


def partners():
    """Networks have a row a partner, as they are drawn; panels the same for each site, as the matrix has it."""
    yield from figure("p.svg", "--network", "Site A", "--data", "p.csv")
    yield from figure("few.svg", "--network", "Site A", "--data", "few.csv", "--set", "hide-levels=none networking")
    yield from figure("all.svg", "--figure", "multiples", "--data", "all.csv", "--set", "order=name")
    yield from figure("grid.svg", "--figure", "matrix", "--data", "grid.csv", "--set", "rows=name")
    drawn, few, sites, grid = rows("p.csv"), rows("few.csv"), rows("all.csv"), rows("grid.csv")
    yield from differ("columns", list(drawn[0]), "id name type level rank ties partners x y".split())
    yield from differ("partners", sum(int(row["partners"]) for row in drawn), 41)
    yield from differ("levels left out", {row["level"] for row in few}, {"Cooperation", "Coordination"})
    yield from differ("who is left", few, [row for row in drawn if row["rank"] not in "01"])
    yield from differ("Site A", [list(row.values())[1:] for row in sites if row["site"] == "Site A"],
                      [list(row.values())[:-2] for row in drawn])
    for site in grid:
        yield from differ(site["site"], {row["type"]: row["rank"] for row in sites if row["site"] == site["site"]},
                          {name: rank for name, rank in site.items() if name not in ("site", "engaged")})


def values():
    """What can be set is a table that can be read."""
    code, out, err = cli("list", "figures", "--options", "depth")
    found = [line.split(None, 1) for line in out.splitlines() if line]
    yield from differ("exit code", (code, err), (0, ""))
    for wanted in (["base", "Out Of [all]"], ["engaged", "Sites That Engage the Type"], ["palette", "Palette [own]"]):
        if wanted not in found:
            yield "%s is not in %s" % (wanted, out)
    yield from differ("no such figure", cli("list", "figures", "--options", "pie")[0], 2)


def early():
    """What is wrong whatever the document holds is said before it is read, and nothing is written."""
    files = sorted(os.listdir(path("")))
    for word, *wrong in (("pie", "--figure", "pie"), ("palette", "--palette", "pink"), ("width", "--width", "wide"),
                         ("height", "--height", "tall"), ("layout", "--layout", "clouds"), ("theme", "--theme", "x"),
                         ("dpi", "--dpi", "0"), ("margin", "--set", "margin=wide"), ("colour", "--set", "colour=red"),
                         ("text-size", "--set", "text-size=100"), ("OPTION=VALUE", "--set", "margin"),
                         ("rows", "--figure", "matrix", "--set", "rows=odd"),
                         ("all", "--each", "all"), ("--saved", "--like", "x.json", "--saved", "x"),
                         ("--each", "--each", "network", "--data", "no.csv"), ("--network", "--each", "network", "--network", "A"),
                         ("--each=saved", "--each", "saved", "--width", "column"), ("x.json", "--like", "x.json")):
        code, _, err = cli("figure", "missing.trellis", "-o", "no.svg", *wrong)
        if code != 2 or word not in err or "missing" in err:
            yield "%s: %d, %s" % (wrong, code, err)
    yield from differ("files", sorted(os.listdir(path(""))), files)


def looks():
    """A palette and a font are seen in the file."""
    for name in ("own", "depth", "viridis", "cividis", "grey"):
        yield from figure("look-%s.svg" % name, "--network", "Site C", "--palette", name)
    if read("look-own.svg") != read("look-depth.svg"):
        yield "colours that nobody chose are not Trellis's"
    if len({read("look-%s.svg" % name) for name in ("depth", "viridis", "cividis", "grey")}) != 4:
        yield "two palettes look alike"
    yield from figure("font.svg", "--network", "Site C", "--set", "font=DejaVu Serif")
    if "DejaVu Serif" not in read("font.svg").decode() or b"DejaVu Serif" in read("look-own.svg"):
        yield "the font is not in the file"


def helps():
    code, out, _ = cli("figure", "--help")
    wide = [line for line in out.splitlines() if line.startswith("  -") and len(line) > 100]
    if code or wide:
        yield "%d, %s" % (code, wide)
    yield from ("%s is not said" % word for word in ("--saved", "--like", "--each", "--palette", "--set", "--alt-file")
                if word not in out)
def rows(name):
    return list(csv.DictReader(io.StringIO(read(name).decode("utf-8"))))


def percentages(name):
    """Those that are written on a page, but for those of a scale."""
    return sorted(int(number) for number in re.findall(r">\u2068?(\d+)[\s\u00a0\u202f]*%<", read(name).decode()))


LEVELS = ("Collaboration", "Coordination", "Cooperation", "Networking", "No interaction")


def bars(name, *more):
    yield from figure(name + ".svg", "--figure", "depth", "--data", path(name + ".csv"), *more)
    written = sorted(int(row[level + " %"]) for row in rows(name + ".csv") for level in LEVELS
                     if int(row[level + " %"]) > 0)
    said_there = percentages(name + ".svg")
    if "diverging=yes" in more:  # where narrow bars have no room for theirs
        yield from differ("those of %s that are none" % name, list((Counter(said_there) - Counter(written)).elements()), [])
        written = [number for number in written if number > 20]
        said_there = [number for number in said_there if number > 20]
    yield from differ("percentages of %s" % name, said_there, written)
    text = read(name + ".svg").decode()
    for row in rows(name + ".csv"):
        if letters(row["partner_type"]) not in letters(text):
            yield "%s does not name %s" % (name, row["partner_type"])
        shares = [int(row[level + " %"]) for level in LEVELS]
        sites = [int(row[level]) for level in LEVELS]
        if abs(sum(shares) - 100) > 2 or sum(sites) != int(row["n"]):
            yield "%s: %s" % (name, row)
    yield from differ("bars that say their sites", len(re.findall(r">\u2068?n = \d+", text)), len(rows(name + ".csv")))


def depth():
    """Half of the ten sites collaborate with community organizations and with schools, seven
    with researchers, who are in eight."""
    yield from bars("all")
    yield from bars("engaged", "--set", "base=engaged")
    yield from bars("brief", "--set", "types=brief")
    yield from bars("diverging", "--set", "diverging=yes")
    both = [{row["partner_type"]: row for row in rows(name + ".csv")} for name in ("all", "engaged")]
    for which in both:
        for name in ("Community-Based Organizations", "K-12 Schools"):
            row = which[name]
            yield from differ(name, (row["n"], row["Collaboration"], row["Collaboration %"]), ("10", "5", "50"))
    research = [which["Research and Evaluation Partners"] for which in both]
    yield from differ("researchers", [(row["n"], row["Collaboration"], row["Collaboration %"]) for row in research],
                      [("10", "7", "70"), ("8", "7", "88")])
    yield from differ("the same numbers about a line", read("diverging.csv"), read("all.csv"))
    yield from differ("types of the brief", len(rows("brief.csv")), 7)
    for name, words in (("all", "Out of all sites that reported a level or no interaction"),
                        ("diverging", "Right of the line: Coordination or deeper."),
                        ("engaged", "Out of the sites that engage the type at a reported level")):
        if letters(words) not in letters(read(name + ".svg").decode()):
            yield "%s does not say: %s" % (name, words)
    if "Rightoftheline" in letters(read("all.svg").decode()):
        yield "there is no line"


def order():
    for how in ("name", "document", "deep"):
        yield from bars(how, "--set", "order=" + how)
    names = {how: [row["partner_type"] for row in rows(how + ".csv")] for how in ("name", "document", "deep")}
    yield from differ("by name", names["name"], sorted(TYPES))
    yield from differ("as in the codebook", names["document"], list(TYPES))
    shares = [int(row["Collaboration %"]) + int(row["Coordination %"]) for row in rows("deep.csv")]
    yield from differ("from the deepest", shares, sorted(shares, reverse=True))


def reach():
    for name, more in (("reach", ()), ("shaded", ("--set", "group=family", "--set", "colour=yes"))):
        yield from figure(name + ".svg", "--figure", "reach", "--data", path(name + ".csv"), *more)
        found = sorted(int(row["percent"]) for row in rows(name + ".csv"))
        yield from differ("shares of " + name, found, [50] * 4 + [80] * 4 + [90] * 2 + [100] * 8)
        yield from differ("percentages of " + name, [n for n in percentages(name + ".svg") if n in set(found)][-18:], found)
    text = letters(read("shaded.svg").decode())
    for family in ("Schools and learning", "Community", "Public services", "Economy and voice"):
        if letters(family) not in text:
            yield "no heading %s" % family


run("figures", [
    ("a-page-with-every-name", page),
    ("the-same-bytes-again", again),
    ("svg-is-text-with-titles", vector),
    ("png-knows-its-size", raster),
    ("one-file-a-network", each),
    ("organizations-and-their-types", organizations),
    ("places-from-a-table", places),
    ("texts-of-the-page", texts),
    ("many-networks-on-a-page", multiples),
    ("depth-of-the-survey", depth),
    ("bars-in-the-order-that-is-chosen", order),
    ("reach-of-the-survey", reach),
    ("relations-share-their-places", relations),
    ("options-are-listed", listed),
    ("like-a-sidecar", like),
    ("a-saved-figure", saved),
    ("all-saved-figures", each_saved),
    ("one-name-two-files", same_names),
    ("numbers-and-words-beside", beside),
    ("a-row-a-partner", partners),
    ("values-can-be-read", values),
    ("wrong-options-are-said-early", early),
    ("palettes-and-fonts", looks),
    ("help-can-be-read", helps),
])
