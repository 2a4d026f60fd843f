#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""validate.py SCHEMA GOOD... -- BAD...: files of GOOD obey the schema, those of BAD do not.

Exit code 77 says that the module jsonschema is not there.
"""
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit(77)


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


schema = read(sys.argv[1])
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
cut = sys.argv.index("--")
failed = False
for path in sys.argv[2:cut]:
    for error in validator.iter_errors(read(path)):
        print("%s: %s: %s" % (path, error.json_path, error.message))
        failed = True
for path in sys.argv[cut + 1:]:
    if validator.is_valid(read(path)):
        print("%s: the schema should refuse this" % path)
        failed = True
sys.exit(1 if failed else 0)
