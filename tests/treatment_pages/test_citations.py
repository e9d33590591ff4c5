"""Numbers of sources: in the order of the text, once a page, and never by an editor's hand."""

import re

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from wagtail.rich_text import RichText

from tests import factories
from tests.treatment_pages.reading import without_data
from treatment_pages.blocks.evidence import ClaimBlock
from treatment_pages.citations import Citations
from treatment_pages.models import Source


def claim(statement: str, source: Source | None = None) -> dict:
    return ClaimBlock().normalize({"statement": statement, "source": source})


def render(body: str, **context) -> str:
    template = Template("{% load citation_tags wagtailcore_tags %}" + body)
    return template.render(Context({"request": RequestFactory().get("/"), **context}))


def section(*claims: dict, heading: str = "Findings", text: str = "<p>Text.</p>") -> tuple[str, dict]:
    return ("section", {"heading": heading, "text": RichText(text), "claims": list(claims)})


def numbers(html: str) -> list[str]:
    """What the citations of a page read, in the order of the text."""
    return re.findall(r'<sup class="tp-cite"><a [^>]*>(\d+)</a></sup>', html)


@pytest.fixture
def two_sources(db):
    return factories.SourceFactory(title="First study"), factories.SourceFactory(title="Second study")


@pytest.fixture
def read(client, treatment_page, clinic):
    """Publish these blocks as the treatment page's body and read the page as a visitor."""

    def read(*body) -> str:
        treatment_page.body = list(body)
        treatment_page.save_revision().publish()
        return without_data(client.get(treatment_page.url).content.decode())

    return read


def test_sources_are_numbered_as_the_text_first_cites_them(read, two_sources):
    first, second = two_sources
    page = read(
        section({"statement": "A", "source": second}, {"statement": "B", "source": first}),
        section({"statement": "C", "source": second}, heading="More"),
    )
    assert numbers(page) == ["1", "2", "1"]
    assert page.index('id="source-1"') < page.index("Second study") < page.index('id="source-2"')


def test_a_citation_leads_to_its_source_and_back(read, two_sources):
    page = read(
        section({"statement": "A", "source": two_sources[0]}, {"statement": "B", "source": two_sources[0]}),
    )
    assert '<a href="#source-1" id="cite-1-1" aria-label="Source 1">1</a>' in page
    assert 'id="cite-1-2"' in page
    assert 'href="#cite-1-1"' in page
    assert 'href="#cite-1-2"' in page


def test_every_id_of_the_page_is_its_own(read, two_sources):
    page = read(
        section({"statement": "A", "source": two_sources[0]}, heading="Source 1"),
        section({"statement": "B", "source": two_sources[0]}, heading="Cite 1 1"),
        section({"statement": "C", "source": two_sources[1]}, heading="Sources"),
        section(heading="Enquiry"),
    )
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))


def test_the_list_stands_where_the_sources_block_stands(read, two_sources):
    page = read(
        ("sources", {"heading": "Where we looked", "further": [two_sources[1]]}),
        section({"statement": "A", "source": two_sources[0]}),
    )
    assert page.index("Where we looked") < page.index("First study") < page.index("Second study")
    assert page.index("Second study") < page.index('id="cite-1-1"')


def test_without_a_sources_block_the_list_comes_last_and_is_in_the_contents(read, two_sources):
    page = read(section({"statement": "A", "source": two_sources[0]}))
    assert 'href="#sources"' in page
    assert page.index('id="cite-1-1"') < page.index('id="source-1"')


def test_an_added_list_stands_before_a_form_at_the_end(treatment_page, two_sources):
    treatment_page.body = [section({"statement": "A", "source": two_sources[0]}), ("enquiry_form", {})]
    assert [part.block.block_type for part in treatment_page.sections] == ["section", "sources", "enquiry_form"]


def test_a_page_without_sources_has_neither_list_nor_heading(read):
    page = read(section({"statement": "A"}), ("sources", {"heading": "Where we looked"}))
    assert "Where we looked" not in page
    assert "tp-sources" not in page


def test_a_source_that_is_cited_is_not_further_reading_as_well(read, two_sources):
    page = read(
        section({"statement": "A", "source": two_sources[0]}),
        ("sources", {"heading": "Sources", "further": list(two_sources)}),
    )
    assert page.count("First study") == 1
    assert page.count("Second study") == 1
    assert "Further reading" in page


def test_a_deleted_source_leaves_a_page_that_still_opens(read, client, treatment_page, two_sources):
    read(
        section({"statement": "A", "source": two_sources[0]}),
        ("sources", {"heading": "Sources", "further": [two_sources[1]]}),
    )
    Source.objects.all().delete()
    response = client.get(treatment_page.url)
    assert response.status_code == 200
    assert numbers(response.content.decode()) == []


def test_nothing_that_an_editor_types_is_taken_for_a_citation(read, two_sources):
    typed = "<p>&lt;!--citation--&gt; {% cite 1 %} <sup data-cite='1'>x</sup></p>"
    page = read(
        section({"statement": '<sup class="tp-cite">9</sup>', "source": None}, text=typed),
        section({"statement": "A", "source": two_sources[0]}, heading="More"),
    )
    assert numbers(page) == ["1"]
    assert "&lt;sup class=&quot;tp-cite&quot;&gt;9&lt;/sup&gt;" in page


def test_what_a_source_holds_is_escaped(read):
    source = factories.SourceFactory(title="<script>alert(1)</script>", authors="A & B", doi="10.1000/a<b>#c")
    page = read(section({"statement": "A", "source": source}))
    assert "<script>alert" not in page
    assert "A &amp; B" in page
    assert 'href="https://doi.org/10.1000/a%3Cb%3E%23c"' in page


def test_no_marker_is_left_in_the_page(read, two_sources):
    page = read(section({"statement": "A", "source": two_sources[0]}), ("sources", {"heading": "Sources"}))
    assert "<!--" not in page


def test_two_renderings_of_one_block_are_numbered_apart(two_sources):
    first, second = (claim(text, source) for text, source in zip("AB", two_sources, strict=True))
    body = "{% citations %}{% include_block claim %}{% endcitations %}"
    assert numbers(render(body, claim=second)) == ["1"]
    assert numbers(render(body, claim=first)) == ["1"]


def test_outside_the_tag_a_claim_has_no_number(two_sources):
    html = render("{% include_block claim %}", claim=claim("A", two_sources[0]))
    assert numbers(html) == []
    assert "A" in html


def test_a_preview_marks_a_claim_without_source():
    request = RequestFactory().get("/")
    request.is_preview = True
    body = "{% citations %}{% include_block claim %}{% endcitations %}"
    assert "tp-unsourced" in render(body, claim=claim("A"), request=request)


def test_a_visitor_sees_no_mark_on_a_claim_without_source(read):
    assert "tp-unsourced" not in read(section({"statement": "A"}))


def test_a_body_rendered_without_its_sections_still_ends_with_its_sources(treatment_page, two_sources):
    treatment_page.body = [section({"statement": "A", "source": two_sources[0]})]
    html = render("{% citations %}{% include_block page.body %}{% endcitations %}", page=treatment_page)
    assert numbers(html) == ["1"]
    assert "First study" in html


def test_the_marker_differs_from_rendering_to_rendering():
    assert Citations().marker != Citations().marker
