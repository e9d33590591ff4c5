"""German: where a statement comes from."""

from treatment_pages.editorial.words import any_of

STUDY = (
    r"(?:studien?|forschung(?:en)?|untersuchung(?:en)?|umfragen?|erhebung(?:en)?|daten|wissenschaft|literatur"
    r"|statistiken?)"
)

REPORT = (
    r"(?:zeig\w+|beleg\w+|beweis\w+|bestätig\w+|ergab\w*|ergeben|deuten|fanden|fand|gefunden|berichte\w*|legen nahe"
    r"|nachgewiesen|weisen nach|wies nach|hervor|dokumentier\w+|sprechen dafür|sprach\w* für|empfehlen|stützen)"
)

EXPERTS = (
    r"(?:expert\w+|fachleute|spezialist\w+|hautärzt\w+|dermatolog\w+|ärzt(?:e|innen und ärzte|en|innen)|mediziner\w*"
    r"|wissenschaftler\w*|forscher\w*|kosmetiker\w*)"
)

SOURCES = {
    "vague_source": any_of(
        rf"\b{STUDY}\b(?:,? [\wäöüß-]+){{0,5}}? {REPORT}\b|\b(?:zeig\w+|beleg\w+|bestätig\w+"
        rf"|ergab\w*) (?:\w+ ){{0,3}}{STUDY}\b",
        rf"\b(?:laut|nach|gemäß|zufolge) (?:\w+ ){{0,3}}(?:{STUDY}|{EXPERTS})\b",
        rf"\bin (?:einer|mehreren|zahlreichen|vielen|klinischen) (?:\w+ ){{0,2}}{STUDY}\b",
        rf"\b{EXPERTS}(?: \w+){{0,2}} (?:empfehlen|raten|sagen|sind sich einig|bestätigen|schwören|halten|schätzen"
        r"|meinen)\b",
        rf"\bvon (?:\w+ ){{0,2}}{EXPERTS} (?:empfohlen|bestätigt|geschätzt|entwickelt)\b"
        r"|\bwissenschaftlich (?:fundiert|untermauert)\b",
    ),
    "known_people": any_of(r"\b(?:unser\w*|ihr\w*|mein\w*|diese\w*)(?: [\wäöüß-]+){0,3} ?$"),
    "same_source": any_of(
        r"^(?:die|diese|dieselbe|der|beide|ihre) (?:\w+ )?(?:studien?|untersuchung|übersicht|autor\w+)\b"
    ),
    "vague_denied": any_of(
        r"\b(?:kein\w*|nicht|nie|wenig\w*|kaum|fehl\w+|mangel\w*|begrenzt|ob|unklar|wie viele|was|mehr|bis"
        r"|widersprüchlich\w*|schwach\w*)\b"
    ),
    "weak_evidence": any_of(
        r"\b(?:aber|jedoch|allerdings|doch)\b[^.]*\b(?:klein\w*|schwach\w*|begrenzt\w*|wenig\w*|kurz\w*|nicht|kein\w*)\b",
        r"\b(?:kleine\w*|schwache\w*|wenige\w*|frühe\w*) (?:studien?|untersuchungen)\b",
    ),
    "named_source": any_of(
        r"\b(?:journal|universität|gesellschaft|verband|institut|akademie|cochrane|leitlinie|awmf|nhs|nice|lancet"
        r"|bundes\w+|ministerium|et al)\b"
    ),
    "attributed": any_of(r"\b(?:laut|zufolge|nach angaben|gemäß)\b"),
}
