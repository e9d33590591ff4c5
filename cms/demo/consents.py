"""Consents of people who do not exist: examples of the record that pictures and testimonials rest on."""

from datetime import date, timedelta

from treatment_pages.models import ConsentScope, ImageConsent

CONSENTS = {
    "drawing": {
        "reference": "EX-0001 (example)",
        "scope": ConsentScope.WEBSITE,
        "note": "Example. The pictures are drawn and show nobody, so nobody had to agree.",
    },
    "letter": {
        "reference": "EX-0002 (example)",
        "scope": ConsentScope.WEBSITE,
        "note": "Example. The letter and its writer are invented.",
    },
    "lapsed": {
        "reference": "EX-0003 (example)",
        "scope": ConsentScope.ONLINE,
        "note": "Example of a consent that has ended: what rests on it is no longer shown.",
    },
}
_YEAR = timedelta(days=365)


def load_consents(today: date) -> dict[str, ImageConsent]:
    """Store the examples that are not there yet: two in force for years, one that ended last month; by key."""
    times = {
        "drawing": (today - _YEAR, today + 9 * _YEAR, None),
        "letter": (today - timedelta(days=120), None, None),
        "lapsed": (today - 2 * _YEAR, today + _YEAR, today - timedelta(days=30)),
    }
    records = {}
    for key, fields in CONSENTS.items():
        given, ends, withdrawn = times[key]
        record, _is_new = ImageConsent.objects.get_or_create(
            reference=fields["reference"],
            defaults={**fields, "given_on": given, "expires_on": ends, "withdrawn_on": withdrawn},
        )
        records[key] = record
    return records
