"""Sentences of a text, with abbreviations and figures left whole."""

import re

ABBREVIATIONS = (
    "e.g", "i.e", "vs", "approx", "dr", "mr", "mrs", "ms", "st", "no", "fig", "etc", "u.s", "u.k", "min", "max", "ca",
    "z.b", "d.h", "bzw", "u.a", "evtl", "ggf", "nr", "prof", "inc", "p.m", "a.m",
)  # fmt: skip
END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=[\"'“‘(]?[A-ZÄÖÜ0-9])|\n+")


def sentences(text: str) -> list[str]:
    """The sentences of a text in order; nothing but the spaces between them is lost."""
    found: list[str] = []
    start = 0
    for match in END.finditer(text):
        piece = text[start : match.start()]
        last = piece.rsplit(None, 1)[-1].lower().strip("(\"'“.") if piece.split() else ""
        is_short_form = last in ABBREVIATIONS or re.fullmatch(r"[a-zäöü]", last) or re.fullmatch(r"\d{1,2}\.", piece)
        if "\n" not in match[0] and piece.endswith(".") and is_short_form:
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]
