"""The sentences that tell key facts, as patterns; German words stand beside the English ones."""

import re

from treatment_pages.importing.numbers import NUMBER, TIME, TO, UNIT

COURSE = r"(?:sessions?|treatments?|appointments?|peels|visits|sitzungen|behandlungen)"
SESSION_TIME = re.compile(
    r"\b(?:procedure|session|treatment|process|appointment|it|peel|facial|injections?|visit|sitzung|behandlung|termin)\b.{0,60}?"
    r"\b(?:takes?|lasts?|last|taking|requires?|is (?:usually |typically )?(?:done|completed|over)|be (?:done|completed)|dauert|dauern)\b|\b(?:takes?|dauert) (?:about|around|between|only|just|as little as|etwa|zwischen)\b",
    re.I,
)
NOT_SESSION = re.compile(
    r"\b(?:numbing|cream|anaesthe\w+|anesthe\w+|results?|effects?|redness|swelling|recovery|heal\w*|downtime|before (?:the|your) (?:treatment|procedure))\b",
    re.I,
)
SESSIONS = re.compile(
    rf"\b(?:(?:as few as|about|around|at least|usually|typically|of|need|needs|recommend|require|requires|take|takes|between|after|have|with|in|course|series|etwa|meist|sind)\s+)(?P<low>{NUMBER})(?:{TO}(?P<high>{NUMBER}))?\s+(?:\w+\s+){{0,2}}?{COURSE}\b"
    rf"|(?P<low2>\d{{1,2}})(?:{TO}(?P<high2>\d{{1,2}}))\s+(?:\w+\s+){{0,2}}?{COURSE}\b"
    rf"|^(?P<low3>{NUMBER}){TO}(?P<high3>{NUMBER})\s+(?:\w+\s+){{0,2}}?{COURSE}\b",
    re.I,
)
COURSE_WORDS = re.compile(
    r"\b(?:series|course|recommend\w*|need\w*|requir\w*|optimal|plan|sessions|treatments|sitzungen|behandlungen|empf\w+)\b",
    re.I,
)
SPACING = re.compile(
    r"\b(?:spaced|apart|every|interval\w*|between (?:sessions|treatments)|abstand|abständen|alle)\b", re.I
)
SPACED = re.compile(
    rf"(?:spaced|every|at intervals of|intervals? of|abstand von|abständen von|alle)\s+(?:about\s+|around\s+|roughly\s+|approximately\s+|out\s+|at least\s+|etwa\s+)?{TIME}|{TIME.replace('low', 'l').replace('unit1', 'u1').replace('high', 'h').replace('unit2', 'u2')}\s+apart",
    re.I,
)
MAINTENANCE = re.compile(
    r"\b(?:maintenance|maintain\w*|touch[- ]?ups?|top[- ]?ups?|booster|auffrisch\w*|upkeep)\b", re.I
)
TIMES_A_YEAR = re.compile(
    r"\b(?P<times>once|twice|one|two|three|four|einmal|zweimal|\d)(?:\s+(?:times?|sessions?|treatments?))?(?:\s+(?P<more>or|to)\s+\w+)?\s+(?:a|per|each|every|pro|im)\s+(?:year|jahr)\b|\b(?P<yearly>annual(?:ly)?|yearly|jährlich)\b",
    re.I,
)
EVERY = re.compile(rf"\bevery\s+(?P<number>{NUMBER})\s+months\b(?!\s*(?:to|or|–|-))", re.I)
TOPICAL = re.compile(
    r"\b(?:topical|numbing|betäubungs|betäubende)\s*-?\s*(?:local )?(?:anaesthe\w+|anesthe\w+|numbing|cream|gel|agent|creme)\w*|\bnumbing (?:cream|gel|agent)\b|\btopical\b.{0,20}\bcream\b",
    re.I,
)
LOCAL = re.compile(r"\b(?:local (?:anaesthe\w+|anesthe\w+)|örtliche\w* betäubung|lokalanästhesie)\b", re.I)
NO_NUMBING = re.compile(r"\bno (?:anaesthe\w+|anesthe\w+|numbing)\b", re.I)
SIGNS = r"(?:redness|swelling|bruising|peeling|flaking|tenderness|dryness|sensitivity|discomfort|rötung|schwellung|blutergüsse)"
FEW = r"(?:a few|a couple of|several|some|wenige|einige)"
FOR_A_TIME = rf"(?:(?:about|around|up to|at least|roughly|the first|etwa|bis zu)\s+)?(?:{FEW}|{NUMBER}(?:{TO}{NUMBER})?)[\s-]+{UNIT}"
DOWNTIME = re.compile(
    rf"\b(?P<value>(?:(?:mild|slight|some|minor|temporary|visible|noticeable|light|leichte|little)\s+)?{SIGNS}(?:(?:,| and| or| und|, and)+\s*(?:(?:mild|slight|some|minor)\s+)?[\w-]+){{0,3}}?\s+(?:for|lasting|that lasts?|which lasts?|für)\s+{FOR_A_TIME})\b",
    re.I,
)
DOWNTIME_STATED = re.compile(
    rf"\b(?P<value>(?:downtime|recovery(?: time)?|ausfallzeit)\s+(?:is|of|takes|lasts|lasting|ranges from|beträgt|von)\s+(?:usually\s+|typically\s+|only\s+|about\s+)?{FOR_A_TIME})|(?P<none>\b(?:little to no|no|minimal|virtually no|keine)\s+(?:downtime|recovery time|ausfallzeit))\b",
    re.I,
)
HEALING = re.compile(
    rf"\b(?:heal\w*|recover\w*)\b.{{0,40}}?\b(?:takes?|lasts?|lasting|within|in|over)\s+(?:approximately\s+|typically\s+)?(?P<value>{FOR_A_TIME})",
    re.I,
)
ONSET = re.compile(
    rf"\b(?:see|notice|visible|appear|show|expect|evident|results?|improvement\w*|complexion|sehen|sichtbar)\b.{{0,60}}?\b(?P<value>(?:within|after|in|as soon as|from|about|nach|innerhalb von)\s+(?:as (?:soon|little) as\s+|just\s+|only\s+)?{FOR_A_TIME})\b",
    re.I,
)
NOT_ONSET = re.compile(
    r"\b(?:return|resume|activities|work|recover|redness|swelling|downtime|last|apart|every|before|spaced|exercise|make-?up)\b",
    re.I,
)
LONGEVITY = re.compile(
    rf"\b(?:results?|effects?|it|they|ergebnis\w*|wirkung)\b.{{0,50}}?\b(?:last|lasts|lasting|hold|persist|maintained|halten|hält)\s+(?:for\s+|anywhere\s+)?(?P<value>(?:up to|about|around|between|from|at least|approximately|roughly|bis zu|etwa|zwischen)?\s*{FOR_A_TIME}(?:\s+(?:and|to)\s+{NUMBER}\s+{UNIT})?)",
    re.I,
)
BODY_PARTS = frozenset(
    [
        "face",
        "neck",
        "chest",
        "abdomen",
        "thighs",
        "thigh",
        "arms",
        "arm",
        "hands",
        "hand",
        "back",
        "legs",
        "leg",
        "lips",
        "lip",
        "cheeks",
        "cheek",
        "forehead",
        "jawline",
        "jaw",
        "chin",
        "scalp",
        "décolleté",
        "decolletage",
        "décolletage",
        "décolletée",
        "eyes",
        "eyelids",
        "buttocks",
        "stomach",
        "knees",
        "knee",
        "elbows",
        "shoulders",
        "underarms",
        "bikini",
        "tummy",
        "nose",
        "temples",
        "feet",
        "hips",
        "flanks",
        "body",
        "gesicht",
        "hals",
        "dekolleté",
        "bauch",
        "oberschenkel",
        "arme",
        "hände",
        "rücken",
        "beine",
        "lippen",
        "wangen",
        "stirn",
        "kinn",
    ]
)
AREAS = re.compile(
    r"\b(?:areas?|parts of (?:the|your) body|such as|including|like|on the|regionen|bereiche\w*|etwa|wie)\b[^.;:]*",
    re.I,
)
MONEY = re.compile(
    r"(?P<sign>[£€$])\s?(?P<low>\d[\d,.]*)(?:\s*(?:–|—|-|to|and|bis)\s*[£€$]?\s?(?P<high>\d[\d,.]*))?|(?P<low2>\d[\d,.]*)(?:\s*(?:–|—|-|to|bis)\s*(?P<high2>\d[\d,.]*))?\s?(?P<sign2>€|(?:EUR|euros?|pounds|dollars|USD|GBP)\b)",
    re.I,
)
CURRENCIES = {
    "£": "GBP",
    "€": "EUR",
    "$": "USD",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "dollars": "USD",
    "usd": "USD",
    "gbp": "GBP",
}
PER = re.compile(
    r"\b(?:per|each|a|pro|je)\s+(?:\w+\s+)?(?:session|treatment|syringe|unit|area|visit|peel|ml|vial|sitzung|behandlung|spritze|areal)\b",
    re.I,
)
NOT_PRICE = re.compile(
    r"\b(?:consultation|deposit|save|off|discount|voucher|gift|beratung|billion|million|market)\b", re.I
)
