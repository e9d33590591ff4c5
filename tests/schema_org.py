"""Checks JSON-LD against the schema.org vocabulary (30.1), as the package schema_org carries it.

`findings` names everything that is wrong: unknown types and properties, properties of another type, values of another
kind, members that an enumeration does not have, dates that are none, references that lead nowhere.
"""

import json
import re
from datetime import date, datetime
from html.parser import HTMLParser

from schema_org.registry import ENUM_MEMBERS, PARENTS, PROPERTY_BY_SCHEMA, ancestry

Kinds = dict[str | None, str | None]
"""The type of every node by its @id."""
CONTEXT = "https://schema.org"
NUMBERS = {"Number", "Integer", "Float"}
WORDS = {"Text", "URL", "PronounceableText", "CssSelectorType", "XPathType"}
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
DURATION = re.compile(r"P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+S)?)?")


def findings(document: dict) -> list[str]:
    """Everything that is wrong with a JSON-LD document, each with the place where it stands."""
    found = [] if document.get("@context") == CONTEXT else ["@context: not schema.org"]
    nodes = document.get("@graph") or []
    kinds = {node.get("@id"): node.get("@type") for node in nodes}
    for number, node in enumerate(nodes):
        found += _node_findings(node, kinds, f"@graph[{number}]")
    ids = [node["@id"] for node in nodes if "@id" in node]
    found += [f"{key}: more than one node has this @id" for key in sorted(set(ids)) if ids.count(key) > 1]
    return found + [f"{place}: nothing has the @id {key}" for place, key in _references(nodes) if key not in ids]


def json_ld(html: str) -> list[dict]:
    """The JSON-LD documents of a page."""
    parser = _Scripts()
    parser.feed(html)
    return [json.loads(text) for text in parser.texts]


class _Scripts(HTMLParser):
    def __init__(self):
        super().__init__()
        self.texts: list[str] = []
        self.is_inside = False

    def handle_starttag(self, tag, attrs):
        self.is_inside = tag == "script" and dict(attrs).get("type") == "application/ld+json"

    def handle_endtag(self, tag):
        self.is_inside = False

    def handle_data(self, data):
        if self.is_inside:
            self.texts.append(data)


def _is_reference(value) -> bool:
    return isinstance(value, dict) and set(value) == {"@id"}


def _references(value, place: str = "@graph"):
    """Every reference with its place."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _references(item, f"{place}[{number}]")
    elif _is_reference(value):
        yield place, value["@id"]
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _references(item, f"{place}.{name}")


def _node_findings(node: dict, kinds: Kinds, place: str) -> list[str]:
    kind = node.get("@type")
    if not isinstance(kind, str):
        return [f"{place}: needs exactly one @type"]
    if kind not in PARENTS:
        return [f"{place}: {kind} is no type"]
    found = []
    for name, values in node.items():
        if not name.startswith("@"):
            found += _property_findings(name, values, kind, kinds, f"{place}.{name}")
    return found


def _property_findings(name: str, values, kind: str, kinds: Kinds, place: str) -> list[str]:
    about = PROPERTY_BY_SCHEMA.get(name)
    if about is None:
        return [f"{place}: {name} is no property"]
    if not {kind, *ancestry(kind)} & set(about.domains):
        return [f"{place}: {name} belongs to {', '.join(about.domains)}, not to {kind}"]
    if about.superseded_by:
        return [f"{place}: {name} was superseded by {about.superseded_by}"]
    found = []
    for value in values if isinstance(values, list) else [values]:
        found += _value_findings(about.ranges, value, kinds, place)
    return found


def _value_findings(ranges: tuple[str, ...], value, kinds: Kinds, place: str) -> list[str]:
    if isinstance(value, dict):
        found = [] if _is_reference(value) else _node_findings(value, kinds, place)
        kind = kinds.get(value["@id"]) if _is_reference(value) else value.get("@type")
        fits = kind not in PARENTS or {kind, *ancestry(kind)} & set(ranges)
        return found if fits else [*found, f"{place}: takes {', '.join(ranges)}, not {kind}"]
    return [] if _literal_fits(set(ranges), value) else [f"{place}: takes {', '.join(ranges)}, not {value!r}"]


def _literal_fits(ranges: set[str], value) -> bool:
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int | float):
        return bool(ranges & NUMBERS)
    if not isinstance(value, str) or not value.strip():
        return False
    checks = {
        "Date": lambda: _parses(date, value),
        "DateTime": lambda: _parses(datetime, value),
        "Time": lambda: CLOCK.fullmatch(value),
        "Duration": lambda: DURATION.fullmatch(value),
        "Number": lambda: re.fullmatch(r"-?\d+(\.\d+)?", value),
    }
    if ranges & WORDS or any(fits() for name, fits in checks.items() if name in ranges):
        return True
    members = {member for name in ranges & set(ENUM_MEMBERS) for member in ENUM_MEMBERS[name]}
    return value.removeprefix("https://schema.org/") in members


def _parses(kind: type, value: str) -> bool:
    try:
        kind.fromisoformat(value)
    except ValueError:
        return False
    return True
