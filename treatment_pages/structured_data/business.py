"""The clinic and its website."""

from leads.clock import opening_week
from treatment_pages import conf
from treatment_pages.structured_data.nodes import Node, Subject, node, reference

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""schema.org's names, by `date.weekday()`."""


def business(subject: Subject, offers: list[Node] = ()) -> Node:
    """The clinic as its settings describe it, with the offers of the page; nameless clinics go by the site's name."""
    clinic = subject.clinic
    return node(
        conf.get("BUSINESS_TYPE"),
        subject.clinic_id,
        name=clinic.name or subject.site_name,
        url=f"{subject.root_url}/",
        telephone=clinic.phone,
        email=clinic.email,
        address=_address(clinic),
        openingHoursSpecification=_opening_hours(clinic),
        makesOffer=[reference(offer["@id"]) for offer in offers],
    )


def website(subject: Subject) -> Node:
    """The site that the page belongs to."""
    return node(
        "WebSite",
        subject.website_id,
        name=subject.clinic.name or subject.site_name,
        url=f"{subject.root_url}/",
        inLanguage=subject.language,
        publisher=reference(subject.clinic_id),
    )


def _address(clinic) -> Node | None:
    if not (clinic.street or clinic.locality):
        return None
    return node(
        "PostalAddress",
        streetAddress=clinic.street,
        addressLocality=clinic.locality,
        postalCode=clinic.postal_code,
        addressCountry=clinic.country,
    )


def _opening_hours(clinic) -> list[Node]:
    """Days that open alike share a specification, as schema.org allows."""
    by_hours: dict[tuple, list[str]] = {}
    for weekday, spans in sorted(opening_week(clinic).items()):
        for span in spans:
            by_hours.setdefault(span, []).append(DAYS[weekday])
    return [
        node("OpeningHoursSpecification", dayOfWeek=days, opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}")
        for (opens, closes), days in by_hours.items()
    ]
