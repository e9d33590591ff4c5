"""Health answers are folded; opening those of one enquiry is a deliberate act that the audit log keeps."""

import json
import re

import pytest
from wagtail.models import ModelLogEntry

from leads.models import Enquiry, Verdict
from leads.sealing import seal_answers
from tests import factories
from tests.leads.desk.listing import INBOX, lead_page


def sealed(value: str) -> list[dict]:
    return seal_answers(
        [
            {"key": "a", "label": "Medicines?", "type": "short_text", "sensitivity": "sensitive", "value": value},
            {"key": "b", "label": "Since?", "type": "short_text", "sensitivity": "plain", "value": "Plain words"},
        ]
    )


def address(enquiry: Enquiry) -> str:
    return f"{INBOX}open_answers/{enquiry.pk}/"


def quarantine_page(enquiry: Enquiry) -> str:
    return f"{INBOX}quarantine/{enquiry.pk}/"


def page_of(enquiry: Enquiry) -> str:
    return lead_page(enquiry.lead) if enquiry.lead else quarantine_page(enquiry)


def entries() -> list[ModelLogEntry]:
    return list(ModelLogEntry.objects.filter(action="leads.open_answers"))


@pytest.fixture(params=["on a lead", "in quarantine"])
def enquiry(request, lead):
    if request.param == "on a lead":
        return factories.EnquiryFactory(lead=lead, answers=sealed("Isotretinoin"))
    return factories.EnquiryFactory(
        lead=None, verdict=Verdict.QUARANTINED, answers=sealed("Isotretinoin"), spam_score=50
    )


@pytest.fixture
def reader(client, manager):
    client.force_login(manager)
    return client


def test_they_are_folded_with_a_button_to_open_them(reader, enquiry):
    content = reader.get(page_of(enquiry)).content.decode()
    assert "Isotretinoin" not in content
    assert "Medicines?" not in content
    assert "Plain words" in content
    assert f'action="{address(enquiry)}#{enquiry.reference}-section"' in content
    assert f'id="{enquiry.reference}-section"' in content
    assert not entries()


def test_the_button_opens_them_in_that_answer_alone(reader, enquiry):
    response = reader.post(address(enquiry))
    assert response.status_code == 200
    content = response.content.decode()
    assert "Isotretinoin" in content
    assert enquiry.reference in content
    assert "no-store" in response["Cache-Control"]
    assert f'href="{address(enquiry)}"' in content
    assert "Isotretinoin" not in reader.get(page_of(enquiry)).content.decode()


def test_looking_at_the_same_address_folds_them_again(reader, enquiry):
    reader.post(address(enquiry))
    response = reader.get(address(enquiry))
    assert response.status_code == 302
    assert response.url == page_of(enquiry)
    assert len(entries()) == 1


def test_each_opening_is_in_the_audit_log_without_what_was_read(reader, manager, enquiry):
    reader.post(address(enquiry))
    reader.post(address(enquiry))
    found = entries()
    assert [(entry.user, entry.label, entry.object_id) for entry in found] == [
        (manager, enquiry.reference, str(enquiry.pk))
    ] * 2
    assert "Isotretinoin" not in json.dumps([entry.data for entry in found])
    assert enquiry.name not in json.dumps([entry.data for entry in found])


def test_nobody_else_opens_them(client, desk_user, onlooker, editor, enquiry):
    for user in (desk_user, onlooker, editor):
        client.force_login(user)
        response = client.post(address(enquiry))
        assert response.status_code == 403
        assert "Isotretinoin" not in response.content.decode()
    client.logout()
    assert client.post(address(enquiry)).url.startswith("/admin/login/")
    assert not entries()


def test_it_is_open_to_nobody_from_another_site(reader, enquiry, client):
    client.handler.enforce_csrf_checks = True
    assert client.post(address(enquiry)).status_code == 403
    form = client.get(page_of(enquiry)).content.decode().split(f'action="{address(enquiry)}')[1]
    token = re.search('name="csrfmiddlewaretoken" value="([^"]+)"', form.split("</form>")[0])[1]
    assert client.post(address(enquiry), {"csrfmiddlewaretoken": token}).status_code == 200


def test_the_other_enquiries_of_the_lead_stay_folded(reader, lead):
    earlier = factories.EnquiryFactory(lead=lead, answers=sealed("Isotretinoin"))
    factories.EnquiryFactory(lead=lead, answers=sealed("Roaccutane"))
    content = reader.post(address(earlier)).content.decode()
    assert "Isotretinoin" in content
    assert "Roaccutane" not in content
    assert "Open 1 health answer" in content


def test_an_earlier_enquiry_unfolds_with_its_answers(reader, lead):
    earlier = factories.EnquiryFactory(lead=lead, answers=sealed("Isotretinoin"))
    factories.EnquiryFactory(lead=lead, answers=[])
    assert "collapsed" in panel(reader.get(lead_page(lead)), earlier)
    assert "collapsed" not in panel(reader.post(address(earlier)), earlier)


def panel(response, enquiry: Enquiry) -> str:
    """The opening tag of the enquiry's panel."""
    content = response.content.decode()
    end = content.index(f'id="{enquiry.reference}-section"')
    return content[content.rindex("<section", 0, end) : content.index(">", end)]


def test_an_enquiry_without_health_answers_leaves_no_trace(reader, lead):
    enquiry = factories.EnquiryFactory(lead=lead, answers=[])
    assert reader.post(address(enquiry)).status_code == 200
    assert "health answer" not in reader.get(lead_page(lead)).content.decode()
    assert not entries()


@pytest.mark.parametrize("key", ["abc", "-1", "0", "999999", "9" * 30, "1.5"])
def test_a_nonsense_enquiry_is_not_found(reader, db, key):
    for response in (reader.get(f"{INBOX}open_answers/{key}/"), reader.post(f"{INBOX}open_answers/{key}/")):
        assert response.status_code == 404


def test_what_the_site_sent_to_itself_has_no_page(reader, db):
    enquiry = factories.EnquiryFactory(lead=None, verdict=Verdict.CANARY, answers=sealed("Isotretinoin"))
    assert reader.post(address(enquiry)).status_code == 404
    assert not entries()
