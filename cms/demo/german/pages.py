"""What stands around the German treatment: front page, index, privacy, the two people it names, and its form."""

from cms.demo.forms import RECIPIENT
from cms.demo.information import Information
from cms.demo.team import Practitioner
from leads.models import QuestionType, Sensitivity, StatementKind

HOME = {
    "title": "Wren & Rowe",
    "slug": "wren-and-rowe-de",
    "headline": "Hautbehandlungen, erklärt, bevor sie beginnen",
    "seo_title": "Hautpraxis in London, auf Deutsch beraten",
    "search_description": (
        "Eine kleine Hautpraxis in London. Lesen Sie auf Deutsch, was eine Behandlung bewirkt, für wen sie geeignet "
        "ist, welche Risiken sie hat und was sie kostet."
    ),
    "introduction": (
        "Wir sind eine kleine Praxis in London. Hier lesen Sie, was eine Behandlung bewirkt, für wen sie geeignet ist, "
        "was schiefgehen kann und was sie kostet. Wenn Sie so weit sind, fragen Sie uns. Das verpflichtet Sie "
        "zu nichts."
    ),
    "body": (
        "<h2>Worauf Sie sich verlassen können</h2>"
        "<ul><li><b>Das ganze Bild.</b> Jede Behandlungsseite nennt die Risiken und sagt, wann Sie Hilfe brauchen.</li>"
        "<li><b>Offene Preise.</b> Sie sehen, ab wie viel eine Sitzung kostet, bevor Sie fragen.</li>"
        "<li><b>Zeit zum Nachdenken.</b> Am Tag der ersten Beratung behandeln wir nie.</li>"
        "<li><b>Ein klares Nein.</b> Wenn Ihnen etwas voraussichtlich nicht hilft, sagen wir es und berechnen "
        "nichts.</li></ul>"
        "<p>Wren &amp; Rowe ist eine Beispielpraxis: Ihre Menschen und Preise sind erfunden, und was sie über "
        "Behandlungen sagt, stimmt.</p>"
    ),
}

HOME_PICTURE = "Scherenschnitt: zwei Sessel an einem kleinen Tisch vor einem Bogenfenster, daneben eine hohe Pflanze."
TREATMENT_PICTURE = "Scherenschnitt: Feine Nadeln vor einer blassen Sonne reichen in Schichten von Hauttönen."

INDEX = {
    "title": "Behandlungen",
    "slug": "behandlungen",
    "show_in_menus": True,
    "seo_title": "Hautbehandlungen und Preise",
    "search_description": (
        "Behandlungen bei Wren & Rowe auf Deutsch, mit Dauer, Erholung und Preis, damit Sie in Ruhe vergleichen können."
    ),
    "introduction": (
        "Jede Behandlung mit den wichtigsten Angaben vorweg: wie lange, wie oft, wie bald Sie wieder unter Leute gehen "
        "und ab wie viel sie kostet."
    ),
    "text": (
        "<h2>Noch mehr auf Englisch</h2>"
        "<p>Auf Deutsch beschreiben wir bisher eine Behandlung. Die übrigen finden Sie auf den englischen Seiten; "
        "fragen dürfen Sie uns zu allen auf Deutsch.</p>"
    ),
}

PRIVACY = Information(
    slug="datenschutz",
    title="Datenschutz",
    introduction="Was wir speichern, wenn Sie uns schreiben, warum, wie lange und was Sie von uns verlangen können.",
    search_description=(
        "Wie Wren & Rowe mit Ihrer Anfrage umgeht: was gespeichert wird und warum, wer es liest, wie lange es bleibt "
        "und was Sie verlangen können."
    ),
    in_menu=False,
    body="""
<p><i>Ein Beispieltext für eine Beispielpraxis. Eine wirkliche Praxis muss ihren eigenen schreiben.</i></p>
<h2>Wer verantwortlich ist</h2>
<p>Wren &amp; Rowe Skin Clinic, 14 Orchard Row, London N1 9CK. Schreiben Sie an
<a href="mailto:privacy@wrenandrowe.example">privacy@wrenandrowe.example</a> oder rufen Sie 020 7946 0321 an.</p>
<h2>Wenn Sie hier lesen</h2>
<p>Sie können jede Seite lesen, ohne verfolgt zu werden. Wir setzen bei Besucherinnen und Besuchern keine Cookies, laden
nichts von anderen Firmen und zeigen keine Werbung. Unser Server notiert jeden Abruf mit der IP-Adresse 14 Tage
lang.</p>
<h2>Wenn Sie eine Anfrage senden</h2>
<p>Wir speichern Ihren Namen, die E-Mail-Adresse oder Telefonnummer, die Sie angeben, Ihre Nachricht und Ihre Antworten,
was Ihnen mitgeteilt wurde und worin Sie eingewilligt haben, die Seite, von der Sie geschrieben haben, die Zeit und eine
verschlüsselte Form Ihrer IP-Adresse, die uns hilft, Menschen von Maschinen zu unterscheiden.</p>
<p>Eine Antwort zu Ihrer <b>Gesundheit</b> ist freiwillig. Nur Menschen, die sie brauchen, können sie öffnen, und sie
steht nie in einer E-Mail, die diese Website sendet.</p>
<h2>Wie lange wir es behalten</h2>
<p>Anfragen löschen wir zwei Jahre nach dem letzten Kontakt, mit allem, worin Sie eingewilligt haben. Was nach Spam
aussieht und von niemandem freigegeben wurde, löschen wir nach drei Monaten, die Notiz, welche E-Mails an Sie gingen,
nach einem Jahr. Werden Sie behandelt, gehört das Wichtige zu Ihrer Akte, die wir acht Jahre nach Ihrem letzten Besuch
aufbewahren, nicht auf dieser Website. Fragen unter Artikeln, die wir nicht veröffentlichen, löschen wir ebenso.</p>
<h2>Was Sie verlangen können</h2>
<p>Sie können eine Kopie Ihrer Daten verlangen, Fehler berichtigen und Daten löschen oder sperren lassen, der Verwendung
widersprechen und Ihre Einwilligung jederzeit zurücknehmen. Das kostet nichts. Wir antworten innerhalb eines Monats.
Sind
Sie nicht zufrieden, können Sie sich bei der britischen Aufsichtsbehörde ICO beschweren.</p>
""",
)

EXAMPLE_REGISTRATION = (
    "<p><i>Ein Beispiel: Diese Person, ihre Registriernummer und ihre Abschlüsse sind erfunden. Bei einer wirklichen "
    "Praxis können Sie die Nummer im öffentlichen Register nachschlagen.</i></p>"
)

WREN = Practitioner(
    slug="miriam-wren",
    name="Miriam Wren",
    job_title="Examinierte Pflegefachfrau, Mitgründerin",
    summary=(
        "Miriam führt die Nadelung und die Peelings durch. Gelernt hat sie auf einer Station für "
        "Brandverletzte; seither "
        "sieht sie bei Narben genau hin."
    ),
    portrait="portrait-wren",
    text=(
        "<p>Auf der Station hat Miriam zweierlei gelernt: dass Haut sich ihre Zeit zum Heilen nimmt, und dass Menschen "
        "eine lange Behandlung gut ertragen, wenn man ihnen die Wahrheit darüber sagt.</p>"
        "<h2>Wie sie arbeitet</h2>"
        "<p>Sie beginnt mit Lampe und Lupe und fragt, was Sie ein gutes Ergebnis nennen würden. Sie setzt Ziele, die "
        "sich auf einem Foto prüfen lassen, und hört auf, wenn sich die Fotos nicht mehr ändern.</p>"
        "<h2>Was sie nicht macht</h2>"
        "<p>Injektionen, und irgendetwas am Tag des ersten Gesprächs.</p>" + EXAMPLE_REGISTRATION
    ),
    search_description=(
        "Miriam Wren, die Pflegefachfrau für Microneedling und Peelings bei Wren & Rowe: wie sie arbeitet, ihre "
        "Abschlüsse und ihre Registrierung."
    ),
    registration_body="Nursing and Midwifery Council",
    registration_number="EX-0001 (Beispiel)",
    credentials=(
        ("Bachelor in Pflege", "Example University of the Thames", 2006),
        ("Pflege in Verbrennungsmedizin und plastischer Chirurgie", "Example Hospital School, London", 2009),
        ("Aufbaustudium Hautnadelung und Peelings", "Example Institute of Skin Care", 2015),
    ),
    treatments=("microneedling",),
    portrait_alt="Scherenschnitt: eine Frau mit kastanienrotem, hochgestecktem Haar in einem tonfarbenen Kittel.",
)

CARVALHO = Practitioner(
    slug="ines-carvalho",
    name="Ines Carvalho",
    job_title="Hautärztin, medizinische Prüferin",
    summary=(
        "Ines behandelt hier niemanden. Sie liest vor Ihnen, was diese Website über Behandlungen sagt, und streicht, "
        "was die Belege nicht tragen."
    ),
    portrait="portrait-carvalho",
    text=(
        "<p>Ines arbeitet in der Hautklinik eines Krankenhauses und ist an Wren &amp; Rowe nicht beteiligt. Wir "
        "bezahlen "
        "ihr das Lesen nach Stunden, ob ihr ein Text gefällt oder nicht.</p>"
        "<h2>Wie sie prüft</h2>"
        "<p>Sie liest jede Behandlungsseite mindestens einmal im Jahr und früher, wenn sich eine Leitlinie oder unsere "
        "Arbeitsweise ändert. Sie geht jeder Quelle nach und fragt, wer die Behandlung <b>nicht</b> bekommen "
        "sollte.</p>"
        "<h2>Wenn Sie einen Fehler finden</h2>"
        '<p>Schreiben Sie an <a href="mailto:hello@wrenandrowe.example">hello@wrenandrowe.example</a>. Ines '
        "bekommt es, "
        "und wir sagen Ihnen, was wir geändert haben.</p>" + EXAMPLE_REGISTRATION
    ),
    search_description=(
        "Ines Carvalho, die Hautärztin, die prüft, was Wren & Rowe über Behandlungen schreibt: wie sie vorgeht, und "
        "ihre Registrierung."
    ),
    registration_body="General Medical Council",
    registration_number="EX-0004 (Beispiel)",
    credentials=(
        ("Medizinstudium", "Example Faculty of Medicine, Lissabon", 2003),
        ("Facharztausbildung Dermatologie", "Example Hospital, London", 2012),
    ),
    portrait_alt="Scherenschnitt: eine Frau mit dunklem Bob und einer silbernen Strähne in einem sandfarbenen Kittel.",
)

TEAM = (WREN, CARVALHO)

TERMS = {
    "categories": {
        "needling": (
            "Nadelung",
            "nadelung",
            "Sehr feine Nadeln stoßen in der Haut eine Heilung an. Die Veränderung kommt über Wochen.",
        ),
    },
    "concerns": {
        "acne-scars": (
            "Aknenarben",
            "aknenarben",
            "Dellen und Flecken, die Pickel hinterlassen haben. Sie können flacher oder blasser werden; ganz "
            "verschwinden sie selten.",
        ),
        "fine-lines": (
            "Feine Linien",
            "feine-linien",
            "Kleine Linien an der Oberfläche. Tiefe Falten und schlaffe Haut sind etwas anderes.",
        ),
        "uneven-texture": (
            "Unebene Haut",
            "unebene-haut",
            "Haut, die sich rau anfühlt oder fahl aussieht, oder Poren, die auffallen.",
        ),
    },
    "body_areas": {
        "face": ("Gesicht", "gesicht", "Behandlungen für Wangen, Stirn, Nase und Kinn."),
        "neck": ("Hals", "hals", "Behandlungen für den Hals, wo die Haut dünner ist als im Gesicht."),
        "abdomen": ("Bauch", "bauch", "Behandlungen für den Bauch, etwa bei Narben."),
        "legs": ("Beine", "beine", "Behandlungen für Oberschenkel, Unterschenkel und Bikinizone."),
    },
}
"""Name, slug and description of each German word, by field of a treatment page and by the slug of the English one."""

FORM = {
    "title": "Beratung (Deutsch)",
    "slug": "beratung",
    "heading": "Nach einer Beratung fragen",
    "introduction": (
        "Schreiben Sie ein paar Zeilen oder bitten Sie um einen Anruf. Jede Anfrage liest ein Mensch und antwortet in "
        "den Öffnungszeiten. Fragen kostet nichts und verpflichtet zu nichts. Dieses Formular ist nicht für Notfälle: "
        "Wählen Sie dann 999."
    ),
    "submit_label": "Anfrage senden",
    "recipients": RECIPIENT,
    "reply_target_minutes": 240,
}
QUESTIONS = (
    {
        "label": "Wann passt es Ihnen am besten?",
        "type": QuestionType.SEVERAL_CHOICES,
        "choices": "Vormittags\nNachmittags\nAbends (Donnerstag)\nSamstags",
        "help_text": "Kreuzen Sie alles an, was geht.",
    },
    {"label": "Hatten Sie diese Behandlung schon einmal?", "type": QuestionType.YES_NO},
    {
        "label": "Sollten wir etwas über Ihre Gesundheit wissen?",
        "type": QuestionType.LONG_TEXT,
        "sensitivity": Sensitivity.SENSITIVE,
        "help_text": (
            "Nur wenn Sie möchten: Schwangerschaft, Medikamente, Allergien, Hauterkrankungen. Im Gespräch fragen wir "
            "noch einmal."
        ),
    },
)
STATEMENTS = (
    {
        "kind": StatementKind.NOTICE,
        "purpose": "privacy",
        "text": (
            "Was Sie hier schreiben, verwenden wir, um Ihnen zu antworten, und für nichts anderes. Der Empfang und die "
            "Person, nach deren Behandlung Sie fragen, können es lesen. Wenn Sie sich nicht behandeln lassen, bewahren "
            "wir es zwei Jahre auf. Mehr steht auf unserer Seite zum Datenschutz."
        ),
    },
    {
        "kind": StatementKind.CONSENT,
        "purpose": "marketing-email",
        "text": (
            "Sie dürfen mir Neuigkeiten von Wren & Rowe per E-Mail schicken, etwa viermal im Jahr. Ich kann das "
            "jederzeit mit einem Klick beenden."
        ),
    },
)
