"""What was sent, decided and shown stays as it was, however somebody comes by the record."""

import pytest
from cryptography.fernet import Fernet
from django.utils import timezone

from leads.key_rotation import rotate_keys
from leads.models import ConsentRecord, Enquiry, EnquiryForm, EnquiryFormVersion, EnquiryImmutableError, Verdict
from leads.sealing import open_value, seal_answers
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


# Many rows at once


@pytest.mark.parametrize(
    "change",
    [
        lambda: Enquiry.objects.update(message="Other words"),
        lambda: Enquiry.objects.filter(name="Ada").update(verdict=Verdict.SPAM, answers=[]),
        lambda: Enquiry.objects.quarantined().update(form=None),
        lambda: Enquiry.objects.update(form_id=None),
        lambda: EnquiryForm.objects.get().enquiries.update(name="Somebody"),
        lambda: Enquiry.objects.select_related("lead").only("pk").update(received_at=timezone.now()),
        lambda: ConsentRecord.objects.given().update(is_given=False),
        lambda: ConsentRecord.objects.update(text="Other words"),
        lambda: Enquiry.objects.get().consents.update(purpose="other"),
        lambda: EnquiryFormVersion.objects.update(definition={}),
        lambda: EnquiryForm.objects.get().versions.update(sha256="0"),
    ],
)
def test_many_records_are_not_changed_at_once_either(enquiry_form, change):
    refused_on(EnquiryFactory(form=enquiry_form))
    before = [list(model.objects.values()) for model in (Enquiry, ConsentRecord, EnquiryFormVersion)]
    with pytest.raises(EnquiryImmutableError):
        change()
    assert [list(model.objects.values()) for model in (Enquiry, ConsentRecord, EnquiryFormVersion)] == before


def test_a_bulk_update_is_refused_before_anything_is_written():
    enquiries = [EnquiryFactory(), EnquiryFactory()]
    for enquiry in enquiries:
        enquiry.verdict, enquiry.message = Verdict.SPAM, "Other words"
    with pytest.raises(EnquiryImmutableError):
        Enquiry.objects.bulk_update(enquiries, ["verdict", "message"])
    assert not Enquiry.objects.filter(verdict=Verdict.SPAM).exists()
    Enquiry.objects.bulk_update(enquiries, ["verdict"])
    assert Enquiry.objects.filter(verdict=Verdict.SPAM).count() == 2


def test_a_conflict_is_no_way_round_it():
    enquiry = EnquiryFactory()
    enquiry.message = "Other words"
    with pytest.raises(EnquiryImmutableError):
        Enquiry.objects.bulk_create([enquiry], update_conflicts=True, unique_fields=["pk"], update_fields=["message"])
    assert Enquiry.objects.get().message == "Could you tell me more?"


def test_what_staff_decide_may_change_for_many():
    EnquiryFactory()
    assert Enquiry.objects.update(verdict=Verdict.SPAM) == 1


def test_a_rotation_of_keys_rewrites_the_seal_and_not_the_words(settings):
    secret = {"key": "a", "label": "Medicines?", "type": "short_text", "sensitivity": "sensitive", "value": "None"}
    EnquiryFactory(answers=seal_answers([secret]))
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.LEADS = {**settings.LEADS, "ENCRYPTION_KEYS": [old]}
    Enquiry.objects.rewrite(answers=seal_answers([secret]))
    before = Enquiry.objects.get().answers
    settings.LEADS = {**settings.LEADS, "ENCRYPTION_KEYS": [new, old]}
    assert rotate_keys().rewritten == 1
    after = Enquiry.objects.get().answers
    assert after != before
    assert [open_value(answer) for answer in after] == ["None"]
