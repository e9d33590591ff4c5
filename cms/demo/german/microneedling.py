"""Microneedling in German: the facts of the English page, told anew."""

from cms.demo.content import (
    Block,
    Price,
    after,
    aftercare,
    alternative,
    alternatives,
    before,
    before_after,
    benefit,
    benefits,
    call_to_action,
    call_us,
    cited,
    claim,
    days,
    during,
    emergency,
    evidence,
    faq,
    how_it_works,
    key_facts,
    price,
    prices,
    procedure,
    quote,
    results,
    risks,
    section,
    sources,
    stage,
    suitability,
    urgent,
    video,
    weeks,
    when_to_get_help,
)
from cms.demo.outline import Review, Topics, Treatment


def worded(block: Block, **words: str) -> Block:
    """A block with German words in place of those that every English page has."""
    name, value = block
    return name, {**value, **words}


def _facts() -> Block:
    name, value = key_facts(
        minutes=(30, 60),
        sessions=(3, 6),
        spacing=(4, 6),
        maintenance=1,
        downtime_time=days(2, 4),
        downtime="Einige Tage leichte Rötung und Schwellung, wie bei einem Sonnenbrand",
        anaesthesia="Betäubende Creme (örtlich)",
        onset_time=weeks(4, 8),
        onset="Allmählich, während die Haut über mehrere Wochen heilt",
        longevity="Unterschiedlich; eine Sitzung im Jahr kann helfen, die Veränderung zu erhalten",
        areas=("Gesicht", "Hals", "Bauch", "Oberschenkel"),
        price=Price(
            190,
            "pro Sitzung",
            "Beispielpreis für das Gesicht. Größere Flächen kosten mehr. Die betäubende Creme ist enthalten.",
        ),
    )
    return name, {**value, "price": {**value["price"], "consultation_fee": "Kostenlos, etwa 30 Minuten"}}


OVERVIEW = section(
    "Was ist Microneedling?",
    "<p>Microneedling heißt auch Kollageninduktionstherapie. Eine geschulte Fachkraft führt ein kleines Gerät über "
    "Ihre Haut. Dessen sterile Nadeln sind sehr fein und setzen gleichmäßig viele kleine Einstiche. Danach tut die "
    "Haut, was sie nach jeder kleinen Wunde tut: Sie heilt.</p>"
    "<p>Wir behandeln damit Gesicht und Hals, am Körper Bauch und Oberschenkel. Es ist eine kosmetische Behandlung. "
    "Sie verändert, wie Haut aussieht und sich anfühlt; eine Krankheit behandelt sie nicht. "
    + cited("Nicht alle Menschen eignen sich dafür, und unsaubere Nadeln können Infektionen auslösen.", "needling-fda")
    + "</p>",
)

MECHANISM = how_it_works(
    "<p>Vor Beginn stellt Ihre Behandlerin ein, wie tief die Nadeln eindringen und wie dicht sie gesetzt werden. Das "
    "richtet sich nach Ihnen: nach Ihrer Haut, der Stelle und dem, was sich ändern soll.</p>"
    "<p>Jeder Einstich schließt sich rasch. Darunter schickt die Haut Zellen, die ihn ausbessern, und diese bilden "
    "neues Kollagen und Elastin. Die beiden Eiweiße halten die Haut fest und elastisch.</p>"
    "<p>Die Oberfläche beruhigt sich in Tagen. In der Tiefe geht der Umbau mehrere Wochen weiter; deshalb zeigt sich "
    "eine Veränderung erst langsam.</p>",
    claim(
        "Feine Nadeln verletzen die oberen Hautschichten kontrolliert und stoßen eine Heilung an, bei der sich neues "
        "Kollagen und Elastin bilden.",
        "needling-dermnet",
    ),
    heading="So wirkt es",
)

FILM = video(
    "Was Nadeln in der Haut bewirken",
    poster=("needling-film", "Gezeichneter Hautschnitt: Elf feine Nadeln stehen rund um eine Delle in den Schichten."),
    file="needling",
    duration="0:12",
    transcript=(
        "<p>Ein gezeichneter Film ohne Ton. Er zeigt einen Schnitt durch fünf Hautschichten mit einer breiten Delle in "
        "der Mitte.</p>"
        "<ol><li>Elf feine Nadeln senken sich und halten in den oberen Schichten an.</li>"
        "<li>Sie heben sich wieder und lassen schmale Kanäle zurück. Die Haut ringsum wird rot.</li>"
        "<li>Die Kanäle schließen sich von unten, und die Rötung klingt ab.</li>"
        "<li>Zwischen den Schichten bilden sich neue Fasern. Die Delle wird flacher; sie verschwindet nicht.</li></ol>"
        "<p>In Wirklichkeit dauert das Wochen, und wie viel sich ändert, ist von Mensch zu Mensch verschieden.</p>"
    ),
)

BENEFITS = benefits(
    benefit(
        "Glattere Oberfläche",
        "<p>Neues Kollagen kann raue oder unebene Haut ausgleichen; Poren und kleine Linien fallen dann weniger auf. "
        "Meist spüren Sie das mit den Fingerspitzen, bevor Sie es sehen.</p>",
    ),
    benefit(
        "Unauffälligere Narben",
        "<p>Dellen nach Akne können flacher werden, und manche Narben nach einer Operation oder Verletzung werden "
        "weicher. Ganz verschwinden sie selten. Tiefe, schmale Narben ändern sich am wenigsten.</p>",
        claim(
            "Eine Übersichtsarbeit fand, dass Narben nach Microneedling besser aussahen als zuvor. Ihre Autorinnen und "
            "Autoren wünschen sich bessere und einheitlichere Studien.",
            "needling-scars",
            value="58 Studien",
            unit="zu Microneedling bei Narben",
            population="1.845 Menschen mit Narben nach Akne, Operation, Verletzung oder Krankheit",
        ),
    ),
    benefit(
        "Weichere Zeichen des Alterns",
        "<p>Mit den Jahren bildet Haut weniger Kollagen und Elastin. Weil die Nadelung die Haut zu beidem anregt, "
        "können feine Linien weicher wirken und die Haut sich fester anfühlen. Falten in der Tiefe und schlaffe Haut "
        "bleiben, wie sie sind.</p>",
    ),
    benefit(
        "Aufnahmefähigere Haut",
        "<p>Einige Stunden nach der Sitzung dringen Pflegeprodukte leichter ein. Ein einfaches Serum oder eine "
        "Feuchtigkeitspflege kann dann mehr bewirken. Das gilt auch für alles, was reizt: Verwenden Sie in den ersten "
        "Tagen <b>nur</b>, was wir Ihnen mitgeben. Kein Vitamin C, keine Säuren, kein Parfüm, kein Make-up.</p>",
        claim(
            "Die Nadelung öffnet kleine Kanäle, durch die mehr von dem eindringt, was auf die Haut kommt.",
            "needling-acne",
        ),
    ),
    benefit(
        "Kurze Erholung",
        "<p>Es wird nichts genäht, und Sie brauchen keinen Verband. Rechnen Sie mit einigen Tagen, an denen Sie "
        "aussehen wie nach zu viel Sonne. Vor einem wichtigen Tag lassen Sie zwei Wochen Abstand.</p>",
    ),
    introduction="Was Sie erhoffen dürfen, und wo die Grenzen sind. Die Ergebnisse sind von Mensch zu Mensch "
    "verschieden.",
    heading="Was es bewirken kann",
)

PROCEDURE = procedure(
    before(
        "Beratung",
        "<p>Wir setzen uns zusammen, an einem anderen Tag als dem der Behandlung. Wir sprechen darüber,</p>"
        "<ul><li>was Sie an Ihrer Haut stört und was Sie sich erhoffen</li>"
        "<li>welche Krankheiten, Medikamente, Allergien und früheren Behandlungen es gibt</li>"
        "<li>ob die Nadelung zu Ihrem Hauttyp und zu Ihren Hauterkrankungen passt.</li></ul>"
        "<p>Sie gehen mit einem schriftlichen Plan und dem vollen Preis nach Hause.</p>",
    ),
    before(
        "Die Woche davor",
        "<p>Lassen Sie Retinol, Säuren und Peelings auf der Stelle weg. Meiden Sie starke Sonne. Sagen Sie uns "
        "Bescheid, wenn Sie einen Herpes, ein neues Medikament, eine Infektion oder Sonnenbräune haben: Vielleicht "
        "müssen wir warten.</p>",
    ),
    during(
        "Die Sitzung",
        "<p>Wir reinigen Ihre Haut und tragen eine betäubende Creme auf, die einwirkt, bis die Haut kaum noch etwas "
        "spürt. Dann fährt das Gerät mehrmals über die Stelle und setzt seine kleinen Einstiche. Es fühlt sich wie ein "
        "Prickeln an, über Knochen etwas schärfer. Es können winzige Blutpunkte erscheinen. Sie können uns jederzeit "
        "bitten aufzuhören.</p>",
        minutes=(30, 60),
    ),
    after(
        "Nach Hause",
        "<p>Ihre Haut ist rot, warm und ein wenig geschwollen, wie nach einem Tag in der Sonne. Folgen Sie den "
        "Hinweisen, die Ihre Behandlerin für Sie aufgeschrieben hat: Bleiben Sie aus der Sonne, verwenden Sie milde "
        "Produkte und versorgen Sie die Haut mit Feuchtigkeit. Nach zwei Tagen rufen wir Sie an.</p>",
    ),
    heading="So läuft es ab",
)

AFTERCARE = worded(
    aftercare(
        stage(
            days(0, 1),
            "In Ruhe lassen",
            "<p>Fassen Sie Ihre Haut nicht mit ungewaschenen Händen an. Waschen Sie sie abends mit lauwarmem Wasser "
            "und der milden Reinigung, die Sie von uns bekommen. Schlafen Sie mit erhöhtem Kopf. Kein Make-up, und "
            "von heute an keine Sonne.</p>",
        ),
        stage(
            days(1, 3),
            "Rot, warm und etwas geschwollen",
            "<p>Cremen Sie, sooft die Haut spannt. Verzichten Sie auf Make-up, Sport, Sauna und Schwimmen: Schweiß und "
            "Wasser tragen Keime in die kleinen Kanäle. Kühle, feuchte Umschläge tun gut.</p>",
        ),
        stage(
            days(4, 7),
            "Trocken und schuppig",
            "<p>Leichtes Schuppen ist normal. Zupfen und rubbeln Sie nicht. Make-up ist wieder erlaubt, mit sauberen "
            "Pinseln. Weiterhin kein Retinol, keine Säuren und kein Vitamin C.</p>",
        ),
        stage(
            weeks(2, 6),
            "Außen ruhig, innen fleißig",
            "<p>Bleiben Sie aus der Sonne, oder bedecken Sie sich und nehmen Sie Lichtschutzfaktor 50. Kehren Sie "
            "Schritt für Schritt zu Ihren gewohnten Produkten zurück. Die nächste Sitzung folgt frühestens nach vier "
            "Wochen.</p>",
        ),
        introduction="Dasselbe steht auf dem Blatt, das Sie mitnehmen, zusammen mit unserer Nummer.",
    ),
    heading="So pflegen Sie Ihre Haut danach",
)

SESSIONS = section(
    "Wie viele Sitzungen brauchen Sie?",
    "<p>Das hängt davon ab, was sich ändern soll. In der Regel planen wir <b>drei bis sechs Sitzungen</b> im Abstand "
    "von <b>vier bis sechs Wochen</b>, damit die Haut Zeit zum Heilen hat. Narben brauchen mehr Sitzungen als feine "
    "Linien.</p>"
    "<p>Nach der Hälfte sehen wir uns gemeinsam Ihre Fotos an. Hat sich nichts geändert, sagen wir das, und Sie müssen "
    "nicht weitermachen. Später kann <b>einmal im Jahr</b> eine Auffrischung helfen, das Erreichte zu erhalten.</p>",
    claim(
        "So viele Behandlungen waren in Studien zur alleinigen Nadelung bei Aknenarben im Mittel (Median) üblich.",
        "needling-acne",
        value="3 Behandlungen",
        unit="im Abstand von 4 Wochen",
        population="10 Studien zur Nadelung ohne weitere Behandlung",
    ),
)

RESULTS = worded(
    results(
        "<p>In den ersten Wochen geschieht wenig, und das ist normal. Oft <b>fühlt</b> sich die Haut zuerst glatter "
        "an. Narben und Linien ändern sich später und in kleinen Schritten: Eine Delle wird flacher, ihr Rand "
        "weicher.</p>"
        "<p>Ein gutes Ergebnis ist ein Unterschied, den Sie sehen, ohne dass man Ihnen zeigt, wo. Manche Menschen "
        "erreichen es nicht, und wir können vorher nicht sagen, wer. Was sich geändert hat, altert mit Ihrer übrigen "
        "Haut.</p>",
        claim(
            "Eine Cochrane-Übersicht fand zu wenige gute Belege, um zu sagen, welche Behandlung von Aknenarben am "
            "besten wirkt.",
            "scars-cochrane",
            value="24 Studien",
            unit="zu Behandlungen von Aknenarben",
            population="789 Erwachsene",
        ),
        onset=weeks(4, 8),
    ),
    heading="Welche Ergebnisse Sie erwarten können",
)

COMPARISON = before_after(
    ("scars-before", "Gezeichneter Hautschnitt vorher: sechs Dellen von verschiedener Tiefe und Breite."),
    ("scars-after", "Gezeichneter Hautschnitt nachher: dieselben sechs Dellen, die breiten flacher."),
    sessions=4,
    weeks_after=12,
    consent="drawing",
    heading="Was „flacher“ heißt: eine Zeichnung",
    note=(
        "Die Zeichnung veranschaulicht, wie das aussehen könnte. Sie zeigt niemanden und ist kein Ergebnis von uns. "
        "Sie erklärt, worauf man hoffen kann: Breite Dellen werden flacher, schmale ändern sich kaum, und keine "
        "verschwindet ganz. Bei Ihnen kann sich mehr ändern, weniger oder gar nichts."
    ),
)

SUITABILITY = suitability(
    suits=(
        "Erwachsene mit Dellen oder Spuren nach Akne",
        "Erwachsene, die feine Linien und Fältchen bemerken",
        "Haut mit ungleichmäßigem Ton oder unebener Oberfläche",
        "Erwachsene, die frischer aussehen möchten und Tage, nicht Wochen, der Erholung einplanen können",
    ),
    ask_first=(
        "Sie sind schwanger oder stillen",
        "Ihre Haut ist braun oder schwarz oder bekommt leicht Flecken: Dann testen wir zuerst eine kleine Stelle",
        "Sie bekommen Lippenherpes",
        "Sie haben Diabetes oder eine Krankheit oder ein Medikament, das die Heilung verlangsamt",
        "Sie nehmen Blutverdünner",
        "An derselben Stelle gab es in den letzten Monaten Filler, Laser oder ein Peeling",
        "Sie haben in den letzten sechs Monaten Isotretinoin genommen",
    ),
    not_suitable=(
        "Infizierte, verletzte oder entzündete Haut an der Stelle, etwa aktive Akne, Ekzem, Psoriasis oder Herpes",
        "Keloide oder wulstige Narben, oder eine Neigung dazu",
        "Ein Leberfleck, eine Warze oder ein Gewächs an der Stelle, das niemand untersucht hat",
        "Laufende Chemo- oder Strahlentherapie",
        "Eine Allergie gegen die betäubende Creme",
        "Unter 18 Jahren",
    ),
    note="<p>Keine Liste kann Sie kennen. Nur ein Gespräch mit einer qualifizierten Fachkraft kann zeigen, ob "
    "Microneedling für Ihre Haut sinnvoll ist.</p>",
    heading="Passt es zu Ihnen?",
)

RISKS = worded(
    risks(
        "Microneedling verletzt die Haut mit Absicht, deshalb folgt immer eine Reaktion. Bitte lesen Sie diesen Teil, "
        "bevor Sie buchen.",
        common=(
            ("Rötung und Wärme", "1–4 Tage", "Kühle, feuchte Umschläge und die Pflege, die Sie von uns bekommen."),
            ("Leichte Schwellung", "1–3 Tage", "Schlafen Sie in der ersten Nacht mit erhöhtem Kopf."),
            ("Spannen, Trockenheit, leichtes Schuppen", "bis zu einer Woche", "Oft cremen und nicht zupfen."),
            ("Winzige Blutpunkte oder kleine blaue Flecken", "Stunden bis eine Woche", "Sie vergehen von selbst."),
        ),
        uncommon=(
            ("Pickel oder Milien", "Tage bis Wochen", "Rufen Sie uns an, bevor Sie etwas darauf geben."),
            ("Ein Herpes, der wiederkommt", "1–2 Wochen", "Sagen Sie es uns vorher, damit Sie vorbeugen können."),
            ("Dunklere oder hellere Flecken", "Wochen bis Monate", "Häufiger bei dunklerer Haut und nach Sonne."),
            ("Reizung durch ein Produkt oder Allergie", "Tage", "Waschen Sie es mit Wasser ab und rufen Sie uns an."),
        ),
        serious=(
            (
                "Infektion",
                "muss behandelt werden",
                "Rötung, die sich ausbreitet, Eiter, zunehmender Schmerz oder Fieber. Siehe „Wann Sie Hilfe brauchen“.",
            ),
            (
                "Bleibende Narben oder streifenförmige Spuren",
                "können dauerhaft sein",
                "Eher, wenn die Nadeln zu tief eindringen.",
            ),
            (
                "Eine schwere allergische Reaktion",
                "ein Notfall",
                "Atemnot oder ein geschwollenes Gesicht: Wählen Sie 999.",
            ),
        ),
    ),
    heading="Risiken und Nebenwirkungen",
)

HELP = worded(
    when_to_get_help(
        emergency(
            "Sie bekommen schlecht Luft, oder Gesicht, Lippen oder Zunge schwellen an",
            "Das kann eine schwere allergische Reaktion sein. Setzen Sie sich auf und fahren Sie nicht selbst.",
        ),
        emergency(
            "Sie fühlen sich schwach, verwirrt oder sehr krank",
            "Zusammen mit Fieber kann das ein Zeichen einer Blutvergiftung sein.",
        ),
        urgent(
            "Rötung, die sich ausbreitet oder heiß wird, oder Eiter",
            "Das kann eine Infektion sein, die ohne Behandlung schlimmer wird.",
        ),
        urgent("Fieber, oder Schmerz, der nach dem zweiten Tag zunimmt"),
        call_us("Bläschen oder Herpes", "Herpes heilt schneller, wenn die Behandlung früh beginnt."),
        call_us("Eine Stelle, die dunkler oder blasser wird", "Schützen Sie sie vor Sonne, bis wir sie gesehen haben."),
        call_us("Rötung, die länger als eine Woche anhält"),
    ),
    heading="Wann Sie Hilfe brauchen",
    introduction=(
        "Rötung, Wärme und etwas Schwellung gehören dazu. Diese Zeichen nicht. Rufen Sie uns unter 020 7946 0321 an. "
        "Wenn wir geschlossen haben und es nicht warten kann, wählen Sie in England 111 (NHS)."
    ),
)

EVIDENCE = worded(
    evidence(
        "Studien zu Microneedling sind oft klein und verwenden verschiedene Nadeln und Abfolgen. Darauf stützen wir "
        "uns.",
        claim(
            "Alle Studien einer Übersichtsarbeit zur Nadelung bei Aknenarben berichteten von einer gewissen Besserung. "
            "Ihre Güte war sehr verschieden; die Belege nennen die Autorinnen und Autoren mäßig.",
            "needling-acne",
            population="18 Studien, allein oder mit einer weiteren Behandlung",
        ),
        claim(
            "Unerwünschte Wirkungen waren in dieser Arbeit nicht häufig. Darunter waren dunklere Flecken, "
            "streifenförmige Narben, Pickel und Milien.",
            "needling-acne",
        ),
        claim(
            "Nicht alle Menschen eignen sich für Microneedling, und unsaubere Geräte können Infektionen auslösen.",
            "needling-fda",
        ),
    ),
    heading="Was die Forschung sagt",
)

PRICES = worded(
    prices(
        price(
            "Gesicht",
            190,
            "Mit betäubender Creme und den Produkten für die ersten drei Tage.",
            unit="pro Sitzung",
        ),
        price("Gesicht und Hals", 240, "In einer Sitzung von etwa einer Stunde.", unit="pro Sitzung"),
        price("Bauch oder Oberschenkel", 280, "Eine Fläche bis zur Größe zweier Hände.", unit="pro Sitzung"),
    ),
    heading="Was es kostet",
    note=(
        "<p>Dies sind Preise einer Beispielpraxis, für diese Website erfunden. Die Beratung ist kostenlos, Sie zahlen "
        "nach jeder Sitzung, und wir verkaufen keine Behandlungsserien im Voraus.</p>"
    ),
)

ALTERNATIVES = worded(
    alternatives(
        alternative(
            "Chemisches Peeling",
            "Wirkt von der Oberfläche her. Besser bei Flecken, fahler Haut und verstopften Poren, nicht bei Dellen.",
        ),
        alternative(
            "Creme mit einem Retinoid",
            "Kann über Monate feine Linien und ungleichmäßigen Hautton mildern. Apotheke oder Hausarztpraxis beraten "
            "Sie; nicht in der Schwangerschaft.",
        ),
        alternative(
            "Laser oder Subzision",
            "Bei tiefen Narben oft stärker als Nadelung, mit längerer Erholung. Wir bieten beides nicht an: Fragen Sie "
            "in einer Hautarztpraxis.",
        ),
        alternative(
            "Abwarten",
            "Rote und braune Spuren von Akne verblassen über Monate von selbst, mit täglichem Sonnenschutz mehr. "
            "Dellen bleiben.",
        ),
        introduction="Nadelung ist ein Weg unter mehreren, und nicht immer der, den wir für Sie wählen würden.",
    ),
    heading="Andere Wege",
)

WORD = quote(
    "Wenn sich die Fotos nicht mehr ändern, hören wir auf. Niemand braucht eine siebte Sitzung, die nichts bewirkt.",
    "Miriam Wren",
    "Examinierte Pflegefachfrau, führt bei uns die Nadelung durch",
)

QUESTIONS = worded(
    faq(
        (
            "Tut es weh?",
            "<p>Die betäubende Creme nimmt viel davon weg. Was bleibt, fühlt sich an wie Schleifpapier oder Prickeln, "
            "an Stirn und Oberlippe mehr. Danach brennt die Haut einige Stunden.</p>",
        ),
        (
            "Wann kann ich wieder arbeiten?",
            "<p>Am nächsten Tag, wenn es Sie nicht stört, rot zu sein. Haben Sie mit Kundschaft oder Kameras zu tun, "
            "planen Sie zwei oder drei Tage ein.</p>",
        ),
        (
            "Wann sehe ich einen Unterschied?",
            "<p>Nicht in der ersten Woche. Kollagen bildet sich über mehrere Wochen; deshalb vergleichen wir die Fotos "
            "nach der dritten Sitzung.</p>",
        ),
        (
            "Darf ich danach Make-up tragen?",
            "<p>Lassen Sie es drei Tage weg. Die Kanäle müssen sich erst schließen, und an Pinseln haften "
            "Bakterien.</p>",
        ),
        (
            "Kann ich es zu Hause mit einem Roller machen?",
            "<p>Davon raten wir ab. Kurze Nadeln für zu Hause bewirken bei Narben wenig, und längere lassen sich "
            "schwer keimfrei halten und gleichmäßig führen.</p>",
        ),
        (
            "Was, wenn es bei mir nicht wirkt?",
            "<p>Dann hören wir auf. Sie zahlen immer nur eine Sitzung, nie eine Serie im Voraus.</p>",
        ),
    ),
    heading="Häufige Fragen",
)

PAGE = Treatment(
    slug="microneedling",
    title="Microneedling",
    alternate_names="Kollageninduktionstherapie, Hautnadelung",
    summary=(
        "Sehr feine Nadeln stoßen in der Haut eine Heilung an, bei der neues Kollagen entsteht. Über mehrere "
        "Sitzungen können Aknenarben, feine Linien und Unebenheiten weicher wirken. Rechnen Sie jedes Mal mit "
        "einigen Tagen Rötung."
    ),
    seo_title="Microneedling in London: Wirkung, Risiken, Preis",
    search_description=(
        "Wie sich Microneedling anfühlt, für wen es geeignet ist und wer warten sollte, welche Risiken es gibt, wie "
        "viele Sitzungen nötig sein können und was eine kostet."
    ),
    picture="microneedling",
    body=(
        _facts(),
        OVERVIEW,
        MECHANISM,
        FILM,
        BENEFITS,
        PROCEDURE,
        AFTERCARE,
        SESSIONS,
        RESULTS,
        COMPARISON,
        WORD,
        SUITABILITY,
        RISKS,
        HELP,
        EVIDENCE,
        PRICES,
        ALTERNATIVES,
        QUESTIONS,
        call_to_action(
            "Nicht sicher, ob es für Sie passt?",
            "Sagen Sie uns, was Sie stört. Eine Fachkraft liest es und antwortet ehrlich, auch wenn die Antwort Nein "
            "ist.",
            "Zu Microneedling fragen",
        ),
        worded(sources("scars-nhs"), heading="Quellen"),
    ),
    author_page="miriam-wren",
    review=Review(by="ines-carvalho", days_ago=40),
    topics=Topics(
        categories=("needling",),
        concerns=("acne-scars", "fine-lines", "uneven-texture"),
        body_areas=("face", "neck", "abdomen", "legs"),
    ),
)
