"""A person to write to, and whoever writes."""

import pytest

from tests import factories


@pytest.fixture
def lead(clinic):
    lead = factories.LeadFactory(name="Amara Osei", email="amara@example.com", site=clinic.site)
    factories.EnquiryFactory(lead=lead, site=clinic.site, form=clinic.default_form)
    return lead


@pytest.fixture
def writer(db):
    return factories.make_user("leads.view_lead", "leads.change_lead", first_name="Ben", last_name="Whitlock")
