"""English: sessions, minutes, recovery and dates."""

from treatment_pages.editorial.words import any_of

NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "sixty": 60,
    "ninety": 90,
}

FACTS = {
    "yearless_date": any_of(
        r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
        r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? (?:[12]?\d|3[01])(?:st|nd|rd|th)?\b(?!,? ?(?:\d{4}|%|per"
        r"|people|patients|mm|minutes|hours|days|weeks|sessions|years|times|to|or|-|–))(?!\d)",
        r"\b(?:[12]?\d|3[01])(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|june|july|august|september"
        r"|october|november|december)\b(?!,? ?\d{4})",
    ),
    "no_recovery": any_of(
        r"\b(?:no|zero|minimal|without (?:any |significant |much )?|virtually no|little to no|little or no|almost no) ?"
        r"(?:\w+ )?(?:downtime|down time|recovery(?: time)?|time off)\b",
        r"\b(?:back|return(?:s|ing)?|resum(?:e|es|ing)|work|activities|normal|routine)\b[^.;]{0,40}\b(?:within 24 hours"
        r"|within a day|within hours|the same day|immediately|straight away|right away)\b",
    ),
    "recovery_days": any_of(
        r"\b(?:redness|swelling|swollen|peeling|flaking|bruis\w+|crust\w*|scabs?|downtime|recovery|healing|time off"
        r"|off work|off)\b[^.;]{0,60}?\b(?:a few|several|some|two|three|four|five|six|seven|ten|[2-9]"
        r"|1\d)(?:(?: to | or |–|-)(?:\w+))? (?:days|weeks)\b",
        r"\b(?:a few|several|two|three|four|five|[2-9]|1\d)(?:(?: to | or |–|-)(?:\w+))? (?:days"
        r"|weeks) (?:of )?(?:redness|swelling|downtime|recovery|peeling|flaking|bruising|off work)\b",
    ),
    "single_session": any_of(
        r"\b(?:a|one|just one|only one|just a) single (?:session|treatment|visit|appointment)\b"
        r"(?! (?:costs?|takes?|lasts?|of|is priced))",
        r"\b(?:just|only) one (?:session|treatment|visit|appointment)\b|\bafter (?:just |only )?one (?:session"
        r"|treatment)\b",
        r"\bone (?:session|treatment|visit) is (?:all|enough|usually enough|sufficient)\b",
        r"\bin one (?:session|treatment)\b(?! (?:of|takes|lasts))",
    ),
    "session_range": any_of(
        r"\b(?P<low>\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: ?(?:to|-|–|or) ?(?P<high>\d+"
        r"|two|three|four|five|six|seven|eight|nine|ten|twelve))? (?:\w+ )?(?:sessions"
        r"|treatments)\b(?=[^.;]*\b(?:need|recommend|require|plan|course|apart|usual|series|advise|suggest|typical"
        r"|common|most people|people need))|\b(?:need|recommend\w*|require\w*|plan|course of|series of|advise"
        r"|suggest)\b[^.;]{0,30}?\b(?P<low2>\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: ?(?:to"
        r"|-|–|or) ?(?P<high2>\d+|two|three|four|five|six|seven|eight|nine|ten|twelve))? (?:\w+ )?(?:sessions"
        r"|treatments)\b"
    ),
    "session_minutes": any_of(
        r"\b(?:session|treatment|appointment|procedure|process)s? (?:usually |typically |generally |itself |only "
        r"|just |about )*(?:takes?|lasts?|is over in|is done in)\s(?:usually |typically |about |around |roughly "
        r"|between |up to |only |just |approximately |anywhere |from |as little as )*(?P<low>\d+)(?: ?(?:to|-|–"
        r"|and) ?(?P<high>\d+))? ?(?:minutes|mins?)\b"
    ),
    "numbers": NUMBERS,
}
