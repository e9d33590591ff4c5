"""German: sessions, minutes, recovery and dates."""

from treatment_pages.editorial.words import any_of

NUMBERS = {
    "ein": 1,
    "eine": 1,
    "einer": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "fünfzehn": 15,
    "zwanzig": 20,
    "dreißig": 30,
    "sechzig": 60,
}

FACTS = {
    "yearless_date": any_of(
        r"\b(?:[12]?\d|3[01])\. (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november"
        r"|dezember)\b(?! \d{4})"
    ),
    "no_recovery": any_of(
        r"\b(?:keine|ohne|minimale|kaum|praktisch keine|fast keine) (?:nennenswerte )?(?:ausfallzeit\w*"
        r"|erholungszeit\w*|heilungszeit)\b|\b(?:sofort|direkt|gleich|noch am selben tag) wieder (?:arbeiten"
        r"|gesellschaftsfähig|fit|einsatzbereit)\b"
    ),
    "recovery_days": any_of(
        r"\b(?:rötung\w*|schwellung\w*|rot|geschwollen|krusten|blutergüsse|ausfallzeit|erholung"
        r"|heilung)\b[^.;]{0,60}?\b(?:einige|mehrere|zwei|drei|vier|fünf|sieben|zehn|[2-9]|1\d)(?:(?: bis |–"
        r"|-)\w+)? (?:tage|tagen|wochen)\b|\b(?:einige|mehrere|zwei|drei|vier|fünf|[2-9])(?:(?: bis |–"
        r"|-)\w+)? (?:tage|tagen|wochen) (?:\w+ )?(?:gerötet|rot|geschwollen|ausfallzeit)\b"
    ),
    "single_session": any_of(
        r"\b(?:(?:nur|schon|bereits|nach) einer einzigen (?:sitzung|behandlung)|(?:nur|schon nach"
        r"|bereits nach) einer (?:sitzung|behandlung)|eine (?:einzige )?(?:sitzung|behandlung) (?:genügt|reicht))\b"
    ),
    "session_range": any_of(
        r"\b(?P<low>\d+|zwei|drei|vier|fünf|sechs|acht|zehn)(?: ?(?:bis|-|–|oder) ?(?P<high>\d+|drei|vier|fünf"
        r"|sechs|acht|zehn|zwölf))? (?:\w+ )?(?:sitzungen|behandlungen)\b(?=[^.;]*\b(?:nötig|empfohlen|üblich"
        r"|empfehlen|abstand|notwendig|planen|meist))|\b(?:empfehlen|planen|brauchen|benötigen"
        r"|sind)\b[^.;]{0,30}?\b(?P<low2>\d+|zwei|drei|vier|fünf|sechs|acht|zehn)(?: ?(?:bis|-|–"
        r"|oder) ?(?P<high2>\d+|drei|vier|fünf|sechs|acht|zehn|zwölf))? (?:\w+ )?(?:sitzungen|behandlungen)\b"
    ),
    "session_minutes": any_of(
        r"\b(?:sitzung|behandlung|termin|eingriff) (?:dauert|nimmt)\s(?:\w+ ){0,3}?(?P<low>\d+)(?: ?(?:bis|-|–"
        r"|und) ?(?P<high>\d+))? ?(?:minuten|min)\b"
    ),
    "numbers": NUMBERS,
}
