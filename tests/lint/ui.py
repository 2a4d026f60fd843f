#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates pair with their class, resources are complete, and what a person reads is marked."""
import os
import re
import xml.etree.ElementTree as ET

import tap

READ = {"label", "title", "subtitle", "tooltip-text", "placeholder-text", "description", "heading",
        "body", "text", "menu-tooltip", "view-name"}
DATA = (".ui", ".css", ".svg", ".png")


def pairs(templates, sources):
    """A template x.ui belongs to x.c beside it, which names it."""
    for path, text in templates.items():
        base = path[:-len(".ui")]
        try:
            root = ET.fromstring(text)
        except ET.ParseError as error:
            yield "%s: %s" % (path, error)
            continue
        if root.find("template") is None:
            continue
        if base + ".c" not in sources:
            yield "%s: no %s.c beside it" % (path, os.path.basename(base))
        elif os.path.basename(path) not in sources[base + ".c"]:
            yield "%s.c: does not use %s" % (base, os.path.basename(path))


def resources(bundles, data):
    """Every file below the folder of a bundle is in a bundle, and every file of a bundle exists."""
    listed = set()
    for path, text in bundles.items():
        folder = os.path.dirname(path)
        for file in ET.fromstring(text).iter("file"):
            name = os.path.normpath(os.path.join(folder, file.text.strip()))
            listed.add(name)
            if name not in data:
                yield "%s: no file %s" % (path, file.text.strip())
    for name in data:
        if name not in listed:
            yield "%s: in no resource bundle" % name


def unmarked(templates):
    """A property or attribute with words in it is translatable."""
    for path, text in templates.items():
        try:
            root = ET.fromstring(text)
        except ET.ParseError:
            continue
        for element in root.iter():
            name = (element.get("name") or "").replace("_", "-")
            if element.tag not in ("property", "attribute") or name not in READ:
                continue
            words = (element.text or "").strip()
            if re.search(r"\w{2}", words) and not words.startswith("<") \
                    and element.get("translatable") != "yes" and not element.get("bind-source"):
                yield "%s: “%s” is not translatable" % (path, words)


def icon_only(templates):
    """A button that shows only an icon has a name for those who do not see it."""
    for path, text in templates.items():
        try:
            root = ET.fromstring(text)
        except ET.ParseError:
            continue
        for element in root.iter("object"):
            if not re.match(r"Gtk(Toggle|Menu)?Button$", element.get("class", "")):
                continue
            names = {(child.get("name") or "").replace("_", "-")
                     for child in element.findall("property")}
            if "icon-name" in names and not names & {"tooltip-text", "label"}:
                yield "%s: a button “%s” without tooltip-text" % (
                    path, element.findtext("property[@name='icon-name']"))


BAD = {"a/x.ui": '<interface><template class="X"/></interface>',
       "a/y.ui": '<interface><template class="Y"><property name="label">Yes</property>'
                 '<child><object class="GtkButton"><property name="icon-name">z</property></object>'
                 "</child></template></interface>"}
BUNDLE = {"a/a.gresource.xml": "<g><gresource><file>y.ui</file><file>none.css</file></gresource></g>"}


def app(*ends):
    return tap.texts("src/app", "ui", ends=ends)


tap.run("ui", [
    ("sees-what-is-wrong", lambda: [
        *tap.sees(pairs(BAD, {"a/y.c": ""}), "no x.c beside it", "does not use y.ui"),
        *tap.sees(resources(BUNDLE, set(BAD)), "no file none.css", "a/x.ui: in no"),
        *tap.sees(unmarked(BAD), "“Yes”"),
        *tap.sees(icon_only(BAD), "button “z”")]),
    ("templates-pair-with-their-class", lambda: pairs(app(".ui"), app(".c"))),
    ("resources-are-complete", lambda: resources(
        app(".gresource.xml"), set(tap.files("src/app", "ui", ends=DATA)))),
    ("what-is-read-is-translatable", lambda: unmarked(app(".ui"))),
    ("icon-buttons-have-names", lambda: icon_only(app(".ui"))),
])
