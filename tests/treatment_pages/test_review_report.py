"""What is due: the report of medical reviews, and the panel on the admin's home page."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import GroupPagePermission
from wagtail.signal_handlers import disable_reference_index_auto_update

from tests import factories
from treatment_pages.models import ReaderQuestion
from treatment_pages.reviews import reviewed_models

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/medical-reviews/"
HOME = "/admin/"
TODAY = timezone.localdate()


@pytest.fixture
def reviewer(home_page):
    return factories.PractitionerPageFactory(parent=home_page, title="Dr Wren")


@pytest.fixture
def admin(client, admin_user):
    client.force_login(admin_user)
    return client


def reviewed(parent, reviewer, *, due_in: int, factory=factories.TreatmentPageFactory, **fields):
    """A page whose review is due in some days."""
    page = factory(parent=parent, body=[], medical_reviewer=reviewer, reviewed_on=TODAY, **fields)
    due = TODAY + timedelta(days=due_in)
    type(page).objects.filter(pk=page.pk).update(review_due_on=due)
    return page


def changed(page):
    type(page).objects.filter(pk=page.pk).update(is_changed_since_review=True)
    return page


@pytest.fixture
def pages(treatment_index, reviewer):
    """A page of each state; one is an article, one has two states."""
    article = factories.TreatmentArticlePageFactory
    return {
        "never": factories.TreatmentPageFactory(parent=treatment_index, title="Never", body=[]),
        "overdue": reviewed(treatment_index, reviewer, due_in=-1, title="Overdue", factory=article),
        "soon": reviewed(treatment_index, reviewer, due_in=30, title="Soon"),
        "changed": changed(reviewed(treatment_index, reviewer, due_in=200, title="Changed")),
        "current": reviewed(treatment_index, reviewer, due_in=31, title="Current"),
        "both": changed(reviewed(treatment_index, reviewer, due_in=-9, title="Both")),
    }


def titles(response) -> list[str]:
    return [row.title for row in response.context["object_list"]]


def make_editor(page, permission: str = "change"):
    user, group = factories.make_user(), Group.objects.create(name="Editors of one page")
    GroupPagePermission.objects.create(group=group, page=page, permission_type=permission)
    user.groups.add(group)
    return user


# The report


def test_both_page_types_stand_in_one_list_the_most_urgent_first(admin, pages):
    response = admin.get(REPORT)
    assert titles(response) == ["Never", "Both", "Overdue", "Soon", "Current", "Changed"]
    rows = response.content.decode().partition("<tbody>")[2].partition("</tbody>")[0]
    assert rows.count("Dr Wren") == 5
    assert rows.count("Treatment article") == 1
    assert date_format(TODAY + timedelta(days=30)) in rows
    assert "Never reviewed" in rows
    assert f"/admin/pages/{pages['soon'].pk}/edit/" in rows


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("never", ["Never"]),
        ("overdue", ["Both", "Overdue"]),
        ("soon", ["Soon"]),
        ("changed", ["Both", "Changed"]),
        ("current", ["Current"]),
    ],
)
def test_report_narrows_to_a_state(admin, pages, state, found):
    assert titles(admin.get(REPORT, {"state": state})) == found
    assert titles(admin.get(f"{REPORT}results/", {"state": state})) == found


def test_states_are_told_in_words(admin, pages):
    rows = {row.title: row.state for row in admin.get(REPORT).context["object_list"]}
    assert rows == {
        "Never": "Never reviewed",
        "Both": "Overdue, Changed since review",
        "Overdue": "Overdue",
        "Soon": "Due within 30 days",
        "Changed": "Changed since review",
        "Current": "Up to date",
    }


def test_review_without_its_reviewer_is_none(admin, treatment_index, reviewer):
    page = changed(reviewed(treatment_index, reviewer, due_in=-1, title="Orphan"))
    type(page).objects.update(medical_reviewer=None)
    assert titles(admin.get(REPORT, {"state": "never"})) == ["Orphan"]
    assert titles(admin.get(REPORT, {"state": "overdue"})) == []
    (row,) = admin.get(REPORT).context["object_list"]
    assert (row.reviewer, row.reviewed_on, row.due_on) == ("", None, None)


def test_report_narrows_to_reviewer_type_and_publication(admin, pages, treatment_index, home_page):
    other = factories.PractitionerPageFactory(parent=home_page, title="Dr Rowe")
    reviewed(treatment_index, other, due_in=99, title="Other", live=False)
    assert titles(admin.get(REPORT, {"reviewer": other.pk})) == ["Other"]
    form = admin.get(REPORT).context["filters"].form
    assert [str(reviewer) for reviewer in form.fields["reviewer"].queryset] == ["Dr Rowe", "Dr Wren"]
    types = {str(kind.model): kind.pk for kind in form.fields["content_type"].queryset}
    assert set(types) == {"treatmentpage", "treatmentarticlepage"}
    assert titles(admin.get(REPORT, {"content_type": types["treatmentarticlepage"]})) == ["Overdue"]
    assert titles(admin.get(REPORT, {"live": "false"})) == ["Other"]


@pytest.mark.parametrize("ordering", ["title", "-title", "reviewer", "-reviewed_on", "due_on", "-due_on"])
def test_report_can_be_ordered(admin, pages, ordering):
    assert sorted(titles(admin.get(REPORT, {"ordering": ordering}))) == sorted(page.title for page in pages.values())


def test_descending_order_has_the_unreviewed_last(admin, pages):
    assert titles(admin.get(REPORT, {"ordering": "-due_on"}))[-1] == "Never"


@pytest.mark.parametrize(
    "query",
    [
        "state=x",
        "reviewer=x",
        "reviewer=99999999999999999999",
        "content_type=x",
        "live=perhaps",
        "ordering=owner__password",
        "p=x",
        "p=0",
        "owner__password__startswith=p",
        "export=pdf",
    ],
)
def test_nonsense_in_the_address_is_no_error(admin, pages, query):
    assert admin.get(f"{REPORT}?{query}").status_code in {200, 404}


def test_two_hundred_pages_cost_as_many_queries_as_two(admin, treatment_index, reviewer, django_assert_max_num_queries):
    article = factories.TreatmentArticlePageFactory
    for number in range(2):
        reviewed(treatment_index, reviewer, due_in=number)
        reviewed(treatment_index, reviewer, due_in=number, factory=article)
    for address in (REPORT, f"{REPORT}?export=csv", HOME):
        answer(admin, address)
        with CaptureQueriesContext(connection) as few:
            answer(admin, address)
        add_many(treatment_index, reviewer)
        with django_assert_max_num_queries(len(few) + 1):
            answer(admin, address)


def answer(client, address) -> bytes:
    response = client.get(address)
    return b"".join(response.streaming_content) if response.streaming else response.content


def add_many(parent, reviewer) -> None:
    """Sixty-six more pages of both types."""
    with disable_reference_index_auto_update():
        for number in range(33):
            reviewed(parent, reviewer, due_in=number)
            reviewed(parent, reviewer, due_in=number, factory=factories.TreatmentArticlePageFactory)


@pytest.mark.parametrize("title", ["=1+1", "+44 20 7946 0321", "-1", "@SUM(1)", "\tx"])
def test_exports_hold_no_formulas(admin, treatment_index, reviewer, title):
    page = reviewed(treatment_index, reviewer, due_in=3)
    type(page).objects.update(title=title, draft_title=title)
    lines = list(csv.reader(io.StringIO(answer(admin, f"{REPORT}?export=csv").decode())))
    assert lines[0] == ["Page", "Page type", "Status", "Reviewer", "Reviewed on", "Due on", "State"]
    assert lines[1][0] == f"'{title}"
    assert lines[1][3:] == ["Dr Wren", TODAY.isoformat(), (TODAY + timedelta(days=3)).isoformat(), "Due within 30 days"]
    sheet = openpyxl.load_workbook(io.BytesIO(answer(admin, f"{REPORT}?export=xlsx"))).active
    assert sheet["A2"].value == title
    assert sheet["A2"].data_type == "s"


def test_export_follows_the_filters(admin, pages):
    lines = answer(admin, f"{REPORT}?export=csv&state=overdue").decode().splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == ["Both", "Overdue"]


def test_report_shows_only_pages_that_the_user_may_edit(client, pages):
    client.force_login(make_editor(pages["soon"]))
    assert titles(client.get(REPORT)) == ["Soon"]
    assert b"Overdue," not in answer(client, f"{REPORT}?export=csv")
    assert "Medical reviews" in client.get(HOME).content.decode()


@pytest.mark.parametrize("address", [REPORT, f"{REPORT}results/", f"{REPORT}?export=csv"])
def test_without_pages_to_edit_there_is_no_report(client, editor, pages, address):
    client.force_login(editor)
    assert client.get(address).status_code == 302
    assert "Medical reviews" not in client.get(HOME).content.decode()


def test_every_reviewed_page_type_is_known():
    assert sorted(model._meta.model_name for model in reviewed_models()) == ["treatmentarticlepage", "treatmentpage"]


# The panel on the home page


def make_questions(page, **counts) -> None:
    for status, number in counts.items():
        for n in range(number):
            ReaderQuestion.objects.create(page=page, text="?", status=status, dedupe_key=f"{status}-{n}")


def test_panel_counts_what_is_due_and_each_leads_there(admin, pages, treatment_page):
    treatment_page.unpublish()
    make_questions(treatment_page, held=2, quarantined=1, published=4)
    context = admin.get(HOME).context
    tasks = {task.text: task for part in context["panels"] for task in getattr(part, "tasks", [])}
    assert {text: task.number for text, task in tasks.items()} == {
        "reader questions wait for an answer": 2,
        "reader question is suspected of spam": 1,
        "pages are overdue for review": 2,
        "page is due for review soon": 1,
        "pages changed since their review": 2,
        "page was never reviewed": 1,
    }
    for task in tasks.values():
        assert len(admin.get(task.url).context["object_list"]) == task.number


def test_panel_is_absent_when_nothing_is_due(admin, treatment_index, reviewer):
    reviewed(treatment_index, reviewer, due_in=200)
    assert "treatment-content-due" not in admin.get(HOME).content.decode()


def test_panel_shows_nothing_to_somebody_without_permission(client, editor, pages, treatment_page):
    make_questions(treatment_page, held=1)
    client.force_login(editor)
    assert "treatment-content-due" not in client.get(HOME).content.decode()


def test_panel_shows_what_the_user_may_see_only(client, pages, treatment_page):
    make_questions(treatment_page, held=1)
    client.force_login(make_editor(pages["soon"]))
    html = client.get(HOME).content.decode()
    assert "page is due for review soon" in html
    assert "never reviewed" not in html
    assert "reader question" not in html
    answers = factories.make_user("treatment_pages.view_readerquestion")
    client.force_login(answers)
    html = client.get(HOME).content.decode()
    assert "reader question waits for an answer" in html
    assert "due for review" not in html
