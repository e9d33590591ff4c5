import pytest

from leads.desk.sentences import PLAIN, TELLERS
from leads.desk.timeline import tell
from leads.models import ActivityKind, Delivery, DeliveryKind, DeliveryState
from tests import factories
from tests.leads.desk.listing import lead_page


def test_the_timeline_tells_in_sentences_who_did_what(desk, lead):
    ruth = factories.make_user("leads.view_lead", username="ruth", first_name="Ruth", last_name="Okafor")
    ben = factories.make_user("leads.view_lead", username="ben", first_name="Ben", last_name="Whitlock")
    enquiry = factories.EnquiryFactory(lead=lead)
    lead.activities.create(kind=ActivityKind.ENQUIRY, enquiry=enquiry, actor=None)
    lead.assign(ruth, by=ruth)
    lead.assign(ben, by=ruth)
    lead.assign(None, by=ben)
    lead.mark_attempted(by=ruth)
    lead.mark_contacted(by=ruth)
    lead.add_note("Wants to come in March.", by=ben)
    lead.activities.create(kind=ActivityKind.STATUS, from_value="contacted", to_value="booked", actor=ruth)
    lead.activities.create(kind=ActivityKind.STATUS, from_value="booked", to_value="abolished", actor=None)
    lead.activities.create(kind=ActivityKind.REOPENED, actor=None)
    page = desk.get(lead_page(lead)).content.decode()
    sentences = [
        "Reopened by a new enquiry",
        "The system changed the status from Booked to abolished",
        "Ruth Okafor changed the status from Contacted to Booked",
        "Ben Whitlock wrote a note",
        "Ruth Okafor reached the person",
        "Ruth Okafor tried to reach the person",
        "Ben Whitlock took the owner Ben Whitlock away",
        "Ruth Okafor gave the lead to Ben Whitlock",
        "Ruth Okafor took the lead",
        f"Enquiry {enquiry.reference} received",
    ]
    places = [page.index(sentence) for sentence in sentences]
    assert places == sorted(places)


def test_the_timeline_survives_the_account_of_an_owner(desk, lead):
    gone = factories.make_user("leads.view_lead", username="gone")
    lead.assign(gone, by=gone)
    gone.delete()
    assert "The system gave the lead to gone" in desk.get(lead_page(lead)).content.decode()


@pytest.mark.parametrize("kind", ActivityKind.values)
def test_every_kind_of_entry_has_a_sentence_of_its_own(lead, desk_user, kind):
    enquiry = factories.EnquiryFactory(lead=lead)
    bare = lead.activities.create(kind=kind, actor=None)
    full = lead.activities.create(kind=kind, actor=desk_user, enquiry=enquiry, to_value="desk", from_value="L-7")
    for activity in (bare, full):
        [entry] = tell([activity])
        assert entry.sentence
        assert entry.icon != "history"
        assert "None" not in entry.sentence
        assert "%" not in entry.sentence


def test_no_kind_is_told_by_its_label_alone():
    assert set(TELLERS) | set(PLAIN) == set(ActivityKind)


def test_the_timeline_tells_of_calls_replies_dates_and_the_clock(lead):
    ruth = factories.make_user("leads.view_lead", username="ruth", first_name="Ruth", last_name="Okafor")
    sent = Delivery.objects.create(kind=DeliveryKind.REPLY, lead=lead, state=DeliveryState.DEAD, dedupe_key="r")
    make = lead.activities.create
    told = {
        "Ruth Okafor called and reached the person": make(kind="call", outcome="reached", actor=ruth),
        "Ruth Okafor called: no answer": make(kind="call", outcome="no_answer", actor=ruth),
        "Ruth Okafor called and left a message": make(kind="call", outcome="voicemail", actor=ruth),
        "Ruth Okafor called: the number is wrong": make(kind="call", outcome="wrong_number", actor=ruth),
        "Ruth Okafor called": make(kind="call", outcome="abolished", actor=ruth),
        "Ruth Okafor replied by e-mail": make(kind="reply", actor=ruth),
        "Ruth Okafor replied by e-mail (given up: the person did not get it)": make(
            kind="reply", actor=ruth, delivery=sent
        ),
        "Ruth Okafor set the follow-up to 3 Mar 2099, 14:30": make(
            kind="follow_up", actor=ruth, to_value="2099-03-03T14:30:00+00:00"
        ),
        "Ruth Okafor took the follow-up date away": make(kind="follow_up", actor=ruth),
        "Given to Ruth Okafor by the rules of the form": make(kind="handed_out", to_value="ruth", actor=None),
        "Back in the queue: Ruth Okafor did not answer in time": make(
            kind="handed_back", from_value="ruth", actor=None
        ),
        "Ruth Okafor added this lead by hand": make(kind="added", actor=ruth),
        "The promised reply time passed without an answer": make(kind="breached", actor=None),
        "A second person was told that nobody has answered yet": make(kind="escalated", actor=None),
        "Ruth Okafor gave the consultation up": make(
            kind="status", actor=ruth, from_value="booked", to_value="contacted"
        ),
    }
    entries = tell(told.values())
    assert [entry.sentence for entry in entries] == list(told)


@pytest.mark.parametrize("value", ["nonsense", "2099-99-99T00:00:00", "x" * 100])
def test_a_stored_date_that_is_none_spoils_no_timeline(lead, value):
    follow_up = lead.activities.create(kind="follow_up", actor=None, to_value=value)
    booking = lead.activities.create(
        kind="status", actor=None, to_value="booked", data={"after": {"consultation_at": value}}
    )
    assert all(entry.sentence for entry in tell([follow_up, booking]))
