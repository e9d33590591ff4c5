"""Remains of the program that made a page: template tags, imports, comments. They are code, not text."""

import re

from django.utils.translation import gettext as _

from treatment_pages.importing.elements import SetAside, one_line

MARKUP = (
    re.compile(r"\{\{--.*?--\}\}", re.S),
    re.compile(r"\{%.{0,300}?%\}", re.S),
    re.compile(r"\{#.{0,300}?#\}", re.S),
    re.compile(r"\{/\*.*?\*/\}", re.S),
    re.compile(r"<\?php.*?(?:\?>|\Z)", re.S),
    re.compile(
        r"^\s*@(?:extends|section|endsection|include|yield|push|endpush|stack|php|endphp|if|endif|foreach|endforeach)\b(?:\(.*\))?\s*$",
        re.M,
    ),
    re.compile(r"^\s*import\s[^\n]*\sfrom\s[\"'][^\n]*$", re.M),
    re.compile(
        r"^\s*(?:export\s+default\s+\w+;?|export\s+(?:const|function)\b[^\n]*|const\s+\w+[^\n]*=>\s*\{|return\s*\(|\);|\};?)\s*$",
        re.M,
    ),
)
SPACE_EXPRESSION = re.compile(r"\{\s*[\"']([^\"'{}]*)[\"']\s*\}")
"""How JSX writes a space or a word that the line break would swallow."""
EXPRESSION = re.compile(r"\{\{[^{}]{0,200}\}\}")


def without_template_code(text: str) -> tuple[str, list[SetAside]]:
    """The text without code, and the code."""
    found: list[SetAside] = []
    for pattern in (*MARKUP, EXPRESSION):
        found += [SetAside(one_line(match[0]), _("code of the page")) for match in pattern.finditer(text)]
        text = pattern.sub("\n", text)
    return SPACE_EXPRESSION.sub(r"\1", text), [piece for piece in found if piece.text]
