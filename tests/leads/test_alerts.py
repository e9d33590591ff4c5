"""Who is told of a new enquiry, and how often."""

import pytest

from leads.alerts import alert_staff, recipients
from leads.models import ClinicSettings, Delivery, DeliveryState, EnquiryForm
from tests.factories import EnquiryFactory


@pytest.mark.parametrize(
    ("form", "clinic", "told"),
    [
        (EnquiryForm(recipients="a@example.com\nb@example.com"), ClinicSettings(), ["a@example.com", "b@example.com"]),
        (EnquiryForm(recipients="a@example.com A@example.com"), ClinicSettings(), ["A@example.com"]),
        (EnquiryForm(), ClinicSettings(email="desk@example.com"), ["desk@example.com"]),
        (None, ClinicSettings(email="desk@example.com"), ["desk@example.com"]),
        (EnquiryForm(), ClinicSettings(), ["enquiries@wrenandrowe.example"]),
        (EnquiryForm(recipients=f"{'x' * 260}@example.com b@example.com"), ClinicSettings(), ["b@example.com"]),
    ],
)
def test_the_form_names_the_recipients_or_else_the_clinic_or_else_the_site(form, clinic, told):
    assert recipients(form, clinic) == told


@pytest.mark.django_db
def test_each_address_is_told_once_however_often_it_is_asked_for():
    enquiry = EnquiryFactory()
    form = EnquiryForm(recipients="a@example.com b@example.com")
    alert_staff(enquiry, form, ClinicSettings())
    alert_staff(enquiry, form, ClinicSettings())
    deliveries = Delivery.objects.all()
    assert {delivery.recipient for delivery in deliveries} == {"a@example.com", "b@example.com"}
    assert {delivery.state for delivery in deliveries} == {DeliveryState.PENDING}
    assert len({delivery.message_id for delivery in deliveries}) == 2
    assert all(delivery.lead == enquiry.lead for delivery in deliveries)
