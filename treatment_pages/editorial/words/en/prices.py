"""English: prices."""

from treatment_pages.editorial.words import any_of

PRICES = {
    "price": any_of(r"(?:[£$€]\s?\d[\d,.]*|\b\d[\d,.]*\s?(?:gbp|usd|eur|euros?|dollars)\b)"),
    "price_from": any_of(
        r"\b(?:from|starts? at|starting at|start(?:s|ing)? from|begins? at|as little as|as low as|only|just from"
        r"|upwards of|as affordable as)\s(?:as little as |as low as |just |only )?(?=[£$€]\s?\d|\d[\d,.]*\s?(?:gbp"
        r"|usd|eur|euros?|dollars)\b)"
    ),
    "price_unit": any_of(
        r"\b(?:per|each|an?|one|two|three|every) (?:\w+ )?(?:session|treatment|syringe|ml|millilitre|milliliter"
        r"|area|unit|course|package|vial|month|visit|appointment|hour|person|cycle|pulse|applicator|pair|zone)s?\b"
        r"|\bper\b|/ ?(?:session|treatment|syringe|ml|area|unit|visit|month)\b|\beach\b|\ba time\b",
        r"\bfor (?:the|a|an|one|two|three|your|both|each|\d+)\b|\bcourse of\b|\bpackage\b|\b(?:\d+|one|two|three"
        r"|four|five|six) (?:sessions?|treatments?|areas?|syringes?)\b|\bthe (?:face|neck|cheeks|whole|full"
        r"|forehead|lips?|area|upper|legs?|underarms?|chin|hands?)\b|\ba (?:light|medium|deep|small|full|single"
        r"|first|half|short)\b|\bsessions?\b|\b(?:single|one) area\b",
    ),
    "price_conditions": any_of(
        r"\b(?:depend(?:s|ing|ent)?|var(?:y|ies)|includ(?:es|ed|ing)|plus|more for|larger|higher|according to"
        r"|exclud\w+|subject to|based on|without|with (?:the )?neck|extra|after (?:a|your) consultation|quote[ds]?"
        r"|additional|up to|rises?|increas\w+|tailored|taken off|personal plan|confirmed|and the|number of|size of"
        r"|conditions|when you|if you|small(?:er)? areas?)\b"
    ),
    "price_other": any_of(
        r"\b(?:deposit|consultations?|cancellation|booking|no-show|fee|fees|fine|vouchers?|gift|refund(?:ed|able)?"
        r"|parking|travel|taxi|donat\w+|insurance|save|off|discount|worth|credit|redeem\w*|charge|finance|million"
        r"|billion)\b"
    ),
    "price_topic": any_of(
        r"\b(?:prices?|priced|pricing|costs?|charge|from|starts?|starting|as little as|as low as|only|just)\b"
    ),
}
