"""What the demo says: the facts of microneedling, no figure without a source, the whole story of each treatment."""

import re

import pytest
from django.utils.html import strip_tags
from wagtail.images import get_image_model
from wagtail.models import Page

from treatment_pages.models import TreatmentArticlePage, TreatmentPage

FIGURES = ("1 million", "40 percent", "85 percent", "70 percent", "50 percent", "30 percent", "90 percent", "24 hours")
"""What the draft says without a source; the published page does without, also as “40 %” and “millions”."""

pytestmark = [pytest.mark.xdist_group("demo"), pytest.mark.usefixtures("demo_site")]


@pytest.fixture
def draft(demo_site) -> TreatmentArticlePage:
    return TreatmentArticlePage.objects.get(slug="microneedling-explained")


def live_pages() -> list[Page]:
    return list(Page.objects.live().filter(depth__gt=1).specific().order_by("path"))


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


@pytest.mark.parametrize(
    "slug",
    [
        "microneedling",
        "chemical-peel",
        "ipl-photofacial",
        "hydrating-facial",
        "led-light-therapy",
        "dermal-filler",
        "laser-hair-removal",
    ],
)
def test_a_treatment_page_tells_the_whole_story(slug):
    page = TreatmentPage.objects.get(slug=slug)
    kinds = {block.block_type for block in page.body}
    assert {
        "key_facts",
        "section",
        "how_it_works",
        "benefits",
        "procedure",
        "suitability",
        "risks",
        "faq",
        "call_to_action",
        "sources",
    } <= kinds
    risks, suitability = blocks(page, "risks")[0], blocks(page, "suitability")[0]
    assert all(risks[name] for name in ("common", "uncommon", "serious"))
    assert all(suitability[name] for name in ("suitable_for", "ask_first", "not_suitable_for"))
    assert 3 <= len(blocks(page, "faq")[0]["items"]) <= 6
    assert any("get help" in value["heading"] for value in blocks(page, "section"))
    assert page.body.stream_block.clean(page.body)
    assert 120 <= len(page.search_description) <= 155
    assert "Example price" in page.key_facts["price"]["conditions"]


def test_every_picture_is_described(client):
    assert [image.title for image in get_image_model().objects.all() if not image.description] == []
    for page in live_pages():
        html = client.get(page.get_url()).content.decode()
        assert [tag for tag in re.findall(r"<img\b[^>]*>", html) if "alt=" not in tag] == []


def test_no_page_advertises_a_prescription_medicine_or_promises(client):
    forbidden = re.compile(r"botox|botulinum|rejuvenat|youthful|painless|guaranteed", re.IGNORECASE)
    found = {page.slug: forbidden.findall(visible_text(client, page)) for page in live_pages()}
    assert {slug: words for slug, words in found.items() if words} == {}
