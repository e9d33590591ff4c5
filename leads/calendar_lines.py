"""Writes calendar objects as RFC 5545 wants them: escaped texts, UTC times, folded lines that end in CRLF."""

from datetime import UTC, datetime
from urllib.parse import quote

LINE_OCTETS = 75
"""The longest line, without its end (RFC 5545, 3.1)."""


def text(value: str) -> str:
    """A TEXT value; control characters have no place in one."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = escaped.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\\n".join("".join(filter(str.isprintable, line)) for line in lines)


def moment(value: datetime) -> str:
    """An aware time as DATE-TIME in UTC."""
    return f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def mail_address(address: str) -> str:
    """A CAL-ADDRESS."""
    return f"mailto:{quote(address, safe='@')}"


def parameter(value: str) -> str:
    """A quoted parameter value; double quotes and control characters cannot stand in one."""
    return '"' + "".join(filter(str.isprintable, value.replace('"', "'"))) + '"'


def component(name: str, *lines: str) -> list[str]:
    """The lines of a component such as VEVENT."""
    return [f"BEGIN:{name}", *lines, f"END:{name}"]


def written(lines: list[str]) -> bytes:
    """Lines as a file."""
    return b"".join(folded(line) + b"\r\n" for line in lines)


def folded(line: str) -> bytes:
    """A line in parts of at most 75 octets; no character is torn, and each part after the first begins with a space."""
    parts, part = [], b""
    for character in line:
        octets = character.encode()
        if len(part) + len(octets) > LINE_OCTETS:
            parts.append(part)
            part = b" "
        part += octets
    return b"\r\n".join([*parts, part])
