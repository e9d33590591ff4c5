"""A review vouches for one wording as of one day; what changes afterwards is said, whatever way it was changed."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests import factories
from treatment_pages.models import TreatmentPage
from treatment_pages.models.review import months_after
from treatment_pages.models.wording import content_digest

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
LAST_WEEK = TODAY - timedelta(days=7)
AUTOSAVE = {"Accept": "application/json"}
NOTHING = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": ""}


@pytest.fixture
def reviewer(home_page):
    return factories.PractitionerPageFactory(parent=home_page, title="Dr Wren")


@pytest.fixture
def page(treatment_index, clinic):
    page = factories.TreatmentPageFactory(parent=treatment_index, title="Peel", slug="peel", body=[])
    page.save_revision().publish()
    return page


@pytest.fixture
def admin(client, admin_user):
    client.force_login(admin_user)
    return client


def text_block(text: str) -> tuple[str, dict]:
    return ("section", {"heading": "What it is", "text": rich_text(f"<p>{text}</p>"), "claims": {"count": "0"}})


def edit(client, page, text: str = "Fine needles.", *, headers=None, **fields):
    """Post the page's editor as the browser does."""
    values = {
        "title": "Peel",
        "slug": "peel",
        "summary": "A mild acid renews the skin.",
        "review_interval_months": "12",
        "comments": NOTHING,
        "related_links": NOTHING,
        "body": streamfield([text_block(text)]),
        **fields,
    }
    values = {name: "" if value is None else value for name, value in values.items()}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), nested_form_data(values), headers=headers)


def review(client, page, reviewer, day=LAST_WEEK, text: str = "Fine needles.", **fields):
    """Open the editor, enter a review, publish."""
    fields = {"review_began_with": "", "action-publish": "1", **fields}
    return edit(client, page, text, medical_reviewer=reviewer.pk, reviewed_on=day, **fields)


def live(page) -> TreatmentPage:
    return TreatmentPage.objects.get(pk=page.pk)


def draft(page) -> TreatmentPage:
    return live(page).get_latest_revision_as_object()


def occasion(reviewer, day=LAST_WEEK) -> dict:
    """What the browser sends of a review that was there when the editor was opened."""
    return {
        "medical_reviewer": reviewer.pk,
        "reviewed_on": day,
        "review_began_with": f"{day.isoformat()} {reviewer.pk}",
    }


# Through the editor


def test_editor_offers_the_review_and_remembers_what_it_was(admin, page, reviewer):
    review(admin, page, reviewer)
    html = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'name="is_reviewed_now"' in html
    assert f'value="{LAST_WEEK.isoformat()} {reviewer.pk}"' in html


def test_published_review_names_day_reviewer_and_revision(admin, page, reviewer):
    assert review(admin, page, reviewer).status_code == 302
    reviewed = live(page)
    assert (reviewed.reviewed_on, reviewed.medical_reviewer_id) == (LAST_WEEK, reviewer.pk)
    assert not reviewed.is_changed_since_review
    assert reviewed.review_due_on == months_after(LAST_WEEK, 12)
    assert reviewed.reviewed_revision_id == reviewed.live_revision_id
    assert "Fine needles." in str(reviewed.reviewed_revision.as_object().body[0].value["text"])


def test_review_of_a_draft_stays_in_the_draft(admin, page, reviewer):
    edit(admin, page, medical_reviewer=reviewer.pk, reviewed_on=LAST_WEEK, review_began_with="")
    assert not live(page).is_reviewed
    assert draft(page).is_reviewed
    assert draft(page).reviewed_revision_id == live(page).latest_revision_id


def test_review_of_a_page_that_was_never_published_remembers_its_revision(admin, page, reviewer):
    page.unpublish()
    edit(admin, page, medical_reviewer=reviewer.pk, reviewed_on=LAST_WEEK, review_began_with="")
    assert draft(page).reviewed_revision_id == live(page).latest_revision_id


def test_later_change_is_told_and_the_reviewed_revision_kept(admin, page, reviewer):
    review(admin, page, reviewer)
    first = live(page).reviewed_revision_id
    edit(admin, page, "Coarse needles.", **occasion(reviewer))
    assert not live(page).is_changed_since_review
    assert draft(page).is_changed_since_review
    edit(admin, page, "Coarse needles.", **occasion(reviewer), **{"action-publish": "1"})
    assert live(page).is_changed_since_review
    assert live(page).reviewed_revision_id == first


def test_restoring_the_reviewed_words_clears_the_flag(admin, page, reviewer):
    review(admin, page, reviewer)
    edit(admin, page, "Coarse needles.", **occasion(reviewer), **{"action-publish": "1"})
    edit(admin, page, "Fine  needles. ", **occasion(reviewer), **{"action-publish": "1"})
    assert not live(page).is_changed_since_review


def test_review_again_on_the_same_day_needs_the_box(admin, page, reviewer):
    review(admin, page, reviewer, TODAY)
    edit(admin, page, "Coarse needles.", **occasion(reviewer, TODAY), **{"action-publish": "1"})
    assert live(page).is_changed_since_review
    again = {**occasion(reviewer, TODAY), "is_reviewed_now": "on", "action-publish": "1"}
    edit(admin, page, "Coarse needles.", **again)
    reviewed = live(page)
    assert not reviewed.is_changed_since_review
    assert reviewed.reviewed_revision_id == reviewed.live_revision_id


def test_box_without_a_new_date_counts_as_today(admin, page, reviewer):
    review(admin, page, reviewer)
    edit(admin, page, **occasion(reviewer), is_reviewed_now="on", **{"action-publish": "1"})
    assert live(page).reviewed_on == TODAY


def test_box_without_any_date_counts_as_today(admin, page, reviewer):
    review(admin, page, reviewer, None, is_reviewed_now="on")
    assert live(page).reviewed_on == TODAY


def test_box_with_a_new_date_keeps_it(admin, page, reviewer):
    review(admin, page, reviewer)
    yesterday = TODAY - timedelta(days=1)
    values = {**occasion(reviewer), "reviewed_on": yesterday, "is_reviewed_now": "on", "action-publish": "1"}
    edit(admin, page, **values)
    assert live(page).reviewed_on == yesterday


@pytest.mark.parametrize("is_ticked", ["", "on"], ids=["new date", "box"])
def test_review_vouches_for_what_is_typed_until_the_editor_is_left(admin, page, reviewer, is_ticked):
    """Drafts are saved while somebody types: the first one is not the reviewed text."""
    review(admin, page, reviewer, LAST_WEEK - timedelta(days=300))
    began = occasion(reviewer, LAST_WEEK - timedelta(days=300))["review_began_with"]
    day = LAST_WEEK - timedelta(days=300) if is_ticked else LAST_WEEK
    values = {"medical_reviewer": reviewer.pk, "reviewed_on": day, "review_began_with": began}
    values |= {"is_reviewed_now": is_ticked}
    saved = edit(admin, page, "Fine needles, hal", headers=AUTOSAVE, **values).json()
    assert saved["success"]
    overwritten = {"overwrite_revision_id": saved["revision_id"]}
    edit(admin, page, "Fine needles, half a mill", headers=AUTOSAVE, **values, **overwritten)
    assert not draft(page).is_changed_since_review
    edit(admin, page, "Fine needles, half a millimetre.", **values, **overwritten, **{"action-publish": "1"})
    reviewed = live(page)
    assert not reviewed.is_changed_since_review
    assert reviewed.reviewed_on == (TODAY if is_ticked else LAST_WEEK)
    assert "millimetre" in str(reviewed.reviewed_revision.as_object().body[0].value["text"])


def test_removed_reviewer_leaves_no_review(admin, page, reviewer):
    review(admin, page, reviewer)
    edit(admin, page, review_began_with=occasion(reviewer)["review_began_with"], **{"action-publish": "1"})
    reviewed = live(page)
    assert not reviewed.is_reviewed
    assert (reviewed.review_stamp, reviewed.review_due_on, reviewed.reviewed_revision) == ("", None, None)
    assert not reviewed.is_changed_since_review


def test_reviewer_whose_page_is_deleted_leaves_no_review_and_no_error(admin, page, reviewer):
    review(admin, page, reviewer)
    Page.objects.get(pk=reviewer.pk).delete()
    assert not live(page).is_reviewed
    assert admin.get(page.url).status_code == 200
    edit(admin, page, reviewed_on=LAST_WEEK, **{"action-publish": "0"})
    assert not draft(page).is_reviewed


@pytest.mark.parametrize(
    ("values", "advice"),
    [
        ({"reviewed_on": LAST_WEEK}, "Choose who reviewed the text"),
        ({"is_reviewed_now": "on"}, "Choose who reviewed the text"),
        ({"reviewed_on": TODAY + timedelta(days=1)}, "it cannot lie in the future"),
    ],
)
def test_incomplete_review_can_be_a_draft_but_is_not_published(admin, page, reviewer, values, advice):
    if "future" in advice:
        values = {**values, "medical_reviewer": reviewer.pk}
    response = edit(admin, page, **values, **{"action-publish": "1"})
    assert advice in response.content.decode()
    assert not live(page).is_reviewed
    assert edit(admin, page, **values).status_code == 302


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "31.02.2026", "soon"])
def test_strange_dates_are_no_error_of_ours(admin, page, reviewer, day):
    values = {"medical_reviewer": reviewer.pk, "reviewed_on": day, "review_interval_months": "60"}
    assert edit(admin, page, **values).status_code in {200, 302}
    assert edit(admin, page, headers=AUTOSAVE, **values).status_code in {200, 400}


def test_history_and_comparison_show_review_fields(admin, page, reviewer):
    review(admin, page, reviewer)
    assert admin.get(reverse("wagtailadmin_pages:history", args=[page.pk])).status_code == 200
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"])
    assert admin.get(compare).status_code == 200


# Other ways of publishing


def test_scheduled_review_arrives_with_its_revision(page, reviewer):
    page = live(page)
    page.medical_reviewer, page.reviewed_on = reviewer, LAST_WEEK
    page.go_live_at = timezone.now() + timedelta(hours=1)
    revision = page.save_revision()
    revision.publish()
    assert not live(page).is_reviewed
    revision.refresh_from_db()
    scheduled = revision.as_object()
    past = timezone.now() - timedelta(minutes=1)
    revision.content = {**revision.content, "go_live_at": past.isoformat()}
    revision.approved_go_live_at = past
    revision.save()
    call_command("publish_scheduled")
    reviewed = live(page)
    assert reviewed.is_reviewed
    assert reviewed.reviewed_revision_id == scheduled.reviewed_revision_id == revision.pk
    assert not reviewed.is_changed_since_review


def test_copied_page_is_not_reviewed(page, reviewer):
    page.medical_reviewer, page.reviewed_on = reviewer, LAST_WEEK
    page.save_revision().publish()
    copied = live(page).copy(update_attrs={"slug": "peel-2", "title": "Peel 2"}, keep_live=True)
    for copy in (TreatmentPage.objects.get(pk=copied.pk), copied.get_latest_revision_as_object()):
        assert not copy.is_reviewed
        assert (copy.review_stamp, copy.reviewed_revision_id, copy.review_due_on) == ("", None, None)
        assert copy.medical_reviewer_id == reviewer.pk


def test_reverting_to_an_older_text_takes_its_review_along(page, reviewer):
    page.medical_reviewer, page.reviewed_on = reviewer, LAST_WEEK
    first = page.save_revision()
    first.publish()
    page = live(page)
    page.summary, page.reviewed_on = "Other words.", TODAY
    page.save_revision().publish()
    first.refresh_from_db()
    first.publish()
    assert (live(page).reviewed_on, live(page).is_changed_since_review) == (LAST_WEEK, False)


def test_purged_revisions_break_nothing(page, reviewer):
    page.medical_reviewer, page.reviewed_on = reviewer, LAST_WEEK
    page.save_revision().publish()
    page = live(page)
    page.summary = "Other words."
    page.save_revision().publish()
    live(page).revisions.exclude(pk=live(page).latest_revision_id).delete()
    live(page).get_latest_revision().publish()
    assert live(page).reviewed_revision is None
    assert live(page).is_changed_since_review


def test_preview_shows_the_flag_without_saving(page, reviewer):
    page.medical_reviewer, page.reviewed_on = reviewer, LAST_WEEK
    page.save_revision().publish()
    changed = live(page)
    changed.summary = "Other words."
    changed.make_preview_request()
    assert changed.is_changed_since_review
    assert not live(page).is_changed_since_review


# What counts as the text


def facts(**values) -> tuple[str, dict]:
    return ("key_facts", values)


def words(text: str = "<p>Calm words.</p>", **values) -> tuple[str, dict]:
    return ("section", {"heading": "What it is", "text": RichText(text), **values})


BASE = [facts(downtime="a day"), words()]


def digest(body, **fields) -> str:
    return content_digest(TreatmentPage(title="Peel", **{"summary": "Words.", "body": body, **fields}))


@pytest.mark.parametrize(
    "changed",
    [
        [facts(downtime="two days"), words()],
        [facts(downtime="a day", session_minutes={"minimum": 20, "maximum": 40}), words()],
        [facts(downtime="a day"), words("<p>Other words.</p>")],
        [facts(downtime="a day"), words(heading="Else")],
        [facts(downtime="a day"), words(), words()],
        [facts(downtime="a day"), words('<p>Calm <a linktype="claim" id="7">words</a>.</p>')],
        [words()],
    ],
)
def test_what_visitors_read_counts(changed):
    assert digest(changed) != digest(BASE)


@pytest.mark.parametrize("field", ["title", "summary"])
def test_title_and_summary_count(field):
    page = TreatmentPage(title="Peel", summary="Words.", body=BASE)
    setattr(page, field, "Other")
    assert content_digest(page) != digest(BASE)


@pytest.mark.parametrize(
    "same",
    [
        [facts(downtime=" a  day"), words("<p>Calm\n   words.</p>")],
        [facts(downtime="a day"), words('<p data-block-key="x1y2"><b>Calm</b> words.</p>')],
        [facts(downtime="a day"), words('<p>Calm <a linktype="page" id="3">words</a>.</p>')],
        [facts(downtime="a day", areas=[]), words(claims=[])],
    ],
    ids=["white space", "bold", "link", "nothing more"],
)
def test_layout_does_not_count(same):
    assert digest(same) == digest(BASE)


def test_source_of_a_claim_counts():
    one, other = factories.SourceFactory(), factories.SourceFactory()

    def claim(source):
        return digest([words(claims=[{"statement": "It helps.", "source": source}])])

    assert claim(one) != claim(other)
    assert claim(one) == claim(one)


def test_language_of_the_admin_does_not_count(page):
    body = [facts(session_minutes={"minimum": 20, "maximum": 1440}), ("procedure", {"steps": [{"phase": "during"}]})]
    with translation.override("en-gb"):
        english = digest(body)
    with translation.override("de"):
        assert digest(body) == english


def test_stored_page_has_the_same_digest_as_the_one_that_was_saved(publish_full_page):
    page = publish_full_page()
    assert content_digest(page) == content_digest(live(page)) == content_digest(draft(page))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 22), 14, date(2028, 1, 22)),
        (date(9999, 6, 1), 60, date.max),
    ],
)
def test_months_end_on_days_that_exist(day, months, expected):
    assert months_after(day, months) == expected
