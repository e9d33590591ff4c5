"""Chemical peel: superficial peels only."""

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
    faq,
    hours,
    how_it_works,
    key_facts,
    months,
    picture,
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
    minutes=(20, 40),
    sessions=(3, 6),
    spacing=(2, 4),
    downtime_time=days(2, 7),
    downtime="Two to seven days of dryness and flaking",
    anaesthesia="None; a fan cools the skin",
    onset_time=days(7, 10),
    onset="About a week, when the flaking stops",
    longevity_time=months(1, 3),
    longevity="Weeks to months; not permanent",
    areas=("Face", "Neck", "Back", "Hands"),
    price=Price(95, "per session", "Example price for the face. The back costs more. Includes the aftercare cream."),
)

OVERVIEW = section(
    "What is a chemical peel?",
    "<p>A peel is a liquid, usually a fruit or salicylic acid, that we brush on your skin and leave there for some "
    "minutes. It loosens the outermost, worn layer. Over the next days that layer dries and flakes away.</p>"
    "<p>Peels come in three depths: superficial, medium and deep. <b>We only do superficial peels.</b> Deeper ones "
    "take weeks to heal and belong in a hospital or with a dermatologist.</p>",
)

MECHANISM = how_it_works(
    "<p>The cells at the surface of your skin hold on to one another. The acid weakens that hold, so they come off "
    "sooner and more evenly than they would by themselves. The skin answers by making new cells a little faster.</p>"
    "<p>Which acid, how strong and how long: that depends on your skin. The first time we start low.</p>",
)

LAYERS = picture(
    "peel-layers",
    alt="Drawn cross-section of skin in five layers; only the thin uppermost one lifts off in flakes.",
    caption="A drawing, not to scale: a superficial peel reaches the outermost layer and leaves those beneath alone.",
)

BENEFITS = benefits(
    benefit(
        "A smoother, clearer surface",
        "<p>Rough patches feel softer, and dull skin reflects light more evenly once the flaking is over.</p>",
        claim(
            "The effect of a superficial peel does not last for good; the peel has to be repeated to keep it.",
            "peels-nhs",
        ),
    ),
    benefit(
        "Fewer blocked pores",
        "<p>Salicylic acid dissolves in oil and reaches into pores. It may calm mild acne, next to your usual "
        "treatment and not in its place.</p>",
        claim(
            "A review of trials in acne found no clear difference between the acids it compared. The quality of the "
            "trials was very low to moderate.",
            "peels-acne-trials",
            value="12 randomised trials",
            unit="comparing peels for acne",
            population="387 people with acne",
        ),
    ),
    benefit(
        "Marks that fade",
        "<p>Brown marks from spots and sun can become lighter over several sessions. Melasma is fickle: it can "
        "improve, and it can come back darker. We talk about it first.</p>",
    ),
    introduction="A peel works on the surface. It does not fill dents, lift skin or remove deep lines.",
)

PROCEDURE = procedure(
    before(
        "Consultation and patch test",
        "<p>We look at your skin, ask about creams, medicines and cold sores, and try the acid behind your ear. "
        "Treatment is on another day, at least 48 hours later.</p>",
    ),
    before(
        "Two weeks before",
        "<p>Wear SPF 50 daily and stay out of the sun. Stop retinol and scrubs one week before. Do not wax or thread "
        "the area.</p>",
    ),
    during(
        "The peel",
        "<p>We clean and degrease your skin and protect eyes and lips. The acid goes on with a brush and stays for one "
        "to five minutes. It tingles, then burns a little, like hot chilli. You say a number from 0 to 10, and at 6 "
        "we take it off. A cool compress and a plain cream end the session.</p>",
        minutes=(20, 40),
    ),
    after(
        "Going home",
        "<p>Your skin is tight and pink. You take home a plain moisturiser, a sheet with what to expect day by day, "
        "and our number.</p>",
    ),
)

AFTERCARE = aftercare(
    stage(
        hours(0, 24),
        "Tight and pink",
        "<p>Wash with lukewarm water only, and moisturise. No make-up, no sport, no hot shower on the area.</p>",
    ),
    stage(
        days(2, 5),
        "Dry, then flaking",
        "<p>It begins around the mouth. Moisturise often and do not pull at the flakes: skin that is not ready comes "
        "off with them.</p>",
    ),
    stage(
        days(6, 14),
        "New skin",
        "<p>Make-up is fine. Leave out retinol, acids and scrubs until nothing stings any more.</p>",
    ),
    stage(
        weeks(1, 4),
        "Sunscreen every morning",
        "<p>New skin burns fast and marks easily. Wear SPF 50 and a hat in the sun, also in winter.</p>",
    ),
)

RESULTS = results(
    "<p>When the flaking is over, skin feels smoother and looks less dull. Pores and light marks need more than one "
    "peel, and we look at photographs after the third.</p>"
    "<p>A peel does not keep working. Your skin goes on renewing itself, so the effect wears off within weeks or "
    "months. Dents, folds and deep lines stay as they are.</p>",
    onset=days(7, 10),
    longevity=months(1, 3),
)

SUITABILITY = suitability(
    suits=(
        "Dull or rough skin",
        "Blocked pores and mild acne",
        "Light brown marks from spots or sun",
        "Adults who can stay out of the sun for a month",
    ),
    ask_first=(
        "Your skin is brown or black: some acids and strengths are not for you",
        "Melasma",
        "You get cold sores",
        "You are pregnant or breastfeeding",
        "Sensitive skin, rosacea or eczema that is quiet at present",
    ),
    not_suitable=(
        "Broken, sunburnt or infected skin",
        "Active eczema, psoriasis or cold sores in the area",
        "Isotretinoin now or in the last six months",
        "An allergy to aspirin, if the peel is salicylic acid",
        "Keloid scars",
        "Under 18",
    ),
)

RISKS = risks(
    "A peel is a controlled irritation, so dryness and redness are part of it.",
    common=(
        ("Stinging during the peel", "minutes", "The fan, a compress, and taking the acid off earlier."),
        ("Redness and tightness", "1–3 days", "A plain moisturiser, several times a day."),
        ("Flaking", "2–7 days", "Do not pull. Let it come off in the wash."),
    ),
    uncommon=(
        ("Spots", "about a week", "They settle by themselves; do not squeeze."),
        ("A cold sore", "1–2 weeks", "Tell us beforehand if you are prone to them."),
        ("Darker patches", "weeks to months", "Sunscreen helps to prevent them; call us early."),
    ),
    serious=(
        ("Burn with blisters or crusts", "needs treatment", "Call us the same day and do not open blisters."),
        ("Infection", "needs treatment", "Growing pain, pus or fever: see “When to get help”."),
        ("Scar or lasting change of colour", "can be permanent", "Rare with superficial peels."),
    ),
)

SKIN_COLOUR = section(
    "If your skin is brown or black",
    "<p>Darker skin answers irritation with pigment more readily. That does not rule out a peel, but it changes the "
    "plan: gentler acids, longer gaps, and a test patch that we watch for two weeks.</p>",
    claim(
        "Darker skin types have a higher risk of brown patches after a peel; deep peels should be avoided in them.",
        "peels-selection",
        population="people with Fitzpatrick skin types IV to VI",
    ),
)

HELP = when_to_get_help(
    urgent("Acid in your eye", "Rinse with running water for 20 minutes, then go straight to A&E."),
    emergency("You cannot breathe well, or your face, lips or tongue swell", "It may be a severe allergic reaction."),
    urgent("Blisters, crusts or grey areas", "It may be a burn. Do not open blisters and put nothing on them."),
    urgent("A fever, pus, or pain that grows instead of easing", "It may be an infection."),
    call_us("A cold sore", "Treatment works best when it starts early."),
    call_us("A patch that turns darker", "The earlier we see it, the more can be done."),
)

PRICES = prices(
    price("Face", 95, "Includes the aftercare cream."),
    price("Face and neck", 120, "Includes the aftercare cream."),
    price("Back", 150, "Takes about 40 minutes."),
)

ALTERNATIVES = alternatives(
    alternative(
        "Acne creams and gels",
        "For spots this comes first: it is cheaper and better studied. Ask a pharmacist or GP.",
    ),
    alternative(
        "Microneedling",
        "Works below the surface. The better choice for dents and lines, with a few days of redness.",
        "microneedling",
    ),
    alternative(
        "Hydrating facial",
        "If your skin is dull because it is dry, water and a plain cream may be all it lacks.",
        "hydrating-facial",
    ),
    alternative("Sunscreen and time", "Many brown marks from spots fade within a year if no sun darkens them again."),
)

FAQ = faq(
    ("Will my skin come off in sheets?", "<p>No. With a superficial peel it looks like dry skin after a sunburn.</p>"),
    (
        "Can I have one before a wedding?",
        "<p>Not in the two weeks before, and never for the first time. Come three months ahead.</p>",
    ),
    (
        "Do I need sunscreen in winter?",
        "<p>Yes, for at least a month after each peel. Your new skin is more easily damaged by light.</p>",
    ),
    (
        "What is the difference from microneedling?",
        "<p>A peel works from the surface and suits colour and pores. Needling works below it and suits dents and "
        "lines.</p>",
    ),
)

PAGE = Treatment(
    slug="chemical-peel",
    title="Chemical peel",
    alternate_names="Skin peel, Superficial peel",
    summary=(
        "A mild acid loosens the worn outer layer of your skin, which then flakes off over a few days. Rough texture, "
        "blocked pores and light brown marks can improve. We only do superficial peels."
    ),
    seo_title="Superficial chemical peel in London: what to expect",
    search_description=(
        "How a superficial chemical peel feels, what your skin looks like day by day, who should not have one, the "
        "risks and the price."
    ),
    picture="chemical-peel",
    body=(
        FACTS,
        OVERVIEW,
        MECHANISM,
        LAYERS,
        BENEFITS,
        PROCEDURE,
        AFTERCARE,
        RESULTS,
        SUITABILITY,
        SKIN_COLOUR,
        RISKS,
        HELP,
        PRICES,
        ALTERNATIVES,
        FAQ,
        call_to_action(
            "Which acid would suit your skin?",
            "Tell us what you use at home and how your skin takes it. We answer with a suggestion, or with a no.",
            "Ask about a peel",
        ),
        sources("cosmetic-nhs"),
    ),
    author_page="miriam-wren",
    review=Review(by="ines-carvalho", days_ago=75),
    topics=Topics(
        categories=("peels",),
        concerns=("uneven-texture", "mild-acne", "brown-marks"),
        body_areas=("face", "neck", "back", "hands"),
    ),
)
