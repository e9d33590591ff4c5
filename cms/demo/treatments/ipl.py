"""Intense pulsed light for redness and sun spots."""

from cms.demo.content import (
    Price,
    after,
    aftercare,
    alternative,
    alternatives,
    before,
    benefit,
    benefits,
    call_to_action,
    call_us,
    claim,
    days,
    during,
    emergency,
    evidence,
    faq,
    hours,
    how_it_works,
    key_facts,
    price,
    prices,
    procedure,
    results,
    risks,
    section,
    sources,
    stage,
    suitability,
    urgent,
    weeks,
    when_to_get_help,
)
from cms.demo.outline import Review, Topics, Treatment

FACTS = key_facts(
    minutes=(20, 30),
    sessions=(3, 5),
    spacing=(4, 6),
    maintenance=1,
    downtime_time=days(1, 14),
    downtime="A day of redness; brown spots darken for one to two weeks",
    anaesthesia="None; cold gel and cool air",
    onset_time=weeks(2, 4),
    onset="Two to four weeks after each session",
    longevity="Varies; redness from rosacea tends to return",
    areas=("Cheeks", "Nose", "Chest", "Backs of the hands"),
    price=Price(150, "per session", "Example price for cheeks and nose. Includes the test patch."),
)

OVERVIEW = section(
    "What is IPL?",
    "<p>IPL is short for intense pulsed light. A hand-held lamp sends brief, bright flashes into your skin. It is "
    "not a laser: the flash holds many colours at once, and a filter lets through those that suit the aim.</p>"
    "<p>We use it for two things: fine red veins with a constant blush, and brown spots from the sun.</p>",
)

MECHANISM = how_it_works(
    "<p>Colour takes up light. The red in a tiny vein and the brown in a sun spot swallow the flash and turn it into "
    "heat. A heated vein closes, and your body clears it away over weeks. A heated brown spot darkens, dries and "
    "flakes off.</p>"
    "<p>The skin around takes up less light and stays cooler. On tanned or dark skin that difference is gone, and the "
    "skin itself could burn. This is why we say no to it.</p>",
)

BENEFITS = benefits(
    benefit(
        "Fewer fine red veins",
        "<p>Thread veins on cheeks and nose can fade. Thick blue veins, and veins on the legs, need something "
        "else.</p>",
    ),
    benefit(
        "A calmer blush",
        "<p>Constant redness from rosacea may grow fainter. IPL does not cure rosacea, and flushing can come back.</p>",
    ),
    benefit(
        "Lighter sun spots",
        "<p>Flat brown spots on face, chest and hands can become paler. We check each one first: a spot that looks "
        "unusual goes to a doctor, not under the lamp.</p>",
    ),
)

EVIDENCE = evidence(
    "For rosacea there are several studies, and their limits are known. For sun spots we rely on experience.",
    claim(
        "In most studies of a review, IPL eased visible veins and redness, and side effects passed. The quality of the "
        "studies was poor.",
        "ipl-rosacea",
        value="14 studies",
        unit="of IPL in rosacea",
        population="people with light to olive skin (Fitzpatrick types I to IV)",
    ),
    claim(
        "The quality of evidence for laser and light treatment in rosacea is low to moderate, and a single method "
        "seldom clears it completely.",
        "light-rosacea",
    ),
)

PROCEDURE = procedure(
    before(
        "Consultation and test patch",
        "<p>We look at every spot, ask about medicines that make skin sensitive to light, and flash a small patch. "
        "Then we wait two weeks to see how your skin answers.</p>",
    ),
    before(
        "Four weeks before",
        "<p>No sunbathing, no sunbed, no self-tan. Wear SPF 50. If you arrive with a tan, we move the date.</p>",
    ),
    during(
        "The flashes",
        "<p>You wear shields over your eyes. We spread cold gel, set the lamp on the skin and flash, spot by spot. "
        "Each flash feels like a hot elastic band, and you see a glow through closed lids.</p>",
        minutes=(20, 30),
    ),
    after(
        "Going home",
        "<p>Your skin is warm and pink, and brown spots begin to darken. You get a written note of the settings that "
        "we used on you.</p>",
    ),
)

AFTERCARE = aftercare(
    stage(
        hours(0, 24),
        "Warm and pink",
        "<p>Cool it with damp compresses, not with ice. Skip sport, sauna and hot showers, and use a plain "
        "moisturiser.</p>",
    ),
    stage(
        days(2, 14),
        "Spots like coffee grounds",
        "<p>Brown spots turn darker, dry out and flake off. Leave them alone: what you scratch off can leave "
        "a mark.</p>",
    ),
    stage(
        weeks(1, 4),
        "Out of the sun",
        "<p>SPF 50 every morning, a hat, no sunbed and no self-tan. A tan means that the next session has to wait.</p>",
    ),
)

RESULTS = results(
    "<p>Sun spots that darken and flake off are often paler within three weeks. Fine veins take longer, and some need "
    "a second flash. Redness eases in steps from session to session.</p>"
    "<p>New veins and spots can form, because what made the first ones goes on. Redness from rosacea tends to return; "
    "some people come once a year for it, others decide that it is not worth it.</p>",
    onset=weeks(2, 4),
)

SUITABILITY = suitability(
    suits=(
        "Fine red veins on the face",
        "Constant redness, such as from rosacea",
        "Flat brown sun spots that have been checked",
        "Light to olive skin without a tan",
    ),
    ask_first=(
        "You take a medicine that makes skin sensitive to light, such as some antibiotics",
        "You are pregnant or breastfeeding",
        "Melasma: heat can make it worse",
        "You get cold sores",
        "A tattoo or permanent make-up in the area",
    ),
    not_suitable=(
        "Tanned, brown or black skin: the risk of burns and marks is too high",
        "A mole or spot that has changed, bleeds or has not been examined",
        "Lupus, porphyria or another illness that sunlight makes worse",
        "Epilepsy triggered by flashing light",
        "Isotretinoin now or in the last six months",
        "Under 18",
    ),
)

RISKS = risks(
    "Light that can heat a vein can also burn skin. Test patch, eye shields and honesty about your tan keep that risk "
    "down.",
    common=(
        ("Redness and warmth", "hours to a day", "Cool compresses."),
        ("Darkened spots and fine crusts", "1–2 weeks", "Leave them to fall off."),
        ("Swelling, mostly of the cheeks", "1–3 days", "Sleep with your head raised."),
    ),
    uncommon=(
        ("Blisters", "about a week", "Do not open them. Call us the same day."),
        ("Stripes or patches, lighter or darker", "weeks to months", "They usually even out; avoid the sun."),
        ("Bruise-like marks", "about a week", "They fade without treatment."),
    ),
    serious=(
        ("Burn that leaves a scar", "can be permanent", "Call us the same day. Cool with running water."),
        ("Injury to the eye", "can be permanent", "Never take off the shields. Pain or blurred sight: A&E."),
        ("Lasting loss of colour", "can be permanent", "More likely on darker or tanned skin."),
    ),
)

HELP = when_to_get_help(
    emergency(
        "You cannot breathe well, or your face, lips or tongue swell",
        "It may be a severe allergic reaction, such as to the gel. That is rare.",
    ),
    urgent(
        "An eye hurts, your sight is blurred, or light dazzles you",
        "Go straight to A&E, and tell them that you had intense pulsed light.",
    ),
    urgent("Blisters, open skin, or pain that is stronger on the second day", "Cool it with running water."),
    urgent("A fever, or redness that spreads", "It may be an infection."),
    call_us("Stripes or patches, lighter or darker than the skin around", "Keep them out of the sun."),
    call_us("Crusts that are still there after two weeks"),
)

PRICES = prices(
    price("Cheeks and nose", 150),
    price("Whole face", 210),
    price("Chest, or backs of both hands", 180),
)

ALTERNATIVES = alternatives(
    alternative(
        "Creams on prescription",
        "For rosacea a GP can prescribe creams or tablets. Try these first: they are studied better than any lamp.",
    ),
    alternative(
        "Vascular laser",
        "More precise for single veins, and possible on some darker skin. We have none; a dermatologist may.",
    ),
    alternative("Tinted sunscreen or camouflage", "Evens out redness and spots at once, and protects them from light."),
    alternative("LED light therapy", "Gentler, with less evidence. It may calm redness a little.", "led-light-therapy"),
    alternative("Nothing", "Thread veins and flat sun spots that a doctor has looked at are harmless."),
)

FAQ = faq(
    ("Is IPL a laser?", "<p>No. A laser has one colour, IPL has many. IPL is broader and less precise.</p>"),
    (
        "Why do you turn away darker skin?",
        "<p>Because the lamp cannot tell pigment in a spot from pigment in skin. For brown or black skin we look for "
        "another way, or another clinic with a suitable laser.</p>",
    ),
    (
        "Can the spots come back?",
        "<p>Yes. The sun that made them still shines. Sunscreen is the cheapest part of the plan.</p>",
    ),
)

PAGE = Treatment(
    slug="ipl-photofacial",
    title="IPL photofacial",
    alternate_names="Intense pulsed light",
    summary=(
        "Brief flashes of filtered light heat fine red veins and brown sun spots, which then fade over weeks. It suits "
        "light to olive skin without a tan, and it always starts with a test patch."
    ),
    seo_title="IPL for redness and sun spots in London",
    search_description=(
        "IPL for facial redness, thread veins and sun spots: how it works, why tanned skin has to wait, the risks, "
        "the evidence and the price."
    ),
    picture="ipl",
    body=(
        FACTS,
        OVERVIEW,
        MECHANISM,
        BENEFITS,
        EVIDENCE,
        PROCEDURE,
        AFTERCARE,
        RESULTS,
        SUITABILITY,
        RISKS,
        HELP,
        PRICES,
        ALTERNATIVES,
        FAQ,
        call_to_action(
            "Red cheeks have many causes",
            "Tell us since when, and what makes them worse. Some causes need a doctor first, and we will say so.",
            "Ask about redness",
        ),
        sources("rosacea-nhs"),
    ),
    author_page="grace-adeyemi",
    review=Review(by="ines-carvalho", days_ago=120),
    topics=Topics(
        categories=("light-and-laser",),
        concerns=("redness", "brown-marks"),
        body_areas=("face", "chest", "hands"),
    ),
    related=("led-light-therapy", "hydrating-facial"),
)
