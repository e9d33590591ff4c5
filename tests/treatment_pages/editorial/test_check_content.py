"""The command that checks pages."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests import factories
from tests.treatment_pages.editorial.pages import section

pytestmark = pytest.mark.django_db


def check(capsys, *options, fails=False) -> str:
    if fails:
        with pytest.raises(SystemExit) as stop:
            call_command("check_content", *options)
        assert stop.value.code == 1
    else:
        call_command("check_content", *options)
    return capsys.readouterr().out


@pytest.fixture
def article(treatment_index):
    return factories.TreatmentArticlePageFactory(parent=treatment_index, title="Peels")


def test_pages_without_errors_pass(article, capsys):
    assert "1 pages checked, 0 errors." in check(capsys)


def test_published_errors_fail(article, capsys):
    article.body = [section("Results are guaranteed.")]
    article.save()

    out = check(capsys, fails=True)
    assert "Peels" in out
    assert "error   CLM-03" in out


def test_drafts_are_left_out_unless_named(article, capsys):
    article.body = [section("Results are guaranteed.")]
    article.save_revision()

    check(capsys)
    assert "CLM-03" in check(capsys, "--page", str(article.pk), fails=True)


def test_json_holds_every_finding(article, capsys):
    article.body = [section("Results are guaranteed.")]
    article.save()

    (report,) = json.loads(check(capsys, "--json", fails=True))
    assert (report["page"], report["blocking"]) == (article.pk, True)
    (finding,) = [row for row in report["findings"] if row["rule"] == "CLM-03"]
    assert finding["sentence"] == "Results are guaranteed."
    assert finding["span"] == [0, 23]


def test_profile_can_be_chosen(article, capsys):
    article.title = "Botox"
    article.save()

    check(capsys)
    assert "POM-01" in check(capsys, "--profile", "uk", fails=True)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--profile", "mars"], "no profile “mars”"),
        (["--page", "x"], "not the number of a page"),
        (["--page", "999999"], "no page 999999"),
        (["--page", "9" * 30], "not the number of a page"),
        (["--page", "٣"], "not the number of a page"),
    ],
)
def test_wrong_options_are_explained(options, told):
    with pytest.raises(CommandError, match=told):
        call_command("check_content", *options)


def test_page_of_another_kind_is_refused(home_page):
    with pytest.raises(CommandError, match="no treatment page or article"):
        call_command("check_content", "--page", str(home_page.pk))
