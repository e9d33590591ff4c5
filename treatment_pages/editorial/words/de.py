"""What the rules look for in German."""

from treatment_pages.editorial.words import Words, any_of

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

N = r"(?:\d[\d.,]*|ein|eine|einer|einem|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig|hundert)"
PEOPLE = (
    r"(?:patient\w*|kund\w+|menschen|personen?|leute|teilnehm\w+|frauen?|männern?|anwender\w*|proband\w+|behandelten"
    r"|befragten|erwachsenen?|betroffenen?|nutzer\w*|fällen|deutschen)\b"
)
WORK = r"(?:behandlungen|eingriffen?|anwendungen|sitzungen|injektionen|operationen|unterspritzungen)\b"
SUBSTANCE = (
    r"(?:\w*säure\w*|\w*lösung\w*|tca|lidocain\w*|retinol|wasserstoffperoxid|salicyl\w*|glykol\w*|milchsäure"
    r"|lösung(?:en)?|\w*peelings?"
    r"|\w*creme|gel|serum|alkohol|harnstoff|kochsalz\w*)\b"
)
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
CONDITION = (
    r"(?:schwanger\w*|stillzeit|stillen\w*|infektion\w*|isotretinoin|allergi\w+|keloid\w*|herzschrittmacher"
    r"|epilep\w+|krebs\w*"
    r"|blutverdünn\w+|autoimmun\w*|herpes|offene\w* wunden|entzündung\w*|ekzem\w*|neurodermitis|schuppenflechte"
    r"|unter 18)"
)
RESULTS = r"(?:ergebnis\w*|resultat\w*|erfolg\w*|wirkung|verbesserung\w*|zufriedenheit)"
OTHERS = (
    r"(?:jede\w*|alle\w*|ander\w+|herkömmlich\w+|klassisch\w+|eine? (?:operation|facelift|op|creme|laserbehandlung)"
    r"|laser\w*"
    r"|peelings?|filler|cremes?|botox|microneedling|operationen|fettabsaugung\w*|sport|üblich\w*|vergleichbar\w*)"
)

WORDS = Words(
    negation=any_of(
        r"\b(?:nicht|kein\w*|nie|niemals|niemand|nichts|weder|ohne|kaum|wenig\w*|selten|fehl\w+|unklar|ungewiss|ob"
        r"|statt"
        r"|mangelt|unmöglich)\b(?! (?:nur|bloß|zuletzt)\b)"
    ),
    denial=any_of(
        r"^[^.;!]{0,50}?\b(?:nicht (?:möglich|seriös|versprochen|garantier\w*|zu erwarten|erwiesen|geben|gibt"
        r"|versprechen"
        r"|belegt|bewiesen|nachgewiesen|sicher|zusagen)|gibt es nicht|(?:kann|können|kann man|lässt sich"
        r"|lassen sich)[^.;]{0,30}\bnicht"
        r"|niemand|unseriös|ein märchen|kein\w*)\b",
        r"^ (?:\w+ ){0,3}nicht\b",
    ),
    clause=any_of(r"[,;:–—]\s|\s(?:und|aber|sondern|denn|während|weil)\s|\.\s"),
    caution=any_of(
        r"\b(?:vorsicht\w*|misstrau\w+|skeptisch|hüten sie sich|warnsignal\w*|mythos|mythen|irreführend|zu schön"
        r"|finger weg)\b",
        r"\b(?:wer|praxen|anbieter\w*|kliniken|studios|werbung|anzeigen)\b[^.;]{0,40}\b(?:verspr\w+|garantier\w+"
        r"|behaupt\w+|wirb\w*|werben)\b",
        r"\b(?:wenn|falls) (?:jemand|ihnen|eine praxis|ein anbieter)\b|\bmeiden sie\b|\bentgegen\b|\bfragen sie nach\b",
    ),
    hedge=any_of(
        r"\b(?:kann|können|könnte\w*|mag|möglich\w*|möglicherweise|manchmal|oft|häufig|meist\w*|in der regel"
        r"|üblicherweise|soll\w*"
        r"|teils|teilweise|bei einigen|bei manchen|manche\w*|einige\w*|etwas|leicht|vielleicht|hängt|abhängig"
        r"|unterschiedlich"
        r"|vorübergehend|nicht|kein\w*|gilt als|scheint|eher|allmählich|nach und nach|ob|wenn|sollte\w*|würde\w*)\b"
    ),
    percent=any_of(
        r"(?<![\w.,])\d+(?:[.,]\d+)?(?:\s?%?\s?(?:-|–|bis|und|oder)\s?\d+(?:[.,]\d+)?)?\s?(?:%|prozent\b"
        r"|prozentpunkte?\b)",
        r"\b(?:zehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert) ?prozent\b",
    ),
    percent_before=any_of(
        rf"\b{SUBSTANCE}(?:[\s(),:–-]|in|mit|von|bis|zu|und|oder|zwischen|einer|konzentration|stärke|\d[\d,]*|%"
        r"|prozent)*$",
        r"\b(?:konzentration|stärke|anteil|anzahlung|rabatt|mehrwertsteuer|mwst\.?|zinsen|leistung|energie|intensität"
        r"|überlappung|sparen sie|besteht zu|bestehen zu|enthält|enthalten|bedeckt|erfasst)\s(?:\w+ ){0,3}$",
    ),
    percent_after=any_of(
        rf"^(?:ig\w*|-?ige\w*)?\s?-?(?:\w+ ){{0,2}}?{SUBSTANCE}",
        r"^\s(?:rabatt|nachlass|anzahlung|mehrwertsteuer|mwst|zinsen|der kosten|des preises|stornogebühr|ausfall\w*"
        r"|leistung"
        r"|der (?:leistung|energie|maximal\w*|haut|hautoberfläche|fläche|uv-?\w*)|wasser|konzentration|uv"
        r"|luftfeuchtigkeit)\b",
    ),
    whole_after=any_of(rf"^\s(?:der |aller |unserer )*{PEOPLE}|^\s?(?:ige\w* )?(?:erfolg\w*|zufrieden\w*|wirksam\w*)"),
    rhetorical=any_of(r"\bwussten sie\b"),
    statistic=any_of(
        rf"\b{N} von {N} {PEOPLE}|\b{N} (?:von|aus) (?:\d{{2,}}|zehn|hundert|tausend)\b(?! (?:minuten|tagen|wochen"
        r"|sitzungen))",
        r"\bjede[rs]? (?:zweite|dritte|vierte|fünfte|zehnte|hundertste)\w*\b(?! (?:tag|woche|monat|jahr|sitzung"
        r"|termin))",
        r"\b(?:\d+(?:,\d+)?|zwei|drei|vier|fünf|zehn)[ -]?(?:mal|fach) (?:so |mehr|besser|schneller|wirksamer"
        r"|höher|stärker|straffer|länger)",
        r"\b(?:doppelt|dreimal|zweimal) so (?!oft|lange warten)\w+|\bverdoppel\w+|\bverdreifach\w+"
        r"|\bp\s?[<=≤]\s?0?[.,]\d+",
        rf"\b(?:die hälfte|ein drittel|zwei drittel|drei viertel|ein viertel) (?:der|aller|unserer) (?:\w+ )?{PEOPLE}",
        r"\b(?:verlier\w+|verlor\w*|reduzier\w+|schrumpf\w+|abnehmen|nahm\w*"
        r"|verringer\w+)\b[^.;]{0,40}\b\d[\d,]* ?(?:cm|mm|zentimeter|kilo\w*|kg|konfektionsgröße\w*)\b",
        rf"\b{N} jahre jünger\b|\b[1-5],\d (?:sterne|von 5)\b",
    ),
    count=any_of(
        rf"\b(?:\d+(?:,\d+)?|eine?|zwei|drei) (?:million(?:en)?|tausend)\b[\w -]{{0,30}}?(?:{PEOPLE}|{WORK})",
        rf"\b\d{{1,3}}(?:\.\d{{3}})+\b[\w -]{{0,30}}?(?:{PEOPLE}|{WORK})|\b(?:millionen"
        rf"|hunderttausende) (?:von )?(?:{PEOPLE}|{WORK})",
    ),
    own_count=any_of(r"\b(?:wir|unser\w*|ich|mein\w*|sie hat|er hat|dr)\b"),
    not_statistic=any_of(
        rf"\b{N} von {N} (?:wochen|monaten|tagen|sitzungen|terminen|stunden|räumen)\b"
        r"|\bnadel\w*\b[^.]{0,30}\bmm\b|\bskala\b"
    ),
    vague_source=any_of(
        rf"\b{STUDY}\b(?:,? [\wäöüß-]+){{0,5}}? {REPORT}\b|\b(?:zeig\w+|beleg\w+|bestätig\w+"
        rf"|ergab\w*) (?:\w+ ){{0,3}}{STUDY}\b",
        rf"\b(?:laut|nach|gemäß|zufolge) (?:\w+ ){{0,3}}(?:{STUDY}|{EXPERTS})\b",
        rf"\bin (?:einer|mehreren|zahlreichen|vielen|klinischen) (?:\w+ ){{0,2}}{STUDY}\b",
        rf"\b{EXPERTS}(?: \w+){{0,2}} (?:empfehlen|raten|sagen|sind sich einig|bestätigen|schwören|halten|schätzen"
        r"|meinen)\b",
        rf"\bvon (?:\w+ ){{0,2}}{EXPERTS} (?:empfohlen|bestätigt|geschätzt|entwickelt)\b"
        r"|\bwissenschaftlich (?:fundiert|untermauert)\b",
    ),
    heading_question=any_of(r"^(?:was|wie|warum|wann|wer|wo|welche|ist|sind|kann|können|soll)\b"),
    known_people=any_of(r"\b(?:unser\w*|ihr\w*|mein\w*|diese\w*)(?: [\wäöüß-]+){0,3} ?$"),
    same_source=any_of(
        r"^(?:die|diese|dieselbe|der|beide|ihre) (?:\w+ )?(?:studien?|untersuchung|übersicht|autor\w+)\b"
    ),
    vague_denied=any_of(
        r"\b(?:kein\w*|nicht|nie|wenig\w*|kaum|fehl\w+|mangel\w*|begrenzt|ob|unklar|wie viele|was|mehr|bis"
        r"|widersprüchlich\w*|schwach\w*)\b"
    ),
    weak_evidence=any_of(
        r"\b(?:aber|jedoch|allerdings|doch)\b[^.]*\b(?:klein\w*|schwach\w*|begrenzt\w*|wenig\w*|kurz\w*|nicht|kein\w*)\b",
        r"\b(?:kleine\w*|schwache\w*|wenige\w*|frühe\w*) (?:studien?|untersuchungen)\b",
    ),
    named_source=any_of(
        r"\b(?:journal|universität|gesellschaft|verband|institut|akademie|cochrane|leitlinie|awmf|nhs|nice|lancet"
        r"|bundes\w+|ministerium|et al)\b"
    ),
    attributed=any_of(r"\b(?:laut|zufolge|nach angaben|gemäß)\b"),
    counted_people=any_of(rf"(?:%|prozent) (?:der|aller|unserer) (?:\w+ )?{PEOPLE}"),
    guarantee=any_of(
        r"\bgarantie\w*\b|\bgarantier\w+\b|\bversprechen (?:wir )?(?:ihnen )?(?:\w+ ){0,3}(?:ergebnis\w*|haut"
        r"|erfolg\w*)",
        rf"\b(?:dauerhaft\w*|permanent\w*|endgültig\w*|lebenslang\w*) (?:\w+ )?(?:{RESULTS}|haarfrei\w*"
        r"|haarentfernung|lösung|entfern\w+|beseitig\w+|glatt\w*|faltenfrei\w*|los)",
        r"\b(?:für immer|ein für alle ?mal|ein leben lang)\b|\b(?:100|hundert) ?(?:%"
        r"|prozent)(?:ig\w*)? (?:sicher\w*|wirksam\w*|erfolg\w*|zufrieden\w*|schmerzfrei|risikofrei)",
        r"\b(?:völlig|vollkommen|absolut|komplett|ganz|garantiert) (?:sicher\w*|risikofrei\w*|risikolos\w*"
        r"|harmlos\w*|unbedenklich\w*|ungefährlich\w*)",
        r"\b(?:keine?|keinerlei|ohne|frei von) (?:\w+ )?(?:risiken|risiko|nebenwirkung\w*|komplikationen|gefahr)\b"
        r"|\brisiko(?:frei|los)\w*|\bnebenwirkungsfrei\w*",
        r"\bwirkt (?:immer|bei jedem)\b|\bversagt nie\b|\bnie wieder (?:falten|haare|rasieren|akne)\b"
        r"|\bgeld[- ]zurück\b",
        r"\b(?:jede[rs]?|alle) (?:unserer )?(?:patient\w*|kund\w+) (?:\w+ ){0,3}(?:sieht|sehen|bekomm\w+"
        rf"|erziel\w+|erreich\w+)[^.;]{{0,20}}\b{RESULTS}",
        r"\bheilt (?:akne|rosazea|narben|neurodermitis|cellulite)\b",
    ),
    not_guarantee=any_of(
        r"\bgarantie auf das gerät\b|\bherstellergarantie\b|\bdauerhafte (?:schäden|narben|verfärb\w+|veränder\w+)\b",
        r"\b(?:keine?|kein) (?:\w+ ){0,2}(?:ist|sind|behandlung|eingriff|methode)\b[^.]{0,40}\b(?:ohne|frei von"
        r"|risikofrei|völlig|ganz)\b",
        r"\b(?:wenn|falls|sofern) (?:\w+ ){0,2}keine\b|\bnichts (?:\w+ ){0,3}ohne\b",
    ),
    establishment=any_of(
        r"\b(?:klinisch|wissenschaftlich|medizinisch|dermatologisch) (?:\w+ )?(?:bewiesen\w*|erwiesen\w*"
        r"|nachgewiesen\w*|getestet\w*|bestätigt\w*|belegt\w*|geprüft\w*)",
        r"\b(?:nachweislich|erwiesenermaßen|bewiesenermaßen|goldstandard|statistisch signifikant\w*)\b"
        r"|\b(?:bewährt\w*|erwiesen\w*) (?:wirksam\w*|effektiv\w*)",
        r"\b(?:ist|sind|wurde|gilt als) (?:\w+ ){0,2}(?:bewiesen|erwiesen|nachgewiesen)\b",
    ),
    comparative=any_of(
        r"\b(?:wirksamer|effektiver|sicherer|besser|schneller|schonender|sanfter|überlegen\w*|nachhaltiger"
        rf"|länger anhaltend\w*|erfolgreicher) (?:wirksam )?als (?:\w+ )?{OTHERS}",
        r"\b(?:wirksamer|effektiver|sicherer|erfolgreicher) als\b|\büberlegen\b|\bunübertroffen\w*"
        r"|\bbesser\w* ergebnisse als\b|\bweniger (?:nebenwirkungen|risiken|schmerzen) als\b",
        r"\b(?:die|das|der) (?:wirksamste|effektivste|sicherste|erfolgreichste)\w*\b",
    ),
    uncertain=any_of(
        r"\b(?:kann|können|könnte\w*|möglicherweise|vielleicht|manchmal|oft|häufig|meist\w*|eher|scheint)\b"
    ),
    result_verb=any_of(
        r"\b(?:reduziert|verbessert|strafft|glättet|stimuliert|regt\b[^.]*\ban|fördert|mildert|verringert|beseitigt"
        r"|entfernt|erhöht|steigert|verjüngt|verfeinert|hebt|festigt|regeneriert|verschwinden"
        r"|lässt\b[^.]*\berstrahlen|sorgt für|führt zu|bewirkt|löst\b[^.]*\baus|polstert|zerstört|schmilzt)\b"
    ),
    result_object=any_of(
        r"\b(?:haut\w*|kollagen\w*|elastin|falten|linien|narben\w*|teint|poren|volumen|fett\w*|cellulite|pigment\w*"
        r"|flecken|akne|haare?|lippen|kontur\w*|ergebnis\w*|spannkraft|ausstrahlung|gewebe|muskeln?)\b"
    ),
    result_phrase=any_of(
        r"\b(?:beeindruckend\w*|sichtbar\w*|sofortig\w*|spektakulär\w*|hervorragend\w*|erstaunlich\w*"
        r"|langanhaltend\w*) (?:ergebnis\w*|resultat\w*|effekt\w*|verbesserung\w*)|\b(?:ist|sind|sehr|äußerst|hoch"
        r"|besonders) (?:wirksam|effektiv)\b"
    ),
    side_effect=any_of(
        r"\b(?:rötung\w*|schwellung\w*|geschwollen|blutergüss\w*|bluterguss|krusten?|schuppen|schält|brennt|juckt)\b"
    ),
    many_people=any_of(
        r"\b(?:die meisten|viele|fast alle|die mehrheit der|zahlreiche)\s(?:unserer "
        rf"|der )?(?:\w+ )?{PEOPLE} (?:\w+ ){{0,2}}?(?:bemerk\w+|bericht\w+|seh\w+|spür\w+|fühl\w+|empfind\w+"
        r"|erleb\w+|sind (?:\w+ )?(?:zufrieden|begeistert)|kehr\w+|freu\w+|lieb\w+)"
    ),
    popularity=any_of(
        r"\b(?:trend\w*|beliebt\w*|populär\w*|gefragt\w*|promis?|prominente\w*|stars|hollywood|in aller munde|hype"
        r"|bestseller|influencer\w*|immer mehr (?:menschen|frauen|männer)|tausende (?:zufriedene\w*"
        r"|begeisterte\w*))\b"
    ),
    pressure=any_of(
        r"\b(?:jugendlich\w*|jünger(?: aussehen|es|e|en|er)?|verjüng\w+|anti-aging|makellos\w*|perfekte\w* (?:haut"
        r"|körper|lippen|aussehen)|traum(?:körper|haut|figur)\w*|selbstbewusst\w*|selbstvertrauen|selbstwertgefühl"
        r"|gönnen sie sich|verdient|worauf warten|warten sie nicht|zögern sie nicht|jetzt (?:termin|buchen|sichern)"
        r"|sichern sie sich|strandfigur|bikinifigur|nie wieder|atemberaubend\w*|wunder\w*|schluss mit)\b"
    ),
    limited_offer=any_of(
        r"\b(?:nur (?:noch |für )?(?:kurze zeit|heute|diese woche|diesen monat|bis)|solange der vorrat"
        r"|aktion(?:spreis|sangebot)?\b[^.]{0,20}\bbis|angebot (?:endet|gilt (?:nur )?bis)|sonderangebot"
        r"|black friday|letzte plätze|nur noch \w+ (?:plätze|termine)|frühbucher\w*|rabattaktion|zwei zum preis)\b"
    ),
    played_down=any_of(
        r"\b(?:keine|kaum|minimale|geringe|fast keine|ohne|kurze"
        r"|praktisch keine) (?:nennenswerte )?(?:ausfallzeit\w*|erholungszeit\w*|schmerzen|heilungszeit"
        r"|beschwerden)\b|\b(?:schmerzfrei|schmerzlos|nahezu schmerzfrei|völlig schmerzfrei|harmlos|unbedenklich"
        r"|kinderleicht|mittagspause\w*|lunchtime)\b|\b(?:sofort|gleich|direkt) wieder (?:gesellschaftsfähig"
        r"|arbeiten|einsatzbereit|fit|alltagstauglich)\b|\bnebenwirkungen sind (?:sehr |äußerst )?(?:selten|gering"
        r"|minimal)\b|\b(?:äußerst|extrem) selten\b|\bnur ein (?:kleiner )?piks\b"
    ),
    played_down_unless_risks=any_of(r"\b(?:minimal-?invasiv\w*|nicht-?invasiv\w*|schonend\w*|sanft\w*)\b"),
    suits_everyone=any_of(
        r"\b(?:geeignet|ideal|perfekt|passend|passt|sicher|eignet sich"
        r"|richtig)\b(?:(?!nicht)[^.;]){0,20}\bfür (?:jede[nrs]?|alle|jedermann|jeden|sämtliche|fast alle"
        r"|nahezu alle|fast jeden|die meisten hauttypen|verschiedene hauttypen)\b",
        r"\bfür (?:jede[nrs]?|alle) (?:haut(?:typ\w*|ton\w*|farbe\w*)|alter\w*|altersgruppen?|frauen und männer"
        r"|menschen) (?:\w+ )?(?:geeignet|ideal|sicher|das richtige)\b|\b(?:egal|unabhängig von"
        r"|gleich) (?:welche\w*|wie alt|alter|hauttyp|geschlecht)",
        r"\b(?:jeder|alle) (?:kann|können) (?:\w+ ){0,3}(?:profitieren|behandelt werden|behandeln lassen)\b",
    ),
    anyone=any_of(r"^(?:alle|jede[rn]?|jeder mensch)\b,? (?:die|der|mit|ab)\b"),
    who_heading=any_of(r"\b(?:für wen|wer (?:kann|sollte|profitiert)|geeignet|eignet|passt|kandidat\w*)\b"),
    restricted=any_of(r"\b(?:sollte\w*|muss|müssen|fragen|sprechen|nicht|kein\w*|vorher|zuerst|außer|unter 18)\b"),
    limited_to=any_of(
        r"\b(?:aber|jedoch|außer|sofern|allerdings|vorausgesetzt|nach (?:einer )?(?:beratung|untersuchung))\b"
        r"|\b(?:sonnenschutz|probestelle|beratung|seite|artikel)\b"
    ),
    superlative=any_of(
        r"\b(?:beste[nrs]?|führende[nrs]?|modernste[nrs]?|neueste[nrs]?|einzigartig\w*|weltklasse|revolutionär\w*"
        r"|bahnbrechend\w*|innovativste\w*|unschlagbar\w*|nummer eins|erstklassig\w*|ultimativ\w*)\b(?! (?:weg ist"
        r"|vorher|freund\w*))(?<!am besten)"
    ),
    contraindication=any_of(
        r"\b(?:nicht|kein\w*|ungeeignet|verzichten|meiden|vermeiden|ausgeschlossen|abzuraten"
        rf"|verschieben)\b[^.;]*{CONDITION}|{CONDITION}[^.;]*\b(?:nicht|kein\w*|ungeeignet|verzichten|meiden"
        r"|ausgeschlossen|warten|verschieben)\b|\bkontraindi\w+|\bgegenanzeige\w*"
    ),
    contraindication_heading=any_of(
        r"\b(?:kontraindikation\w*|gegenanzeige\w*|wer sollte (?:nicht|verzichten|warten)|nicht geeignet|ungeeignet"
        r"|wann nicht)\b"
    ),
    risk_heading=any_of(r"\b(?:risik\w+|nebenwirkung\w*|komplikation\w*|sicherheit|was kann schiefgehen)\b"),
    help_heading=any_of(
        r"\b(?:wann (?:sie )?(?:hilfe|zum arzt|anrufen|uns)|warnzeichen|notfall\w*|hilfe holen|alarmzeichen)\b"
    ),
    alternatives_heading=any_of(
        r"\b(?:alternative\w*|andere (?:wege|möglichkeiten|behandlungen)|im vergleich|stattdessen)\b"
    ),
    information_note=any_of(
        r"\b(?:ersetzt|ersetzen) (?:\w+ ){0,4}(?:kein\w*|nicht)\b|\bkein ersatz\b|\b(?:dient|dienen) (?:nur "
        r"|ausschließlich |allein )?der (?:\w+ )?information\b|\bnur zur information\b|\bkeine (?:ärztliche "
        r"|medizinische )?beratung ersetz\w*"
    ),
    price=any_of(r"(?:[£$€]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:€|euro|eur\b|franken|chf\b))"),
    price_from=any_of(
        r"\b(?:ab|schon ab|bereits ab|schon für|beginn\w+ bei|nur)\s(?=(?:nur )?(?:[£$€]\s?\d|\d[\d.,]*\s?(?:€|euro"
        r"|eur\b|franken|chf\b)))"
    ),
    price_unit=any_of(
        r"\b(?:pro|je|für (?:eine?|einen|das|die|den|zwei|drei|beide|\d+))\b|\b(?:sitzung\w*|behandlung\w*|zone\w*"
        r"|areal\w*|ml|termin\w*|paket\w*|spritze\w*)\b"
    ),
    price_conditions=any_of(
        r"\b(?:abhängig|je nach|hängt|richtet sich|inklusive|zuzüglich|plus|mehr für|größer\w*|nach aufwand|goä"
        r"|variier\w+|kostenvoranschlag|zusätzlich|abgezogen|umfang|einschließlich|mit hals)\b"
    ),
    price_other=any_of(
        r"\b(?:anzahlung|beratung\w*|erstgespräch\w*|storno\w*|ausfall\w*|gutschein\w*|parken|rabatt|gebühr\w*"
        r"|versicherung|million\w*)\b"
    ),
    price_topic=any_of(r"\b(?:preis\w*|kost\w+|ab|nur|schon|berechnen|gebühr\w*)\b"),
    yearless_date=any_of(
        r"\b(?:[12]?\d|3[01])\. (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november"
        r"|dezember)\b(?! \d{4})"
    ),
    no_recovery=any_of(
        r"\b(?:keine|ohne|minimale|kaum|praktisch keine|fast keine) (?:nennenswerte )?(?:ausfallzeit\w*"
        r"|erholungszeit\w*|heilungszeit)\b|\b(?:sofort|direkt|gleich|noch am selben tag) wieder (?:arbeiten"
        r"|gesellschaftsfähig|fit|einsatzbereit)\b"
    ),
    recovery_days=any_of(
        r"\b(?:rötung\w*|schwellung\w*|rot|geschwollen|krusten|blutergüsse|ausfallzeit|erholung"
        r"|heilung)\b[^.;]{0,60}?\b(?:einige|mehrere|zwei|drei|vier|fünf|sieben|zehn|[2-9]|1\d)(?:(?: bis |–"
        r"|-)\w+)? (?:tage|tagen|wochen)\b|\b(?:einige|mehrere|zwei|drei|vier|fünf|[2-9])(?:(?: bis |–"
        r"|-)\w+)? (?:tage|tagen|wochen) (?:\w+ )?(?:gerötet|rot|geschwollen|ausfallzeit)\b"
    ),
    single_session=any_of(
        r"\b(?:(?:nur|schon|bereits|nach) einer einzigen (?:sitzung|behandlung)|(?:nur|schon nach"
        r"|bereits nach) einer (?:sitzung|behandlung)|eine (?:einzige )?(?:sitzung|behandlung) (?:genügt|reicht))\b"
    ),
    session_range=any_of(
        r"\b(?P<low>\d+|zwei|drei|vier|fünf|sechs|acht|zehn)(?: ?(?:bis|-|–|oder) ?(?P<high>\d+|drei|vier|fünf"
        r"|sechs|acht|zehn|zwölf))? (?:\w+ )?(?:sitzungen|behandlungen)\b(?=[^.;]*\b(?:nötig|empfohlen|üblich"
        r"|empfehlen|abstand|notwendig|planen|meist))|\b(?:empfehlen|planen|brauchen|benötigen"
        r"|sind)\b[^.;]{0,30}?\b(?P<low2>\d+|zwei|drei|vier|fünf|sechs|acht|zehn)(?: ?(?:bis|-|–"
        r"|oder) ?(?P<high2>\d+|drei|vier|fünf|sechs|acht|zehn|zwölf))? (?:\w+ )?(?:sitzungen|behandlungen)\b"
    ),
    session_minutes=any_of(
        r"\b(?:sitzung|behandlung|termin|eingriff) (?:dauert|nimmt)\s(?:\w+ ){0,3}?(?P<low>\d+)(?: ?(?:bis|-|–"
        r"|und) ?(?P<high>\d+))? ?(?:minuten|min)\b"
    ),
    numbers=NUMBERS,
    clinical=any_of(
        r"\b(?:haut\w*|ergebnis\w*|behandlung\w*|narben?|schmerz\w*|falten|lippen|gesicht|aussehen|sehe|jünger"
        r"|heil\w+|sitzung\w*|haare?|unterschied|glatt\w*|spritze\w*|laser|peeling)\b"
    ),
    off_label=any_of(r"\boff-label\b|\baußerhalb der zulassung\b"),
)
