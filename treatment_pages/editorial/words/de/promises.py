"""German: guarantees, proof, comparison and results."""

from treatment_pages.editorial.words import any_of

RESULTS = r"(?:ergebnis\w*|resultat\w*|erfolg\w*|wirkung|verbesserung\w*|zufriedenheit)"

OTHERS = (
    r"(?:jede\w*|alle\w*|ander\w+|herkömmlich\w+|klassisch\w+|eine? (?:operation|facelift|op|creme|laserbehandlung)"
    r"|laser\w*"
    r"|peelings?|filler|cremes?|botox|microneedling|operationen|fettabsaugung\w*|sport|üblich\w*|vergleichbar\w*)"
)

PROMISES = {
    "guarantee": any_of(
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
    "not_guarantee": any_of(
        r"\bgarantie auf das gerät\b|\bherstellergarantie\b|\bdauerhafte (?:schäden|narben|verfärb\w+|veränder\w+)\b",
        r"\b(?:keine?|kein) (?:\w+ ){0,2}(?:ist|sind|behandlung|eingriff|methode)\b[^.]{0,40}\b(?:ohne|frei von"
        r"|risikofrei|völlig|ganz)\b",
        r"\b(?:wenn|falls|sofern) (?:\w+ ){0,2}keine\b|\bnichts (?:\w+ ){0,3}ohne\b",
    ),
    "establishment": any_of(
        r"\b(?:klinisch|wissenschaftlich|medizinisch|dermatologisch) (?:\w+ )?(?:bewiesen\w*|erwiesen\w*"
        r"|nachgewiesen\w*|getestet\w*|bestätigt\w*|belegt\w*|geprüft\w*)",
        r"\b(?:nachweislich|erwiesenermaßen|bewiesenermaßen|goldstandard|statistisch signifikant\w*)\b"
        r"|\b(?:bewährt\w*|erwiesen\w*) (?:wirksam\w*|effektiv\w*)",
        r"\b(?:ist|sind|wurde|gilt als) (?:\w+ ){0,2}(?:bewiesen|erwiesen|nachgewiesen)\b",
    ),
    "comparative": any_of(
        r"\b(?:wirksamer|effektiver|sicherer|besser|schneller|schonender|sanfter|überlegen\w*|nachhaltiger"
        rf"|länger anhaltend\w*|erfolgreicher) (?:wirksam )?als (?:\w+ )?{OTHERS}",
        r"\b(?:wirksamer|effektiver|sicherer|erfolgreicher) als\b|\büberlegen\b|\bunübertroffen\w*"
        r"|\bbesser\w* ergebnisse als\b|\bweniger (?:nebenwirkungen|risiken|schmerzen) als\b",
        r"\b(?:die|das|der) (?:wirksamste|effektivste|sicherste|erfolgreichste)\w*\b",
    ),
    "uncertain": any_of(
        r"\b(?:kann|können|könnte\w*|möglicherweise|vielleicht|manchmal|oft|häufig|meist\w*|eher|scheint)\b"
    ),
    "result_verb": any_of(
        r"\b(?:reduziert|verbessert|strafft|glättet|stimuliert|regt\b[^.]*\ban|fördert|mildert|verringert|beseitigt"
        r"|entfernt|erhöht|steigert|verjüngt|verfeinert|hebt|festigt|regeneriert|verschwinden"
        r"|lässt\b[^.]*\berstrahlen|sorgt für|führt zu|bewirkt|löst\b[^.]*\baus|polstert|zerstört|schmilzt)\b"
    ),
    "result_object": any_of(
        r"\b(?:haut\w*|kollagen\w*|elastin|falten|linien|narben\w*|teint|poren|volumen|fett\w*|cellulite|pigment\w*"
        r"|flecken|akne|haare?|lippen|kontur\w*|ergebnis\w*|spannkraft|ausstrahlung|gewebe|muskeln?)\b"
    ),
    "result_phrase": any_of(
        r"\b(?:beeindruckend\w*|sichtbar\w*|sofortig\w*|spektakulär\w*|hervorragend\w*|erstaunlich\w*"
        r"|langanhaltend\w*) (?:ergebnis\w*|resultat\w*|effekt\w*|verbesserung\w*)|\b(?:ist|sind|sehr|äußerst|hoch"
        r"|besonders) (?:wirksam|effektiv)\b"
    ),
    "side_effect": any_of(
        r"\b(?:rötung\w*|schwellung\w*|geschwollen|blutergüss\w*|bluterguss|krusten?|schuppen|schält|brennt|juckt)\b"
    ),
}
