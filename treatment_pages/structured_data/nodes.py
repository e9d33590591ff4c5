"""The bricks of a graph: a node, a reference to one, and what the nodes of one page have in common."""

import re
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from leads.models import ClinicSettings

LIST_ITEM_END = re.compile(r"(?<![.;:!?>])</li>")
Node = dict[str, Any]


@dataclass(frozen=True)
class Subject:
    """One page as it is described; every text is one that visitors read on it."""

    page: Page
    request: Any
    url: str
    """The page's full address; empty for one that has none yet."""
    root_url: str
    """The address of the site's front page, without a slash at the end."""
    site_name: str
    clinic: ClinicSettings
    name: str
    label: str
    """The page's name in the breadcrumb."""
    description: str
    image: str
    language: str
    trail: tuple[tuple[str, str], ...]
    """Name and full address of the pages above, the front page first."""
    listed: tuple[Page, ...] = ()
    """The pages that a listing shows."""

    def id(self, fragment: str) -> str:
        """The identifier of a node of this page."""
        return f"{self.url}#{fragment}"

    @property
    def clinic_id(self) -> str:
        return f"{self.root_url}/#clinic"

    @property
    def website_id(self) -> str:
        return f"{self.root_url}/#website"


def node(kind: str, key: str = "", **properties) -> Node:
    """A node of one type; `key` is its identifier. What is not known is left out."""
    known = {name: value for name, value in properties.items() if value not in (None, "", [], {})}
    return {"@type": kind, **({"@id": key} if key else {}), **known}


def reference(key: str) -> Node:
    """A reference to a node that stands in the same graph."""
    return {"@id": key}


def plain(rich_text) -> str:
    """The words of a rich text or its HTML on one line, the items of lists divided by semicolons."""
    html = LIST_ITEM_END.sub(";</li>", str(getattr(rich_text, "source", rich_text) or ""))
    return " ".join(get_text_for_indexing(html).split()).rstrip(";")


def sentences(*texts: str) -> str:
    """Texts as one, each closed with a full stop."""
    parts = (text.strip() for text in texts if text and text.strip())
    return " ".join(part if part[-1] in ".!?…:" else f"{part}." for part in parts)
