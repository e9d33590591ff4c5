"""Claims in rich text: read, numbered among the others, and never lost."""

import json
import re
from html import unescape

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import ReferenceIndex
from wagtail.rich_text import RichText, expand_db_html
from wagtail.test.utils.form_data import rich_text, streamfield

from tests import factories
from tests.treatment_pages.reading import without_data
from tests.treatment_pages.test_admin import form_data
from treatment_pages.blocks.base import INLINE_FEATURES, TEXT_FEATURES
from treatment_pages.blocks.evidence import ClaimBlock, SourcesBlock
from treatment_pages.blocks.text import SectionBlock
from treatment_pages.claims import claim_source_ids, without_claims
from treatment_pages.models import Source


def claim(source: Source | int, sentence: str = "Redness settles within days.") -> str:
    return f'<a linktype="claim" id="{getattr(source, "pk", source)}">{sentence}</a>'


def section(text: str, *claims: dict) -> tuple[str, dict]:
    return ("section", {"heading": "Findings", "text": RichText(text), "claims": list(claims)})


def render(body: str, **context) -> str:
    template = Template("{% load citation_tags wagtailcore_tags %}" + body)
    return template.render(Context({"request": RequestFactory().get("/"), **context}))


def numbers(html: str) -> list[str]:
    return re.findall(r'<sup class="tp-cite"><a [^>]*>(\d+)</a></sup>', html)


@pytest.fixture
def source(db):
    return factories.SourceFactory(title="First study")


@pytest.fixture
def other_source(db):
    return factories.SourceFactory(title="Second study")


@pytest.fixture
def read(client, treatment_page, clinic):
    """Publish these blocks as the treatment page's body and read the page as a visitor."""

    def read(*body) -> str:
        treatment_page.body = list(body)
        treatment_page.save_revision().publish()
        return without_data(client.get(treatment_page.url).content.decode())

    return read


def test_the_sources_of_a_text_are_read_in_order_and_once():
    text = f'<p>{claim(7)} {claim(3)} <a linktype="page" id="9">x</a> {claim(7)}</p>'
    assert claim_source_ids(text) == [7, 3]


@pytest.mark.parametrize("key", ["", "x", "-1", "1.5", "²", "9" * 30, "7 OR 1"])
def test_a_claim_with_nonsense_for_a_key_names_no_source(key):
    assert claim_source_ids(claim(key)) == []


def test_claims_are_taken_out_and_other_links_stay():
    text = f'<p>{claim(7, "A <b>bold</b> one.")} <a href="https://example.com">Link</a> {claim("x", "B.")}</p>'
    assert without_claims(text) == '<p>A <b>bold</b> one. <a href="https://example.com">Link</a> B.</p>'


def test_sentences_and_blocks_are_numbered_together_as_the_reader_meets_them(read, source, other_source):
    page = read(
        section(f"<p>{claim(other_source)} Words.</p>", {"statement": "A", "source": source}),
        section(f"<p>{claim(source)}</p><ul><li>{claim(other_source)}</li></ul>"),
    )
    assert numbers(page) == ["1", "2", "2", "1"]
    assert page.index('id="source-1"') < page.index("Second study") < page.index('id="source-2"')
    assert page.count("Second study") == 1


def test_the_number_stands_after_its_sentence_and_leads_to_the_source_and_back(read, source):
    page = read(section(f"<p>Before. {claim(source)} After.</p>"))
    sentence = '<p>Before. Redness settles within days.&nbsp;<sup class="tp-cite"><a href="#source-1" id="cite-1-1"'
    assert re.sub(r"<p [^>]*>", "<p>", page).count(sentence) == 1
    assert "</sup> After.</p>" in page
    assert 'href="#cite-1-1"' in page


def test_a_number_keeps_to_its_sentence_when_the_space_after_it_was_selected_too(read, source):
    assert "days.&nbsp;<sup" in read(section(f"<p>{claim(source, 'Settles within days. ')}After.</p>"))


def test_markup_within_a_claim_stays(read, source):
    assert "A <b>bold</b> one.&nbsp;<sup" in read(section(f"<p>{claim(source, 'A <b>bold</b> one.')}</p>"))


def test_the_introduction_of_an_article_is_numbered_first(client, treatment_index, clinic, source, other_source):
    article = factories.TreatmentArticlePageFactory(
        parent=treatment_index,
        introduction=f"<p>{claim(other_source)}</p>",
        body=[section(f"<p>{claim(source)} {claim(other_source)}</p>")],
    )
    page = client.get(article.url).content.decode()
    assert numbers(page) == ["1", "2", "1"]


def test_a_source_that_only_the_introduction_names_is_listed(client, treatment_index, clinic, source):
    article = factories.TreatmentArticlePageFactory(parent=treatment_index, introduction=f"<p>{claim(source)}</p>")
    page = without_data(client.get(article.url).content.decode())
    assert page.count("First study") == 1


def test_a_claim_whose_source_was_deleted_is_a_sentence_without_number(read, source):
    text = f"<p>{claim(source)}</p>"
    source.delete()
    page = read(section(text))
    assert "Redness settles within days.</p>" in page
    assert numbers(page) == []
    assert "tp-unsourced" not in page


def test_a_preview_marks_a_claim_whose_source_was_deleted(db):
    request = RequestFactory().get("/")
    request.is_preview = True
    body = "{% citations %}{% include_block text %}{% endcitations %}"
    assert "tp-unsourced" in render(body, text=RichText(claim(404)), request=request)


def test_outside_the_tag_a_claim_is_its_plain_sentence(source):
    assert render("{% include_block text %}", text=RichText(claim(source))) == "<a>Redness settles within days.</a>"
    assert expand_db_html(claim(source)) == "<a>Redness settles within days.</a>"


def test_all_sources_of_sentences_cost_one_query(django_assert_num_queries, db):
    sources = factories.SourceFactory.create_batch(5)
    text = RichText("".join(f"<p>{claim(source)}</p>" for source in sources))
    with django_assert_num_queries(1):
        html = render("{% citations %}{% include_block text %}{% endcitations %}", text=text)
    assert numbers(html) == ["1", "2", "3", "4", "5"]


def test_sources_that_the_page_has_looked_up_cost_nothing(django_assert_num_queries, source):
    class Page:
        chosen_records = {Source: {source.pk: source}}

    with django_assert_num_queries(0):
        html = render(
            "{% citations %}{% include_block text %}{% endcitations %}", text=RichText(claim(source)), page=Page()
        )
    assert numbers(html) == ["1"]


def test_nothing_of_the_placeholders_is_left(read, source):
    page = read(section(f"<p>{claim(source)}</p>", {"statement": "A", "source": source}))
    assert not re.search(r"tp-[0-9a-f]{32}", page)


def test_wagtail_knows_which_pages_rest_on_a_source(treatment_page, source):
    treatment_page.body = [section(f"<p>{claim(source)}</p>")]
    treatment_page.save_revision().publish()
    assert [use.object_id for use in ReferenceIndex.get_references_to(source)] == [str(treatment_page.pk)]


def edited(html: str) -> str:
    """What is stored when an editor opens a text and saves it untouched."""
    converter = ContentstateConverter(features=TEXT_FEATURES)
    stored = converter.to_database_format(converter.from_database_format(html))
    return re.sub(r' data-block-key="[^"]*"', "", stored)


def test_a_claim_survives_the_editor(source):
    text = f"<p>Before {claim(source, 'A <b>bold</b> one.')} after.</p>"
    assert edited(text) == text


def test_a_claim_on_a_deleted_source_survives_the_editor(db):
    assert claim_source_ids(edited(f"<p>{claim(404)}</p>")) == [404]


def test_the_editor_shows_the_source_by_its_name(source):
    state = json.loads(ContentstateConverter(features=INLINE_FEATURES).from_database_format(f"<p>{claim(source)}</p>"))
    [entity] = state["entityMap"].values()
    assert (entity["type"], entity["data"]) == ("CLAIM", {"id": str(source.pk), "title": str(source)})


def test_the_editor_says_that_a_source_was_deleted(db):
    state = json.loads(ContentstateConverter(features=INLINE_FEATURES).from_database_format(f"<p>{claim(404)}</p>"))
    [entity] = state["entityMap"].values()
    assert entity["data"] == {"id": "404", "title": "Deleted source", "deleted": True}


@pytest.mark.parametrize("key", [None, "", "x", '"><script>', [1], {"a": 1}, -1, 10**40])
def test_a_key_that_the_browser_made_up_leaves_the_plain_sentence(key):
    state = {
        "blocks": [
            {
                "key": "a",
                "type": "unstyled",
                "text": "Words.",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [{"offset": 0, "length": 6, "key": 0}],
            }
        ],
        "entityMap": {"0": {"type": "CLAIM", "mutability": "MUTABLE", "data": {"id": key, "title": "<b>"}}},
    }
    stored = ContentstateConverter(features=INLINE_FEATURES).to_database_format(json.dumps(state))
    assert stored == '<p data-block-key="a">Words.</p>'


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {mso-style-parent:"";
margin:0cm} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
</head><body lang=EN-GB><!--StartFragment--><p class=MsoNormal style='mso-margin-top-alt:auto'><b
style='mso-bidi-font-weight:normal'><span lang=EN-GB style='font-family:"Calibri",sans-serif;mso-ansi-language:EN-GB'>
Redness</span></b> settles.<o:p></o:p></p><p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='mso-list:Ignore'>·</span><![endif]>Within days.<o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>"""


def test_nothing_of_word_survives_but_its_words():
    stored = edited(WORD)
    assert "mso" not in stored.lower()
    assert "style" not in stored
    assert stored.endswith("<p></p><p><b>Redness</b> settles.</p><p>Within days.\xa0</p>")


def cleaned_for_publishing(block, value):
    block = block()
    return block.clean(block.to_python(block.get_prep_value(block.normalize(value))))


def cleaned_as_draft(block, value):
    block = block()
    block.defer_required_validation()
    return block.clean(block.to_python(block.get_prep_value(block.normalize(value))))


def test_a_text_on_a_deleted_source_is_not_published_and_the_sentence_is_named(db):
    value = {"heading": "Findings", "text": RichText(f"<p>Fine. {claim(404, 'It <b>works</b> &amp; lasts. ')}</p>")}
    with pytest.raises(StructBlockValidationError) as error:
        cleaned_for_publishing(SectionBlock, value)
    assert error.value.block_errors["text"].messages == [
        "The source of “It works & lasts.” was deleted. Choose another, or remove the claim."
    ]


def test_a_draft_on_a_deleted_source_is_kept_as_it_is(db):
    value = {"heading": "Findings", "text": RichText(f"<p>{claim(404)}</p>")}
    assert claim_source_ids(cleaned_as_draft(SectionBlock, value)["text"].source) == [404]


def test_a_text_on_existing_sources_is_published(source, other_source):
    value = {"heading": "Findings", "text": RichText(f"<p>{claim(source)} {claim(other_source)}</p>")}
    assert cleaned_for_publishing(SectionBlock, value)["heading"] == "Findings"


@pytest.fixture
def deleted_source(source):
    """A source as the database knew it."""
    kept = Source(pk=source.pk, title=source.title)
    source.delete()
    return kept


def test_a_claim_on_a_deleted_source_is_not_published_and_is_named(deleted_source):
    with pytest.raises(StructBlockValidationError) as error:
        cleaned_for_publishing(ClaimBlock, {"statement": "It works.", "source": deleted_source})
    assert error.value.block_errors["source"].messages == [
        "The source of “It works.” was deleted. Choose another, or remove the claim."
    ]


def test_a_draft_remembers_the_source_that_was_deleted(deleted_source):
    block = ClaimBlock()
    value = cleaned_as_draft(ClaimBlock, {"statement": "It works.", "source": deleted_source})
    assert not value["source"]
    assert block.get_prep_value(value)["source"] == deleted_source.pk


def test_the_editor_is_shown_that_a_source_was_deleted(deleted_source):
    chooser = ClaimBlock().child_blocks["source"]
    state = chooser.get_form_state(chooser.to_python(deleted_source.pk))
    assert state == {"id": deleted_source.pk, "edit_url": None, "string": "Deleted source"}


def test_the_form_hands_the_deleted_source_back(deleted_source):
    chooser = ClaimBlock().child_blocks["source"]
    assert chooser.value_from_datadict({"s": str(deleted_source.pk)}, {}, "s").pk == deleted_source.pk


@pytest.mark.parametrize("typed", ["", "x", "-1", "9" * 30, "1.0"])
def test_a_form_that_sends_no_key_chooses_no_source(db, typed):
    assert ClaimBlock().child_blocks["source"].value_from_datadict({"s": typed}, {}, "s") is None


def test_further_reading_that_was_deleted_is_not_published(deleted_source):
    with pytest.raises(StructBlockValidationError) as error:
        cleaned_for_publishing(SourcesBlock, {"further": [deleted_source]})
    assert "was deleted" in error.value.block_errors["further"].messages[0]


def test_a_deleted_source_is_no_reference(deleted_source):
    block = ClaimBlock()
    value = block.to_python({"statement": "It works.", "source": deleted_source.pk})
    assert list(block.extract_references(value)) == []


@pytest.fixture
def edit(client, admin_user):
    """Send the editor's form of a page, as a draft or to be published; the form again, or "" when all was well."""

    def edit(page, *, publish: bool, **fields) -> str:
        client.force_login(admin_user)
        data = form_data(**{"title": page.title, "slug": page.slug, **fields})
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        response = client.post(url, {**data, **({"action-publish": "1"} if publish else {})})
        if response.status_code == 302:
            return ""
        return unescape(unescape(response.content.decode())).replace(r"\u201c", "“").replace(r"\u201d", "”")

    return edit


GONE = "The source of “It works.” was deleted. Choose another, or remove the claim."


def claiming(key: int | str) -> dict:
    """A section whose sentence and whose claim rest on a source, as the editor's form sends it."""
    item = {"statement": "It works.", "source": str(key), "value": "", "unit": "", "population": ""}
    claims = {"count": "1", "0": {"value": item, "deleted": "", "order": "0"}}
    return {"heading": "Findings", "text": rich_text("<p>Words.</p>"), "claims": claims}


def test_the_editor_is_told_at_the_sentence_and_keeps_it(edit, treatment_page):
    text = rich_text(f"<p>{claim(404, 'It works.')}</p>", features=TEXT_FEATURES)
    body = streamfield([("section", {"heading": "Findings", "text": text, "claims": {"count": "0"}})])
    answer = edit(treatment_page, publish=True, body=body)
    assert GONE in answer
    assert "It works." in answer.replace(GONE, "")
    treatment_page.refresh_from_db()
    assert treatment_page.latest_revision is None

    assert edit(treatment_page, publish=False, body=body) == ""
    treatment_page.refresh_from_db()
    draft = treatment_page.latest_revision.as_object()
    assert claim_source_ids(draft.body[0].value["text"].source) == [404]


def test_the_editor_is_told_at_the_claim_and_keeps_it(edit, treatment_page):
    body = streamfield([("section", claiming(404))])
    assert GONE in edit(treatment_page, publish=True, body=body)
    assert edit(treatment_page, publish=False, body=body) == ""
    treatment_page.refresh_from_db()
    draft = treatment_page.latest_revision.as_object()
    assert draft.body.raw_data[0]["value"]["claims"][0]["value"]["source"] == 404


def test_nonsense_for_a_source_is_no_error(edit, treatment_page):
    assert edit(treatment_page, publish=True, body=streamfield([("section", claiming("x'--"))])) == ""


def test_an_introduction_on_a_deleted_source_is_not_published_and_kept_as_a_draft(edit, treatment_index):
    article = factories.TreatmentArticlePageFactory(parent=treatment_index)
    text = rich_text(f"<p>{claim(404, 'It works.')}</p>", features=INLINE_FEATURES)
    assert GONE in edit(article, publish=True, introduction=text)
    assert edit(article, publish=False, introduction=text) == ""
    article.refresh_from_db()
    assert claim_source_ids(article.latest_revision.as_object().introduction) == [404]
