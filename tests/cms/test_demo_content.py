"""What the demo says: the facts of microneedling, no figure without a source, the whole story of each treatment."""

import re
from html import unescape

import pytest
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.images import get_image_model
from wagtail.models import Page

from treatment_pages.editorial.engine import check_page
from treatment_pages.models import PractitionerPage, ReaderQuestion, TreatmentArticlePage, TreatmentPage

FIGURES = ("1 million", "40 percent", "85 percent", "70 percent", "50 percent", "30 percent", "90 percent", "24 hours")
"""What the draft says without a source; the published page does without, also as “40 %” and “millions”."""

FACTS = {
    "Microneedling": ("Collagen induction therapy",),
    "At a glance": (
        "30–60 minutes",
        "3–6, with 4–6 weeks between",
        "once a year",
        "numbing cream (topical anaesthetic)",
        "a few days of mild redness and swelling",
        "several weeks of healing",
        "Face, Neck, Abdomen, Thighs",
    ),
    "What is microneedling?": (
        "collagen induction therapy",
        "hand-held device",
        "needles are very fine",
        "small, even punctures",
        "repairs itself",
        "face and neck",
        "abdomen and thighs",
    ),
    "How it works": (
        "your practitioner sets how deep the needles go and how close together they land",
        "decided for you",
        "new collagen and elastin",
        "several weeks",
    ),
    "What it can do": (
        "Smoother texture",
        "Scars that stand out less",
        "Softer signs of ageing",
        "Skin that takes in more",
        "A short recovery",
        "few days",
    ),
    "What happens, step by step": (
        "what bothers you about your skin, and what you hope for",
        "medical history",
        "fits your skin type and any skin condition",
        "numbing cream",
        "makes its small punctures",
        "30–60 minutes",
        "follow the instructions your practitioner wrote down",
        "stay out of the sun",
        "mild products",
        "moisturised",
    ),
    "Looking after your skin": ("mild cleanser", "moisturise", "out of the sun", "a little swollen"),
    "How many sessions will you need?": (
        "depends on what you want to change",
        "three to six sessions",
        "four to six weeks",
        "one maintenance session a year",
    ),
    "Is it right for you?": (
        "dents or marks from acne",
        "fine lines and wrinkles",
        "uneven in tone or texture",
        "days, not weeks, of recovery",
        "consultation with a qualified professional",
    ),
}
"""What a visitor of microneedling is told, by the heading under which it stands."""
TREATMENTS = (
    "microneedling",
    "chemical-peel",
    "ipl-photofacial",
    "hydrating-facial",
    "led-light-therapy",
    "dermal-filler",
    "laser-hair-removal",
)

pytestmark = [pytest.mark.xdist_group("demo"), pytest.mark.usefixtures("demo_site")]


@pytest.fixture
def draft(demo_site) -> TreatmentArticlePage:
    return TreatmentArticlePage.objects.get(slug="microneedling-explained")


def live_pages() -> list[Page]:
    return list(Page.objects.live().filter(depth__gt=1).specific().order_by("path"))


def english(model):
    """The pages of the main language; the German ones have tests of their own."""
    return model.objects.filter(locale__language_code="en-gb")


def blocks(page, kind: str) -> list:
    return [block.value for block in page.body if block.block_type == kind]


def claims_of(value) -> list:
    """Every claim below a block's value, wherever it stands."""
    if hasattr(value, "items") and "statement" in value:
        return [value]
    children = value.values() if hasattr(value, "values") else value if hasattr(value, "bound_blocks") else ()
    return [claim for child in children for claim in claims_of(child)]


def all_claims(page) -> list:
    return [claim for block in page.body for claim in claims_of(block.value)]


def visible_text(client, page) -> str:
    """The words between the tags, as one line."""
    return " ".join(strip_tags(client.get(page.get_url()).content.decode()).split())


def parts_of(html: str) -> dict[str, str]:
    """The words below each heading of the page, as one line in small letters."""
    pieces = re.split(r"<h[12]\b[^>]*>(.*?)</h[12]>", html, flags=re.DOTALL)[1:]
    plain = [" ".join(unescape(strip_tags(piece)).split()) for piece in pieces]
    return {heading: text.lower() for heading, text in zip(plain[::2], plain[1::2], strict=True)}


def test_every_published_page_opens(client):
    answers = {page.get_url(): client.get(page.get_url()).status_code for page in live_pages()}
    assert set(answers.values()) == {200}
    assert {"/", "/treatments/", "/treatments/microneedling/", "/about/", "/privacy/"} <= answers.keys()


def test_microneedling_carries_the_key_facts(microneedling):
    facts = microneedling.key_facts
    ranges = {
        name: (facts[name]["minimum"], facts[name]["maximum"])
        for name in ("session_minutes", "sessions", "spacing_weeks")
    }
    assert ranges == {"session_minutes": (30, 60), "sessions": (3, 6), "spacing_weeks": (4, 6)}
    assert facts["maintenance_per_year"] == 1
    assert "topical anaesthetic" in facts["anaesthesia"]
    assert all(word in facts["downtime"] for word in ("few days", "mild redness and swelling", "sunburn"))
    assert "several weeks" in facts["onset"]
    assert list(facts["areas"]) == ["Face", "Neck", "Abdomen", "Thighs"]
    assert facts["price"]["unit"]
    assert "Example price" in facts["price"]["conditions"]
    assert "Collagen induction therapy" in microneedling.alternate_names


def test_microneedling_names_its_five_benefits(microneedling):
    titles = [item["title"] for item in blocks(microneedling, "benefits")[0]["items"]]
    assert len(titles) == 5
    for word in ("texture", "scars", "ageing", "takes in more", "short recovery"):
        assert any(word in title.lower() for title in titles)


def test_microneedling_tells_what_happens_before_during_and_after(microneedling):
    steps = blocks(microneedling, "procedure")[0]["steps"]
    phases = {
        phase: " ".join(str(step["text"]) for step in steps if step["phase"] == phase)
        for phase in ("before", "during", "after")
    }
    assert all(word in phases["before"] for word in ("medical history", "skin type", "hope for"))
    assert all(word in phases["during"] for word in ("numbing cream", "punctures"))
    assert all(word in phases["after"] for word in ("Follow the instructions", "out of the sun", "mild", "moisturised"))


def test_microneedling_says_whom_it_suits_and_whom_not(microneedling):
    lists = blocks(microneedling, "suitability")[0]
    suits = [line.lower() for line in lists["suitable_for"]]
    assert len(suits) == 4
    for word in ("acne", "lines and wrinkles", "tone or texture", "recovery"):
        assert any(word in line for line in suits)
    assert lists["ask_first"]
    assert lists["not_suitable_for"]


def test_the_published_page_has_none_of_the_unsourced_statistics(client, microneedling):
    text = visible_text(client, microneedling)
    spellings = [figure.removeprefix("1 ").replace(" percent", " ?(percent|%)") for figure in FIGURES]
    assert [spelling for spelling in spellings if re.search(spelling, text, re.IGNORECASE)] == []


def test_the_draft_holds_six_claims_without_source(draft):
    claims = all_claims(draft)
    assert [claim["source"] for claim in claims] == [None] * 6
    figures = " ".join(f"{claim['statement']} {claim['value']} {claim['unit']}" for claim in claims)
    assert [figure for figure in FIGURES if figure not in figures] == []


def test_the_draft_has_the_shape_of_the_article_genre(draft):
    assert draft.introduction
    assert len(blocks(draft, "benefits")[0]["items"]) == 5
    assert [step["phase"] for step in blocks(draft, "procedure")[0]["steps"]] == ["before", "during", "after"]
    assert len(blocks(draft, "suitability")[0]["suitable_for"]) == 4
    assert draft.treatment.slug == "microneedling"


def test_visitors_do_not_see_the_draft(client, draft):
    assert not draft.live
    assert draft.latest_revision is not None
    assert client.get("/treatments/microneedling-explained/").status_code == 404
    assert draft.title not in client.get("/treatments/").content.decode()


def test_every_published_claim_has_a_source_with_an_address():
    pages = [*TreatmentPage.objects.live(), *TreatmentArticlePage.objects.live()]
    claims = [claim for page in pages for claim in all_claims(page)]
    assert len(claims) > 20
    assert [claim["statement"] for claim in claims if claim["source"] is None] == []
    assert {claim["source"].link[:8] for claim in claims} == {"https://"}


@pytest.mark.parametrize("slug", TREATMENTS)
def test_a_treatment_page_tells_the_whole_story(slug):
    page = english(TreatmentPage).get(slug=slug)
    kinds = {block.block_type for block in page.body}
    assert {
        "key_facts",
        "section",
        "how_it_works",
        "benefits",
        "results",
        "procedure",
        "aftercare",
        "suitability",
        "risks",
        "when_to_get_help",
        "prices",
        "alternatives",
        "faq",
        "call_to_action",
        "sources",
    } <= kinds
    risks, suitability = blocks(page, "risks")[0], blocks(page, "suitability")[0]
    assert all(risks[name] for name in ("common", "uncommon", "serious"))
    assert all(suitability[name] for name in ("suitable_for", "ask_first", "not_suitable_for"))
    assert 3 <= len(blocks(page, "faq")[0]["items"]) <= 6
    assert page.body.stream_block.clean(page.body)
    assert 120 <= len(page.search_description) <= 155
    assert "Example price" in page.key_facts["price"]["conditions"]


@pytest.mark.parametrize("slug", TREATMENTS)
def test_a_treatment_page_is_signed_and_reviewed(client, slug):
    page = english(TreatmentPage).get(slug=slug)
    assert page.author_page.live
    assert page.medical_reviewer.slug == "ines-carvalho"
    assert page.reviewed_on <= timezone.localdate() < page.review_due_on
    assert not page.is_changed_since_review
    assert page.reviewed_revision == page.live_revision
    assert page.medical_reviewer.title in visible_text(client, page)


@pytest.mark.parametrize("slug", TREATMENTS)
def test_a_treatment_is_found_by_category_concern_and_area(slug):
    page = english(TreatmentPage).get(slug=slug)
    terms = [*page.categories.all(), *page.concerns.all(), *page.body_areas.all()]
    assert all(terms.exists() for terms in (page.categories, page.concerns, page.body_areas))
    assert [term.name for term in terms if not term.description] == []
    assert page.practitioners.live().exists()


@pytest.mark.parametrize("slug", TREATMENTS)
def test_a_treatment_says_when_to_get_help_and_where(slug):
    block = blocks(english(TreatmentPage).get(slug=slug), "when_to_get_help")[0]
    assert {"emergency", "urgent", "call_clinic"} == {item["urgency"] for item in block["items"]}
    assert "020 7946 0321" in block["introduction"]
    assert "111" in block["introduction"]


@pytest.mark.parametrize("slug", TREATMENTS)
def test_every_price_says_what_it_buys_and_that_it_is_an_example(slug):
    page = english(TreatmentPage).get(slug=slug)
    block = blocks(page, "prices")[0]
    prices = [item["price"] for item in block["items"]]
    assert all(price["amount_from"] and price["unit"] and price["currency"] == "GBP" for price in prices)
    assert min(price["amount_from"] for price in prices) <= page.price_from
    assert "invented" in str(block["note"])


@pytest.mark.parametrize("slug", TREATMENTS)
def test_alternatives_include_other_ways_than_ours(slug):
    items = blocks(english(TreatmentPage).get(slug=slug), "alternatives")[0]["items"]
    links = [item["page"] for item in items if item["page"]]
    assert len(items) > len(links)
    assert all(page.live for page in links)


def test_microneedling_says_each_fact_in_its_place(client, microneedling):
    parts = parts_of(client.get(microneedling.get_url()).content.decode())
    missing = [
        (heading, fact) for heading, facts in FACTS.items() for fact in facts if fact.lower() not in parts[heading]
    ]
    assert missing == []


def test_the_preview_of_the_draft_marks_its_claims_as_unsourced(draft):
    html = draft.make_preview_request().content.decode()
    text = " ".join(strip_tags(html).split())
    assert [figure for figure in FIGURES if figure not in text] == []
    assert html.count('class="tp-unsourced') == 6


def test_the_comparison_says_that_it_is_a_drawing(client, microneedling):
    block = blocks(microneedling, "before_after")[0]
    assert block["consent"].is_valid()
    assert "example" in str(block["consent"])
    assert "This is an illustration of what that might look like." in visible_text(client, microneedling)


def test_the_film_is_small_and_told_in_words(microneedling):
    film = blocks(microneedling, "video")[0]
    assert film.is_shown
    assert film["file"].get_file_size() < 200_000
    assert "five layers" in str(film["transcript"])


def test_words_of_clients_are_marked_as_made_up():
    pages = [*TreatmentPage.objects.live(), *TreatmentArticlePage.objects.live()]
    found = [value for page in pages for value in blocks(page, "testimonial")]
    assert found
    assert all("invented" in value["who"] and "made up" in value["provenance_note"] for value in found)


def test_the_team_stands_below_the_page_about_the_clinic(client):
    html = client.get("/about/").content.decode()
    people = english(PractitionerPage).live()
    assert people.count() == 4
    assert [person.title for person in people if f'href="{person.get_url()}"' not in html] == []


def test_registrations_are_marked_as_examples(client):
    for person in english(PractitionerPage).live():
        assert person.registration_number.startswith("EX-")
        assert "example" in person.registration_number
        assert person.registration_body
        assert all(credential.awarded_by.startswith("Example ") for credential in person.credentials.all())
        assert "An example: this person" in visible_text(client, person)


def test_no_phone_number_rings_anywhere(client):
    ours = re.compile(r"020 7946 0\d{3}|07700 900\d{3}|0303 123 1113")
    numbers = re.compile(r"\b0\d{2,4} \d{3,4} ?\d{3,4}\b")
    found = {number for page in live_pages() for number in numbers.findall(visible_text(client, page))}
    assert found
    assert [number for number in found if not ours.fullmatch(number)] == []


def test_articles_have_tags_and_authors_with_pages():
    articles = TreatmentArticlePage.objects.live()
    assert articles.count() == 4
    assert all(article.tags.exists() and article.author_page.live for article in articles)
    assert [article.slug for article in articles if article.takes_questions] == ["acne-scars-what-can-change"]


def test_visitors_read_answered_questions_only(client):
    article = TreatmentArticlePage.objects.get(slug="acne-scars-what-can-change")
    text = visible_text(client, article)
    shown = {question.status for question in ReaderQuestion.objects.all() if question.text in text}
    assert shown == {"published"}
    assert set(ReaderQuestion.objects.values_list("status", flat=True)) == {"published", "held", "quarantined"}


def test_every_picture_is_described(client):
    assert [image.title for image in get_image_model().objects.all() if not image.description] == []
    for page in live_pages():
        html = client.get(page.get_url()).content.decode()
        assert [tag for tag in re.findall(r"<img\b[^>]*>", html) if "alt=" not in tag] == []


def test_no_page_advertises_a_prescription_medicine_or_promises(client):
    forbidden = re.compile(
        r"botox|botulinum|rejuvenat|youthful|painless|guaranteed|risk-free|flawless|miracle|100 ?%", re.IGNORECASE
    )
    found = {page.slug: forbidden.findall(visible_text(client, page)) for page in live_pages()}
    assert {slug: words for slug, words in found.items() if words} == {}


def test_published_pages_stand_the_editorial_checks(demo_site):
    checked = [page for model in (TreatmentPage, TreatmentArticlePage) for page in model.objects.live()]
    assert len(checked) >= 12
    for profile in ("base", "uk", "eu-de"):
        errors = {page.slug: check_page(page, profile=profile).errors for page in checked}
        assert {slug: found for slug, found in errors.items() if found} == {}


def test_draft_without_sources_shows_what_the_checks_find(demo_site):
    draft = TreatmentArticlePage.objects.get(live=False).get_latest_revision_as_object()
    report = check_page(draft, profile="base")
    assert {found.rule for found in report.errors} == {"CLM-01", "CLM-02"}
    assert len({found.sentence for found in report.errors}) == 6
