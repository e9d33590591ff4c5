"""Dermal filler: the treatment with the gravest risks, so the page leads with them."""

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
    weeks,
    when_to_get_help,
)
from cms.demo.outline import Review, Topics, Treatment

FACTS = key_facts(
    minutes=(30, 45),
    sessions=(1, 2),
    spacing=(4, 6),
    downtime_time=days(2, 14),
    downtime="Swelling and bruises for up to two weeks",
    anaesthesia="Numbing cream; the gel holds a local anaesthetic",
    onset="At once, settled after two to four weeks",
    longevity_time=months(6, 18),
    longevity="Usually 6 to 18 months, by area and gel",
    areas=("Lips", "Cheeks", "Lines beside nose and mouth"),
    price=Price(240, "per treatment", "Example price for half a millilitre. Includes the check-up after two weeks."),
)

OVERVIEW = section(
    "What is dermal filler?",
    "<p>A filler is a gel that is injected under the skin to add volume: to a line, a cheek or the lips. We use only "
    "gels of hyaluronic acid, a substance that the skin also makes itself. The body breaks them down over months.</p>"
    "<p>Only our doctor injects them. There are always at least two weeks between the first talk and the treatment, "
    "and we would rather you did not have it than had it in a hurry.</p>",
)

MECHANISM = how_it_works(
    "<p>The gel lies in the tissue like a small cushion. It lifts the skin above it and binds some water, which is why "
    "swelling has to settle before you can judge the result.</p>"
    "<p>A filler does not stop your face from changing with the years, and it does not improve the skin itself.</p>",
)

BENEFITS = benefits(
    benefit("Softer lines", "<p>The folds beside nose and mouth can look less deep.</p>"),
    benefit("Volume where it was lost", "<p>Flattened cheeks can be filled a little, so that shadows soften.</p>"),
    benefit("Lips with more outline", "<p>A small amount can even out lips that differ, or bring back an edge.</p>"),
    introduction="It is easier to add a little than to take some away. We start with one millilitre or less.",
)

PROCEDURE = procedure(
    before(
        "Two consultations",
        "<p>The doctor looks at your face at rest and moving, asks about your health and why now, and explains what "
        "can go wrong. Then you go home for at least two weeks. A second, short talk comes before the treatment.</p>",
    ),
    before(
        "The week before",
        "<p>No dental work for two weeks before and after. Tell us about infections, cold sores and new medicines. Do "
        "not stop a blood thinner by yourself.</p>",
    ),
    during(
        "The injections",
        "<p>We clean the skin twice, numb it, and inject small amounts slowly through a fine needle or a blunt tube. "
        "The doctor watches the colour of your skin and asks how you feel. You feel pressure and a sting.</p>",
        minutes=(30, 45),
    ),
    during(
        "Half an hour of rest",
        "<p>You stay with us for thirty minutes, so that we see early if something is wrong.</p>",
    ),
    after(
        "Going home",
        "<p>You have the doctor’s mobile number on a card: use it, also at night. After two weeks we look again, "
        "compare photographs and decide together. Often nothing more is needed.</p>",
    ),
)

AFTERCARE = aftercare(
    stage(
        hours(0, 24),
        "Watch and wait",
        "<p>Look at the skin every few hours in daylight: is it the usual colour? Do not press or massage. No alcohol, "
        "no sport, no make-up. Do not lie on your face.</p>",
    ),
    stage(
        days(1, 3),
        "Swelling at its most",
        "<p>Cool compresses without pressure. Lips can look uneven now; that says nothing yet about the result. No "
        "sauna, no sunbed.</p>",
    ),
    stage(
        weeks(1, 2),
        "It settles",
        "<p>Bruises fade. No dental work and no facial for two weeks. Then comes the check-up, which is included.</p>",
    ),
    stage(
        months(1, 18),
        "Later",
        "<p>Tell dentists and doctors that you have filler. An infection or a vaccination can make the area swell for "
        "some days.</p>",
    ),
)

RISKS = risks(
    "Every injection can hit a blood vessel. It is rare, and it is why the person who injects matters more than the "
    "price.",
    common=(
        ("Swelling", "2–14 days", "Cool compresses without pressure. Lips swell most."),
        ("Bruises", "1–2 weeks", "They fade without treatment."),
        ("Tenderness and redness", "1–3 days", "A simple painkiller if you need one."),
    ),
    uncommon=(
        ("Lumps or unevenness", "weeks", "Many settle. Some need to be dissolved by the doctor."),
        ("Filler that moves", "lasting", "It can be dissolved, in a separate treatment with its own risks."),
        ("A cold sore", "1–2 weeks", "Tell us beforehand."),
        ("Late swelling, months afterwards", "days to weeks", "Call us; it can follow an infection or illness."),
    ),
    serious=(
        ("Blocked blood vessel (vascular occlusion)", "an emergency", "Pain, white or blotchy skin. Call us at once."),
        ("Loss of sight or a stroke", "an emergency", "Very rare. Changed sight, weakness, slurred speech: call 999."),
        ("Dead skin with a scar", "can be permanent", "Follows a blocked vessel that is treated too late."),
        ("Infection or abscess", "needs treatment", "Heat, growing pain, pus or fever: call us the same day."),
        ("Severe allergic reaction", "an emergency", "Trouble breathing, swollen tongue: call 999."),
    ),
)

OCCLUSION = section(
    "The risk we talk about most",
    "<p>If gel gets into a vessel or presses it shut, the tissue behind it gets no blood. Skin can die. In the worst "
    "case, when a vessel to the eye or brain is reached, sight can be lost or a stroke can follow.</p>"
    "<p>It is rare, and minutes count. So the doctor has the means to dissolve the gel in the room, is trained to "
    "see the signs, and keeps you here for half an hour afterwards. Ask any clinic whether it does the same.</p>",
    claim(
        "A blocked vessel after hyaluronic acid filler is relatively rare, can have devastating outcomes, and has to "
        "be recognised and treated in good time.",
        "fillers-occlusion",
    ),
)

HELP = when_to_get_help(
    emergency(
        "You see double, blurred or nothing, even for a moment",
        "Filler may have reached a vessel of the eye. Minutes count: call 999, then the doctor’s number.",
    ),
    emergency("An arm, a leg or your face goes weak, or speech is slurred", "It may be a stroke."),
    emergency("You cannot breathe well, or your tongue or throat swells", "It may be a severe allergic reaction."),
    urgent(
        "Skin that turns white, grey or blotchy",
        "A vessel may be blocked. Call the doctor’s number at once, also at night; with no answer go to A&E.",
    ),
    urgent(
        "Pain that is strong or grows, or that comes from a spot far from the needle", "Call at once, day or night."
    ),
    urgent("Heat, pus or a fever", "It may be an infection."),
    call_us("Lumps, or filler that seems to have moved"),
    call_us("A cold sore", "Treatment works best when it starts early."),
    introduction="After filler, time matters more than after anything else we do.",
)

RESULTS = results(
    "<p>You see a change at once, but most of it is swelling. The true result shows after two to four weeks, and it "
    "should look like you on a good day.</p>"
    "<p>The gel is broken down over months, faster in lips than in cheeks. Nobody can say beforehand how long yours "
    "will last. Skin, colour and expression lines stay as they are.</p>",
    claim(
        "Fillers are not permanent. How long they last depends on the gel and on where it is injected.",
        "fillers-nhs",
        value="6 to 18 months",
        unit="as a rule",
    ),
    onset=weeks(2, 4),
    longevity=months(6, 18),
)

SUITABILITY = suitability(
    suits=(
        "Adults who want a small change and have thought about it",
        "Lost volume in cheeks or lips",
        "Folds that bother you when your face is at rest",
    ),
    ask_first=(
        "You take blood thinners",
        "An autoimmune illness, or medicine that lowers your defences",
        "Filler in the same area before, also years ago",
        "Dental work or a vaccination planned in the next weeks",
        "You get cold sores",
        "Someone else would like you to have it",
    ),
    not_suitable=(
        "Under 18: in England it is against the law",
        "Pregnant or breastfeeding",
        "An infection, cold sore or inflamed skin in the area",
        "An allergy to hyaluronic acid or local anaesthetic",
        "Permanent filler in the same area",
        "You hope that it will change more than your face",
    ),
    note="<p>If thoughts about your looks take up much of your day, please talk to your GP first. That helps more "
    "than a filler can.</p>",
)

PRICES = prices(
    price("Lips, half a millilitre", 240, "Includes the check-up.", unit="per treatment"),
    price("Lips, cheeks or folds, one millilitre", 320, "Includes the check-up.", unit="per treatment"),
    price(
        "Dissolving a filler of ours",
        120,
        "When you wish it. When it is needed because something went wrong, it costs nothing.",
        unit="per treatment",
    ),
)

ALTERNATIVES = alternatives(
    alternative("Nothing", "Faces change, and folds are part of a face. You lose nothing by waiting."),
    alternative("Make-up", "For an evening, an outline and a lighter tone can do for lips what a little filler does."),
    alternative("Microneedling", "For fine lines in the skin itself, which filler does not improve.", "microneedling"),
    alternative(
        "Surgery",
        "For loose skin and deep folds it is often the better tool. Ask a surgeon on the specialist register.",
    ),
    introduction="Please read these before you decide.",
)

WORD = quote(
    "I would rather lose a patient to a second thought than treat one who did not have it.",
    "Daniel Rowe",
    "Doctor, injects all fillers here",
)

FAQ = faq(
    (
        "Can I have it today?",
        "<p>No. There are two weeks between the first talk and the treatment, for everyone.</p>",
    ),
    (
        "What if I do not like it?",
        "<p>Hyaluronic acid gel can be dissolved. That is a second treatment with risks of its own, allergy among "
        "them.</p>",
    ),
    (
        "Will people notice?",
        "<p>While it is swollen, yes. Afterwards a small amount often passes as you on a rested day.</p>",
    ),
    (
        "How do I choose whom to trust, here or elsewhere?",
        "<p>Ask for the register entry, the product name, the insurance, and what happens if a vessel is blocked. If "
        "the answer is vague, go home.</p>",
    ),
    (
        "Do you treat the nose or the lines between the brows?",
        "<p>Not with filler. The vessels there make it riskier.</p>",
    ),
)

PAGE = Treatment(
    slug="dermal-filler",
    title="Dermal filler",
    alternate_names="Hyaluronic acid filler, Lip filler",
    summary=(
        "A gel that adds volume to lips, cheeks or folds for some months. It has rare but grave risks. Only our doctor "
        "injects it, and there are two weeks between the first talk and the treatment."
    ),
    seo_title="Dermal filler in London: the risks come first",
    search_description=(
        "Dermal filler, told straight: what it can and cannot do, the rare grave risks, when to call for help, and "
        "what it costs."
    ),
    picture="filler",
    body=(
        FACTS,
        OVERVIEW,
        MECHANISM,
        RISKS,
        OCCLUSION,
        HELP,
        BENEFITS,
        RESULTS,
        PROCEDURE,
        AFTERCARE,
        WORD,
        SUITABILITY,
        PRICES,
        ALTERNATIVES,
        FAQ,
        call_to_action(
            "Talk to the doctor, decide later",
            "The consultation is free, and a “no, thank you” is a fine result.",
            "Ask about a consultation",
        ),
        sources("cosmetic-nhs", "cosmetic-gmc"),
    ),
    author_page="daniel-rowe",
    review=Review(by="ines-carvalho", days_ago=25),
    topics=Topics(
        categories=("injections",),
        concerns=("lost-volume",),
        body_areas=("face", "lips"),
    ),
)
