"""German: risks played down, suitability and the headings of safety."""

from treatment_pages.editorial.words import any_of

CONDITION = (
    r"(?:schwanger\w*|stillzeit|stillen\w*|infektion\w*|isotretinoin|allergi\w+|keloid\w*|herzschrittmacher"
    r"|epilep\w+|krebs\w*"
    r"|blutverdünn\w+|autoimmun\w*|herpes|offene\w* wunden|entzündung\w*|ekzem\w*|neurodermitis|schuppenflechte"
    r"|unter 18)"
)

SAFETY = {
    "played_down": any_of(
        r"\b(?:keine|kaum|minimale|geringe|fast keine|ohne|kurze"
        r"|praktisch keine) (?:nennenswerte )?(?:ausfallzeit\w*|erholungszeit\w*|schmerzen|heilungszeit"
        r"|beschwerden)\b|\b(?:schmerzfrei|schmerzlos|nahezu schmerzfrei|völlig schmerzfrei|harmlos|unbedenklich"
        r"|kinderleicht|mittagspause\w*|lunchtime)\b|\b(?:sofort|gleich|direkt) wieder (?:gesellschaftsfähig"
        r"|arbeiten|einsatzbereit|fit|alltagstauglich)\b|\bnebenwirkungen sind (?:sehr |äußerst )?(?:selten|gering"
        r"|minimal)\b|\b(?:äußerst|extrem) selten\b|\bnur ein (?:kleiner )?piks\b"
    ),
    "played_down_unless_risks": any_of(r"\b(?:minimal-?invasiv\w*|nicht-?invasiv\w*|schonend\w*|sanft\w*)\b"),
    "suits_everyone": any_of(
        r"\b(?:geeignet|ideal|perfekt|passend|passt|sicher|eignet sich"
        r"|richtig)\b(?:(?!nicht)[^.;]){0,20}\bfür (?:jede[nrs]?|alle|jedermann|jeden|sämtliche|fast alle"
        r"|nahezu alle|fast jeden|die meisten hauttypen|verschiedene hauttypen)\b",
        r"\bfür (?:jede[nrs]?|alle) (?:haut(?:typ\w*|ton\w*|farbe\w*)|alter\w*|altersgruppen?|frauen und männer"
        r"|menschen) (?:\w+ )?(?:geeignet|ideal|sicher|das richtige)\b|\b(?:egal|unabhängig von"
        r"|gleich) (?:welche\w*|wie alt|alter|hauttyp|geschlecht)",
        r"\b(?:jeder|alle) (?:kann|können) (?:\w+ ){0,3}(?:profitieren|behandelt werden|behandeln lassen)\b",
    ),
    "anyone": any_of(r"^(?:alle|jede[rn]?|jeder mensch)\b,? (?:die|der|mit|ab)\b"),
    "who_heading": any_of(r"\b(?:für wen|wer (?:kann|sollte|profitiert)|geeignet|eignet|passt|kandidat\w*)\b"),
    "restricted": any_of(r"\b(?:sollte\w*|muss|müssen|fragen|sprechen|nicht|kein\w*|vorher|zuerst|außer|unter 18)\b"),
    "limited_to": any_of(
        r"\b(?:aber|jedoch|außer|sofern|allerdings|vorausgesetzt|nach (?:einer )?(?:beratung|untersuchung))\b"
        r"|\b(?:sonnenschutz|probestelle|beratung|seite|artikel)\b"
    ),
    "contraindication": any_of(
        r"\b(?:nicht|kein\w*|ungeeignet|verzichten|meiden|vermeiden|ausgeschlossen|abzuraten"
        rf"|verschieben)\b[^.;]*{CONDITION}|{CONDITION}[^.;]*\b(?:nicht|kein\w*|ungeeignet|verzichten|meiden"
        r"|ausgeschlossen|warten|verschieben)\b|\bkontraindi\w+|\bgegenanzeige\w*"
    ),
    "contraindication_heading": any_of(
        r"\b(?:kontraindikation\w*|gegenanzeige\w*|wer sollte (?:nicht|verzichten|warten)|nicht geeignet|ungeeignet"
        r"|wann nicht)\b"
    ),
    "risk_heading": any_of(r"\b(?:risik\w+|nebenwirkung\w*|komplikation\w*|sicherheit|was kann schiefgehen)\b"),
    "help_heading": any_of(
        r"\b(?:wann (?:sie )?(?:hilfe|zum arzt|anrufen|uns)|warnzeichen|notfall\w*|hilfe holen|alarmzeichen)\b"
    ),
    "alternatives_heading": any_of(
        r"\b(?:alternative\w*|andere (?:wege|möglichkeiten|behandlungen)|im vergleich|stattdessen)\b"
    ),
    "information_note": any_of(
        r"\b(?:ersetzt|ersetzen) (?:\w+ ){0,4}(?:kein\w*|nicht)\b|\bkein ersatz\b|\b(?:dient|dienen) (?:nur "
        r"|ausschließlich |allein )?der (?:\w+ )?information\b|\bnur zur information\b|\bkeine (?:ärztliche "
        r"|medizinische )?beratung ersetz\w*"
    ),
    "off_label": any_of(r"\boff-label\b|\baußerhalb der zulassung\b"),
}
