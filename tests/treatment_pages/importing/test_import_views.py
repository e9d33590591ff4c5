"""“Import article” in admin: read, change the outline beside the original, make the draft; nobody else gets in."""

import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import GroupPagePermission

from tests import factories
from tests.treatment_pages.importing.making import wxr
from tests.treatment_pages.importing.measuring import ARTICLES
from treatment_pages.models import TreatmentArticlePage, TreatmentPage

pytestmark = pytest.mark.django_db
START = "/admin/article-import/"
CREATE = f"{START}create/"
EACH = f"{START}each/"
SEED = (ARTICLES / "seed-shaped.txt").read_text()
ARTICLE = "treatment_pages.treatmentarticlepage"


@pytest.fixture
def writer(client, treatment_index):
    """Somebody who may add pages below one index."""
    user = factories.make_user()
    group = Group.objects.create(name="Writers")
    user.groups.add(group)
    GroupPagePermission.objects.create(group=group, page=treatment_index, permission_type="add")
    client.force_login(user)
    return client


def place(index, **fields) -> dict:
    return {"parent": index.pk, "page_type": ARTICLE, **fields}


def file(name: str, content: bytes | str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def fields_of(response) -> dict:
    """What a browser would send back from the outline's form."""
    form = BeautifulSoup(response.content, "html.parser").select_one("form.tp-import")
    sent = {}
    for tag in form.select("input[name], textarea[name], select[name]"):
        if tag.get("type") in {"checkbox", "radio"}:
            if tag.has_attr("checked"):
                sent.setdefault(tag["name"], []).append(tag.get("value", "on"))
        elif tag.name == "select":
            chosen = tag.select_one("option[selected]") or tag.select_one("option")
            sent[tag["name"]] = chosen["value"] if chosen else ""
        else:
            sent[tag["name"]] = tag.text.removeprefix("\n") if tag.name == "textarea" else tag.get("value", "")
    return sent


def looked_through(client, index) -> dict:
    return fields_of(client.post(START, place(index, text=SEED)))


def test_pasted_article_is_shown_beside_its_original(writer, treatment_index):
    response = writer.post(START, place(treatment_index, text=SEED))
    page = BeautifulSoup(response.content, "html.parser")
    assert "A hand piece warms the deeper layers" in page.select_one(".tp-import__original").text
    kinds = [tag["value"] for tag in page.select("[data-import-block] option[selected]")]
    assert kinds[:4] == ["intro", "overview", "how_it_works", "benefits"]
    assert "states a date without a year" in page.text
    assert not TreatmentArticlePage.objects.exists()


def test_outline_that_nobody_changed_becomes_the_same_draft_as_by_command(writer, treatment_index):
    response = writer.post(CREATE, looked_through(writer, treatment_index))
    page = TreatmentArticlePage.objects.child_of(treatment_index).get()
    assert response.headers["Location"] == f"/admin/pages/{page.pk}/edit/"
    assert [child.block_type for child in page.body] == [
        "key_facts", "section", "how_it_works", "benefits", "procedure", "section", "suitability", "section",
    ]  # fmt: skip
    assert len(page.body[3].value["items"][0]["claims"]) == 1
    assert (page.live, page.owner.username.startswith("user")) == (False, True)


def test_changes_of_the_outline_reach_the_draft(writer, treatment_index):
    sent = looked_through(writer, treatment_index)
    sent |= {"title": "Warm skin", "published_on": "2023-03-09", "facts": ["sessions"]}
    sent |= {"block-1-ORDER": "9", "block-1-heading": "Moved", "block-2-type": "results", "block-7-DELETE": "on"}
    sent |= {"block-3-text": "- Firmer: yes\n- Calmer: indeed", "back": ["0"]}
    writer.post(CREATE, sent)
    page = TreatmentArticlePage.objects.get()
    assert (page.title, str(page.published_on)) == ("Warm skin", "2023-03-09")
    assert [child.block_type for child in page.body] == [
        "key_facts", "results", "benefits", "procedure", "section", "suitability", "section", "section",
    ]  # fmt: skip
    assert page.body[6].value["heading"] == "Moved"
    assert [item["title"] for item in page.body[2].value["items"]] == ["Firmer", "Calmer"]
    assert "brackenskin" in page.body[7].value["text"].source
    assert list(page.key_facts["areas"]) == []


def test_benefits_become_questions_when_somebody_says_so(writer, treatment_index):
    sent = looked_through(writer, treatment_index) | {"block-3-type": "faq"}
    writer.post(CREATE, sent)
    faq = next(child for child in TreatmentArticlePage.objects.get().body if child.block_type == "faq")
    assert faq.value["items"][0]["question"] == "A Firmer Jawline"


def test_another_page_type_can_be_chosen(writer, treatment_index):
    sent = looked_through(writer, treatment_index) | {"page_type": "treatment_pages.treatmentpage"}
    writer.post(CREATE, sent)
    assert TreatmentPage.objects.child_of(treatment_index).count() == 1


def test_missing_title_keeps_what_was_changed(writer, treatment_index):
    sent = looked_through(writer, treatment_index) | {"title": "", "block-1-heading": "Kept"}
    response = writer.post(CREATE, sent)
    assert response.status_code == 200
    assert fields_of(response)["block-1-heading"] == "Kept"
    assert not TreatmentArticlePage.objects.exists()


def test_several_files_become_drafts_with_a_summary(writer, treatment_index):
    files = [file("one.txt", SEED), file("two.md", "# Two\n\nSome words about skin.\n"), file("bad.docx", "x")]
    page = BeautifulSoup(writer.post(START, place(treatment_index, files=files)).content, "html.parser")
    lines = [" ".join(line.text.split()) for line in page.select(".tp-import__results li")]
    assert lines[0].endswith("8 blocks · 5 claims without a source · 5 lines set aside")
    assert lines[2].startswith("bad.docx")
    assert TreatmentArticlePage.objects.count() == 2


@pytest.fixture
def two_at_once(monkeypatch):
    monkeypatch.setattr("treatment_pages.staff.article_import.AT_ONCE", 2)


def test_large_export_is_imported_part_by_part(writer, treatment_index, two_at_once):
    export = wxr([{"title": f"Post {number}"} for number in range(3)])
    first = writer.post(EACH, place(treatment_index, files=[file("blog.xml", export)])).json()
    assert (len(first["results"]), first["next"], first["total"]) == (2, 2, 3)
    second = writer.post(EACH, place(treatment_index, files=[file("blog.xml", export)], start="2")).json()
    assert (len(second["results"]), second["next"]) == (1, None)
    assert TreatmentArticlePage.objects.count() == 3


def test_export_without_script_says_how_many_are_left(writer, treatment_index, two_at_once):
    export = wxr([{"title": f"Post {number}"} for number in range(3)])
    response = writer.post(START, place(treatment_index, files=[file("blog.xml", export)]))
    assert "1 more article was not imported" in response.content.decode()


@pytest.mark.parametrize("start", ["x", "-1", "99999999999", "", "²", "7"])
def test_nonsense_in_the_place_of_an_export_is_no_error(writer, treatment_index, start):
    response = writer.post(EACH, place(treatment_index, files=[file("one.txt", SEED)], start=start))
    assert response.status_code == 200


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"text": "   "},
        {"text": "x", "parent": "abc"},
        {"text": "x", "parent": "999999"},
        {"text": "x", "page_type": "auth.user"},
        {"files": [SimpleUploadedFile("a.pdf", b"x")]},
        {"files": [SimpleUploadedFile("a.docx", b"x")]},
        {"text": "\x00"},
    ],
)
def test_nothing_readable_is_explained(writer, treatment_index, fields):
    response = writer.post(START, place(treatment_index) | fields)
    assert response.status_code == 200
    assert b"tp-import__start" in response.content
    assert b"error-message" in response.content or b"help-critical" in response.content


@pytest.mark.parametrize(
    "outline",
    [
        "",
        "[]",
        "{",
        "[" * 100_000,
        '{"blocks": 5}',
        '{"blocks": [{"type": "evil"}]}',
        '{"blocks": [{"type": "faq", "items": [7]}]}',
        '{"blocks": [], "claims": [{"block": 3}]}',
        '{"meta": []}',
    ],
)
def test_outline_that_is_none_leads_back_to_the_start(writer, treatment_index, outline):
    response = writer.post(CREATE, looked_through(writer, treatment_index) | {"outline": outline})
    assert (response.status_code, response.headers["Location"]) == (302, START)


@pytest.mark.parametrize(
    "changed",
    [
        {"block-TOTAL_FORMS": "x"},
        {"block-TOTAL_FORMS": "100000"},
        {"block-1-type": "evil"},
        {"block-1-ORDER": "first"},
        {"parent": "1"},
        {"page_type": ""},
        {"published_on": "31 June"},
        {"facts": ["price_from; drop"]},
        {"back": ["999"]},
    ],
)
def test_nonsense_in_the_outline_is_no_draft_and_no_error(writer, treatment_index, changed):
    response = writer.post(CREATE, looked_through(writer, treatment_index) | changed)
    assert response.status_code == 200
    assert not TreatmentArticlePage.objects.exists()


@pytest.mark.parametrize(
    "meta",
    [{"title": 5}, {"links": [{"url": 5}, 7], "tags": [5], "alternate_names": "x"}, {"published": "x"}],
)
def test_nonsense_in_the_metadata_is_left_out(writer, treatment_index, meta):
    sent = looked_through(writer, treatment_index)
    outline = json.loads(sent["outline"])
    outline["meta"] |= meta
    assert writer.post(CREATE, sent | {"outline": json.dumps(outline)}).status_code == 302


@pytest.mark.parametrize("address", [START, CREATE, EACH])
@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_may_not_add_pages_is_kept_out(client, treatment_index, address, method):
    client.force_login(factories.make_user())
    response = getattr(client, method)(address, place(treatment_index, text=SEED))
    assert (response.status_code, response.headers.get("Location")) == (302, "/admin/")
    assert not TreatmentArticlePage.objects.exists()


def test_page_where_this_user_may_not_add_is_no_choice(writer, home_page, treatment_index):
    other = factories.TreatmentIndexPageFactory(parent=home_page, slug="others")
    assert writer.post(START, place(other, text=SEED)).status_code == 200
    sent = looked_through(writer, treatment_index) | {"parent": other.pk}
    assert writer.post(CREATE, sent).status_code == 200
    assert not TreatmentArticlePage.objects.exists()


def test_menu_leads_there_for_those_who_may(writer, client):
    assert START in writer.get("/admin/").content.decode()
    client.force_login(factories.make_user())
    assert START not in client.get("/admin/").content.decode()


def test_page_is_headed_by_its_name(writer, treatment_index):
    page = BeautifulSoup(writer.get(START).content, "html.parser")
    assert "Import article" in page.select_one("header").get_text()
