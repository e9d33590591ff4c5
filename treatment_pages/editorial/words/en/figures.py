"""English: percentages, counts and other figures."""

from treatment_pages.editorial.words import any_of
from treatment_pages.editorial.words.en.vocabulary import PEOPLE

N = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|a hundred)"

TENS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)"
)

WORK = r"(?:procedures?|treatments?|injections?|sessions?|surgeries|operations|syringes|appointments|peels)\b"

SUBSTANCE = (
    r"(?:[a-z]+ic acids?|glycolic|salicylic|lactic|mandelic|tca|trichloroacetic|acids?|lidocaine|lignocaine|prilocaine"
    r"|hydroquinone|retinol|tretinoin|saline|niacinamide|vitamin c|benzoyl|peroxide|alcohol|zinc|urea|phenol|jessner's"
    r"|peels?|gels?|creams?|serums?|solutions?|sunscreens?|tetracaine|polidocanol|glycerin|glycerine|emla|aha|bha)\b"
)

LINK = (
    r"(?:[\s(),:–-]|should be|is|are|at|of|in|from|between|up|to|or|and|with|about|around|a|the|an|as|only|usually"
    r"|tca"
)
LINK += r"|strengths?|concentrations?|solution|ranging|\d[\d.]*|%|per ?cent)*"

FIGURES = {
    "percent": any_of(
        r"(?<![\w.,])\d+(?:[.,]\d+)?(?:\s?(?:%|per ?cent)?\s?(?:-|–|to|and|or)\s?\d+(?:[.,]\d+)?)?\s?(?:%"
        r"|per ?cent\b|percentage points?\b)",
        rf"\b{TENS}\s(?:per ?cent)\b|\b(?:one |a )?hundred per ?cent\b",
    ),
    "percent_before": any_of(
        r"\b(?:fees?|prices?|pricing|invoices?|bills?)\b[^.;]{0,40}$",
        rf"\b{SUBSTANCE}{LINK}$",
        rf"\b(?:concentrations?|strengths?|dilut\w+|ph){LINK}$",
        r"\b(?:save|saving|savings of|deposit of|discount of|vat (?:at|of)|fee of|apr of|interest (?:at|of)"
        r"|charge of|tax of|finance at|deposit is|refund of|refund|costs?|charge)\s(?:up to |an extra |a )?$",
        r"\b(?:power|density|coverage|intensity|energy|humidity|overlap|covers?|covering|treats?|treating|set to|output"
        r"|overlapping|oxygen|suction)\s(?:of |at |to |by |about |around |roughly |only |just |up to |between )*$",
        r"\b(?:makes? up|made up of|consists? of|contains?|containing|composed of|made of|made from)"
        r"\s(?:\w+ ){0,2}$",
    ),
    "percent_after": any_of(
        rf"^\s?-?(?:strength|concentrations?|solutions?)\b|^\s(?:\w+[ -]){{0,2}}?{SUBSTANCE}",
        r"^\s(?:off\b|up ?front\b|in advance\b|on the day\b|discount|deposit|vat\b|tax\b|apr\b|interest|finance"
        r"|cancellation|fee\b|surcharge|refund|voucher"
        r"|saving|reduction (?:in|on|of) (?:the )?(?:price|cost)|of (?:the|your|its) (?:price|cost|fee|total"
        r"|balance|bill))",
        r"^\s(?:of (?:its|the|their|your|that|each|any|maximum|max|full)? ?(?:\w+ )?(?:power|energy|output|intensity"
        r"|capacity|speed|treated area|skin surface|surface)|power|energy|intensity|coverage|density|humidity|overlap"
        r"|oxygen|cotton|natural|vegan|organic|pure|mineral|silicone|plant|cruelty|water|confidence interval)\b",
        r"^\sof (?:uv|the sun's|ultraviolet|the rays|the skin at|the skin and|the skin in|the skin,|your bill"
        r"|the body)",
        r"^\sof the (?:skin|face|area)\b(?! (?:tone|texture|that improved))",
    ),
    "whole_after": any_of(
        rf"^\s(?:of (?:our |all |the |those |treated )*{PEOPLE}|success|satisfaction|effective|response|improvement"
        r"|reduction|clearance|recommend|would|natural results)"
    ),
    "statistic": any_of(
        rf"\b{N} (?:out of|in) (?:every )?{N}\b(?: \w+){{0,2}}? {PEOPLE}",
        rf"\b{N} out of (?:every )?{N}\b",
        r"\b(?:\d+|one) in (?:every )?(?:\d[\d,]+|ten|twenty|a hundred|a thousand)\b",
        rf"\b{N} of (?:every |the )?{N} {PEOPLE}",
        rf"\b{N}(?:[ -]?times|x|-?fold)\s(?:more|less|better|faster|higher|greater|stronger|longer|fewer|as|quicker"
        r"|deeper"
        r"|safer|smoother|thicker|the (?:results?|effects?|strength|power|collagen)|increase|improvement|reduction)\b",
        r"\b(?:two|three|four|five|ten)fold\b|\btwice as (?!often|many (?:sessions|times|visits)|a )\w+",
        r"\b(?:double|triple|quadruple)[sd]? (?:the |your )?(?:results?|effects?|collagen|volume|success|chance)",
        r"\bhalf the (?:sessions|time|treatments|downtime|pain|visits|number|recovery)\b",
        r"\bp\s?[<=≤]\s?0?[.,]\d+",
        r"\b(?:two|three|four|one|a|half|almost half|nearly half)[ -]?(?:thirds?|quarters?|fifths?|half|halves)?"
        rf" of (?:all |our |the |those |treated )*(?<! one of )(?<!two of )(?<!three of ){PEOPLE}(?<=\w)",
        r"\b(?:los(?:e|es|ing|t)|shed(?:s|ding)?|drop(?:s|ped)?|slim(?:s|med)?|reduc\w+|shr[aiu]nk\w*|decreas\w+|fell"
        rf"|gain\w*|grew|lift(?:s|ed)?)\b[^.;]{{0,45}}?\b{N}(?: (?:to|or) {N})?[ -]?(?:cm|mm|centimet\w+|millimet\w+"
        r"|inch(?:es)?|kg|kilos?|lbs?|pounds?|stone|dress sizes?|sizes)\b",
        rf"\b{N}(?: (?:to|or) {N})? years (?:younger|off)\b",
        r"\b(?:reduc\w+|improv\w+|cuts?|increas\w*|fell|drop\w*|decreas\w*)\b[^.;]{0,40}\b(?:by|in) (?:(?:a|one|two"
        r"|three) (?:thirds?|quarters?)|half)\b",
        r"\b(?:doubles?|triples?|doubling) (?:\w+ ){0,2}(?:collagen|elastin|hydration|volume|firmness|elasticity)\b",
        rf"\b\d/10 (?:\w+ )?{PEOPLE}",
        r"\b[1-5]\.\d[ -](?:stars?|out of)\b|\b[1-5]\.\d ?/ ?5\b",
    ),
    "count": any_of(
        r"\b(?:\d+(?:[.,]\d+)?|one|two|three|half a|a) (?:million|billion"
        rf"|thousand)\b(?:[\w' -]{{0,40}}?)\b(?:{PEOPLE}|{WORK})",
        rf"\b\d{{1,3}}(?:[,.]\d{{3}})+\b(?:[\w' -]{{0,30}}?)\b(?:{PEOPLE}|{WORK})",
        rf"\b(?:millions|hundreds of thousands|tens of thousands) of (?:[\w' -]{{0,20}}?)(?:{PEOPLE}|{WORK})",
    ),
    "own_count": any_of(r"\b(?:we|our|i|my|he|she|his|her|dr|this clinic|the clinic|the team)\b"),
    "not_statistic": any_of(
        rf"\b{N} (?:out of|in|of) (?:every )?{N} (?:\w+ )?(?:weeks?|months?|days?|hours?|minutes?|sessions?|visits?"
        r"|consultations?|appointments?|bookings?|calls?|layers"
        r"|areas|passes|years)\b",
        r"\btwice as (?:long|often) (?:between|apart|before)|\bneedles?\b[^.]{0,30}\b(?:mm|millimet)|\bon a scale\b"
        r"|\bout of ten for pain",
        r"\b(?:one|two|three) of (?:us|our (?:doctors|nurses))\b|\bone of (?:the|our|those) \w+ (?:people|patients"
        r"|clients)\b",
        r"\b(?:healthy|recent|change in|changes in) weight\b|\bweight (?:changes?|loss of)\b",
    ),
    "counted_people": any_of(
        rf"(?:%|per ?cent) of (?:all |our |the |those |treated |study )*(?:\w+ )?{PEOPLE}",
    ),
}
