"""The words of German headings."""

GERMAN = (
    ("faq", r"häufig(?:e|sten)? (?:gestellte )?fragen|fragen und antworten|oft gefragt|ihre fragen"),
    ("section", r"^über uns|^unser(?:e)? (?:team|praxis|klinik)|^quellen|^literatur|mythen|fehler|richtigen? (?:arzt|praxis|klinik|behandler)"),
    ("summary", r"\bfazit\b|zusammenfassung|schlusswort|auf einen blick zusammengefasst|schlussfolgerung|abschließend|termin (?:vereinbaren|buchen)|jetzt (?:termin|buchen)|nächste schritte|das wichtigste in kürze"),
    ("candidacy", r"für wen|\bwer\b.*\?|geeignet|eignet|eignung|gegenanzeigen?|kontraindikation|wann nicht|nicht (?:geeignet|möglich|behandelt)|das richtige für|schwanger|stillzeit"),
    ("price", r"kosten|kostet|\bpreise?\b|honorar|krankenkasse|gebühr"),
    ("sessions", r"wie viele|wie oft|anzahl der (?:sitzungen|behandlungen)|behandlungsplan|wie häufig|abstände|abstand zwischen"),
    ("aftercare", r"nachsorge|nach der (?:behandlung|sitzung|injektion|operation)|\bheilung|ausfallzeit|erholung|pflege (?:danach|nach)|danach|nachbehandlung|wieder (?:arbeiten|gesellschaftsfähig)|verhalten nach"),
    ("risks", r"risik|nebenwirkung|komplikation|sicher(?:heit)?\b|\bgefahr|nachteile|gefährlich|unverträglich"),
    ("alternatives", r"alternative|vergleich|unterschied|oder doch|\bgegenüber\b"),
    ("results", r"ergebnis|\bresultat|wie lange (?:hält|halten|wirkt|bleibt)|haltbarkeit|vorher[- ]nachher|ab wann (?:sieht|sehe|wirkt)|wann (?:sieht|sehe|wirkt)|wirksamkeit|erfolg"),
    ("benefits", r"vorteil|nutzen|warum|gründe|was (?:kann|bringt|bewirkt)|wobei hilft|hilft (?:bei|gegen)|anwendungsgebiete|einsatzgebiete"),
    ("how_it_works", r"wie (?:wirkt|funktioniert)|wirkweise|wirkung|wirkprinzip|wirkungsweise|funktionsweise|wissenschaft|hinter der"),
    ("procedure", r"ablauf|läuft .* ab|vorbereitung|vor der (?:behandlung|sitzung)|während der|behandlungstag|schmerz|betäubung|schritt für schritt|was (?:erwartet|passiert)|die behandlung|beratung|sitzung|weh\b|wie lange dauert"),
    ("overview", r"^was (?:ist|sind|bedeutet|versteht)|überblick|grundlagen|einführung|definition|arten (?:von|der)|allgemeines|wissenswertes|was sie (?:über|wissen)|^über\b"),
)  # fmt: skip
"""Phrases by kind, in the order in which they are tried."""
