"""Outline text as rich text: escaped, in paragraphs, with the links that the article had."""

from django.utils.html import escape

from treatment_pages.importing.texts import paragraphs


class Links:
    """The links of an article; each is put back once, where its words stand."""

    def __init__(self, links: list[dict] | None) -> None:
        entries = [entry for entry in links or [] if isinstance(entry, dict)]
        self.left = [(str(entry.get("text", "")), str(entry.get("url", ""))) for entry in entries]
        self.left = [
            (words, url)
            for words, url in self.left
            if words and url.startswith(("http://", "https://", "mailto:", "tel:"))
        ]

    def put_back(self, text: str) -> str:
        """The text as HTML, with the links whose words it holds."""
        pieces: list[str | tuple[str, str]] = [text]
        for words, url in list(self.left):
            for position, piece in enumerate(pieces):
                if isinstance(piece, str) and words in piece:
                    before, _words, after = piece.partition(words)
                    pieces[position : position + 1] = [before, (words, url), after]
                    self.left.remove((words, url))
                    break
        return "".join(
            escape(piece).replace("\n", "<br/>")
            if isinstance(piece, str)
            else f'<a href="{escape(piece[1])}">{escape(piece[0])}</a>'
            for piece in pieces
        )


def rich_text(text: str, links: Links, *, has_lists: bool = True) -> str:
    """Paragraphs and lists; where a field takes no lists, each item is a paragraph with a bullet."""
    html = []
    for part in paragraphs(text):
        if isinstance(part, str):
            html.append(f"<p>{links.put_back(part)}</p>")
        elif has_lists:
            html.append(f"<ul>{''.join(f'<li>{links.put_back(item)}</li>' for item in part)}</ul>")
        else:
            html += [f"<p>• {links.put_back(item)}</p>" for item in part]
    return "".join(html)


def headed(heading: str) -> str:
    """A heading inside a text."""
    return f"<h3>{escape(heading)}</h3>" if heading else ""


def bold(words: str) -> str:
    """A line that stands out, where headings are not allowed."""
    return f"<p><b>{escape(words)}</b></p>" if words else ""
