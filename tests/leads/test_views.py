"""The public pages of the enquiry forms, from a visitor's browser."""

import pytest

from leads.models import Enquiry, Lead
from tests.leads.pages import answers, hidden_values

pytestmark = pytest.mark.django_db


def test_an_enquiry_from_a_treatment_page_becomes_a_lead(client, clinic, treatment_page):
    hidden = hidden_values(client.get(treatment_page.url))
    response = client.post("/enquiries/consultation/", hidden | answers(treatment="Microneedling"))
    assert response.status_code == 303
    enquiry = Enquiry.objects.get()
    assert (enquiry.page_title, enquiry.flags) == ("Microneedling", [])
    assert enquiry.lead == Lead.objects.get()
