"""`manage.py import_article`: drafts from files, an honest summary, and clear words for every mistake."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests import factories
from tests.treatment_pages.importing.making import wxr
from tests.treatment_pages.importing.measuring import ARTICLES
from treatment_pages.models import TreatmentArticlePage, TreatmentPage

pytestmark = pytest.mark.django_db
SEED = str(ARTICLES / "seed-shaped.txt")
FACIAL = str(ARTICLES / "glow-facial-bold.md")


def run(*arguments: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command("import_article", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_article_becomes_a_draft_below_the_only_index(treatment_index):
    out, _err = run(SEED)
    page = TreatmentArticlePage.objects.child_of(treatment_index).get()
    assert not page.live
    assert f"draft {page.pk}" in out
    assert "Benefits of Radiofrequency → benefits (4 items, 3 claims)" in out
    assert "Set aside (comments): コメント" in out
    assert "Claims without a source: 5" in out
    assert "has no year" in out


def test_several_files_show_progress(treatment_index):
    out, _err = run(SEED, FACIAL)
    assert "[1/2]" in out
    assert "[2/2]" in out
    assert "2 articles imported as drafts." in out
    assert TreatmentArticlePage.objects.count() == 2


def test_dry_run_creates_nothing(treatment_index):
    out, _err = run(SEED, "--dry-run")
    assert "nothing created" in out
    assert not TreatmentArticlePage.objects.exists()


def test_json_holds_the_outline_and_nothing_else():
    out, _err = run(SEED, "--dry-run", "--json")
    found = json.loads(out)
    assert list(found) == ["meta", "key_facts", "blocks", "claims", "set_aside"]
    assert found["blocks"][3]["items"][0]["title"] == "A Firmer Jawline"
    assert found["blocks"][4]["steps"][0]["phase"] == "before"
    assert len(found["blocks"][6]["suitable_for"]) == 3


def test_json_needs_no_place_for_drafts():
    out, err = run(SEED, "--json")
    assert json.loads(out)["meta"]["title"].startswith("All About")
    assert "Nothing is created" in err


def test_json_of_several_articles_is_a_list(tmp_path):
    export = tmp_path / "blog.xml"
    export.write_bytes(wxr([{"title": "One"}, {"title": "Two"}]))
    out, _err = run(str(export), "--dry-run", "--json")
    assert [outline["meta"]["title"] for outline in json.loads(out)] == ["One", "Two"]


def test_type_names_another_page_type(treatment_index):
    run(SEED, "--type", "treatmentpage")
    assert TreatmentPage.objects.child_of(treatment_index).count() == 1


def test_parent_is_named_by_its_slug(treatment_index, home_page):
    other = factories.TreatmentIndexPageFactory(parent=home_page, slug="hands")
    run(SEED, "--parent", "hands")
    assert TreatmentArticlePage.objects.child_of(other).exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--type", "Banana"], "no page type “Banana”"),
        (["--type", "HomePage"], "no page type “HomePage”"),
        (["--type", ""], "no page type"),
        (["--parent", "nowhere"], "no page with the slug “nowhere”"),
        (["--parent", ""], "no page with the slug"),
        (["--parent", "front"], "could not be imported"),
    ],
)
def test_nonsense_in_an_option_is_explained(treatment_index, arguments, message):
    with pytest.raises(CommandError, match=message):
        run(SEED, *arguments)
    assert not TreatmentArticlePage.objects.exists()


def test_several_indexes_ask_for_a_choice(treatment_index, home_page):
    factories.TreatmentIndexPageFactory(parent=home_page, slug="hands")
    with pytest.raises(CommandError, match="--parent which one"):
        run(SEED)


def test_site_without_an_index_is_told(home_page):
    with pytest.raises(CommandError, match="no treatment index"):
        run(SEED)


@pytest.mark.parametrize("name", ["missing.txt", ".", "\x00"])
def test_file_that_cannot_be_read_is_explained(treatment_index, tmp_path, name):
    with pytest.raises(CommandError, match="1 of 1 files could not be imported"):
        run(str(tmp_path / name))


def test_bad_file_does_not_keep_the_others_out(treatment_index, tmp_path):
    (tmp_path / "bad.docx").write_bytes(b"nothing")
    with pytest.raises(CommandError, match="1 of 2 files"):
        run(str(tmp_path / "bad.docx"), SEED)
    assert TreatmentArticlePage.objects.count() == 1


def test_command_without_files_says_what_it_needs():
    with pytest.raises(CommandError, match="FILE"):
        call_command("import_article")
