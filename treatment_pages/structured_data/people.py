"""The people behind a page: who wrote it, who reviewed it, and a practitioner's own page."""

from treatment_pages.models import PractitionerPage
from treatment_pages.structured_data.nodes import Node, Subject, node, reference


def author(subject: Subject) -> Node | None:
    """Who wrote the page: somebody of the team, or a name; None if nobody is named."""
    page = subject.page
    if page.author_page:
        return team_member(subject, page.author_page, page.public_author)
    name = page.author_name
    return node("Person", subject.id("author"), name=name) if name else None


def reviewer(subject: Subject) -> Node | None:
    """Who reviewed the page; None while the page cannot say who and when."""
    page = subject.page
    return team_member(subject, page.medical_reviewer, page.public_reviewer) if page.is_reviewed else None


def team_member(subject: Subject, person: PractitionerPage, public: PractitionerPage | None) -> Node:
    """A member of the team; of somebody whose page visitors cannot open only the name, which this page tells."""
    url = (public.get_full_url(subject.request) or "") if public else ""
    if not url:
        return node("Person", subject.id(f"person-{person.pk}"), name=person.title)
    return node("Person", f"{url}#person", name=person.title, jobTitle=person.job_title, url=url)


def practitioner(subject: Subject) -> Node:
    """A practitioner as the person's own page presents them: registration, credentials, employer."""
    person = subject.page
    return node(
        "Person",
        subject.id("person"),
        name=person.title,
        jobTitle=person.job_title,
        description=person.summary,
        image=subject.image,
        url=subject.url,
        worksFor=reference(subject.clinic_id),
        identifier=_registration(person),
        hasCredential=[_credential(credential) for credential in person.credentials.all()],
    )


def _registration(person: PractitionerPage) -> Node | None:
    """The entry in the professional register, which needs its body and number to mean anything."""
    if not (person.registration_body and person.registration_number):
        return None
    return node(
        "PropertyValue",
        propertyID=person.registration_body,
        value=person.registration_number,
        url=person.registration_url,
    )


def _credential(credential) -> Node:
    awarded_by = node("Organization", name=credential.awarded_by) if credential.awarded_by else None
    return node("EducationalOccupationalCredential", name=credential.name, recognizedBy=awarded_by)
