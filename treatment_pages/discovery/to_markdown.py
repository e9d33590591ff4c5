"""Turns rendered HTML into Markdown (CommonMark): text, headings, lists, tables, links, pictures.

What only a browser can use is left out: forms, buttons, scripts, icons, navigation.
"""

import re
from urllib.parse import urljoin

from bs4 import Comment, NavigableString, Tag

LEFT_OUT = {
    *("script", "style", "template", "noscript", "svg", "video", "iframe", "nav"),
    *("form", "button", "input", "label", "select", "textarea"),
}
LEFT_OUT_CLASSES = {"tp-quick", "tp-ask", "tp-rail__ask", "tp-source__back", "tp-enquiry", "tp-section--form"}
"""What repeats other parts of the page, or leads about in it."""
HEADINGS = {"h1": "#", "h2": "##", "h3": "###", "h4": "####", "h5": "#####", "h6": "######"}
BLOCKS = {
    *("address", "article", "aside", "blockquote", "details", "dd", "div", "dl", "dt", "fieldset", "figcaption"),
    *("figure", "footer", "header", "hr", "li", "main", "ol", "p", "picture", "section", "summary", "table", "ul"),
    *HEADINGS,
}
LINKED = ("https://", "http://", "mailto:", "tel:")
SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
LINE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def to_markdown(element: Tag, address: str) -> str:
    """The element in Markdown; links are made full by the page's `address`."""
    return "\n\n".join(_blocks(element, address))


def escaped(text: str) -> str:
    """Plain text as Markdown that reads the same."""
    return LINE_START.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", " ".join(text.split())))


def _blocks(element: Tag, address: str) -> list[str]:
    """The blocks below an element; runs of inline content between them become paragraphs."""
    blocks: list[str] = []
    run: list = []

    def close_run() -> None:
        text = _tidy("".join(_inline(child, address) for child in run))
        run.clear()
        if text:
            blocks.append(text)

    for child in element.children:
        if _is_left_out(child):
            continue
        if isinstance(child, Tag) and (child.name in BLOCKS or child.find(BLOCKS)):
            close_run()
            blocks.extend(_block(child, address))
        else:
            run.append(child)
    close_run()
    return blocks


def _block(element: Tag, address: str) -> list[str]:
    if element.name in HEADINGS:
        return _heading(element, address)
    if element.name in {"ul", "ol"}:
        return _list(element, address)
    if element.name == "dl":
        return _definitions(element, address)
    if element.name == "table":
        return _table(element, address)
    if element.name == "picture":
        picture = element.find("img")
        return [text for text in [_picture(picture, address)] if text] if picture else []
    if element.name == "summary":
        heading = element.find(list(HEADINGS))
        text = _inline_text(element, address)
        return _blocks(element, address) if heading else [f"**{text}**"] if text else []
    if element.name == "blockquote":
        return ["\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(element, address)).split("\n"))]
    return ["---"] if element.name == "hr" else _blocks(element, address)


def _heading(element: Tag, address: str) -> list[str]:
    """A heading; the one of a list item stands out by weight only."""
    text = _inline_text(element, address)
    if not text:
        return []
    return [f"**{text.replace('**', '')}**" if element.find_parent("li") else f"{HEADINGS[element.name]} {text}"]


def _list(element: Tag, address: str) -> list[str]:
    items = [item for item in element.find_all("li", recursive=False) if not _is_left_out(item)]
    lines = []
    for number, item in enumerate(items, start=1):
        mark = f"{number}. " if element.name == "ol" else "- "
        blocks = _blocks(item, address)
        if blocks:
            text = ("\n" if _is_tight(blocks) else "\n\n").join(blocks)
            lines.append(mark + re.sub(r"\n(?=[^\n])", "\n" + " " * len(mark), text))
    joint = "\n\n" if any("\n\n" in line for line in lines) else "\n"
    return [joint.join(lines)] if lines else []


def _is_tight(blocks: list[str]) -> bool:
    """Whether a list item is one line with at most a list below it."""
    return len(blocks) == 1 or (len(blocks) == 2 and blocks[1].startswith(("- ", "1. ")))


def _definitions(element: Tag, address: str) -> list[str]:
    """Terms with their descriptions, as a list of “**term:** description; description”."""
    entries: list[tuple[str, list[str]]] = []
    for part in element.find_all(["dt", "dd"]):
        text = _inline_text(part, address)
        if part.name == "dt":
            entries.append((text, []))
        elif text and entries:
            entries[-1][1].append(text)
    lines = [f"- **{term}:** {'; '.join(texts)}" for term, texts in entries if texts]
    return ["\n".join(lines)] if lines else []


def _table(element: Tag, address: str) -> list[str]:
    rows = [
        [_inline_text(cell, address) for cell in row.find_all(["th", "td"], recursive=False)]
        for row in element.find_all("tr")
    ]
    if not rows:
        return []
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    caption = element.find("caption")
    table = "\n".join([lines[0], "| " + " | ".join(["---"] * width) + " |", *lines[1:]])
    return [*([f"**{_inline_text(caption, address)}**"] if caption else []), table]


def _inline_text(element: Tag, address: str) -> str:
    return _tidy("".join(_inline(child, address) for child in element.children))


def _inline(node, address: str) -> str:
    if _is_left_out(node):
        return ""
    if isinstance(node, NavigableString):
        return SPECIAL.sub(r"\\\1", re.sub(r"[\s\xa0]+", " ", str(node)))
    if node.name == "br":
        return "\\\n"
    if node.name == "img":
        return _picture(node, address)
    if node.name == "sup":
        return f"[{_tidy(node.get_text())}]"
    text = "".join(_inline(child, address) for child in node.children)
    if node.name in {"b", "strong", "em", "i", "cite"}:
        return _around(text, "**" if node.name in {"b", "strong"} else "*")
    if node.name == "a":
        return _link(text, node, address)
    return _set_apart(text, node)


def _set_apart(text: str, node: Tag) -> str:
    """Text that style sheets set apart from the words before it, by a dash."""
    if node.name in BLOCKS:
        return f" {text} "
    is_part = any(name.startswith("tp-") and "__" in name for name in node.get("class", ()))
    if not is_part or not text.strip():
        return text
    follows_words = any(isinstance(before, Tag) or before.strip() for before in node.previous_siblings)
    return f" – {text.strip()} " if follows_words else f"{text} "


def _around(text: str, mark: str) -> str:
    """Marks may not touch blanks inside."""
    words = text.strip()
    if not words:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{mark}{words}{mark}{after}"


def _link(text: str, link: Tag, address: str) -> str:
    """A link with its full address; one that only leads about on the page is its words."""
    words, href = _tidy(text), link.get("href", "")
    target = urljoin(address, href)
    is_within = href.startswith("#") and "tp-button" not in link.get("class", ())
    if not words or not href or is_within or not target.startswith(LINKED):
        return text
    return f"[{words}]({target.replace(' ', '%20').replace(')', '%29')})"


def _picture(image: Tag, address: str) -> str:
    """A picture by its description; without one it is decoration."""
    alt, source = image.get("alt", ""), image.get("src", "")
    return f"![{escaped(alt)}]({urljoin(address, source)})" if alt and source else ""


def _is_left_out(node) -> bool:
    if isinstance(node, Comment):
        return True
    if not isinstance(node, Tag):
        return False
    is_hidden = node.has_attr("hidden") or node.get("aria-hidden") == "true"
    return is_hidden or node.name in LEFT_OUT or bool(LEFT_OUT_CLASSES & set(node.get("class", ())))


def _tidy(text: str) -> str:
    """One blank between words, none before punctuation or at the ends of lines."""
    lines = (re.sub(r" +([,.;:!?])", r"\1", " ".join(line.split())) for line in text.split("\n"))
    return LINE_START.sub(r"\1\\\2", "\n".join(lines).strip())
