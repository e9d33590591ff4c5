"""German: crowds, pressure and offers."""

from treatment_pages.editorial.words import any_of
from treatment_pages.editorial.words.de.vocabulary import PEOPLE

PERSUASION = {
    "many_people": any_of(
        r"\b(?:die meisten|viele|fast alle|die mehrheit der|zahlreiche)\s(?:unserer "
        rf"|der )?(?:\w+ )?{PEOPLE} (?:\w+ ){{0,2}}?(?:bemerk\w+|bericht\w+|seh\w+|spür\w+|fühl\w+|empfind\w+"
        r"|erleb\w+|sind (?:\w+ )?(?:zufrieden|begeistert)|kehr\w+|freu\w+|lieb\w+)"
    ),
    "popularity": any_of(
        r"\b(?:trend\w*|beliebt\w*|populär\w*|gefragt\w*|promis?|prominente\w*|stars|hollywood|in aller munde|hype"
        r"|bestseller|influencer\w*|immer mehr (?:menschen|frauen|männer)|tausende (?:zufriedene\w*"
        r"|begeisterte\w*))\b"
    ),
    "pressure": any_of(
        r"\b(?:jugendlich\w*|jünger(?: aussehen|es|e|en|er)?|verjüng\w+|anti-aging|makellos\w*|perfekte\w* (?:haut"
        r"|körper|lippen|aussehen)|traum(?:körper|haut|figur)\w*|selbstbewusst\w*|selbstvertrauen|selbstwertgefühl"
        r"|gönnen sie sich|verdient|worauf warten|warten sie nicht|zögern sie nicht|jetzt (?:termin|buchen|sichern)"
        r"|sichern sie sich|strandfigur|bikinifigur|nie wieder|atemberaubend\w*|wunder\w*|schluss mit)\b"
    ),
    "limited_offer": any_of(
        r"\b(?:nur (?:noch |für )?(?:kurze zeit|heute|diese woche|diesen monat|bis)|solange der vorrat"
        r"|aktion(?:spreis|sangebot)?\b[^.]{0,20}\bbis|angebot (?:endet|gilt (?:nur )?bis)|sonderangebot"
        r"|black friday|letzte plätze|nur noch \w+ (?:plätze|termine)|frühbucher\w*|rabattaktion|zwei zum preis)\b"
    ),
    "superlative": any_of(
        r"\b(?:beste[nrs]?|führende[nrs]?|modernste[nrs]?|neueste[nrs]?|einzigartig\w*|weltklasse|revolutionär\w*"
        r"|bahnbrechend\w*|innovativste\w*|unschlagbar\w*|nummer eins|erstklassig\w*|ultimativ\w*)\b(?! (?:weg ist"
        r"|vorher|freund\w*))(?<!am besten)"
    ),
    "clinical": any_of(
        r"\b(?:haut\w*|ergebnis\w*|behandlung\w*|narben?|schmerz\w*|falten|lippen|gesicht|aussehen|sehe|jünger"
        r"|heil\w+|sitzung\w*|haare?|unterschied|glatt\w*|spritze\w*|laser|peeling)\b"
    ),
}
