"""Finds the sentences of a plain text; a line break always ends one."""

import re

LINE = re.compile(r"[^\n]+")
BULLET = re.compile(r"\s*(?:[-–—•·*▪●✓✔]\s+|\d{1,2}[.)]\s+)?")
END = re.compile(r"([.!?…]+[\"”’»)\]]*)\s+(?=[\"“„‘«(\[]?[\w£€$])")
LAST_WORD = re.compile(r"(\S+)$")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER_END = _words(
    "dr mr mrs ms mx prof st rev hon approx ca vs no nos fig figs eq e.g i.e eg ie incl excl max min resp cf al "
    "z.b d.h u.a o.ä bzw nr abs art inkl zzgl evtl ggf sog ca std vgl fr hr dipl med o.g i.d.r u.u"
)
"""Abbreviations after which the sentence goes on, whatever follows."""
MAY_END = _words("u.s u.k u.s.a e.u etc usw inc ltd co jr sr a.m p.m ph.d m.d b.sc approx min hrs")
"""Abbreviations that end a sentence when the next word begins one as words do that begin sentences."""
STARTERS = _words(
    "the this that these those it its they we our you your he she his her their there here in on at for from with as "
    "if when while after before during once because since although however therefore also and but so most many some "
    "all any each every no not a an ask please der die das dieser diese dieses es sie wir ihr er man im in am bei nach "
    "vor wenn da weil seit aber und auch ein eine fragen viele manche alle"
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence; neither white space nor a bullet at its ends."""
    spans = []
    for line in LINE.finditer(text):
        spans.extend(_in_line(text, line.start(), line.end()))
    return spans


def _in_line(text: str, start: int, end: int):
    start = BULLET.match(text, start, end).end()
    for stop in END.finditer(text, start, end):
        if _ends_sentence(text, start, stop):
            yield from _trimmed(text, start, stop.end(1))
            start = stop.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int):
    said = text[start:end]
    start += len(said) - len(said.lstrip())
    end -= len(said) - len(said.rstrip())
    if start < end:
        yield start, end


def _ends_sentence(text: str, start: int, stop: re.Match) -> bool:
    """Whether the full stop ends a sentence rather than an abbreviation, an initial or an ordinal."""
    following = re.match(r"\W*([\w'’]+)", text[stop.end() :])
    next_word = following[1] if following else ""
    if stop[1][0] != ".":
        return not next_word[:1].islower()
    if next_word[:1].islower():
        return False
    before = LAST_WORD.search(text[start : stop.start()])
    word = before[1].strip('("“„‘[').casefold() if before else ""
    begins = next_word.casefold() in STARTERS
    if word in NEVER_END:
        return False
    is_initial = len(word) == 1 and word.isalpha() and word != "i"
    is_ordinal = word.isdigit() and len(word) <= 2 and not text[stop.start() - 1 : stop.start()].isspace()
    return begins if word in MAY_END or is_initial or (is_ordinal and _is_month_or_noun(next_word)) else True


def _is_month_or_noun(word: str) -> bool:
    """Whether “3. …” counts what follows, as German dates and steps do."""
    return word.casefold() in COUNTED


COUNTED = _words(
    "januar februar märz april mai juni juli august september oktober november dezember tag woche monat jahr sitzung "
    "behandlung stunde schritt lebensjahr termin"
)
