"""The demo clinic's settings: address, opening hours, bank holidays, emergency notice."""

from datetime import date, time

from wagtail.models import Page, Site

from leads.models import ClinicSettings, ClosedDay, EnquiryForm, OpeningHours, Weekday

DETAILS = {
    "name": "Wren & Rowe Skin Clinic",
    "street": "14 Orchard Row",
    "locality": "London",
    "postal_code": "N1 9CK",
    "country": "GB",
    "phone": "020 7946 0321",
    "email": "hello@wrenandrowe.example",
    "time_zone": "Europe/London",
    "phone_region": "GB",
    "retention_months": 24,
    "quarantine_months": 3,
    "delivery_months": 12,
    "emergency_text": (
        "This form is not for emergencies. If you cannot breathe well, your face or throat swells, or your sight "
        "changes, call 999 or go to A&E now. If you feel unwell and we are closed, call NHS 111. "
        "After a treatment with us, call 020 7946 0321 in opening hours."
    ),
}
"""No such place: a postcode never ends in C or K, and Ofcom keeps these phone numbers for fiction."""

OPENING_HOURS = (
    (Weekday.MONDAY, time(9), time(18)),
    (Weekday.TUESDAY, time(9), time(18)),
    (Weekday.WEDNESDAY, time(9), time(18)),
    (Weekday.THURSDAY, time(9), time(20)),
    (Weekday.FRIDAY, time(9), time(18)),
    (Weekday.SATURDAY, time(10), time(16)),
)

BANK_HOLIDAYS = (
    (date(2026, 1, 1), "New Year’s Day"),
    (date(2026, 4, 3), "Good Friday"),
    (date(2026, 4, 6), "Easter Monday"),
    (date(2026, 5, 4), "Early May bank holiday"),
    (date(2026, 5, 25), "Spring bank holiday"),
    (date(2026, 8, 31), "Summer bank holiday"),
    (date(2026, 12, 25), "Christmas Day"),
    (date(2026, 12, 26), "Boxing Day"),
    (date(2026, 12, 28), "Boxing Day (substitute day)"),
    (date(2027, 1, 1), "New Year’s Day"),
    (date(2027, 3, 26), "Good Friday"),
    (date(2027, 3, 29), "Easter Monday"),
    (date(2027, 5, 3), "Early May bank holiday"),
    (date(2027, 5, 31), "Spring bank holiday"),
    (date(2027, 8, 30), "Summer bank holiday"),
    (date(2027, 12, 25), "Christmas Day"),
    (date(2027, 12, 27), "Christmas Day (substitute day)"),
    (date(2027, 12, 28), "Boxing Day (substitute day)"),
)
"""Bank holidays in England and Wales (gov.uk/bank-holidays), with the Saturdays on which Christmas falls."""


def load_clinic(site: Site, *, form: EnquiryForm, privacy_page: Page) -> ClinicSettings:
    """Fill the settings of the site."""
    clinic = ClinicSettings.for_site(site)
    for name, value in {**DETAILS, "default_form": form, "privacy_page": privacy_page}.items():
        setattr(clinic, name, value)
    clinic.opening_hours = [
        OpeningHours(sort_order=place, weekday=weekday, opens=opens, closes=closes)
        for place, (weekday, opens, closes) in enumerate(OPENING_HOURS)
    ]
    clinic.closed_days = [
        ClosedDay(sort_order=place, date=day, label=label) for place, (day, label) in enumerate(BANK_HOLIDAYS)
    ]
    clinic.full_clean()
    clinic.save()
    return clinic
