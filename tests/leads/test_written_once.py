"""What was sent, decided and shown stays as it was, however somebody comes by the record."""

import pytest
from django.utils import timezone

from leads.models import ConsentRecord, Enquiry, EnquiryFormVersion, EnquiryImmutableError, Verdict
from tests.factories import EnquiryFactory

pytestmark = pytest.mark.django_db


def refused_on(enquiry: Enquiry) -> ConsentRecord:
    decision = ConsentRecord(enquiry=enquiry, kind="consent", purpose="news", text="News?", recorded_at=timezone.now())
    return ConsentRecord.objects.bulk_create([decision])[0]


@pytest.mark.parametrize("read", ["get", "only", "defer", "made"])
def test_the_words_of_an_enquiry_stay_however_it_was_read(read):
    made = EnquiryFactory()
    enquiries = {"only": Enquiry.objects.only("pk"), "defer": Enquiry.objects.defer("message")}
    enquiry = made if read == "made" else enquiries.get(read, Enquiry.objects).get()
    enquiry.message = "Other words"
    with pytest.raises(EnquiryImmutableError):
        enquiry.save()
    assert Enquiry.objects.get().message == "Could you tell me more?"


@pytest.mark.parametrize("enquiries", [Enquiry.objects.all(), Enquiry.objects.only("pk")], ids=["all", "only"])
def test_what_staff_decide_about_an_enquiry_may_change(enquiries):
    EnquiryFactory()
    enquiry = enquiries.get()
    enquiry.verdict = Verdict.QUARANTINED
    enquiry.save()
    assert Enquiry.objects.get().verdict == Verdict.QUARANTINED


@pytest.mark.parametrize("is_read_again", [True, False])
def test_a_decision_is_never_turned_around(is_read_again):
    decision = refused_on(EnquiryFactory())
    decision = ConsentRecord.objects.get() if is_read_again else decision
    decision.is_given = True
    with pytest.raises(EnquiryImmutableError):
        decision.save()


def test_a_consent_can_be_withdrawn():
    decision = refused_on(EnquiryFactory())
    decision.withdrawn_at = timezone.now()
    decision.save()
    assert ConsentRecord.objects.get().withdrawn_at


def test_the_wording_that_visitors_saw_stays(enquiry_form):
    version = EnquiryFormVersion.objects.get()
    version.definition["heading"] = "Something else"
    with pytest.raises(EnquiryImmutableError):
        version.save()
