"""How well an outline matches what a person expects: headings found, kinds that are right, sentences kept."""

import os
import re
from pathlib import Path

from treatment_pages.importing.elements import without_number
from treatment_pages.importing.mapping import outline_of
from treatment_pages.importing.outline import Outline
from treatment_pages.importing.readers import read

ARTICLES = Path(__file__).parent / "articles"
SHARED = Path(os.environ.get("SHARED_TEXTS") or Path(__file__).parents[4] / "shared")
"""Texts of other people that lie beside the repository, where they are at hand."""


def imported(path: Path) -> Outline:
    """The outline of the one article of a file."""
    (document,) = read(path.name, path.read_bytes())
    return outline_of(document)


def plain(text: str) -> str:
    """Words alone, so that quotes and spaces do not matter."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def heading_kinds(outline: Outline) -> dict[str, str]:
    """Every heading of an outline, those of items and steps included, with the kind of its block."""
    kinds: dict[str, str] = {}
    for block in outline.blocks:
        for title in (block.heading, *(item.title for item in block.items), *(step.title for step in block.steps)):
            kinds.setdefault(plain(without_number(title)), block.type)
    return kinds


def compare(outline: Outline, expected: list[list[str]]) -> tuple[list[str], list[tuple[str, str, str]]]:
    """The headings that were missed, and those of another kind than expected; “a|b” allows either."""
    kinds = heading_kinds(outline)
    missed = [heading for heading, _kind in expected if plain(without_number(heading)) not in kinds]
    wrong = [
        (heading, kind, found)
        for heading, kind in expected
        if (found := kinds.get(plain(without_number(heading)), kind.split("|")[0])) not in kind.split("|")
    ]
    return missed, wrong


def everything(outline: Outline) -> str:
    """All words of an outline: its metadata, its blocks and what was set aside."""
    meta = " ".join(str(value) for value in outline.meta.values())
    blocks = " ".join(text for block in outline.blocks for text in block.texts())
    return plain(f"{meta} {blocks} {' '.join(piece['text'] for piece in outline.set_aside)}")
