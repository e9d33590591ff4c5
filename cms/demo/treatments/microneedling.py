"""Microneedling: the fullest page of the demo."""

from cms.demo.content import (
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

FACTS = key_facts(
    minutes=(30, 60),
    sessions=(3, 6),
    spacing=(4, 6),
    maintenance=1,
    downtime_time=days(2, 4),
    downtime="A few days of mild redness and swelling, like sunburn",
    anaesthesia="Numbing cream (topical anaesthetic)",
    onset_time=weeks(4, 8),
    onset="Slowly, over several weeks of healing",
    longevity="Varies; a yearly session can help to keep the change",
    areas=("Face", "Neck", "Abdomen", "Thighs"),
    price=Price(190, "per session", "Example price for the face. Larger areas cost more. Includes the numbing cream."),
)

OVERVIEW = section(
    "What is microneedling?",
    "<p>Microneedling is also called collagen induction therapy. A trained practitioner moves a hand-held device over "
    "your skin. Its sterile needles are very fine, and they make a pattern of small, even punctures. The skin then "
    "does what it does after any small wound: it repairs itself.</p>"
    "<p>We use it on the face and neck, and on the body on the abdomen and thighs. It is a cosmetic treatment. It "
    "changes how skin looks and feels; it does not treat a disease. "
    + cited("It is not for everyone, and needles that are not clean can cause an infection.", "needling-fda")
    + "</p>",
)

MECHANISM = how_it_works(
    "<p>Before we start, your practitioner sets how deep the needles go and how close together they land. That is "
    "decided for you: for your skin, for the area, and for what you would like to change.</p>"
    "<p>Each puncture closes quickly. Underneath, the skin sends cells to mend it, and these lay down new collagen "
    "and elastin. These two proteins hold skin firm and let it spring back.</p>"
    "<p>The surface calms down in days. The repair below carries on for several weeks, so any change comes slowly.</p>",
    claim(
        "Fine needles injure the upper layers of the skin in a controlled way and set off a repair that forms new "
        "collagen and elastin.",
        "needling-dermnet",
    ),
)

FILM = video(
    "What needles do in the skin",
    poster=("needling-film", "Drawn cross-section of skin: eleven fine needles stand in the layers around a dent."),
    file="needling",
    duration="0:12",
    transcript=(
        "<p>A drawn film without sound. It shows a cross-section of skin in five layers, with a wide dent in the "
        "middle.</p>"
        "<ol><li>Eleven fine needles come down and stop in the upper layers.</li>"
        "<li>They rise again and leave narrow channels. The skin around turns red.</li>"
        "<li>The channels close from below, and the redness fades.</li>"
        "<li>New fibres form between the layers. The dent becomes shallower; it does not disappear.</li></ol>"
        "<p>In life this takes weeks, and how much changes differs from person to person.</p>"
    ),
)

BENEFITS = benefits(
    benefit(
        "Smoother texture",
        "<p>New collagen can even out skin that feels rough or bumpy, and pores and small lines may show less. You are "
        "likely to notice it with your fingertips before you see it.</p>",
    ),
    benefit(
        "Scars that stand out less",
        "<p>Dents left by acne can become shallower, and some scars from an operation or injury can soften. They "
        "rarely disappear. Deep, narrow scars change the least.</p>",
        claim(
            "A review found that scars looked better after microneedling than before. Its authors asked for better and "
            "more uniform studies.",
            "needling-scars",
            value="58 studies",
            unit="on microneedling of scars",
            population="1,845 people with scars from acne, surgery, injury or illness",
        ),
    ),
    benefit(
        "Softer signs of ageing",
        "<p>Skin makes less collagen and elastin as the years pass. Because needling prompts the skin to make both, "
        "fine lines may look softer and skin may feel firmer. Folds and loose skin stay as they are.</p>",
    ),
    benefit(
        "Skin that takes in more",
        "<p>For some hours after a session, products pass into the skin more easily. A simple serum or moisturiser "
        "can go further then. So can anything that irritates: in the first days use <b>only</b> what we give you. No "
        "vitamin C, no acids, no perfume, no make-up.</p>",
        claim("Needling opens small channels that let more of what is put on the skin pass into it.", "needling-acne"),
    ),
    benefit(
        "A short recovery",
        "<p>There is nothing to stitch and no dressing to wear. Plan for a few days on which you look as if you had "
        "caught the sun. If an important day is coming up, leave two weeks.</p>",
    ),
    introduction="What you can hope for, and where the limits are. Results differ from person to person.",
)

PROCEDURE = procedure(
    before(
        "Consultation",
        "<p>We sit down together, on a different day from any treatment. We talk about</p>"
        "<ul><li>what bothers you about your skin, and what you hope for</li>"
        "<li>your medical history, medicines, allergies and past treatments</li>"
        "<li>whether needling fits your skin type and any skin condition you have.</li></ul>"
        "<p>You leave with a written plan and the full price.</p>",
    ),
    before(
        "The week before",
        "<p>Stop retinol, acids and scrubs on the area. Keep out of strong sun. Tell us about a cold sore, a new "
        "medicine, an infection or a tan: we may need to wait.</p>",
    ),
    during(
        "The session",
        "<p>We clean your skin and put on a numbing cream, which stays on until the skin is dull to touch. Then "
        "the device is moved over the area in several passes and makes its small punctures. It feels like prickling, "
        "sharper over bone. You may see pinpoints of blood. You can ask us to stop at any moment.</p>",
        minutes=(30, 60),
    ),
    after(
        "Going home",
        "<p>Your skin is red, warm and a little swollen, as after a day in the sun. Follow the instructions your "
        "practitioner wrote down for you: stay out of the sun, use mild products, and keep your skin moisturised. We "
        "call you after two days.</p>",
    ),
)

AFTERCARE = aftercare(
    stage(
        days(0, 1),
        "Leave it alone",
        "<p>Do not touch your skin with unwashed hands. In the evening wash it with lukewarm water and the mild "
        "cleanser we give you. Sleep with your head raised. No make-up, and no sun from today on.</p>",
    ),
    stage(
        days(1, 3),
        "Red, warm and a little swollen",
        "<p>Moisturise as often as it feels tight. Leave out make-up, sport, sauna and swimming: sweat and water carry "
        "germs into the small channels. Cool, damp compresses help.</p>",
    ),
    stage(
        days(4, 7),
        "Dry and flaky",
        "<p>Light flaking is normal. Do not pick or scrub. Make-up is fine again, with clean brushes. Still no "
        "retinol, no acids and no vitamin C.</p>",
    ),
    stage(
        weeks(2, 6),
        "Calm outside, busy inside",
        "<p>Stay out of the sun, or cover up and use SPF 50. Go back to your usual products one at a time. The next "
        "session comes after four weeks at the earliest.</p>",
    ),
    introduction="The instructions you take home say the same, with our number on them.",
)

SESSIONS = section(
    "How many sessions will you need?",
    "<p>That depends on what you want to change. As a rule we plan <b>three to six sessions</b>, with <b>four to six "
    "weeks</b> between them, so that the skin has time to heal. Scars need more sessions than fine lines.</p>"
    "<p>Halfway through we look at your photographs together. If nothing has changed, we say so, and you need not go "
    "on. Afterwards one maintenance session <b>a year</b> may help to keep what you have gained.</p>",
    claim(
        "This was the median course in studies of needling alone for acne scars.",
        "needling-acne",
        value="3 treatments",
        unit="4 weeks apart",
        population="10 studies of needling without another treatment",
    ),
)

RESULTS = results(
    "<p>Nothing much happens in the first weeks, and that is normal. Skin often <b>feels</b> smoother first. Scars and "
    "lines change later, and in small steps: a dent gets shallower, its edge gets softer.</p>"
    "<p>A good result is a difference that you see without being told where to look. Some people do not reach it, and "
    "we cannot tell beforehand who. What has changed ages along with the rest of your skin.</p>",
    claim(
        "A Cochrane review found too little good evidence to say which treatment of acne scars works best.",
        "scars-cochrane",
        value="24 trials",
        unit="of treatments for acne scars",
        population="789 adults",
    ),
    onset=weeks(4, 8),
)

COMPARISON = before_after(
    ("scars-before", "Drawn cross-section of skin before: six dents of different depth and width."),
    ("scars-after", "Drawn cross-section of skin after: the same six dents, the wide ones shallower."),
    sessions=4,
    weeks_after=12,
    consent="drawing",
    heading="What “shallower” means: a drawing",
    note=(
        "This is an illustration of what that might look like. It shows nobody and is no result of ours. It explains "
        "which change can be hoped for: wide dents get shallower, narrow ones hardly change, and none goes completely. "
        "Yours may change more, less or not at all."
    ),
)

SUITABILITY = suitability(
    suits=(
        "Adults with dents or marks from acne",
        "Adults who notice fine lines and wrinkles",
        "Skin that is uneven in tone or texture",
        "Adults who want a fresher look and can plan for days, not weeks, of recovery",
    ),
    ask_first=(
        "You are pregnant or breastfeeding",
        "Your skin is brown or black, or marks easily: we test a small patch first",
        "You get cold sores",
        "You have diabetes, or an illness or medicine that slows healing",
        "You take blood thinners",
        "You have had filler, laser or a peel in the same area in recent months",
        "You have taken isotretinoin in the last six months",
    ),
    not_suitable=(
        "Infected, broken or inflamed skin in the area, such as active acne, eczema, psoriasis or a cold sore",
        "Keloid or raised scars, or a tendency to them",
        "A mole, wart or growth in the area that nobody has examined",
        "Chemotherapy or radiotherapy at present",
        "An allergy to the numbing cream",
        "Under 18",
    ),
    note="<p>These lists cannot know you. Only a consultation with a qualified professional can say whether "
    "microneedling is a sensible choice for your skin.</p>",
)

RISKS = risks(
    "Microneedling wounds the skin on purpose, so some reaction always follows. Please read this part before you book.",
    common=(
        ("Redness and warmth", "1–4 days", "Cool, damp compresses and the moisturiser we give you."),
        ("Mild swelling", "1–3 days", "Sleep with your head raised on the first night."),
        ("Tightness, dryness, light flaking", "up to a week", "Moisturise often and do not pick."),
        ("Pinpoint bleeding or small bruises", "hours to a week", "They fade without treatment."),
    ),
    uncommon=(
        ("Spots or milia", "days to weeks", "Call us before you put anything on them."),
        ("A cold sore that comes back", "1–2 weeks", "Tell us beforehand, so that you can take precautions."),
        ("Darker or lighter patches", "weeks to months", "More likely on darker skin and after sun."),
        ("Irritation or allergy to a product", "days", "Wash it off with water and call us."),
    ),
    serious=(
        ("Infection", "needs treatment", "Spreading redness, pus, growing pain or fever. See “When to get help”."),
        ("Lasting scars or track-like marks", "can be permanent", "More likely if needles go too deep."),
        ("A strong allergic reaction", "an emergency", "Trouble breathing or a swollen face: call 999."),
    ),
)

HELP = when_to_get_help(
    emergency(
        "You cannot breathe well, or your face, lips or tongue swell",
        "It may be a severe allergic reaction. Sit up, and do not drive yourself.",
    ),
    emergency("You feel faint, confused or very ill", "With a fever this can be a sign of blood poisoning."),
    urgent("Redness that spreads or turns hot, or pus", "It may be an infection, which gets worse without treatment."),
    urgent("A fever, or growing pain after the second day"),
    call_us("Blisters, or a cold sore", "Cold sores heal faster when treatment starts early."),
    call_us("A patch that turns darker or paler", "Cover it from the sun until we have seen it."),
    call_us("Redness that lasts longer than a week"),
    introduction="Redness, warmth and a little swelling are part of it. These signs are not.",
)

EVIDENCE = evidence(
    "Studies on microneedling are often small and use different needles and courses. This is what we rely on.",
    claim(
        "Every study in a review of needling for acne scars reported some improvement. The studies differed widely "
        "in quality, and their authors call the evidence moderate.",
        "needling-acne",
        population="18 studies, alone or with another treatment",
    ),
    claim(
        "Unwanted effects in that review were infrequent. They included darker patches, track-like scars, spots and "
        "milia.",
        "needling-acne",
    ),
    claim(
        "Not everyone is suited to microneedling, and tools that are not clean can cause an infection.", "needling-fda"
    ),
)

PRICES = prices(
    price("Face", 190, "Includes the numbing cream and the products for the first three days."),
    price("Face and neck", 240, "In one session of about an hour."),
    price("Abdomen or thighs", 280, "One area, up to the size of two hands."),
)

ALTERNATIVES = alternatives(
    alternative(
        "Chemical peel",
        "Works from the surface. The better choice for colour, dullness and blocked pores, not for dents.",
        "chemical-peel",
    ),
    alternative(
        "Cream with a retinoid",
        "Can soften fine lines and uneven tone when used for months. A pharmacist or GP can advise; not in pregnancy.",
    ),
    alternative(
        "Laser resurfacing or subcision",
        "For deep scars, often stronger than needling, with a longer recovery. We do neither: ask a dermatologist.",
    ),
    alternative(
        "Waiting",
        "Red and brown marks from acne fade by themselves over months, more so with daily sunscreen. Dents stay.",
    ),
    introduction="Needling is one way among several, and not always the one we would choose for you.",
)

WORD = quote(
    "When the photographs stop changing, we stop. Nobody needs a seventh session that does nothing.",
    "Miriam Wren",
    "Registered nurse, does the needling here",
)

FAQ = faq(
    (
        "Does it hurt?",
        "<p>The numbing cream takes away much of it. What is left feels like sandpaper or prickling, more so on the "
        "forehead and upper lip. Afterwards the skin stings for some hours.</p>",
    ),
    (
        "When can I go back to work?",
        "<p>You can work the next day if you do not mind being red. If you face customers or cameras, plan for two or "
        "three days.</p>",
    ),
    (
        "When will I see a difference?",
        "<p>Not in the first week. Collagen forms over several weeks, so we compare photographs after the third "
        "session.</p>",
    ),
    (
        "Can I wear make-up afterwards?",
        "<p>Leave it off for three days. The channels need to close first, and brushes carry bacteria.</p>",
    ),
    (
        "Can I do it myself with a roller?",
        "<p>We advise against it. Short home needles do little for scars, and longer ones are hard to keep sterile "
        "and to guide evenly.</p>",
    ),
    (
        "What if it does not work for me?",
        "<p>Then we stop. You pay for one session at a time, never for a course in advance.</p>",
    ),
)

PAGE = Treatment(
    slug="microneedling",
    title="Microneedling",
    alternate_names="Collagen induction therapy, Skin needling",
    summary=(
        "Very fine needles prompt your skin to repair itself and make new collagen. Over a course of sessions, acne "
        "scars, fine lines and uneven texture can look softer. Expect a few days of redness each time."
    ),
    seo_title="Microneedling in London: how it works, risks and price",
    search_description=(
        "What microneedling feels like, who it suits and who should wait, the risks, how many sessions you may need, "
        "and what one costs."
    ),
    picture="microneedling",
    body=(
        FACTS,
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
        FAQ,
        call_to_action(
            "Not sure whether it is for you?",
            "Tell us what bothers you. A practitioner reads it and answers honestly, even when the answer is no.",
            "Ask about microneedling",
        ),
        sources("scars-nhs"),
    ),
    author_page="miriam-wren",
    review=Review(by="ines-carvalho", days_ago=40),
    topics=Topics(
        categories=("needling",),
        concerns=("acne-scars", "fine-lines", "uneven-texture"),
        body_areas=("face", "neck", "abdomen", "legs"),
    ),
    related=("chemical-peel", "led-light-therapy"),
)
