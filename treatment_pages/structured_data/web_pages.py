"""The web page that carries the content, and the way to it."""

from datetime import date, datetime

from django.utils import timezone

from treatment_pages.structured_data import people
from treatment_pages.structured_data.citations import citations
from treatment_pages.structured_data.nodes import Node, Subject, node, reference


def web_page(subject: Subject, kind: str = "WebPage", **properties) -> Node:
    """The page as any page is described; `properties` are what its kind adds."""
    return node(
        kind,
        subject.id("page"),
        url=subject.url,
        name=subject.name,
        description=subject.description,
        inLanguage=subject.language,
        isPartOf=reference(subject.website_id),
        publisher=reference(subject.clinic_id),
        breadcrumb=reference(subject.id("breadcrumb")) if subject.trail else None,
        primaryImageOfPage=node("ImageObject", url=subject.image) if subject.image else None,
        **properties,
    )


def medical_page(subject: Subject, main: Node, reviewer: Node | None, **properties) -> Node:
    """A page about a treatment: what it is mainly about, who reviewed it and when."""
    return web_page(
        subject,
        "MedicalWebPage",
        mainEntity=reference(main["@id"]),
        lastReviewed=day(subject.page.reviewed_on) if reviewer else None,
        reviewedBy=reference(reviewer["@id"]) if reviewer else None,
        **properties,
    )


def treatment_page(subject: Subject, treatment: Node, author: Node | None, reviewer: Node | None) -> Node:
    """The evergreen page of a treatment, with what it cites."""
    return medical_page(
        subject,
        treatment,
        reviewer,
        author=reference(author["@id"]) if author else None,
        dateModified=day(subject.page.last_published_at),
        citation=citations(subject.page),
    )


def blog_posting(subject: Subject, author: Node | None, about: Node | None) -> Node:
    """An article as its readers are told: author, dates, minutes to read."""
    page = subject.page
    return node(
        "BlogPosting",
        subject.id("article"),
        headline=page.title,
        description=page.summary,
        url=subject.url,
        image=subject.image,
        inLanguage=subject.language,
        datePublished=day(page.published_on or page.first_published_at),
        dateModified=day(page.updated_on or (None if page.published_on else page.last_published_at)),
        timeRequired=f"PT{page.reading_minutes}M",
        author=reference(author["@id"]) if author else None,
        publisher=reference(subject.clinic_id),
        about=reference(about["@id"]) if about else None,
        citation=citations(page),
        mainEntityOfPage=reference(subject.id("page")),
    )


def collection_page(subject: Subject) -> Node:
    """A listing, with the pages that it shows."""
    entries = [
        node("ListItem", position=number, name=page.title, url=page.get_full_url(subject.request))
        for number, page in enumerate(subject.listed, start=1)
    ]
    items = node("ItemList", itemListElement=entries) if entries else None
    return web_page(subject, "CollectionPage", mainEntity=items)


def profile_page(subject: Subject) -> list[Node]:
    """The page of a practitioner, and the person."""
    person = people.practitioner(subject)
    return [web_page(subject, "ProfilePage", mainEntity=reference(person["@id"])), person]


def breadcrumb(subject: Subject) -> list[Node]:
    """The way from the front page to this one, whose own address goes without saying; none on the front page."""
    if not subject.trail:
        return []
    steps = [*((name, node("WebPage", url)) for name, url in subject.trail), (subject.label, None)]
    entries = [
        node("ListItem", position=number, name=name, item=page) for number, (name, page) in enumerate(steps, start=1)
    ]
    return [node("BreadcrumbList", subject.id("breadcrumb"), itemListElement=entries)]


def day(moment: date | datetime | None) -> str | None:
    """A day in ISO 8601, in local time, as the page prints it."""
    if moment is None:
        return None
    local = timezone.localtime(moment) if isinstance(moment, datetime) else moment
    return f"{local:%Y-%m-%d}"
