from leads.models import ActivityKind
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
