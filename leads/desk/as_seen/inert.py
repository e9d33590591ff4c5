"""Takes the life out of a page: it can be read, but nothing in it can be followed, sent or run."""

from bs4 import BeautifulSoup

REMOVED = ("script", "base", "iframe", "object", "embed", "template", "wagtail-userbar")
DISABLED = ("input", "button", "select", "textarea")
LEADING = ("href", "xlink:href", "action", "formaction", "ping", "target")
"""Attributes that lead elsewhere; those of `link` elements load the page's looks and stay."""

REFUSED_LINKS = {"preload", "prefetch", "prerender", "modulepreload", "manifest", "canonical", "alternate"}


def make_inert(html: str, banner: str) -> str:
    """The page with `banner` on top of its body and nothing alive in it; kept from search engines too.

    A link that skips to the text, as the first child of a body, would skip nothing.
    """
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(REMOVED):
        element.decompose()
    for element in soup.find_all("meta"):
        if element.get("http-equiv") or str(element.get("name", "")).lower() == "robots":
            element.decompose()
    for element in soup.find_all("link"):
        if REFUSED_LINKS & set(element.get("rel") or []):
            element.decompose()
    for element in soup.select("body > a[href^='#']"):
        element.decompose()
    for element in soup.find_all(True):
        calm(element)
    if soup.head:
        soup.head.append(soup.new_tag("meta", attrs={"name": "robots", "content": "noindex, nofollow"}))
    (soup.body or soup).insert(0, BeautifulSoup(banner, "html.parser"))
    return str(soup)


def calm(element) -> None:
    """Take away what an element does when somebody touches it."""
    for name in [name for name in element.attrs if name.lower().startswith("on")]:
        del element[name]
    if element.name in DISABLED:
        element["disabled"] = ""
    for name in LEADING if element.name not in ("link", "use", "image") else ():
        if name in element.attrs:
            del element[name]
