"""What a part of an article is about, told by its text where its heading tells nothing."""

import re

from treatment_pages.importing.kinds import (
    AFTERCARE,
    ALTERNATIVES,
    CANDIDACY,
    HOW_IT_WORKS,
    PRICE,
    PROCEDURE,
    RESULTS,
    RISKS,
    SESSIONS,
)

SIGNS = {
    PRICE: (
        (3, r"[£€$]\s?\d|\d\s?(?:€|euros?|pounds|dollars)\b"),
        (2, r"\b(?:costs?|prices?|pricing|fees?|pay|charge[sd]?|deposit|packages?|finance|instal?ments?|kostet|kosten|preis)\b"),
    ),
    RISKS: (
        (2, r"\b(?:side effects?|complications?|risks?|adverse|nebenwirkung\w*|risik\w+|komplikation\w*)\b"),
        (1.5, r"\b(?:rare(?:ly)?|in rare cases|infections?|scarring|burns?|blisters?|hyperpigmentation|allergic|asymmetry|nodules?|vascular|selten|infektion\w*)\b"),
        (1, r"\b(?:bruis\w+|swell\w+|redness|soreness|headaches?|tenderness|bluterg\w+|schwellung\w*|rötung\w*)\b"),
    ),
    CANDIDACY: (
        (3, r"\b(?:candidates?|not (?:suitable|treat|recommended)|suitable for|contraindicat\w+|disqualif\w+|geeignet|advise against|speaks? against|we do not treat|best (?:for|suited)|meant for)\b"),
        (2, r"\b(?:pregnan\w+|breast-?feeding|nursing|autoimmune|blood (?:thinners?|disorders?)|isotretinoin|accutane|schwanger\w*|pacemaker|active infections?|medical conditions?|cold sores?|herpes)\b"),
        (1, r"\b(?:people (?:with|who|between)|those (?:with|who)|anyone (?:who|with|looking)|if you (?:have|are|take)|adults)\b"),
    ),
    AFTERCARE: (
        (2, r"\b(?:aftercare|after (?:your|the) (?:treatment|session|procedure|visit)|recovery|downtime|nachsorge|heal(?:s|ing)?)\b"),
        (1.5, r"\b(?:avoid|keep (?:the|your|it)|do not (?:touch|wash|pick|rub)|don't (?:touch|wash|pick|rub)|stay out of|leave (?:out|it)|wear (?:sun|loose)|moisturi[sz]\w+|gentle cleanser|sun ?(?:cream|screen)|spf|saunas?|gym|exercise|make-?up|massage|vermeiden|kühlen)\b"),
        (1, r"\b(?:for (?:a|the first|\d+|two|three|24|48) (?:days?|hours?|weeks?|night)|the next (?:morning|day)|first (?:24|48|few)|until the)\b"),
    ),
    PROCEDURE: (
        (2, r"\b(?:step \d|first,|next,|then,|finally,|goggles|numbing|topical anaesthe\w+|topical anesthe\w+|an?esthetic (?:is|cream)|consultation|we (?:clean\w*|photograph|draw|mark|apply|numb|look|take)|is (?:cleansed|cleaned|applied|inserted|injected|marked))\b"),
        (1, r"\b(?:minutes|device|hand ?piece|needle|appointment|session|you (?:lie|sit|relax|will feel|may feel)|your (?:provider|practitioner|clinician|nurse))\b"),
    ),
    RESULTS: (
        (2, r"\b(?:results?|effects?|ergebnis\w*)\b.{0,60}\b(?:last|weeks?|months?|years?|visible|appear|gradual\w*|permanent|monate|wochen)\b"),
        (1.5, r"\b(?:you(?:'ll| will| may| can)? (?:see|notice)|final result|full effect|fades? faster|improvement)\b"),
    ),
    SESSIONS: (
        (3, r"\b(?:\w+ (?:to|or|–) \w+|\d+|three|four|six|several|series of) (?:\w+ )?(?:sessions|treatments|visits|sittings|sitzungen)\b"),
        (2, r"\b(?:weeks apart|spaced|every \w+ (?:to \w+ )?(?:weeks|months)|top-?ups?|maintenance|per year|once a year|times a year|weeks in between)\b"),
    ),
    HOW_IT_WORKS: (
        (1.2, r"\b(?:collagen|elastin|fibroblasts?|growth factors?|immune system|wavelength|pulses? of light|pigment|nerve|signal|absorb\w*|penetrat\w*|energy|heat(?:s|ed)?|stimulat\w+|trigger\w*|break(?:s|ing)? down|shatter\w*|blocks?|cells?|molecules?|tissue)\b"),
    ),
    ALTERNATIVES: (
        (2, r"\b(?:alternatives?|instead|compared (?:to|with)|whereas|in contrast|by contrast|on the other hand|other treatments?|surgery|facelift|liposuction)\b"),
    ),
}  # fmt: skip
"""Phrases of the text by kind, with their weight; each is counted once in a sentence or list item."""

COMPILED = {kind: [(weight, re.compile(phrase, re.I)) for weight, phrase in signs] for kind, signs in SIGNS.items()}
ENOUGH = 3.0
"""Weight that a kind needs altogether."""
PER_PIECE = 0.9
"""Weight that it needs on average for each sentence."""
AHEAD = 1.3
"""How many times the weight of the next best it needs."""


def kind_by_content(pieces: list[str]) -> str:
    """The kind that the sentences and list items of a part speak for; "" where none stands out."""
    weights = {kind: sum(_weight(piece, signs) for piece in pieces) for kind, signs in COMPILED.items()}
    (best, most), (_next, second) = sorted(weights.items(), key=lambda pair: -pair[1])[:2]
    is_clear = most >= ENOUGH and most >= PER_PIECE * len(pieces) and most >= second * AHEAD
    return best if is_clear else ""


def _weight(piece: str, signs: list) -> float:
    return sum(weight for weight, pattern in signs if pattern.search(piece))
