"""German: prices."""

from treatment_pages.editorial.words import any_of

PRICES = {
    "price": any_of(r"(?:[£$€]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:€|euro|eur\b|franken|chf\b))"),
    "price_from": any_of(
        r"\b(?:ab|schon ab|bereits ab|schon für|beginn\w+ bei|nur)\s(?=(?:nur )?(?:[£$€]\s?\d|\d[\d.,]*\s?(?:€|euro"
        r"|eur\b|franken|chf\b)))"
    ),
    "price_unit": any_of(
        r"\b(?:pro|je|für (?:eine?|einen|das|die|den|zwei|drei|beide|\d+))\b|\b(?:sitzung\w*|behandlung\w*|zone\w*"
        r"|areal\w*|ml|termin\w*|paket\w*|spritze\w*)\b"
    ),
    "price_conditions": any_of(
        r"\b(?:abhängig|je nach|hängt|richtet sich|inklusive|zuzüglich|plus|mehr für|größer\w*|nach aufwand|goä"
        r"|variier\w+|kostenvoranschlag|zusätzlich|abgezogen|umfang|einschließlich|mit hals)\b"
    ),
    "price_other": any_of(
        r"\b(?:anzahlung|beratung\w*|erstgespräch\w*|storno\w*|ausfall\w*|gutschein\w*|parken|rabatt|gebühr\w*"
        r"|versicherung|million\w*)\b"
    ),
    "price_topic": any_of(r"\b(?:preis\w*|kost\w+|ab|nur|schon|berechnen|gebühr\w*)\b"),
}
