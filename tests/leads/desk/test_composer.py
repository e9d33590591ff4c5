"""What staff do from the page of a lead; the guards themselves are the pipeline's."""

from datetime import UTC, datetime, time, timedelta
from html import unescape

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from leads.models import Activity, ActivityKind, Lead, LeadStatus, LostReason
from leads.models.clinic import OpeningHours
from tests import factories
from tests.leads.desk.listing import lead_page, step

OTHER_DAY = {"when": "other", "date": "2099-03-03", "time": "14:30"}


@pytest.fixture
def lead(db, site):
    return factories.LeadFactory(name="Amara Osei", site=site)


@pytest.fixture
def far_ahead(monkeypatch):
    """Dates in a far year are near enough for a test."""
    monkeypatch.setattr("leads.desk.composer.dates.YEARS_AHEAD", 200)


@pytest.fixture
def ben(db):
    return factories.make_user("leads.view_lead", "leads.change_lead", first_name="Ben", last_name="Whitlock")


def newest(lead) -> int:
    return lead.activities.order_by("-pk").values_list("pk", flat=True).first() or 0


def do(client, action, lead, data=None, **more):
    """Post a tab as its page would, having seen everything."""
    return client.post(step(action, lead), {"seen_activity": newest(lead), **(data or {}), **more})


def refusal(response) -> str:
    """The page that comes back with a step that was refused."""
    assert response.status_code == 200
    return unescape(response.content.decode())


def actions(lead) -> list[str]:
    return list(ModelLogEntry.objects.filter(object_id=str(lead.pk)).values_list("action", flat=True))


# Calls.


def test_a_call_is_logged_with_what_was_said_and_when_to_call_again(desk, desk_user, lead, far_ahead):
    response = do(desk, "call", lead, {"outcome": "reached", "text": "Asks about March."} | OTHER_DAY)
    assert response.url == lead_page(lead)
    lead.refresh_from_db()
    assert lead.status == LeadStatus.CONTACTED
    assert lead.follow_up_at == datetime(2099, 3, 3, 14, 30, tzinfo=UTC)
    call = lead.activities.get(kind=ActivityKind.CALL)
    assert (call.outcome, call.text, call.actor) == ("reached", "Asks about March.", desk_user)
    assert actions(lead) == ["leads.call"]


def test_a_call_without_a_date_leaves_the_follow_up_alone(desk, lead):
    do(desk, "call", lead, outcome="no_answer")
    lead.refresh_from_db()
    assert (lead.status, lead.follow_up_at) == (LeadStatus.ATTEMPTED, None)


def test_a_date_without_a_time_is_when_the_clinic_opens(desk, lead, clinic, far_ahead):
    OpeningHours.objects.create(clinic=clinic, weekday=1, opens=time(8, 15), closes=time(12))
    do(desk, "call", lead, outcome="voicemail", date="2099-03-03")
    lead.refresh_from_db()
    assert lead.follow_up_at == datetime(2099, 3, 3, 8, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "Say how the call ended."),
        ({"outcome": "telepathy"}, "Say how the call ended."),
        ({"outcome": "reached", "when": "other"}, "Choose a date."),
        ({"outcome": "reached", "when": "other", "date": "yesterday"}, "Enter a date."),
        ({"outcome": "reached", "when": "other", "date": "2001-01-01"}, "still to come"),
        ({"outcome": "reached", "when": "other", "date": "0001-01-01"}, "still to come"),
        ({"outcome": "reached", "when": "other", "date": "9999-12-31"}, "still to come"),
        ({"outcome": "reached", "when": "some day"}, "Choose one of the dates."),
        ({"outcome": "reached", "when": "other", "time": "25:00"}, "Enter a time such as 14:30."),
        ({"outcome": "reached", "time": "10:00"}, "Choose a date."),
    ],
)
def test_a_call_that_is_refused_comes_back_with_what_was_typed(desk, lead, data, message):
    page = refusal(do(desk, "call", lead, data | {"text": "She hung up < twice."}))
    assert message in page
    assert "She hung up < twice." in page
    assert 'id="tab-call" autocomplete="off" checked' in page
    assert not lead.activities.exists()


# Follow-up dates.


def test_a_quick_date_is_the_next_opening_of_the_clinic(desk, lead, clinic):
    for weekday in range(7):
        OpeningHours.objects.create(clinic=clinic, weekday=weekday, opens=time(8, 30), closes=time(17))
    do(desk, "follow_up", lead, when="tomorrow")
    lead.refresh_from_db()
    local = timezone.localtime(lead.follow_up_at)
    assert local.date() == timezone.localdate() + timedelta(days=1)
    assert local.time() == time(8, 30)


def test_a_follow_up_is_taken_away_again(desk, lead):
    lead.set_follow_up(timezone.now() + timedelta(days=3), by=None)
    do(desk, "follow_up", lead, when="none")
    lead.refresh_from_db()
    assert lead.follow_up_at is None


@pytest.mark.parametrize("data", [{}, {"when": ""}, {"when": "none"}])
def test_setting_no_date_where_none_was_is_refused(desk, lead, data):
    assert "Choose a date." in refusal(do(desk, "follow_up", lead, data))


def test_a_lead_on_hold_keeps_a_date(desk, lead):
    lead.put_on_hold(timezone.now() + timedelta(days=3), by=None)
    assert "needs a date on which it comes back" in refusal(do(desk, "follow_up", lead, when="none"))


# Consultations.


def test_a_consultation_is_booked_and_moved(desk, lead, far_ahead):
    do(desk, "book", lead, date="2099-07-03", time="14:30", minutes="45")
    lead.refresh_from_db()
    assert (lead.status, lead.consultation_minutes) == (LeadStatus.BOOKED, 45)
    assert lead.consultation_at == datetime(2099, 7, 3, 13, 30, tzinfo=UTC)
    do(desk, "book", lead, date="2099-07-04", time="09:00", minutes="45")
    lead.refresh_from_db()
    assert lead.consultation_at == datetime(2099, 7, 4, 8, 0, tzinfo=UTC)
    page = desk.get(lead_page(lead)).content.decode()
    assert "moved the consultation to 4 Jul 2099, 09:00" in page
    assert "booked a consultation for 3 Jul 2099, 14:30" in page


def test_after_a_booking_the_confirmation_is_one_click_away(desk, lead, far_ahead):
    response = do(desk, "book", lead, date="2099-07-03", time="14:30", minutes="45")
    page = desk.get(response.url).content.decode()
    assert "Write the confirmation" in page
    assert page.count(f'href="{step("reply", lead)}"') >= 2
    assert page.count(f'href="{step("appointment", lead)}"') == 2


def test_a_consultation_is_booked_by_the_clinics_clock(desk, desk_user, lead, clinic, far_ahead):
    clinic.time_zone = "Asia/Tokyo"
    clinic.save()
    do(desk, "book", lead, date="2099-07-03", time="14:30", minutes="45")
    lead.refresh_from_db()
    assert lead.consultation_at == datetime(2099, 7, 3, 5, 30, tzinfo=UTC)
    page = desk.get(lead_page(lead)).content.decode()
    assert "Fri 3 Jul 2099, 14:30" in page
    assert "(Asia/Tokyo)" in page


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"time": "10:00", "minutes": "30"}, "Choose the day of the consultation."),
        ({"date": "2099-01-01", "minutes": "30"}, "Choose the time of the consultation."),
        ({"date": "2001-01-01", "time": "10:00", "minutes": "30"}, "still to come"),
        ({"date": "2099-01-01", "time": "10:00", "minutes": "x"}, "Enter a whole number of minutes."),
        ({"date": "2099-01-01", "time": "10:00", "minutes": "0"}, "at least 5 minutes"),
        ({"date": "2099-01-01", "time": "10:00", "minutes": "99999999999"}, "at most 480 minutes"),
        ({"date": "2099-01-01\0", "time": "10:00\0", "minutes": "30\0"}, "Enter a date."),
    ],
)
def test_a_consultation_needs_a_date_to_come(desk, lead, far_ahead, data, message):
    assert message in refusal(do(desk, "book", lead, data))
    lead.refresh_from_db()
    assert lead.status == LeadStatus.NEW


def test_an_hour_that_the_clocks_skip_is_refused(desk, lead, far_ahead):
    page = refusal(do(desk, "book", lead, date="2099-03-29", time="01:30", minutes="30"))
    assert "couldn’t be interpreted in time zone Europe/London" in page


# Statuses.


@pytest.mark.parametrize(
    ("status", "target"),
    [
        ("contacted", "attended"),
        ("booked", "no_show"),
        ("booked", "contacted"),
        ("attended", "converted"),
        ("new", "attempted"),
    ],
)
def test_every_status_is_reached_from_the_page(desk, status, target):
    lead = factories.LeadFactory(status=status)
    do(desk, "status", lead, status=target)
    lead.refresh_from_db()
    assert lead.status == target
    assert actions(lead) == ["leads.status"]


def test_a_lead_is_lost_for_a_reason(desk, lead):
    do(desk, "status", lead, status="lost", reason="price", text="Will ask her sister.", date="nonsense")
    lead.refresh_from_db()
    assert (lead.status, lead.lost_reason) == (LeadStatus.LOST, LostReason.PRICE)
    page = desk.get(lead_page(lead)).content.decode()
    assert "closed the lead as lost: Price" in page
    assert "Will ask her sister." in page


def test_a_lead_is_put_on_hold_until_a_date(desk, lead, far_ahead):
    do(desk, "status", lead, {"status": "on_hold"} | OTHER_DAY)
    lead.refresh_from_db()
    assert lead.status == LeadStatus.ON_HOLD
    assert "put the lead on hold until 3 Mar 2099, 14:30" in desk.get(lead_page(lead)).content.decode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "Choose a status."),
        ({"status": "booked"}, "Choose a status."),
        ({"status": "new"}, "Choose a status."),
        ({"status": "abolished"}, "Choose a status."),
        ({"status": "lost"}, "choose a reason."),
        ({"status": "lost", "reason": "moved"}, "choose a reason."),
        ({"status": "lost", "reason": "full moon"}, "choose a reason."),
        ({"status": "on_hold"}, "Choose a date on which the lead comes back."),
        ({"status": "on_hold", "date": "2001-01-01"}, "still to come"),
        ({"status": "no_show"}, "A lead that is “New” cannot become “No show”."),
    ],
)
def test_a_status_that_cannot_be_taken_says_why(desk, lead, data, message):
    page = refusal(do(desk, "status", lead, data | {"text": "Typed with care."}))
    assert message in page
    assert "Typed with care." in page
    lead.refresh_from_db()
    assert lead.status == LeadStatus.NEW
    assert not actions(lead)


def test_nobody_is_converted_twice(desk):
    lead = factories.LeadFactory(status="converted")
    assert "This lead is converted already." in refusal(do(desk, "status", lead, status="converted"))


# Undo.


def test_the_last_change_is_taken_back_after_the_page_said_what_that_is(desk, desk_user, lead, far_ahead):
    do(desk, "book", lead, date="2099-07-03", time="14:30", minutes="45")
    page = " ".join(desk.get(lead_page(lead)).content.decode().split())
    assert "This takes back: desk booked a consultation for 3 Jul 2099, 14:30" in page
    assert "The lead is “New” again. Follow-up: none. Consultation: none" in page
    do(desk, "undo", lead)
    lead.refresh_from_db()
    assert (lead.status, lead.consultation_at, lead.first_response_at) == (LeadStatus.NEW, None, None)
    page = desk.get(lead_page(lead)).content.decode()
    assert "desk took the last change back: the status is New again" in page
    assert "booked a consultation for 3 Jul 2099, 14:30 – taken back later" in page
    assert "This takes back" not in page


def test_without_a_change_nothing_is_taken_back(desk, lead):
    assert "There is no change of status to take back." in refusal(do(desk, "undo", lead))


# Two people.


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("call", {"outcome": "reached", "text": "Typed with care."}),
        ("follow_up", {"when": "tomorrow"}),
        ("book", {"date": "2099-03-03", "time": "10:00", "minutes": "30"}),
        ("status", {"status": "lost", "reason": "price", "text": "Typed with care."}),
        ("assign", {"owner": ""}),
        ("undo", {}),
    ],
)
def test_what_others_did_is_shown_and_not_overwritten(desk, lead, ben, far_ahead, action, data):
    lead.mark_attempted(by=ben)
    seen = newest(lead)
    lead.mark_contacted(by=ben)
    before = Lead.objects.values().get()
    response = desk.post(step(action, lead), {"seen_activity": seen, **data})
    page = refusal(response)
    assert "Somebody else changed this lead since you opened it." in page
    assert page.count("Ben Whitlock reached the person") >= 2
    assert "Ben Whitlock tried to reach the person" in page
    if "text" in data:
        assert "Typed with care." in page
    assert Lead.objects.values().get() == before
    assert f'name="seen_activity" value="{newest(lead)}"' in page


def test_whoever_has_looked_may_repeat_the_step(desk, lead, ben):
    lead.mark_contacted(by=ben)
    desk.post(step("status", lead), {"seen_activity": 0, "status": "attended"})
    lead.refresh_from_db()
    assert lead.status == LeadStatus.CONTACTED
    do(desk, "status", lead, status="attended")
    lead.refresh_from_db()
    assert lead.status == LeadStatus.ATTENDED


@pytest.mark.parametrize("seen", ["", "nonsense", "-1", "9" * 40, "²", None])
def test_who_cannot_say_what_they_saw_has_seen_nothing(desk, lead, ben, seen):
    lead.mark_contacted(by=ben)
    data = {"status": "attended"} | ({} if seen is None else {"seen_activity": seen})
    assert "Somebody else changed this lead" in refusal(desk.post(step("status", lead), data))


def test_ones_own_changes_and_the_notes_of_others_are_no_obstacle(desk, desk_user, lead, ben):
    lead.mark_contacted(by=desk_user)
    lead.add_note("Tea, no sugar.", by=ben)
    desk.post(step("status", lead), {"seen_activity": 0, "status": "attended"})
    lead.refresh_from_db()
    assert lead.status == LeadStatus.ATTENDED


def test_a_note_is_never_refused_for_what_others_did(desk, lead, ben):
    lead.mark_contacted(by=ben)
    desk.post(step("note", lead), {"text": "Called back."})
    assert lead.activities.filter(kind=ActivityKind.NOTE).exists()


def test_an_open_page_hears_what_others_did(desk, desk_user, lead, ben, django_assert_max_num_queries):
    lead.add_note("Own words.", by=desk_user)
    seen = newest(lead)
    lead.log_call("no_answer", by=ben, text="Secret words.")
    lead.add_note("Mine.", by=desk_user)
    with django_assert_max_num_queries(15):
        response = desk.get(step("news", lead), {"since": seen})
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    told = response.json()["sentences"]
    assert told == ["Ben Whitlock tried to reach the person, just now", "Ben Whitlock called: no answer, just now"]
    assert "Secret" not in response.content.decode()


def test_much_that_happened_is_counted(desk, lead, ben):
    for number in range(8):
        lead.add_note(f"Note {number}", by=ben)
    told = desk.get(step("news", lead), {"since": "nonsense"}).json()["sentences"]
    assert len(told) == 6
    assert told[-1] == "3 more"


# Who may do what, and from where the lead stands.


@pytest.mark.parametrize("action", ["note", "call", "follow_up", "book", "status", "assign", "undo"])
def test_an_onlooker_does_nothing(client, onlooker, lead, action):
    client.force_login(onlooker)
    assert client.post(step(action, lead), {"text": "x", "outcome": "reached"}).status_code == 403
    assert not lead.activities.exists()


@pytest.mark.parametrize("action", ["note", "call", "follow_up", "book", "status", "assign", "undo"])
def test_a_link_to_a_step_shows_the_lead(desk, lead, action):
    assert desk.get(step(action, lead)).url == lead_page(lead)
    assert not lead.activities.exists()


@pytest.mark.parametrize("action", ["note", "call", "follow_up", "book", "status", "assign", "undo", "news", "as_seen"])
def test_a_lead_that_is_gone_is_not_found(desk, db, action):
    assert desk.post(f"/admin/leads/lead/{action}/999999/").status_code in (404, 405)
    assert desk.get(f"/admin/leads/lead/{action}/999999/").status_code == 404
    assert desk.get(f"/admin/leads/lead/{action}/abc/").status_code == 404


@pytest.mark.parametrize(
    ("status", "offered"),
    [
        ("new", ["note", "call", "follow_up", "book", "status", "assign"]),
        ("booked", ["note", "call", "follow_up", "book", "status", "assign"]),
        ("attended", ["note", "call", "follow_up", "book", "status", "assign"]),
        ("converted", ["note", "call", "assign"]),
        ("lost", ["note", "call", "assign"]),
    ],
)
def test_only_what_the_pipeline_allows_is_offered(desk, status, offered):
    lead = factories.LeadFactory(status=status)
    page = desk.get(lead_page(lead)).content.decode()
    keys = ["note", "call", "follow_up", "book", "status", "assign"]
    assert [key for key in keys if f'id="tab-{key}"' in page] == offered


def test_a_lead_without_enquiries_takes_notes_only(desk, lead):
    Lead.objects.update(emptied_into=factories.LeadFactory())
    page = desk.get(lead_page(lead)).content.decode()
    assert 'id="tab-note"' in page
    assert 'id="tab-call"' not in page
    assert "Close this lead" in page


def test_the_address_opens_a_tab(desk, lead):
    assert 'id="tab-call" autocomplete="off" checked' in desk.get(lead_page(lead) + "?tab=call").content.decode()
    assert 'id="tab-note" autocomplete="off" checked' in desk.get(lead_page(lead) + "?tab=<b>").content.decode()


NONSENSE = ["", "\0", "x" * 20_000, "-1", "９", "<script>", "2099-02-30", "None", "🩺"]


@pytest.mark.parametrize("action", ["note", "call", "follow_up", "book", "status", "assign", "undo"])
def test_nonsense_in_every_field_is_never_an_error_of_ours(desk, lead, action):
    fields = ["text", "outcome", "when", "date", "time", "minutes", "status", "reason", "owner", "seen_activity"]
    for value in NONSENSE:
        response = desk.post(step(action, lead), dict.fromkeys(fields, value))
        assert response.status_code in (200, 302)
    names = ("in", "at", "tab", "seen")
    for turn in range(len(NONSENSE)):
        query = {name: NONSENSE[turn - place] for place, name in enumerate(names)}
        assert desk.post(step(action, lead), query_params=query).status_code in (200, 302)


def test_the_audit_log_holds_no_words(desk, lead):
    do(desk, "call", lead, outcome="reached", text="Isotretinoin")
    do(desk, "status", lead, status="lost", reason="price", text="Isotretinoin")
    assert ModelLogEntry.objects.count() == 2
    assert not ModelLogEntry.objects.filter(data__icontains="Isotretinoin").exists()


def test_a_refused_step_needs_no_more_queries_for_a_long_timeline(desk, lead, ben, django_assert_max_num_queries):
    Activity.objects.bulk_create(
        Activity(lead=lead, kind=ActivityKind.CALL, outcome="no_answer", actor=ben) for number in range(50)
    )
    with django_assert_max_num_queries(45):
        do(desk, "call", lead)
