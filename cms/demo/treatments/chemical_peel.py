"""Chemical peel: superficial peels only."""

from cms.demo.content import (
    Price,
    Treatment,
    after,
    before,
    benefit,
    benefits,
    call_to_action,
    claim,
    during,
    faq,
    how_it_works,
    key_facts,
    procedure,
    risks,
    section,
    sources,
    suitability,
)

FACTS = key_facts(
    minutes=(20, 40),
    sessions=(3, 6),
    weeks=(2, 4),
    downtime="Two to seven days of dryness and flaking",
    anaesthesia="None; a fan cools the skin",
    onset="About a week, when the flaking stops",
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
        "The first week",
        "<p>Day one: tight and pink. Days two to five: dry, then flaking, first around the mouth. Moisturise often, do "
        "not pull at the flakes, and leave out make-up on the first day.</p>",
    ),
    after(
        "The month after",
        "<p>New skin burns fast. Wear SPF 50 every morning and a hat in the sun.</p>",
    ),
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

HELP = section(
    "When to get help",
    "<p><b>Call us the same day</b> on 020 7946 0321 if you see blisters, crusts or grey areas, if pain grows instead "
    "of easing, or if a cold sore appears.</p>"
    "<p><b>Call NHS 111</b> if we are closed and you have a fever or feel ill. <b>If acid gets into your eye</b>, "
    "rinse with water for 20 minutes and go to A&amp;E.</p>",
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
        BENEFITS,
        PROCEDURE,
        SUITABILITY,
        SKIN_COLOUR,
        RISKS,
        HELP,
        FAQ,
        call_to_action(
            "Which acid would suit your skin?",
            "Tell us what you use at home and how your skin takes it. We answer with a suggestion, or with a no.",
            "Ask about a peel",
        ),
        sources("cosmetic-nhs"),
    ),
)
