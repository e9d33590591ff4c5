from html import unescape

import pytest
from wagtail.models import ModelLogEntry

from leads.models import ActivityKind, LeadStatus
from tests import factories
from tests.leads.desk.listing import INBOX, lead_page, step


def messages(response) -> str:
    return unescape(" ".join(str(message) for message in response.context["messages"]))


def audit_log(lead) -> list[tuple[str, str]]:
    return list(ModelLogEntry.objects.filter(object_id=str(lead.pk)).values_list("action", "label"))


def test_marking_contacted_moves_the_lead_and_tells_the_timeline(desk, desk_user, lead):
    response = desk.post(step("mark_contacted", lead), follow=True)
    lead.refresh_from_db()
    assert lead.status == LeadStatus.CONTACTED
    assert lead.first_response_at
    activity = lead.activities.get()
    assert (activity.kind, activity.actor, activity.to_value) == (ActivityKind.STATUS, desk_user, "contacted")
    assert "Amara Osei is marked as contacted" in messages(response)
    assert response.redirect_chain == [(lead_page(lead), 302)]


def test_an_attempt_can_be_noted_again_and_again(desk, lead):
    desk.post(step("mark_attempted", lead))
    desk.post(step("mark_attempted", lead))
    lead.refresh_from_db()
    assert lead.status == LeadStatus.ATTEMPTED
    assert lead.activities.count() == 2


def test_marking_contacted_twice_is_refused_politely(desk, lead):
    desk.post(step("mark_contacted", lead))
    response = desk.post(step("mark_contacted", lead), follow=True)
    assert response.status_code == 200
    assert "cannot become “Contacted”" in messages(response)
    assert lead.activities.count() == 1
    assert len(audit_log(lead)) == 1


def test_a_step_from_a_page_that_is_out_of_date_is_refused(desk, lead):
    page = desk.get(lead_page(lead)).content.decode()
    assert f'action="{step("mark_contacted", lead)}?seen=new"' in page
    lead.mark_attempted(by=factories.make_user())
    response = desk.post(step("mark_contacted", lead) + "?seen=new", follow=True)
    assert "Somebody else changed this lead" in messages(response)
    lead.refresh_from_db()
    assert lead.status == LeadStatus.ATTEMPTED


def test_nobody_takes_a_lead_from_a_colleague_without_seeing_it(desk, lead):
    colleague = factories.make_user("leads.view_lead")
    lead.assign(colleague, by=colleague)
    response = desk.post(step("take", lead) + "?seen=", follow=True)
    assert "Somebody else changed this lead" in messages(response)
    lead.refresh_from_db()
    assert lead.owner == colleague


def test_a_step_in_the_inbox_comes_back_to_the_inbox(desk, lead):
    response = desk.post(step("mark_attempted", lead), {"next": f"{INBOX}?status=new"})
    assert response.url == f"{INBOX}?status=new"


def test_a_step_never_leads_to_another_site(desk, lead):
    response = desk.post(step("mark_attempted", lead), {"next": "https://elsewhere.example/"})
    assert response.url == lead_page(lead)


@pytest.mark.parametrize("action", ["mark_attempted", "mark_contacted", "assign", "take", "note"])
def test_following_a_link_to_a_step_changes_nothing(desk, lead, action):
    response = desk.get(step(action, lead))
    assert response.url == lead_page(lead)
    lead.refresh_from_db()
    assert (lead.status, lead.owner, lead.is_unread) == (LeadStatus.NEW, None, True)
    assert not lead.activities.exists()


@pytest.mark.parametrize("action", ["mark_attempted", "mark_contacted", "assign", "take", "note"])
def test_a_step_from_another_site_is_refused(client, desk_user, lead, action):
    client.handler.enforce_csrf_checks = True
    client.force_login(desk_user)
    assert client.post(step(action, lead), {"text": "x"}).status_code == 403
    assert not lead.activities.exists()


def test_taking_a_lead_makes_it_ones_own(desk, desk_user, lead):
    desk.post(step("take", lead) + "?seen=")
    lead.refresh_from_db()
    assert lead.owner == desk_user
    assert lead.activities.get().to_value == "desk"


def test_a_lead_is_given_to_a_colleague_and_back_to_nobody(desk, lead):
    colleague = factories.make_user("leads.view_lead", username="ben", first_name="Ben", last_name="Whitlock")
    response = desk.post(step("assign", lead), {"owner": colleague.pk}, follow=True)
    assert "now belongs to Ben Whitlock" in messages(response)
    response = desk.post(step("assign", lead), {"owner": ""}, follow=True)
    assert "has no owner now" in messages(response)
    lead.refresh_from_db()
    assert lead.owner is None


@pytest.mark.parametrize("owner", ["999999", "abc", "editor"])
def test_a_lead_is_only_given_to_somebody_who_may_see_it(desk, lead, editor, owner):
    response = desk.post(step("assign", lead), {"owner": editor.pk if owner == "editor" else owner})
    assert "Choose somebody who may see leads." in response.content.decode()
    lead.refresh_from_db()
    assert lead.owner is None


def test_giving_a_lead_to_its_owner_is_no_change(desk, desk_user, lead):
    desk.post(step("take", lead))
    response = desk.post(step("assign", lead), {"owner": desk_user.pk})
    assert "has this owner already" in response.content.decode()
    assert lead.activities.count() == len(audit_log(lead)) == 1


def test_a_note_stands_on_the_timeline_with_its_line_breaks(desk, lead):
    response = desk.post(step("note", lead), {"text": "Called.\nTry <b>after</b> five."}, follow=True)
    assert response.redirect_chain == [(lead_page(lead), 302)]
    assert "Called.<br>Try &lt;b&gt;after&lt;/b&gt; five." in response.content.decode()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "Write something before you add the note."),
        ("  \n ", "Write something before you add the note."),
        ("x" * 20_000, "A note has room for 10000 characters; this one has 20000."),
        ("nul\0", "Null characters are not allowed."),
    ],
)
def test_a_note_that_cannot_be_kept_says_why_and_keeps_its_text(desk, lead, text, error):
    response = desk.post(step("note", lead), {"text": text})
    assert response.status_code == 200
    assert error in response.content.decode()
    assert text in response.content.decode()
    assert not lead.activities.exists()


def test_the_audit_log_knows_leads_by_their_reference_alone(desk, lead):
    desk.post(step("mark_attempted", lead))
    desk.post(step("mark_contacted", lead))
    desk.post(step("take", lead))
    desk.post(step("note", lead), {"text": "Wants to come in March."})
    assert set(audit_log(lead)) == {
        ("leads.mark_attempted", lead.reference),
        ("leads.mark_contacted", lead.reference),
        ("leads.assign", lead.reference),
        ("leads.note", lead.reference),
    }
    assert not ModelLogEntry.objects.filter(data__icontains="March").exists()


def test_the_site_history_shows_the_steps_in_words(client, admin_user, lead):
    client.force_login(admin_user)
    client.post(step("mark_contacted", lead), follow=True)
    content = client.get("/admin/reports/site-history/").content.decode()
    assert "Reached the person" in content
    assert lead.reference in content
    assert lead.name not in content
