"""Pages in Markdown: all that visitors read, nothing that only a browser can use."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale, PageViewRestriction
from wagtail.rich_text import RichText

from tests import factories
from treatment_pages.discovery.to_markdown import to_markdown
from treatment_pages.models import PractitionerPage


def converted(html: str) -> str:
    return to_markdown(BeautifulSoup(html, "html.parser"), "http://testserver/treatments/peel/")


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h2>One</h2><p>Two <b>three</b> <i>four</i>.</p>", "## One\n\nTwo **three** *four*."),
        ("<ul><li>A</li><li>B<ul><li>C</li></ul></li></ul>", "- A\n- B\n  - C"),
        ("<ol><li><p>A</p></li><li>B</li></ol>", "1. A\n2. B"),
        ('<p><a href="/x/">Page</a> <a href="#y">here</a></p>', "[Page](http://testserver/x/) here"),
        ("<dl><div><dt>Price</dt><dd>£180</dd></div></dl>", "- **Price:** £180"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table>", "| A | B |\n| --- | --- |\n| 1 |  |"),
        ("<details><summary>Does it hurt?</summary><p>No.</p></details>", "**Does it hurt?**\n\nNo."),
        ("<blockquote><p>Be kind.</p><p>Always.</p></blockquote>", "> Be kind.\n>\n> Always."),
        ('<p>Skin heals<sup><a href="#source-1">1</a></sup>.</p>', "Skin heals[1]."),
        ("<p>One<br>two</p>", "One\\\ntwo"),
        ("<p>2 * 3 [x] _y_ # <b> </b></p>", "2 \\* 3 \\[x\\] \\_y\\_ \\#"),
        ("<p>1. Not a list</p><p>- Nor this</p>", "\\1. Not a list\n\n\\- Nor this"),
        ("<p>&lt;script&gt;</p>", "\\<script\\>"),
        (
            '<img src="/media/a.jpg" alt="A room"><img src="/media/b.jpg" alt="">',
            "![A room](http://testserver/media/a.jpg)",
        ),
        ("<form><input><button>Send</button></form><p hidden>No</p><svg></svg><nav>No</nav><!-- no -->", ""),
        ("<div>Loose <span>words</span><p>Closed</p>again</div>", "Loose words\n\nClosed\n\nagain"),
        ("<hr>", "---"),
        ("<ul><li><h3>A <b>b</b></h3><p>C</p></li></ul>", "- **A b**\n\n  C"),
        ("<dl><dt>For</dt><dd>Scars</dd><dd>Lines</dd></dl>", "- **For:** Scars; Lines"),
        ('<p>Redness <span class="tp-risk__duration">2 days</span></p>', "Redness – 2 days"),
        ('<p><a class="tp-button" href="#enquiry">Ask</a></p>', "[Ask](http://testserver/treatments/peel/#enquiry)"),
        ('<p><a href="javascript:alert(1)">x</a></p>', "x"),
    ],
)
def test_html_reads_the_same_in_markdown(html, markdown):
    assert converted(html) == markdown


@pytest.fixture
def markdown(client):
    def fetch(page) -> str:
        response = client.get(f"{page.url.rstrip('/')}.md")
        assert response.status_code == 200
        return response.content.decode()

    return fetch


def test_a_page_has_its_title_summary_facts_text_and_address(markdown, treatment_page, clinic):
    treatment_page.body = [
        ("key_facts", {"session_minutes": {"minimum": 30, "maximum": 60}}),
        ("section", {"heading": "What it is", "text": RichText("<p>Fine needles.</p>")}),
        ("faq", {"items": [{"question": "Does it hurt?", "answer": RichText("<p>A little.</p>")}]}),
    ]
    treatment_page.save_revision().publish()
    text = markdown(treatment_page)
    assert text.startswith("# Microneedling\n\nWhat it is, in one sentence.")
    assert "- **One session:** 30–60 minutes" in text
    assert "## What it is\n\nFine needles." in text
    assert "Does it hurt?" in text
    assert "A little." in text
    assert text.endswith(f"Page: {treatment_page.full_url}\n")


def test_a_practitioner_has_a_title_first_too(markdown, treatment_index):
    person = PractitionerPage(title="Robin Wren", slug="robin", job_title="Nurse", summary="Treats skin.")
    text = markdown(treatment_index.add_child(instance=person))
    assert text.startswith("# Robin Wren\n")
    assert "Nurse" in text


def test_sources_keep_the_numbers_that_the_text_cites(markdown, treatment_page, clinic):
    source = factories.SourceFactory(title="A study of skin")
    treatment_page.body = [("evidence", {"claims": [{"statement": "Redness settles.", "source": source}]})]
    treatment_page.save_revision().publish()
    text = markdown(treatment_page)
    assert "Redness settles." in text
    assert "[1]" in text
    assert f"\n1. Example A. [A study of skin]({source.link})." in text


def test_nothing_is_left_of_forms_and_navigation(markdown, publish_full_page):
    text = markdown(publish_full_page())
    for word in ("<", "Send enquiry", "On this page", "Skip to", "csrf", "↑"):
        assert word not in text


def test_every_heading_of_the_page_is_there(markdown, publish_full_page):
    page = publish_full_page()
    text = markdown(page)
    for _anchor, heading in page.contents:
        assert f"## {heading}" in text


def test_it_names_the_page_that_search_engines_should_show(client, treatment_page):
    response = client.get("/treatments/microneedling.md")
    assert response["Link"] == '<http://testserver/treatments/microneedling/>; rel="canonical"'
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies


@pytest.mark.parametrize(
    "path",
    [
        "/treatments.md",
        "/.md",
        "/nowhere.md",
        "/treatments/nowhere.md",
        "/admin/login.md",
        "/enquiries/x.md",
        "/treatments/articles.md",
    ],
)
def test_other_addresses_are_not_found(client, treatment_page, path):
    assert client.get(path).status_code == 404


def test_a_draft_is_not_found(client, treatment_index):
    draft = factories.TreatmentPageFactory(parent=treatment_index, slug="draft", live=False)
    assert client.get(f"{treatment_index.url}{draft.slug}.md").status_code == 404


def test_a_guarded_page_is_not_found_even_for_staff(client, admin_user, treatment_page):
    PageViewRestriction.objects.create(page=treatment_page.get_parent(), restriction_type="login")
    client.force_login(admin_user)
    assert client.get("/treatments/microneedling.md").status_code == 404


def test_a_translation_has_its_own(client, treatment_page):
    german = treatment_page.copy_for_translation(Locale.objects.create(language_code="de"), copy_parents=True)
    german.title = "Nadeln"
    german.save_revision().publish()
    response = client.get(f"{german.url.rstrip('/')}.md")
    assert response.status_code == 200
    assert response.content.decode().startswith("# Nadeln")
