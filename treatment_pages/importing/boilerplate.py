"""What belongs to the old site and not to the article: dates, bylines, share links, comment forms, lists of contents."""

import re

from django.utils.translation import gettext_lazy as _

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner", "february feb februar", "march mar märz", "april apr", "may mai",
            "june jun juni", "july jul juli", "august aug", "september sept sep", "october oct oktober okt",
            "november nov", "december dec dezember dez",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DATE = re.compile(
    rf"\b(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)(?:T[\d:.+Z-]+)?"
    rf"|\b(?P<m2>{MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y2>(?:19|20)\d\d))?"
    rf"|\b(?P<d3>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<m3>{MONTH})\b\.?(?:,?\s+(?P<y3>(?:19|20)\d\d))?"
    rf"|\b(?P<d4>\d{{1,2}})\.(?P<m4>\d{{1,2}})\.(?P<y4>(?:19|20)\d\d)"
    rf"|\b(?P<m5>{MONTH})\s+(?P<y5>(?:19|20)\d\d)",
    re.I,
)
READ_TIME = re.compile(
    r"^(?:\W*reading time\W*)(\d{1,3})\b.{0,12}$|^(?:ca\.?\s*)?(\d{1,3})[- ]?min(?:ute)?[sn]?\.?\s*(?:read|reading|reading time|lesezeit|to read)$|^lesezeit\W+(\d{1,3})\b.{0,12}$",
    re.I,
)
UPDATED = re.compile(
    r"^(?:last )?(?:updated|modified|revised|edited|reviewed|aktualisiert|zuletzt aktualisiert)(?: on| am)?\b", re.I
)
PUBLISHED = re.compile(r"^(?:published|posted|written|date|veröffentlicht|datum|erschienen)(?: on| am)?\b", re.I)
BYLINE = re.compile(
    r"^(?:(?:written|posted|published|reviewed|text) )?(?:by|von)[:\s]+(?P<name>[^.]{2,60})$|^(?:author|autor|autorin)[:\s]+(?P<name2>[^.]{2,60})$",
    re.I,
)
REVIEWER = re.compile(
    r"^(?:medically |clinically )?(?:reviewed|checked|approved)(?: medically)? by[:\s]+(?P<name>.{2,80})$|^medizinisch geprüft (?:von|durch)[:\s]+(?P<name2>.{2,80})$",
    re.I,
)

CONTENTS = re.compile(
    r"^(?:table of )?contents:?$|^(?:in this (?:article|post|guide|blog)|on this page|what(?:'|’)?s (?:inside|in this article)|jump to(?: section)?|inhalt(?:sverzeichnis)?|quick links)\b.{0,25}:?$",
    re.I,
)
RELATED = re.compile(
    r"^(?:related (?:reads?|posts?|articles?|content|reading|treatments?|blogs?|stories)|recent (?:posts?|articles?|comments?)|"
    r"(?:you (?:may|might) also (?:like|enjoy)|more (?:from|posts|articles|to read|like this|reading)|further reading on our blog|"
    r"read (?:more|next|also)|keep reading|popular (?:posts?|articles?)|latest (?:posts?|articles?|news)|other (?:posts|articles)|"
    r"see all|categories|archives?|tags?|ähnliche (?:beiträge|artikel)|weitere (?:beiträge|artikel)|das könnte (?:sie|dich) auch interessieren|"
    r"verwandte (?:beiträge|artikel|themen)|neueste beiträge|kategorien|schlagwörter)(?:\b.{0,20})?):?$",
    re.I,
)
COMMENTS = re.compile(
    r"^(?:(?:\d+ )?comments?(?: \(\d+\))?|no comments(?: yet)?|leave a (?:comment|reply)|(?:write|add|post) a comment.*|join the (?:conversation|discussion)|"
    r"your email address will not be published.*|required fields are marked.*|post comment|kommentare?(?: \(\d+\))?|(?:schreibe?|hinterlasse?) (?:einen|deinen|ihren) kommentar.*|"
    r"commenting (?:on this post )?(?:isn't|is not|has been).*|コメント|评论|commentaires?|comentarios?|commenti)$",
    re.I,
)
SHARING = re.compile(
    r"^(?:share(?: (?:this|on|via|with|now|the love|article|post).{0,40})?:?|(?:tweet|pin it|like|follow us(?: on .{0,30})?|facebook|twitter|x|linkedin|pinterest|instagram|whatsapp|"
    r"tiktok|youtube|tumblr|reddit|copy link|print|e-?mail|link copied!?|teilen|drucken|merken|\d+ (?:likes?|shares?|views?)|post not marked as liked)(?:\s+(?:facebook|twitter|x|linkedin|pinterest|"
    r"instagram|whatsapp|email|e-mail))*)$",
    re.I,
)
NAVIGATION = re.compile(
    r"^(?:(?:previous|prev|next|home|blog|back|zurück|weiter)\b[\s|·/«»‹›←→]*){2,}$|"
    r"^(?:home|start(?:seite)?|blog|news|menu|menü|skip to (?:main )?content|zum inhalt springen|back to (?:blog|top|all posts|news|home)|all posts|log ?in(?: / sign ?up)?|sign ?up|search(?: \.\.\.|…)?|"
    r"previous(?: (?:post|article))?|next(?: (?:post|article))?|older posts?|newer posts?|zurück(?: zum blog)?|weiter|vorheriger beitrag|nächster beitrag|learn more|read more|mehr (?:lesen|erfahren)|"
    r"« ?.{0,60}|.{0,60} ?»|subscribe|newsletter|contact|about(?: us)?|services|treatments|shop|cart(?: \(\d+\))?|book (?:now|online)|jetzt buchen|impressum|datenschutz(?:erklärung)?|privacy policy|terms (?:of (?:use|service)|(?:and|&) conditions)|sitemap|faq page)$",
    re.I,
)
COOKIES = re.compile(
    r"\b(?:we|this (?:web)?site|wir|diese (?:web)?seite)\b.{0,60}\b(?:cookies?)\b|^(?:accept(?: all)?(?: cookies)?|reject(?: all)?|decline|cookie (?:settings|preferences|policy)|manage (?:cookies|preferences)|alle akzeptieren|ablehnen|got it!?)$",
    re.I,
)
FOOTER = re.compile(
    r"^(?:©|\(c\)|copyright\b).{0,160}$|\ball rights reserved\b.{0,60}$|^alle rechte vorbehalten.{0,20}$|^(?:powered|created|designed|website) by .{0,60}$|^proudly (?:powered|created) .{0,60}$",
    re.I,
)
LISTED = re.compile(
    r"^(?:tags?|tagged|filed under|categor(?:y|ies)|posted in|schlagwörter|kategorien?|abgelegt unter)\s*:\s*.{1,160}$",
    re.I,
)
CAPTION_ONLY = re.compile(r"^(?:image|photo|picture|bild|foto)(?: credit| source|quelle)?\s*:\s*.{1,100}$", re.I)

LINES = (
    (READ_TIME, _("reading time, counted anew by the site")),
    (COMMENTS, _("comments")),
    (SHARING, _("share buttons")),
    (COOKIES, _("cookie banner")),
    (FOOTER, _("footer")),
    (LISTED, _("tags")),
    (NAVIGATION, _("navigation")),
)
"""Lines that are no part of an article wherever they stand alone, with the reason that staff read."""

MOST_NAVIGATION_WORDS = 6
MOST_METADATA_WORDS = 14
MOST_NAME_WORDS = 4
SIGNED = re.compile(r"\b(?:by|von|updated|published|posted)\b|[|·•]", re.I)
READ_PART = re.compile(r"\b\d{1,3}[- ]?min(?:ute)?s? read\b|\breading time\b", re.I)


def boilerplate_reason(text: str) -> str:
    """Why a line is no part of the article; "" when it is one."""
    bare = text.strip(" \t-–—|•·*→←›‹>")
    for pattern, reason in LINES:
        if pattern.search(bare) if pattern is COOKIES else pattern.match(bare):
            return str(reason)
    return ""


def boilerplate_heading(text: str) -> str:
    """Why a heading and everything below it is no part of the article; "" when it is one."""
    bare = text.strip(" \t-–—|•·*")
    if RELATED.match(bare):
        return str(_("links to other pages"))
    return str(_("comments")) if COMMENTS.match(bare) else ""


def starts_contents(text: str) -> bool:
    """Whether a heading announces the list of contents, which the site makes by itself."""
    return bool(CONTENTS.match(text.strip()))


def is_metadata(text: str) -> bool:
    """Whether a line tells who wrote the article, when, or how long it takes to read."""
    bare = text.strip(" \t-–—|•·*")
    words = len(bare.split())
    if words > MOST_METADATA_WORDS:
        return False
    is_known = READ_TIME.match(bare) or BYLINE.match(bare) or REVIEWER.match(bare) or date_line(bare)
    return bool(is_known or (UPDATED.match(bare) and words <= 8) or signature(bare) is not None)


def signature(text: str) -> str | None:
    """The name in a line such as “Mar 3, 2024 by Ada Example · 4 min read”, "" without one; None for another line."""
    date = DATE.search(text)
    is_inside = date and text[: date.start()].strip() and text[date.end() :].strip(" ,|·•–—-")
    if (not date or (is_inside and not SIGNED.search(text))) and not READ_PART.search(text):
        return None
    rest = READ_PART.sub(" ", UPDATED.sub(" ", PUBLISHED.sub(" ", DATE.sub(" ", text, count=2))))
    rest = re.sub(r"\b(?i:by|von|updated|published|posted|on|in|am)\b|[|·•,:;–—-]", " ", rest)
    names = rest.split()
    is_name = len(names) <= MOST_NAME_WORDS and all(name[0].isupper() or name[0].isdigit() for name in names)
    return " ".join(names) if is_name and not text.rstrip().endswith((".", "?", "!")) else None


def date_line(text: str) -> re.Match | None:
    """The date of a line that holds nothing else of weight."""
    match = DATE.search(text)
    if not match:
        return None
    rest = PUBLISHED.sub("", UPDATED.sub("", text.replace(match[0], " ").strip())).strip(" ,:;|·•-–—on")
    return (
        match
        if len(
            re.findall(
                r"[^\W\d_]{2,}", re.sub(r"\b(?:on|am|at|um|uhr|mon|tue|wed|thu|fri|sat|sun)\w*", "", rest, flags=re.I)
            )
        )
        == 0
        else None
    )
