"""A short article: sunscreen after a treatment."""

from datetime import date

from cms.demo.content import cited, claim, faq, section, sources
from cms.demo.outline import Article, Review

ARTICLE = Article(
    slug="sunscreen-after-a-treatment",
    title="Sunscreen after a treatment: how much, how often, how long",
    alternate_names="",
    summary="Fresh skin marks easily. A short guide to the one product that matters after a peel, needling or light.",
    seo_title="Sunscreen after a skin treatment",
    search_description=(
        "How much sunscreen to use after a peel, needling or light treatment, how often to put it on again, and for "
        "how many weeks."
    ),
    picture="parasol",
    author="",
    author_page="grace-adeyemi",
    review=Review(by="ines-carvalho", days_ago=90),
    published_on=date(2026, 6, 22),
    updated_on=date(2026, 6, 22),
    treatment=None,
    is_live=True,
    tags=("aftercare", "sun"),
    introduction=(
        "<p>Needles, acids and light have one thing in common: for some weeks the skin answers the sun with marks. "
        "You can prevent most of that for the price of one bottle.</p>"
    ),
    body=(
        section(
            "Which one",
            "<p>Look for two things on the bottle, and ignore the rest of the label. A plain one without perfume is "
            "best on skin that has just been treated.</p>",
            claim(
                "The label should say a sun protection factor of at least 30 and at least four stars for UVA.",
                "sun-nhs",
                value="SPF 30 and four stars",
                unit="at least",
            ),
            claim("You can burn in the UK, even when it is cloudy.", "sun-nhs"),
        ),
        section(
            "How much, how often",
            "<p>More than you think. For face and neck squeeze out two to three lines as long as a finger. "
            + cited(
                "Put it on half an hour before you go out, once more at the door, and then every two hours outdoors.",
                "sun-nhs",
            )
            + " Again after swimming or sweating.</p>"
            "<p>A hat with a brim does more for cheeks and nose than any cream. Shade is best around midday.</p>",
        ),
        section(
            "How long",
            "<ul><li>After needling: six weeks.</li><li>After a peel: a month.</li>"
            "<li>After IPL or laser: four to six weeks, and four weeks before.</li>"
            "<li>After that: as long as you like your skin.</li></ul>",
        ),
        faq(
            (
                "When may I put it on after a session?",
                "<p>After a peel, light or laser: the same day. After needling: from the next morning, when the "
                "channels have closed. Until then a hat and shade do the work.</p>",
            ),
            (
                "Does brown or black skin need it too?",
                "<p>After a treatment, yes: it marks more readily, not less. Tinted sunscreens leave no grey film.</p>",
            ),
            (
                "Is last year’s bottle still good?",
                "<p>Look at the date. If it has lain in a hot car or separates, buy a new one.</p>",
            ),
        ),
        sources(),
    ),
)
