"""What stands around the article on a saved page: navigation, footers, share buttons, cookie banners, comments."""

import re

from bs4 import BeautifulSoup, Comment, Tag
from django.utils.translation import gettext as _

from treatment_pages.importing.elements import SetAside, one_line

UNREADABLE = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "embed",
    "canvas",
    "head",
    "video",
    "audio",
    "map",
)
FRAME_TAGS = ("nav", "aside", "form", "button", "select", "textarea", "input", "dialog", "menu")
FRAME_ROLES = {
    "navigation",
    "banner",
    "contentinfo",
    "search",
    "dialog",
    "alertdialog",
    "complementary",
    "menu",
    "tablist",
}
FRAME_WORDS = re.compile(
    r"(?:^|[-_ ])(?:site|page|global|main|primary|mobile|top|sticky)?[-_]?"
    r"(?:navbar|navigation|nav|menu|menu-item|breadcrumbs?|cookies?|cookie-?consent|consent-banner|gdpr|sharing|share|"
    r"social|sharedaddy|addtoany|"
    r"comments?|respond|disqus|related|related-posts|newsletter|subscribe|sidebar|widget-area|popup|modal|pagination|"
    r"post-navigation|prev-next|skip-link|screen-reader-text|sr-only|visually-hidden|announcement|byline-share|"
    r"tag-links|tags-links|cat-links|jp-relatedposts|site-footer|site-header|footer|masthead|toc|lwptoc|ez-toc-container|"
    r"rank-math-toc|table-of-contents|wp-block-latest-posts|back-to-top)"
    r"(?:$|[-_ ](?:bar|list|links?|buttons?|icons?|menu|wrapper|container|section|area|banner|notice|box|block|inner|"
    r"content|form|posts?|toggle|title|nav|navigation|item|header|footer|panel|hooks?)?s?$)",
    re.I,
)
TOO_LONG_FOR_FRAME = 0.5
"""Share of the page's words above which a part is no frame, whatever its class says."""
MIN_ARTICLE_SHARE = 0.5
FOLDING = re.compile("accordion|faq|toggle|collaps", re.I)


def page_meta(soup: BeautifulSoup) -> dict:
    """What the head of a page says of the article."""
    meta = {}
    for key, names in (
        ("author_display", ("author", "article:author")),
        ("published_text", ("article:published_time", "date")),
        ("updated_text", ("article:modified_time",)),
        ("description", ("description", "og:description")),
        ("page_title", ("og:title",)),
    ):
        for name in names:
            tag = soup.find("meta", attrs={"property": name}) or soup.find("meta", attrs={"name": name})
            content = one_line(str(tag.get("content") or "")) if tag else ""
            if content and not (key == "author_display" and content.startswith("http")):
                meta[key] = content
                break
    if "page_title" not in meta and soup.title and soup.title.string:
        meta["page_title"] = one_line(soup.title.string)
    html = soup.find("html")
    if html and html.get("lang"):
        meta["declared_language"] = str(html["lang"])[:2].lower()
    return meta


def take_frame_away(soup: BeautifulSoup) -> list[SetAside]:
    """Removes what is no text of an article; text that was removed is returned with the reason."""
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in soup.find_all(UNREADABLE):
        if not tag.decomposed:
            tag.decompose()
    total = max(len(soup.get_text(" ").split()), 1)
    aside: list[SetAside] = []
    for tag in soup.find_all(True):
        if tag.decomposed or not (reason := _frame_reason(tag)):
            continue
        words = one_line(tag.get_text(" "))
        if len(words.split()) > total * TOO_LONG_FOR_FRAME and tag.name != "nav":
            continue
        if _heading_of_article(tag, soup):
            continue
        if words:
            aside.append(SetAside(words, reason))
        tag.decompose()
    return aside


def cut_to_article(root: Tag) -> tuple[Tag, list[SetAside]]:
    """The part of a page that holds the article, and what stands around it."""
    everything = len(root.get_text(" ").split())
    part = root
    for selector in ("main, [role=main]", "article, [itemprop=articleBody], [data-hook=post]"):
        found = max(part.select(selector), key=lambda tag: len(tag.get_text(" ").split()), default=None)
        if found is not None and len(found.get_text(" ").split()) >= everything * MIN_ARTICLE_SHARE:
            part = found
    if part is root:
        return root, []
    aside = []
    title = None if part.find("h1") else root.find("h1")
    for string in root.find_all(string=True):
        if part in string.parents or (title is not None and title in string.parents):
            continue
        if words := one_line(string):
            aside.append(SetAside(words, _("around the article")))
    if title is not None:
        part.insert(0, title.extract())
    return part, aside


def _heading_of_article(tag: Tag, soup: BeautifulSoup) -> bool:
    """Whether a header or a part with a telling class holds the page's only main heading."""
    headings = soup.find_all("h1")
    return len(headings) == 1 and (tag is headings[0] or tag in headings[0].parents)


def _is_links(tag: Tag) -> bool:
    """Whether most of the words of a part are links."""
    linked = sum(len(anchor.get_text(" ").split()) for anchor in tag.find_all("a"))
    return linked * 2 >= len(tag.get_text(" ").split())


def _frame_reason(tag: Tag) -> str:
    if tag.attrs is None:
        return ""
    style = str(tag.get("style") or "").replace(" ", "").lower()
    if tag.has_attr("hidden") or "display:none" in style:
        return _("hidden on the page")
    if tag.name == "aside" and tag.find_parent(["article", "main"]) and not _is_links(tag):
        return ""
    if tag.name == "button" and tag.find_parent(class_=FOLDING):
        return ""
    if tag.name in FRAME_TAGS:
        return _("navigation or form")
    if tag.name == "footer" or (tag.name == "header" and not tag.find(["h1", "h2"])):
        return _("head or foot of the page")
    if str(tag.get("role") or "").lower() in FRAME_ROLES:
        return _("navigation or form")
    names = [*(tag.get("class") or []), str(tag.get("id") or "")]
    if tag.name in {"body", "html", "main", "article", "p", "h1", "h2", "h3", "h4"}:
        return ""
    return _("around the article") if any(FRAME_WORDS.search(name) for name in names if name) else ""
