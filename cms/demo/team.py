"""The invented people who treat, write and review; registrations are marked as examples in what visitors read."""

from typing import NamedTuple

EXAMPLE_REGISTRATION = (
    "<p><i>An example: this person, the registration number and the qualifications are invented. At a real clinic you "
    "can look the number up in the public register.</i></p>"
)


class Practitioner(NamedTuple):
    """One person; `treatments` are slugs, `credentials` are (name, awarded by, year).

    Without `portrait_alt` the portrait is described as the drawing is.
    """

    slug: str
    name: str
    job_title: str
    summary: str
    portrait: str
    text: str
    search_description: str
    registration_body: str = ""
    registration_number: str = ""
    credentials: tuple[tuple[str, str, int], ...] = ()
    treatments: tuple[str, ...] = ()
    portrait_alt: str = ""


WREN = Practitioner(
    slug="miriam-wren",
    name="Miriam Wren",
    job_title="Registered nurse, co-founder",
    summary=(
        "Miriam does the needling and the peels. She trained on a burns ward and has looked closely at scars ever "
        "since."
    ),
    portrait="portrait-wren",
    text=(
        "<p>On the burns ward Miriam learned two things: that skin mends in its own time, and that people bear a long "
        "treatment well when somebody tells them the truth about it. She opened the clinic with Daniel Rowe in order "
        "to have time for both.</p>"
        "<h2>How she works</h2>"
        "<p>She begins with a lamp and a magnifying glass, and asks what you would call a good result. She sets goals "
        "that you can check on a photograph, and she stops when the photographs stop changing.</p>"
        "<h2>What she does not do</h2>"
        "<p>Injections, and anything on the day of the first talk.</p>" + EXAMPLE_REGISTRATION
    ),
    search_description=(
        "Miriam Wren, the nurse at Wren & Rowe who does microneedling and peels: how she works, her qualifications "
        "and her registration."
    ),
    registration_body="Nursing and Midwifery Council",
    registration_number="EX-0001 (example)",
    credentials=(
        ("BSc Nursing (Adult)", "Example University of the Thames", 2006),
        ("Burns and plastics nursing", "Example Hospital School, London", 2009),
        ("Postgraduate certificate in skin needling and peels", "Example Institute of Skin Care", 2015),
    ),
    treatments=("microneedling", "chemical-peel"),
)

ROWE = Practitioner(
    slug="daniel-rowe",
    name="Daniel Rowe",
    job_title="Doctor, co-founder",
    summary=(
        "Daniel sees everyone who asks about filler, and anyone whose skin needs a diagnosis before it needs a "
        "treatment."
    ),
    portrait="portrait-rowe",
    text=(
        "<p>Daniel was a GP for fourteen years. He still thinks like one: first find out what it is, then ask whether "
        "anything has to be done. It happens often that somebody comes to him for filler and goes home without it, "
        "content.</p>"
        "<h2>How he works</h2>"
        "<p>Two talks, two weeks apart, and then small amounts. You get a number that he answers at night. What can go "
        "wrong is the first thing that he explains, not the last.</p>"
        "<h2>What he does not do</h2>"
        "<p>Filler in the nose or between the brows, and filler for anyone under 18.</p>" + EXAMPLE_REGISTRATION
    ),
    search_description=(
        "Daniel Rowe, the doctor at Wren & Rowe who sees people about filler and skin that needs a diagnosis: how he "
        "works, and his registration."
    ),
    registration_body="General Medical Council",
    registration_number="EX-0002 (example)",
    credentials=(
        ("Medical degree (MBBS)", "Example Medical School, London", 2001),
        ("General practice training", "Example College of Family Doctors", 2007),
        ("Diploma in practical dermatology", "Example University of the Thames", 2014),
    ),
    treatments=("dermal-filler",),
)

ADEYEMI = Practitioner(
    slug="grace-adeyemi",
    name="Grace Adeyemi",
    job_title="Registered nurse, light and laser",
    summary=(
        "Grace runs the light room: IPL, LED and laser hair removal. She looks after the facials too, and knows "
        "how brown and black skin takes heat."
    ),
    portrait="portrait-adeyemi",
    text=(
        "<p>Grace came to lasers because of her own skin: she had been turned away by one clinic and burnt by another. "
        "She has taught herself and others since then which wavelength suits which skin, and when the honest answer "
        "is no.</p>"
        "<h2>How she works</h2>"
        "<p>A test patch always, with three settings, and two weeks of waiting. She checks the lamps every morning "
        "and writes down each setting she uses on you, so that you can take it elsewhere.</p>"
        "<h2>What she does not do</h2>"
        "<p>Light on tanned skin, and light on a spot that nobody has examined.</p>" + EXAMPLE_REGISTRATION
    ),
    search_description=(
        "Grace Adeyemi, the nurse at Wren & Rowe for IPL, LED, laser hair removal and facials: how she works, and her "
        "registration."
    ),
    registration_body="Nursing and Midwifery Council",
    registration_number="EX-0003 (example)",
    credentials=(
        ("BSc Nursing (Adult)", "Example University of the Thames", 2011),
        ("Laser protection and safety course", "Example Institute of Medical Physics", 2016),
        ("Advanced practice in light treatments", "Example Institute of Skin Care", 2019),
    ),
    treatments=("ipl-photofacial", "laser-hair-removal", "led-light-therapy", "hydrating-facial"),
)

CARVALHO = Practitioner(
    slug="ines-carvalho",
    name="Ines Carvalho",
    job_title="Dermatologist, medical reviewer",
    summary=(
        "Ines treats nobody here. She reads what this website says about treatments before you do, and strikes out "
        "what the evidence does not carry."
    ),
    portrait="portrait-carvalho",
    text=(
        "<p>Ines works at a hospital skin clinic and has no share in Wren &amp; Rowe. We pay her by the hour for "
        "reading, whether she likes a text or not.</p>"
        "<h2>How she reviews</h2>"
        "<p>She reads each treatment page at least once a year, and earlier when a guideline or our way of working "
        "changes. She follows every source, checks that risks come with how often and how long, and asks who should "
        "<b>not</b> have the treatment. Pages that she has not passed do not go online.</p>"
        "<h2>If you find a mistake</h2>"
        '<p>Write to <a href="mailto:hello@wrenandrowe.example">hello@wrenandrowe.example</a>. Ines gets it, and we '
        "tell you what we changed.</p>" + EXAMPLE_REGISTRATION
    ),
    search_description=(
        "Ines Carvalho, the dermatologist who reviews what Wren & Rowe writes about treatments: how she checks texts, "
        "and her registration."
    ),
    registration_body="General Medical Council",
    registration_number="EX-0004 (example)",
    credentials=(
        ("Medical degree", "Example Faculty of Medicine, Lisbon", 2003),
        ("Specialist training in dermatology", "Example Hospital, London", 2012),
    ),
)

TEAM = (WREN, ROWE, ADEYEMI, CARVALHO)
