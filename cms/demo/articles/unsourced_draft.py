"""A draft on microneedling whose six figures have no source: what an editor gets to see before publishing."""

from datetime import date

from cms.demo.content import (
    after,
    before,
    benefit,
    benefits,
    claim,
    during,
    how_it_works,
    procedure,
    section,
    suitability,
)
from cms.demo.outline import Article

ARTICLE = Article(
    slug="microneedling-explained",
    title="Microneedling explained: what it may do for your skin",
    alternate_names="Collagen induction therapy",
    summary="A first look at microneedling: what happens in the skin, what people hope for, and how a course is "
    "planned.",
    seo_title="",
    search_description=(
        "A plain first look at microneedling: what happens in the skin, what people hope for, and how a course of "
        "sessions is planned."
    ),
    picture="microneedling",
    author="Nora Lindqvist",
    author_page=None,
    review=None,
    published_on=date(2026, 5, 11),
    updated_on=date(2026, 5, 13),
    treatment="microneedling",
    is_live=False,
    introduction=(
        "<p>People ask about microneedling when they would like smoother skin or softer scars. Sterile, fine needles "
        "make small wounds, and the skin forms collagen and elastin as it mends them. Here is what the treatment is, "
        "how it works, what it may bring and how a session goes.</p>"
    ),
    body=(
        section(
            "What microneedling is",
            "<p>It is a cosmetic treatment with a hand-held device, and its other name is collagen induction "
            "therapy. The device makes controlled wounds, far too small to stitch, and the skin’s own repair does "
            "the rest. Face and neck are treated most, and it is also done on abdomen and thighs.</p>",
            claim(
                "The American Society for Aesthetic Plastic Surgery counts more than a million microneedling "
                "procedures in the U.S. every year.",
                value="over 1 million",
                unit="procedures a year in the U.S.",
            ),
        ),
        how_it_works(
            "<p>A trained practitioner sets the depth of the needles and the gaps between them for each person. As the "
            "small wounds mend, the body makes more collagen and elastin, which keep skin firm and moist. Mending "
            "takes several weeks.</p>",
            claim(
                "In a clinical study, texture and elasticity of the skin improved by 40 percent after three sessions.",
                value="40 percent",
                unit="improvement in texture and elasticity",
                population="after three sessions",
            ),
        ),
        benefits(
            benefit(
                "Better texture",
                "<p>With more collagen, rough areas, lines and wrinkles may be less visible.</p>",
                claim(
                    "In a survey, 85 percent of those asked said that they could see an improvement.",
                    value="85 percent",
                    unit="reported a visible improvement",
                ),
            ),
            benefit(
                "Fainter scars",
                "<p>Scars from acne or an operation may become less noticeable with time.</p>",
                claim(
                    "About 70 percent of people with acne scars saw them reduced by 50 percent.",
                    value="70 percent; 50 percent",
                    unit="of people; reduction of acne scars",
                    population="after several sessions",
                ),
            ),
            benefit(
                "Signs of ageing",
                "<p>The skin makes less collagen and elastin with the years. Needling asks it to make more.</p>",
                claim(
                    "One study measured wrinkles that were 30 percent shallower.",
                    value="30 percent",
                    unit="improvement in wrinkle depth",
                ),
            ),
            benefit(
                "Products sink in",
                "<p>Right after a session the skin lets more through, so serums and moisturisers reach further. Use "
                "only what your practitioner gives you.</p>",
            ),
            benefit(
                "Short downtime",
                "<p>Redness and a little swelling, like sunburn, last for a few days.</p>",
                claim(
                    "Some 90 percent are back to their usual day within 24 hours.",
                    value="90 percent",
                    unit="back to usual activities within 24 hours",
                ),
            ),
            heading="What it may bring",
        ),
        procedure(
            before(
                "The consultation",
                "<p>You talk about your concerns, your hopes and your medical history, and find out whether the "
                "treatment fits your skin type and any condition you have.</p>",
            ),
            during(
                "The session itself",
                "<p>A numbing cream goes on first. Then the device makes its small wounds. Depending on the area, that "
                "is done in half an hour to an hour.</p>",
                minutes=(30, 60),
            ),
            after(
                "Looking after your skin",
                "<p>Do as your practitioner has told you: keep out of the sun, use mild products, and moisturise.</p>",
            ),
            heading="How a session goes",
        ),
        section(
            "How many sessions",
            "<p>It depends on what you want to change. A common plan is three to six sessions, four to six weeks "
            "apart, and then one a year to keep the result.</p>",
        ),
        suitability(
            suits=(
                "Adults with scars from acne",
                "Adults with fine lines and wrinkles",
                "Uneven skin tone or texture",
                "Adults who want fresher-looking skin without a long recovery",
            ),
            note="<p>Ask a qualified professional whether it suits you.</p>",
            heading="Who it may suit",
        ),
        section(
            "In short",
            "<p>Microneedling uses the skin’s own repair. It may help with texture, scars and lines.</p>"
            "<p>A good talk beforehand and care afterwards matter as much as the session. If you are thinking about "
            "it, ask a qualified professional what it could and could not do for you.</p>",
        ),
    ),
)
