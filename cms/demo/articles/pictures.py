"""A short article: how to look at pictures of before and after."""

from datetime import date

from cms.demo.content import claim, section, sources
from cms.demo.outline import Article, Review

ARTICLE = Article(
    slug="how-to-read-before-and-after-pictures",
    title="How to read before-and-after pictures",
    alternate_names="",
    summary="Light, angle, a smile, ten days of waiting: what changes in a picture besides the skin, and what to ask.",
    seo_title="How to read before-and-after pictures",
    search_description=(
        "Six things to look for in before-and-after pictures of skin treatments, why we show drawings instead, and "
        "what to ask a clinic."
    ),
    picture="two-frames",
    author="",
    author_page="daniel-rowe",
    review=Review(by="ines-carvalho", days_ago=60),
    published_on=date(2026, 8, 3),
    updated_on=date(2026, 8, 3),
    treatment=None,
    is_live=True,
    tags=("choosing", "pictures"),
    introduction=(
        "<p>Two photographs say more than a page of text. That is the trouble: they also say things that are not so, "
        "and nobody has to lie for it. Here is how to look twice.</p>"
    ),
    body=(
        section(
            "Six things that change besides the skin",
            "<ol><li><b>Light.</b> From the side it shows every dent; from the front it hides them.</li>"
            "<li><b>Angle.</b> A chin that is lifted by a finger’s width looks firmer.</li>"
            "<li><b>Expression.</b> A smile fills cheeks and moves folds.</li>"
            "<li><b>Make-up and moisturiser.</b> Wet skin reflects, and lines vanish.</li>"
            "<li><b>Time.</b> Two weeks after filler there is still some swelling, and it looks like a result.</li>"
            "<li><b>Choice.</b> You see the best of many. How the others went you are not told.</li></ol>",
        ),
        section(
            "What to ask",
            "<ul><li>How many sessions lie between the pictures, and how many weeks?</li>"
            "<li>What else was done in the meantime?</li>"
            "<li>How many people had less of a change than this one?</li>"
            "<li>Did the person agree to be shown here, and may they still say no?</li></ul>"
            "<p>A good clinic has the answers at hand.</p>",
            claim(
                "Doctors in the UK must not make claims about cosmetic treatments that they cannot justify, and must "
                "not play down the risks.",
                "cosmetic-gmc",
            ),
        ),
        section(
            "Why we show drawings",
            "<p>Wren &amp; Rowe is an example clinic: it has no patients, so it has no pictures of any. The "
            "comparisons on this website are drawn and say so. They explain what a change can look like; they prove "
            "nothing.</p>",
        ),
        sources("cosmetic-nhs"),
    ),
)
