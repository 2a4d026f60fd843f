# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs trellis-cli in a folder of its own; the checks are those of tests/lint/tap.py."""
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lint"))
import tap  # noqa: E402

CLI = sys.argv[1]
SHARED = os.path.join(os.environ.get("TRL_SHARED", ""), "data")
SAMPLES = os.path.join(tap.ROOT, "data", "samples")
FOLDER = tempfile.TemporaryDirectory(prefix="trellis-cli-")


def path(name):
    return os.path.join(FOLDER.name, name)


def shared(*names):
    """Files that every developer has beside the project."""
    if not os.path.isdir(SHARED):
        raise tap.Skip("the shared data are not beside the project")
    return [os.path.join(SHARED, name) for name in names]


def write(name, content):
    mode = "wb" if isinstance(content, bytes) else "w"
    with open(path(name), mode, **({} if mode == "wb" else {"encoding": "utf-8"})) as file:
        file.write(content)
    return path(name)


def read(name, mode="rb"):
    with open(path(name), mode) as file:
        return file.read()


def cli(*arguments, **variables):
    """Exit code, standard output and standard error."""
    done = subprocess.run([CLI, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=60, check=False, cwd=FOLDER.name,
                          env={**os.environ, **variables})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def info(*files):
    code, out, err = cli("info", "--json", *files)
    assert code == 0, err
    return json.loads(out)["networks"]


def measure(*files):
    code, out, err = cli("measure", "--json", *files)
    assert code == 0, err
    return {network["name"]: network["measures"] for network in json.loads(out)["networks"]}


def differ(what, found, wanted):
    return [] if found == wanted else ["%s is %r and should be %r" % (what, found, wanted)]


def run(suite, checks):
    tap.run(suite, checks, family="cli")
