#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop is told is valid, and says the same everywhere."""
import glob
import json
import os
import re
import shutil
import tempfile
import xml.etree.ElementTree as ET

import tap

ID = tap.APP_ID
ICONS = "data/icons/hicolor"


def built(name):
    path = os.path.join(tap.BUILD, "data", name)
    if not os.path.exists(path):
        raise tap.Skip("%s is not built" % name)
    return path


def schemas():
    with tempfile.TemporaryDirectory() as folder:
        return tap.complaint(["glib-compile-schemas", "--strict", "--targetdir", folder,
                              os.path.join(tap.ROOT, "data")])


def mime():
    """update-mime-database takes the file, and files are then known by name and by content."""
    package = built(ID + ".xml")
    with tempfile.TemporaryDirectory() as home:
        packages = os.path.join(home, "mime", "packages")
        os.makedirs(packages)
        shutil.copy(package, packages)
        shared = "/usr/share/mime/packages/freedesktop.org.xml"
        if os.path.exists(shared):
            shutil.copy(shared, packages)
        yield from tap.complaint(["update-mime-database", os.path.join(home, "mime")])
        environment = dict(os.environ, XDG_DATA_HOME=home, XDG_DATA_DIRS=home)
        for name, content, wanted in (
                ("a.trellis", '{\n  "trellis": 1\n}\n', "application/vnd.trellis+json"),
                ("unnamed", '{\n  "trellis": 1\n}\n', "application/vnd.trellis+json"),
                ("a.graphml", "<graphml/>", "application/graphml+xml"),
                ("a.gexf", "<gexf/>", "application/gexf+xml"),
                ("a.json", "{}\n", "application/json")):
            path = os.path.join(home, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
            _, said = tap.tool(["gio", "info", "-a", "standard::content-type", path],
                               env=environment)
            kind = re.search(r"standard::content-type: (\S+)", said)
            if not kind or kind[1] != wanted:
                yield "%s is %s, not %s" % (name, kind[1] if kind else said, wanted)


def one_name():
    """Every file of the desktop is named after the application, and names it."""
    for path in glob.glob(os.path.join(tap.ROOT, "data", "io.*")):
        if not os.path.basename(path).startswith(ID + "."):
            yield "%s: not named after %s" % (path, ID)
        if ID not in tap.read(path) and not path.endswith(".mime.xml.in"):
            yield "%s: does not name %s" % (path, ID)
    if "app_id = '%s'" % ID not in tap.read("meson.build"):
        yield "meson.build: app_id is not %s" % ID


def releases():
    """The newest release in the metainfo is the version that meson builds."""
    version = re.search(r"version: '([^']+)'", tap.read("meson.build"))[1]
    newest = ET.parse(os.path.join(tap.ROOT, "data", ID + ".metainfo.xml.in")).find(".//release")
    if newest.get("version") != version:
        yield "the metainfo ends at %s, the build at %s" % (newest.get("version"), version)


def icons():
    for name in ("scalable/apps/%s.svg" % ID, "symbolic/apps/%s-symbolic.svg" % ID,
                 "scalable/mimetypes/application-vnd.trellis+json.svg",
                 "symbolic/mimetypes/application-vnd.trellis+json-symbolic.svg"):
        path = os.path.join(tap.ROOT, ICONS, name)
        if not os.path.exists(path):
            yield "%s/%s is missing" % (ICONS, name)
            continue
        with tempfile.NamedTemporaryFile(suffix=".png") as picture:
            yield from tap.complaint(["rsvg-convert", "-w", "16", "-o", picture.name, path])
        text = tap.read(path)
        colours = set(re.findall(r"#[0-9a-fA-F]{3,6}\b", text))
        if "symbolic" in name and (len(colours) != 1 or "stroke" in text):
            yield "%s: a symbolic icon is filled in one colour" % name


def manifest():
    content = json.loads(tap.read("flatpak/%s.json" % ID))
    if content.get("app-id", content.get("id")) != ID:
        yield "the app-id is not %s" % ID
    if content.get("command") != "trellis":
        yield "the command is not trellis"
    for argument in content["finish-args"]:
        if argument.startswith(("--filesystem", "--share=network", "--device=all", "--talk-name")):
            yield "the sandbox has a hole: " + argument
    if content["modules"][-1]["name"] != "trellis":
        yield "the last module is not trellis"
    for module in content["modules"][:-1]:
        for source in module["sources"]:
            if not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
                yield "%s: a source without its checksum" % module["name"]


def schema_of_files():
    """The JSON Schema is one, and every sample agrees with it."""
    path = "data/trellis.schema.json"
    if not os.path.exists(os.path.join(tap.ROOT, path)):
        raise tap.Skip("there is no " + path)
    try:
        import jsonschema
    except ImportError:
        raise tap.Skip("python3-jsonschema is not installed") from None
    schema = json.loads(tap.read(path))
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
    except jsonschema.SchemaError as error:
        return [path + ": " + error.message]
    validator = jsonschema.Draft202012Validator(schema)
    return ["%s: %s: %s" % (sample, "/".join(map(str, error.absolute_path)), error.message)
            for sample in tap.files("data/samples", ends=(".trellis",))
            for error in validator.iter_errors(json.loads(tap.read(sample)))]


tap.run("data", [
    ("desktop-file-is-valid", lambda: tap.complaint(
        ["desktop-file-validate", built(ID + ".desktop")])),
    ("metainfo-is-valid", lambda: tap.complaint(
        ["appstreamcli", "validate", "--no-net", "--explain", built(ID + ".metainfo.xml")])),
    ("mime-file-is-well-formed", lambda: tap.complaint(
        ["xmllint", "--noout", "--nonet", built(ID + ".xml")])),
    ("files-are-recognised", mime),
    ("settings-are-valid", schemas),
    ("everything-has-one-name", one_name),
    ("newest-release-is-the-version", releases),
    ("icons-draw", icons),
    ("flatpak-manifest-is-sound", manifest),
    ("file-schema-is-valid-and-samples-follow-it", schema_of_files),
])
