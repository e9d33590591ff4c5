"""Sentences with a statistic: they need a source, and the import invents none."""

import re

from treatment_pages.importing.outline import Block, Claim
from treatment_pages.importing.sentences import sentences

NUMBER_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|half|a (?:third|quarter|half)|two[- ]thirds|three[- ]quarters)"
PERCENT = re.compile(
    r"\b\d{1,3}(?:[.,]\d+)?(?:\s*(?:–|-|to|bis)\s*\d{1,3}(?:[.,]\d+)?)?\s*(?:%|percent\b|per cent\b|prozent\b)", re.I
)
OUT_OF = re.compile(
    rf"\b(?:\d+|{NUMBER_WORD})\s+(?:out of|in|von|of)\s+(?:every\s+)?(?:\d+|{NUMBER_WORD})\s+(?:people|patients|women|men|adults|clients|participants|users|cases|respondents|treatments|patient(?:en|innen)|menschen|frauen)\b|\b(?:\d+|{NUMBER_WORD})\s+out of\s+(?:every\s+)?(?:\d+|{NUMBER_WORD})\b",
    re.I,
)
MANY = re.compile(
    r"\b(?:(?:over|more than|nearly|almost|about|around|approximately|up to|some|über|mehr als|rund|fast)\s+)?\d[\d.,]*\s*(?:million|billion|thousand|hundred thousand|millionen|tausend)\b|\b(?:(?:over|more than|nearly|almost|about|around|approximately|über|mehr als|rund)\s+)?\d{1,3}(?:[.,]\d{3})+(?=\s+(?:people|patients|women|men|adults|clients|procedures|treatments|injections|participants|cases|patienten|behandlungen))",
    re.I,
)
TIMES = re.compile(
    r"\b(?:\d+(?:[.,]\d+)?|two|three|four|five|ten)[- ]?(?:fold\b|times (?:more|less|higher|lower|faster|better|as)\b)",
    re.I,
)
STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|surveys?|research|meta-analysis|review|data|studien?|umfragen?|forschung)\b", re.I
)
STUDY_FINDING = re.compile(
    r"\b(?:found|show(?:s|ed|n)?|report(?:s|ed)?|reveal(?:s|ed)?|demonstrat\w+|noted|observed|zeigt(?:e|en)?|ergab(?:en)?)\b",
    re.I,
)
FIGURE = re.compile(r"\b\d+(?:[.,]\d+)?\b")
NOT_A_STATISTIC = re.compile(
    r"\d\s*%\s*(?:off|discount|deposit|vat|rabatt|glycolic|salicylic|lactic|tca|trichloroacetic|lidocaine|lidocain|hyaluronic|solution|concentration|strength|acid|retinol|vitamin|zinc|niacinamide|alcohol|azelaic|mandelic|hydroquinone)|"
    r"(?:save|discount|deposit|spf|strength of|concentrations? (?:of|from|between)|rabatt)\b[^.]{0,24}\d",
    re.I,
)
NAMED = re.compile(
    r"\b(?i:according to|published (?:in|by)|data from|by|from|reported by|laut|nach angaben (?:der|des))\s+(?:the\s+|der\s+|des\s+)?(?P<name>(?:[A-ZÄÖÜ][\w&'’.-]*)(?:\s+(?:of|for|and|in|on|the|für|und|der|&)(?=\s+(?:the\s+)?[A-ZÄÖÜ])|\s+[A-ZÄÖÜ][\w&'’.-]*)*)"
)
VAGUE = re.compile(
    r"\b(?:an?|one|some|several|many|recent|clinical|numerous|multiple|eine|einer|mehrere)\s+(?:\w+\s+){0,3}?(?:stud(?:y|ies)|trials?|surveys?|research|reviews?|studien?|umfragen?)\b",
    re.I,
)


def figures(sentence: str) -> list[str]:
    """The figures of a statistic as they are written; none where the sentence states no statistic."""
    if NOT_A_STATISTIC.search(sentence) and not STUDY.search(sentence):
        return []
    found = [match for pattern in (PERCENT, OUT_OF, MANY, TIMES) for match in pattern.finditer(sentence)]
    if not found and STUDY.search(sentence) and STUDY_FINDING.search(sentence):
        found = list(FIGURE.finditer(sentence))
    return [match[0].strip() for match in sorted(found, key=lambda match: match.start())]


def claims_of(blocks: list[Block]) -> list[Claim]:
    """The claims of all blocks in reading order; each block is told which are its own."""
    claims: list[Claim] = []
    for place, block in enumerate(blocks):
        block.claims = []
        for item, text in _texts(block):
            for sentence in sentences(text):
                if not (values := figures(sentence)):
                    continue
                name, is_vague = _source(sentence)
                claim = Claim(
                    f"C{len(claims) + 1}", place, sentence, "; ".join(values), item, None, name, vague=is_vague
                )
                claims.append(claim)
                block.claims.append(claim.id)
    return claims


def _texts(block: Block):
    """The prose of a block with the position of the item that it stands in."""
    yield None, _without_dashes(block.text)
    for position, entry in enumerate(block.items or block.steps):
        yield position, _without_dashes(entry.text)
    for line in (*block.suitable_for, *block.not_suitable_for, *block.ask_first):
        yield None, line
    yield None, _without_dashes(block.note)


def _without_dashes(text: str) -> str:
    return "\n".join(line.removeprefix("- ") for line in text.split("\n"))


def _source(sentence: str) -> tuple[str | None, bool]:
    """Who is said to have found it, as written, and whether that leaves a reader unable to look it up."""
    if match := NAMED.search(sentence):
        return match["name"].rstrip("."), False
    match = VAGUE.search(sentence)
    return (match[0][0].lower() + match[0][1:], True) if match else (None, True)
