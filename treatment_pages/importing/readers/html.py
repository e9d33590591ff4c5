"""HTML: pasted pieces and whole saved pages, read for their text, headings, lists, tables and links alone."""

import re

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import PreformattedString
from django.utils.translation import gettext as _

from treatment_pages.importing.elements import HEADING, ITEM, PARAGRAPH, ROW, Document, Element, one_line, tidy
from treatment_pages.importing.limits import MAX_DEPTH, MAX_NESTING, ImportRefusedError
from treatment_pages.importing.readers.inline import (
    CLOSE,
    OPEN,
    bold_heading,
    bold_lead,
    inline,
    is_glued,
    leading_bold,
)
from treatment_pages.importing.readers.page_frame import cut_to_article, page_meta, take_frame_away
from treatment_pages.importing.readers.tags import BLOCKS, HEADINGS
from treatment_pages.importing.readers.template_code import without_template_code

TITLE_CLASS = re.compile(r"(accordion|toggle|faq|tab|collapse)[\w-]*(title|header|heading|question|button|label)", re.I)
BOLD_LEVEL = 7
"""Level of a bold line: below every real heading."""
LINK = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.I)


def read_html(name: str, text: str, *, is_fragment: bool = False) -> Document:
    """A page or a piece of one; what stands around the article on a whole page is set aside."""
    text, code = without_template_code(text)
    soup = BeautifulSoup(text, "html.parser")
    _refuse_depth(soup)
    document = Document(name, [], set_aside=code)
    if not is_fragment:
        document.meta = page_meta(soup)
    document.set_aside += take_frame_away(soup)
    root = soup.body or soup
    if not is_fragment:
        root, around = cut_to_article(root)
        document.set_aside += around
    _Walk(document).blocks(root, 0)
    document.elements = [element for element in document.elements if element.text]
    _level_bold_lines(document.elements)
    return document


def _refuse_depth(soup: BeautifulSoup) -> None:
    depths = {id(soup): 0}
    for tag in soup.find_all(True):
        depths[id(tag)] = depths[id(tag.parent)] + 1
    if max(depths.values()) > MAX_DEPTH:
        raise ImportRefusedError(_("The page is nested too deeply to be read: paste its text instead."))


class _Walk:
    """Goes through the elements in the order in which they are read."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def add(self, kind: str, text: str, **fields) -> None:
        text = tidy(text)
        if text:
            self.document.elements.append(Element(kind, text, **fields))

    def blocks(self, node: Tag, depth: int) -> None:
        """The blocks below an element; runs of inline content between them are paragraphs."""
        if depth > MAX_NESTING:
            self.add(PARAGRAPH, node.get_text(" "))
            return
        run: list = []
        for child in list(node.children):
            if isinstance(child, Tag) and (child.name in BLOCKS or child.find(BLOCKS)):
                self.paragraphs(run)
                run = []
                self.block(child, depth + 1)
            elif not isinstance(child, (Comment, PreformattedString)):
                run.append(child)
        self.paragraphs(run)

    def block(self, node: Tag, depth: int) -> None:
        if node.name in HEADINGS:
            self.heading(node, HEADINGS[node.name])
        elif node.name == "summary" or _is_folding_title(node):
            if node.find(list(HEADINGS)):
                self.blocks(node, depth)
            else:
                self.heading(node, BOLD_LEVEL, is_summary=True)
        elif node.name == "li" and not node.find([*HEADINGS, "table", "ul", "ol", "details"]):
            self.item(node)
        elif node.name == "dt":
            self.heading(node, BOLD_LEVEL, is_sure=False)
        elif node.name == "table" and not node.find("table"):
            self.table(node, depth)
        elif node.name == "pre":
            for line in node.get_text().split("\n\n"):
                self.add(PARAGRAPH, line)
        else:
            self.blocks(node, depth)

    def heading(self, node: Tag, level: int, **fields) -> None:
        self.links(node)
        self.add(HEADING, one_line(inline([node])), level=level, **fields)

    def item(self, node: Tag) -> None:
        self.links(node)
        parts = [child for child in node.find_all(["p", "div"]) if not child.find(BLOCKS)]
        texts = [one_line(inline([part])) for part in parts]
        whole = one_line(inline([node]))
        joined = " ".join(text for text in texts if text)
        lead = bold_lead(node)
        text = joined if joined.replace(" ", "") == whole.replace(" ", "") else whole
        if lead and text.startswith(lead) and not lead.endswith((":", ".", "?", "!", "–", "-")):
            rest = text[len(lead) :].lstrip()
            if rest[:1].isupper() or rest.startswith(("–", "—", "-", ":")):
                text = f"{lead}: {rest.lstrip('–—-: ')}"
        parent = node.find_parent(["ul", "ol"])
        self.add(ITEM, text, is_ordered=parent is not None and parent.name == "ol")

    def table(self, node: Tag, depth: int) -> None:
        """Rows of cells; a table of one column is there for the layout."""
        if caption := node.find("caption"):
            self.add(PARAGRAPH, one_line(inline([caption])))
        self.links(node)
        rows = [row.find_all(["td", "th"], recursive=False) for row in node.find_all("tr")]
        if not rows or max(len(row) for row in rows) < 2 or node.find(list(HEADINGS)):
            for cell in node.find_all(["td", "th"]) or []:
                self.blocks(cell, depth + 1)
            if not rows:
                self.paragraphs([node])
            return
        for row in rows:
            cells = [one_line(inline([cell])) for cell in row]
            if any(cells):
                self.document.elements.append(Element(ROW, " | ".join(cell for cell in cells if cell), cells=cells))

    def paragraphs(self, run: list) -> None:
        """Inline content; two line breaks end a paragraph, and a bold line stands by itself."""
        for node in run:
            if isinstance(node, Tag):
                self.links(node)
        if is_glued(run):
            for node in run:
                self.add(PARAGRAPH, one_line(inline([node])))
            return
        for part in re.split(r"\n\s*\n", inline(run, keeps_bold=True)):
            self.lines(part)

    def lines(self, part: str) -> None:
        lines = [line for line in tidy(part).split("\n") if line.strip("\x01\x02 ")]
        plain: list[str] = []
        for line in lines:
            if heading := bold_heading(line):
                self.add(PARAGRAPH, "\n".join(plain))
                plain = []
                self.add(HEADING, heading, level=BOLD_LEVEL, is_sure=False)
            elif lead := leading_bold(line):
                self.add(PARAGRAPH, "\n".join(plain))
                plain = []
                self.add(PARAGRAPH, line.replace(OPEN, "").replace(CLOSE, ""), lead=lead)
            else:
                plain.append(line.replace(OPEN, "").replace(CLOSE, ""))
        self.add(PARAGRAPH, "\n".join(plain))

    def links(self, node: Tag) -> None:
        """Addresses that still lead somewhere when the text has moved."""
        anchors = [node] if node.name == "a" else node.find_all("a")
        for anchor in anchors:
            href, words = str(anchor.get("href") or "").strip(), one_line(anchor.get_text(" "))
            if words and LINK.fullmatch(href):
                self.document.links.append({"text": words, "url": href})


def _is_folding_title(node: Tag) -> bool:
    classes = " ".join(node.get("class") or [])
    is_title = node.name in {"div", "button", "span"} and TITLE_CLASS.search(classes)
    return bool(is_title) and not node.find(BLOCKS - {"div"}) and len(node.get_text().split()) <= 25


def _level_bold_lines(elements: list[Element]) -> None:
    """A bold line is a heading of its own where there are no others, and one below the last real one elsewhere."""
    real = [element.level for element in elements if element.kind == HEADING and element.level < BOLD_LEVEL]
    has_real = len(real) > 1 or any(level > 1 for level in real)
    last = 1
    for element in elements:
        if element.kind != HEADING:
            continue
        if element.level < BOLD_LEVEL:
            last = element.level
        else:
            element.level = min(last + 1, BOLD_LEVEL) if has_real else 2
