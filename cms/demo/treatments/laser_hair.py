"""Laser hair removal: fewer hairs, not none."""

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
    minutes=(15, 60),
    sessions=(4, 8),
    spacing=(4, 8),
    downtime_time=days(1, 1),
    maintenance=2,
    downtime="Up to a day of redness and small bumps",
    anaesthesia="Cold air; numbing cream on request",
    onset_time=weeks(1, 3),
    onset="Hairs fall out after one to three weeks",
    longevity="Months to years; some hair grows back",
    areas=("Face", "Underarms", "Legs", "Bikini line", "Back"),
    price=Price(60, "per session", "Example price for the underarms. Larger areas cost more. Includes the test patch."),
)

OVERVIEW = section(
    "What is laser hair removal?",
    "<p>A laser warms the roots of hairs until they stop growing, for a time or for long. “Removal” promises more "
    "than it keeps: after a course you are likely to have fewer, finer and paler hairs, not none.</p>",
    claim("Results are not permanent, and there is no guarantee that all the hair will go.", "hair-nhs"),
)

MECHANISM = how_it_works(
    "<p>The light is taken up by the dark pigment in the hair and travels as heat to the root. White, grey, red and "
    "fair hairs hold too little pigment, so they do not respond.</p>"
    "<p>Only hairs that are growing are joined to their root. At any time that is a part of them, which is why you "
    "come several times.</p>"
    "<p>Skin holds pigment too. We have two lasers: one for lighter skin, and one with a longer wavelength that passes "
    "brown and black skin more gently.</p>",
)

BENEFITS = benefits(
    benefit("Less hair, for longer", "<p>Shaving can become rarer, and for some areas hardly needed.</p>"),
    benefit(
        "Fewer ingrown hairs", "<p>Finer hairs grow in less often. For some people this is the reason to come.</p>"
    ),
    benefit("Calmer skin", "<p>Less shaving and waxing means less razor burn.</p>"),
)

EVIDENCE = evidence(
    "The research is older and mostly short, so we are careful about the long run.",
    claim(
        "A Cochrane review found a short-term effect for two kinds of laser, up to six months after treatment. No "
        "trial was of high quality, and long-term removal was not documented.",
        "hair-cochrane",
        value="11 trials",
        unit="of lasers and light for hair",
        population="444 people",
    ),
    claim(
        "A second review found some long-term reduction after repeated treatment, and no evidence that hair goes "
        "completely and for good.",
        "hair-review",
        value="9 randomised and 21 other controlled trials",
    ),
)

PROCEDURE = procedure(
    before(
        "Consultation and test patch",
        "<p>We look at skin and hair, ask about hormones and medicines, and try three settings on a small patch. Hair "
        "that is new or has grown fast may need a GP first.</p>",
    ),
    before(
        "The weeks before",
        "<p>Do not wax, pluck or thread for four weeks: the root has to be there. Shave the day before. No sun, "
        "sunbed or self-tan for four weeks.</p>",
    ),
    during(
        "The session",
        "<p>You wear goggles. Cold air blows on the skin while the laser pulses, area by area. Each pulse snaps like "
        "an elastic band. Upper lip and shins feel it most.</p>",
        minutes=(15, 60),
    ),
    after(
        "Going home",
        "<p>The skin is warm, with small bumps around the hairs. You get the settings we used in writing.</p>",
    ),
)

AFTERCARE = aftercare(
    stage(
        days(0, 2),
        "Cool and loose",
        "<p>Cool the skin with damp compresses and wear loose clothes. Leave out hot baths, sport, deodorant and "
        "perfume on the area.</p>",
    ),
    stage(
        weeks(1, 3),
        "Hairs that seem to grow",
        "<p>They are on their way out. Let them drop, or shave; do not pluck or wax.</p>",
    ),
    stage(
        weeks(1, 6),
        "Out of the sun",
        "<p>SPF 50 where light reaches the skin, no sunbed and no self-tan. With a tan the next session waits.</p>",
    ),
)

RESULTS = results(
    "<p>One to three weeks after a session hairs fall out, and some return at the next cycle. After four to eight "
    "sessions hair is usually sparser, finer and paler, and it grows more slowly.</p>"
    "<p>How long that lasts differs: months for some, years for others. Hormones can bring new hair at any time. Many "
    "people come once or twice a year to keep what they have reached.</p>",
    onset=weeks(1, 3),
)

SUITABILITY = suitability(
    suits=(
        "Dark hair on light, olive, brown or black skin, with the right laser",
        "Ingrown hairs and razor bumps",
        "Adults who can come several times a year",
    ),
    ask_first=(
        "Hair that is new, or has grown fast: it can have a medical cause",
        "Polycystic ovary syndrome: it helps less, and more sessions are needed",
        "You are pregnant or breastfeeding",
        "A medicine that makes skin sensitive to light",
        "Tattoos or moles in the area",
    ),
    not_suitable=(
        "White, grey, red or fair hair",
        "A tan, sunburn or self-tan",
        "Keloid scars in the area",
        "Epilepsy triggered by flashing light",
        "Isotretinoin now or in the last six months",
        "Under 18",
    ),
)

RISKS = risks(
    "Heat that stops a root can also harm skin. The test patch is there to find your setting.",
    common=(
        ("Redness and small bumps", "hours to a day", "Cool compresses, loose clothes."),
        ("Itching", "1–3 days", "A plain moisturiser."),
    ),
    uncommon=(
        ("Blisters or crusts", "1–2 weeks", "Do not open them. Call us the same day."),
        ("Lighter or darker patches", "weeks to months", "More likely after sun. They usually even out."),
        ("More hair than before", "lasting", "Rare, and mostly on the face. We stop when we see it."),
    ),
    serious=(
        ("Burn with a scar", "can be permanent", "Cool it with running water and call us the same day."),
        ("Injury to the eye", "can be permanent", "We never treat inside the bone around the eye. Goggles stay on."),
    ),
)

HELP = when_to_get_help(
    urgent("An eye hurts or your sight changes", "Go straight to A&E, and say that you had laser treatment."),
    emergency("You cannot breathe well, or your face, lips or tongue swell", "It may be a reaction to numbing cream."),
    urgent("Blisters, open skin or strong pain", "Cool it with running water. Do not open blisters."),
    urgent("A fever, or redness that spreads", "It may be an infection."),
    call_us("Patches that turn lighter or darker", "Keep them out of the sun."),
    call_us("More hair than before", "It is rare, and a reason to stop."),
)

PRICES = prices(
    price("Upper lip or chin", 45, "About 15 minutes."),
    price("Underarms", 60, "About 15 minutes."),
    price("Bikini line", 75, "About 20 minutes."),
    price("Lower legs", 140, "About 45 minutes."),
    price("Back", 160, "About an hour."),
)

ALTERNATIVES = alternatives(
    alternative("Shaving, waxing, threading", "Cheap, without lasting risk. Shaving does not thicken hair."),
    alternative(
        "Electrolysis",
        "Works on white, grey and fair hair too, one hair at a time. Look elsewhere, for somebody on a register.",
    ),
    alternative("A cream that dissolves hair", "For a few days. Try it on a small patch first."),
    alternative(
        "Your GP",
        "If hair on the face or body is new or has grown fast. Treating the cause can help more than any laser.",
    ),
    alternative("Leaving it", "Body hair is normal, and it does a job."),
)

FAQ = faq(
    (
        "Does it work on dark skin?",
        "<p>It can, with a laser made for it and lower energy. A clinic with one machine for everyone is not the "
        "place.</p>",
    ),
    (
        "Why must I not wax?",
        "<p>Waxing pulls out the root, and the root is what the laser heats. Shaving leaves it in place.</p>",
    ),
    (
        "How many sessions until it is gone?",
        "<p>“Gone” is unlikely. After four to eight sessions we decide together whether more would help.</p>",
    ),
    ("Does it hurt?", "<p>Yes, briefly and often. Cold air takes off the edge.</p>"),
)

PAGE = Treatment(
    slug="laser-hair-removal",
    title="Laser hair removal",
    alternate_names="Laser hair reduction",
    summary=(
        "Pulses of light warm the roots of dark hairs so that fewer and finer ones grow back. It takes several "
        "sessions, it works poorly on fair or grey hair, and it seldom clears every hair."
    ),
    seo_title="Laser hair removal in London: fewer hairs, not none",
    search_description=(
        "Laser hair removal without the promises: who it works for, how often you come, what studies found, the risks "
        "and the price."
    ),
    picture="laser-hair",
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
            "Would it work on your hair?",
            "Tell us the colour of your hair and skin and the area. We answer with what you can expect.",
            "Ask about laser",
        ),
        sources("hirsutism-nhs"),
    ),
    author_page="grace-adeyemi",
    review=Review(by="ines-carvalho", days_ago=160),
    topics=Topics(
        categories=("light-and-laser",),
        concerns=("unwanted-hair",),
        body_areas=("face", "underarms", "legs", "back"),
    ),
)
