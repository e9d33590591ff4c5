"""Hydrating facial: the gentlest treatment, and the shortest page."""

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
    price,
    prices,
    procedure,
    results,
    risks,
    section,
    sources,
    stage,
    suitability,
    testimonial,
    urgent,
    when_to_get_help,
)
from cms.demo.outline import Review, Topics, Treatment

FACTS = key_facts(
    minutes=(45, 60),
    sessions=(1, 1),
    downtime_time=days(0, 0),
    downtime="None, or pink cheeks for an hour",
    anaesthesia="None needed",
    onset="The same day",
    longevity_time=days(2, 5),
    longevity="A few days",
    areas=("Face", "Neck"),
    price=Price(75, "per session", "Example price. Everything is included, and there is nothing to buy afterwards."),
)

OVERVIEW = section(
    "What is it?",
    "<p>An hour of care for dry, tight skin: a gentle cleanse, a mild enzyme to lift dead flakes, a mask that brings "
    "water to the surface, and a cream that keeps it there. No needles, no machines, no scent.</p>"
    "<p>It is the treatment to begin with if you have never had one.</p>",
)

MECHANISM = how_it_works(
    "<p>Dry skin has a leaky outer layer. Water gets lost and the skin feels tight. The mask holds ingredients that "
    "bind water, such as glycerin. The cream on top slows the loss.</p>"
    "<p>That works as long as the cream stays on. A facial does not change how your skin makes oil or collagen.</p>",
)

BENEFITS = benefits(
    benefit("Softness that you feel", "<p>Skin feels smooth and less tight for a few days.</p>"),
    benefit("Fine dry lines that show less", "<p>Lines from dryness can fill out. Lines from expression stay.</p>"),
    benefit(
        "A routine you can afford",
        "<p>We look at what you use at home. Often the answer is to leave things out: one mild cleanser, one plain "
        "cream, one sunscreen.</p>",
        claim(
            "A large review found no reliable evidence that one moisturiser works better than another.",
            "moisturisers",
            value="77 trials",
            unit="of moisturisers",
            population="6,603 people with eczema",
        ),
    ),
)

PROCEDURE = procedure(
    before("A short talk", "<p>Ten minutes about your skin, allergies and creams. Bring the tubes if you like.</p>"),
    during(
        "The facial",
        "<p>Cleanse, enzyme, compress, mask, cream. You lie warm and covered. Tell us if anything stings: nothing "
        "should.</p>",
        minutes=(45, 60),
    ),
    after("Afterwards", "<p>Leave the cream on overnight. Sunscreen in the morning, as always.</p>"),
)

AFTERCARE = aftercare(
    stage(hours(0, 12), "Leave the cream on", "<p>Overnight, if you can. No sauna and no scrub today.</p>"),
    stage(
        days(1, 3),
        "As little as possible",
        "<p>A mild cleanser, a plain cream, sunscreen in the morning. Wait with acids and retinol until your skin "
        "feels as usual.</p>",
    ),
)

RESULTS = results(
    "<p>Skin feels soft and less tight straight away, and fine dry lines show less. After a few days it is back to "
    "where your own routine keeps it.</p><p>A facial does not change pores, scars, folds or colour.</p>",
    longevity=days(2, 5),
)

SUITABILITY = suitability(
    suits=("Dry, tight or dull skin", "First-timers", "Skin that needs a rest between other treatments"),
    ask_first=(
        "Allergies to creams or perfume",
        "Rosacea, eczema or psoriasis",
        "Strong acne treatment on prescription",
    ),
    not_suitable=("Sunburn or broken skin", "A cold sore or infection on the face"),
    note="<p>Pregnant or breastfeeding? This one is usually fine. Tell us, so that we can choose the products.</p>",
)

RISKS = risks(
    "Few things go wrong here, and they deserve a line all the same.",
    common=(("Pink skin", "an hour or two", "It fades by itself."),),
    uncommon=(
        ("Spots", "a few days", "A richer cream than you are used to can clog pores. Tell us next time."),
        ("Stinging or itching", "hours", "Rinse with lukewarm water and call us."),
    ),
    serious=(("Allergic reaction", "hours to days", "Swelling of face or tongue, trouble breathing: call 999."),),
)

HELP = when_to_get_help(
    emergency("Your face or tongue swells, or breathing is hard", "It may be a severe allergic reaction."),
    urgent("Blisters, or a rash that spreads", "Rinse everything off with lukewarm water first."),
    call_us("Redness or itching that lasts into the next day", "We tell you what was in the products."),
)

PRICES = prices(
    price("Facial", 75, "About an hour. Everything is included, and there is nothing to buy afterwards."),
    price(
        "A look at your routine",
        25,
        "Half an hour with your own tubes, without a facial.",
        unit="per visit",
    ),
)

ALTERNATIVES = alternatives(
    alternative("A plain emollient from the pharmacy", "Twice a day, it does for dry skin what we do, and longer."),
    alternative("Leaving things out", "Skin often feels tight because of what is put on it. Try two weeks with less."),
    alternative("Chemical peel", "If the trouble is dullness or blocked pores rather than dryness.", "chemical-peel"),
    alternative("Your GP", "If skin is red, itchy or cracked, it may be eczema, and that needs more than a facial."),
)

VOICE = testimonial(
    "I came for an hour of quiet and left with three products fewer than before.",
    "Mrs K., an invented client",
    note="an example made up for this website",
    consent="letter",
)

FAQ = faq(
    (
        "How often should I come?",
        "<p>As often as you enjoy it. Your skin does not need it every month, whatever you may have read.</p>",
    ),
    (
        "Will you try to sell me creams?",
        "<p>No. We write down what we used, and any pharmacy has something like it.</p>",
    ),
    ("Can I wear make-up afterwards?", "<p>Yes, though it would be a pity about the cream.</p>"),
)

PAGE = Treatment(
    slug="hydrating-facial",
    title="Hydrating facial",
    alternate_names="Moisturising facial",
    summary=(
        "A gentle hour for dry, tight skin: cleanse, mask and a plain cream, without needles or machines. Your skin "
        "feels softer for a few days, and you go home with an honest look at your routine."
    ),
    seo_title="Hydrating facial in London for dry, tight skin",
    search_description=(
        "A gentle facial for dry, tight skin: what we do in the hour, how long it lasts, who should ask first, and "
        "what it costs."
    ),
    picture="hydration",
    body=(
        FACTS,
        OVERVIEW,
        MECHANISM,
        BENEFITS,
        PROCEDURE,
        AFTERCARE,
        RESULTS,
        VOICE,
        SUITABILITY,
        RISKS,
        HELP,
        PRICES,
        ALTERNATIVES,
        FAQ,
        call_to_action(
            "A quiet hour?", "Tell us which days suit you, and what your skin does not like.", "Ask for a time"
        ),
        sources("emollients-nhs"),
    ),
    author_page="grace-adeyemi",
    review=Review(by="ines-carvalho", days_ago=350),
    topics=Topics(
        categories=("skin-care",),
        concerns=("dry-skin", "uneven-texture"),
        body_areas=("face", "neck"),
    ),
)
