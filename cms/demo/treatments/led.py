"""LED light therapy: low risk, modest evidence, and the page says so."""

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
    sessions=(6, 10),
    spacing=(1, 1),
    downtime_time=days(0, 0),
    downtime="None",
    anaesthesia="None needed",
    onset_time=weeks(4, 6),
    onset="After four to six weeks, if at all",
    longevity="Weeks after the last session",
    areas=("Face", "Neck", "Chest"),
    price=Price(45, "per session", "Example price. Paid session by session; we stop when nothing changes."),
)

OVERVIEW = section(
    "What is LED light therapy?",
    "<p>You lie under a panel of small lamps that glow red, blue or both. The light is bright, but it is cool and "
    "has no ultraviolet, so it does not tan you.</p>"
    "<p>Red light is used for redness and fine lines, blue light for mild acne. We also use red light to calm skin "
    "after other treatments.</p>",
)

MECHANISM = how_it_works(
    "<p>Cells take up light. Red light is thought to nudge them to use energy and repair themselves. Blue light "
    "harms a kind of bacteria that lives in pores and plays a part in acne.</p>"
    "<p>In the laboratory this can be measured. How much of it arrives in living skin, and which dose is right, is "
    "still being studied.</p>",
)

BENEFITS = benefits(
    benefit("Calmer skin", "<p>Redness may settle a little sooner, for example after needling.</p>"),
    benefit("Fewer inflamed spots", "<p>Blue light may help with mild acne while you come regularly.</p>"),
    benefit("Slightly smoother lines", "<p>Red light may soften fine lines over many sessions. Expect little.</p>"),
    introduction="We offer this because it is gentle and some people find it helps. Please read what is known.",
)

EVIDENCE = evidence(
    "Many studies, small ones, with very different lamps. That is why we promise so little.",
    claim(
        "A Cochrane review of light for acne found that evidence of high quality is lacking.",
        "light-acne",
        value="71 trials",
        unit="of light treatments for acne",
        population="4,211 people, mostly with mild to moderate acne",
    ),
    claim(
        "In one trial, people treated with red light twice a week, 30 times, had smoother skin than people who were "
        "not. Those lamps were large and unlike our panel.",
        "light-lines",
        population="113 volunteers treated, 23 not treated",
    ),
    claim(
        "Dermatologists who tried a yellow LED lamp on their own patients saw mixed results.",
        "led-review",
        population="21 patients",
    ),
)

PROCEDURE = procedure(
    before("Consultation", "<p>We ask about medicines, your eyes, migraine and epilepsy, and agree on a goal.</p>"),
    during(
        "Under the panel",
        "<p>We clean your skin, you put on goggles, and the lamps come on. It is warm like a reading light. Doze if "
        "you like.</p>",
        minutes=(20, 30),
    ),
    after(
        "Afterwards",
        "<p>You can go straight back to what you were doing. After six sessions we compare photographs.</p>",
    ),
)

AFTERCARE = aftercare(
    stage(hours(0, 24), "Nothing special", "<p>A plain moisturiser if your skin feels dry. You can wear make-up.</p>"),
    stage(
        weeks(1, 6),
        "Between sessions",
        "<p>Sunscreen as always. Tell us about a new medicine before the next session: some make skin and eyes "
        "sensitive to light.</p>",
    ),
)

RESULTS = results(
    "<p>Do not expect to see anything after one session. If light helps you, spots are fewer or redness is calmer "
    "after about six. It is a small change, and it fades within weeks when you stop coming.</p>"
    "<p>Scars, folds and brown marks stay as they are.</p>",
    onset=weeks(4, 6),
)

SUITABILITY = suitability(
    suits=("Mild acne", "Redness after another treatment", "Adults with patience and modest hopes"),
    ask_first=(
        "You take a medicine that makes skin sensitive to light",
        "You have a disease of the retina",
        "Migraine that light can set off",
        "You are pregnant: there is little research",
    ),
    not_suitable=("Epilepsy triggered by light", "Lupus or porphyria", "A skin cancer or unexplained spot in the area"),
)

RISKS = risks(
    "Side effects are few. Eyes need care all the same.",
    common=(("Slight redness or dryness", "hours", "A plain moisturiser."),),
    uncommon=(
        ("Headache", "hours", "Close your eyes under the goggles, and tell us next time."),
        ("Brown patches", "weeks", "Light can feed melasma. We stop if you notice it."),
    ),
    serious=(("Harm to the eyes without goggles", "may last", "Keep them on. Changed sight: go to A&E."),),
)

HELP = when_to_get_help(
    emergency("A seizure", "Lay the person on their side once it stops, and stay with them."),
    urgent("Your sight changes, or an eye hurts", "Go straight to A&E, and say which lamps you were under."),
    call_us("A headache that returns with each session", "Light may not be for you."),
    call_us("Redness that lasts beyond a day, or a rash"),
    call_us("A patch that turns brown", "We stop, because light can feed it."),
)

PRICES = prices(
    price("Face, neck or chest", 45, "One area, about half an hour."),
    price("After needling or a peel with us", 25, "Red light for ten minutes, on the same day."),
)

ALTERNATIVES = alternatives(
    alternative(
        "Acne creams and gels",
        "For mild acne guidelines begin with creams and gels, not with light. Ask a pharmacist or your GP which.",
    ),
    alternative("IPL photofacial", "Stronger, for veins and sun spots, with more risks.", "ipl-photofacial"),
    alternative("Microneedling", "For lines and scars, with a few days of redness.", "microneedling"),
    alternative("Nothing", "Mild acne often settles with time, and fine lines do no harm."),
)

FAQ = faq(
    (
        "Is a mask for home as good?",
        "<p>We do not know. Home masks are weaker, and you can use them more often. A good one costs as much as "
        "several sessions here.</p>",
    ),
    ("Does it tan or burn?", "<p>No. The lamps give off no ultraviolet light and little heat.</p>"),
    ("How soon will I know?", "<p>After six sessions. If your photographs look alike, we advise you to stop.</p>"),
)

PAGE = Treatment(
    slug="led-light-therapy",
    title="LED light therapy",
    alternate_names="Photobiomodulation, Red and blue light",
    summary=(
        "Half an hour under cool red or blue lamps. It may calm redness and mild acne, and it asks for patience: the "
        "evidence is mixed and the change, if it comes, is small."
    ),
    seo_title="LED light therapy in London: what is known",
    search_description=(
        "Red and blue LED light for skin: what studies found and did not find, how many sessions, the risk for eyes, "
        "and what one costs."
    ),
    picture="led",
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
            "Worth a try for you?",
            "Tell us what you hope for. We say whether light is likely to get you there.",
            "Ask about LED",
        ),
        sources("acne-nice"),
    ),
    author_page="grace-adeyemi",
    review=Review(by="ines-carvalho", days_ago=200),
    topics=Topics(
        categories=("light-and-laser",),
        concerns=("mild-acne", "redness", "fine-lines"),
        body_areas=("face", "neck", "chest"),
    ),
)
