"""Turns a request with a valid form into a submission."""

import hashlib
from functools import cache
from urllib.parse import urlsplit

from django.db.models import BigIntegerField, Model
from django.http import HttpRequest
from django.utils.translation import get_language
from swapper import load_model

from leads.attribution import attribution
from leads.client_address import address_hash
from leads.clinics import clinic_for
from leads.context import FormContext
from leads.intake import HONEYPOT, IntakeForm
from leads.models import QuestionType, Sensitivity
from leads.prepared import Parameter, Prepared
from leads.sites import site_for
from leads.submission import Origin, Signals, Submission
from leads.targets import Target
from leads.visitor_text import storable

CLIENT_KEY_LENGTH = 64
MOST_UNKNOWN_VALUES, LONGEST_UNKNOWN_NAME, LONGEST_UNKNOWN_VALUE = 40, 200, 10_000
"""How much is kept of what the form did not ask for."""


def submission_of(request: HttpRequest, target: Target, form: IntakeForm, slug: str) -> Submission:
    """All that is known about a valid enquiry."""
    unknown = unknown_answers(form)
    return Submission(
        **form.said(),
        clinic=clinic_for(request),
        answers=[*form.answers(), *unknown],
        decisions=form.decisions(),
        form=target.form,
        version=target.version,
        slug=slug,
        site=site_for(request),
        origin=origin_of(request, target.context),
        signals=signals_of(request, form),
        attribution=attribution(form.machine_value("touches"), request.headers.get("Referer", ""), request.get_host()),
        client_key=client_key(form),
        language=get_language() or "",
        flags=[*target.flags, *(["unknown_fields"] if unknown else [])],
    )


def origin_of(request: HttpRequest, context: FormContext | None) -> Origin:
    """The page of the context; a page that is gone still has the address that the browser says it sent from."""
    page = find_page(context.page_id) if context and context.page_id else None
    revision_id = context.revision_id if context else None
    if page is None:
        return Origin(url=own_referer(request), revision_id=revision_id)
    subject = getattr(page, "enquiry_subject", "") or page.title
    return Origin(page, page.title, (page.get_full_url(request) or "")[:500], revision_id, subject[:255])


def find_page(pk: int) -> Model | None:
    """A page as what it is, None when it is gone; its kind is looked up once a process."""
    if (kind := kinds.get(pk)) and (page := pages_by_pk(kind).first(pk=pk)):
        return page
    page = pages_by_pk(load_model("wagtailcore", "Page")).first(pk=pk)
    if page is None or page.specific_class in {None, type(page)}:
        return page
    kinds[pk] = page.specific_class
    return pages_by_pk(page.specific_class).first(pk=pk)


kinds: dict[int, type[Model]] = {}
"""What pages that enquiries came from are; a page never becomes another kind."""


@cache
def pages_by_pk(model: type[Model]) -> Prepared:
    """The query for a page of one type, without its body, which may be long."""
    pages = model._default_manager.order_by().defer_streamfields()
    return Prepared(lambda: pages.filter(pk=Parameter("pk", BigIntegerField())), keeps_records=True)


def own_referer(request: HttpRequest) -> str:
    """The address of the sending page without its query, "" when it is not one of ours."""
    try:
        address = urlsplit(storable(request.headers.get("Referer", "")))
    except ValueError:
        return ""
    if address.netloc != request.get_host() or address.scheme not in {"http", "https"}:
        return ""
    return f"{address.scheme}://{address.netloc}{address.path}"[:500]


def unknown_answers(form: IntakeForm) -> list[dict]:
    """What the form did not ask for, under the names it was posted with; read with care, since it may be anything."""
    values = list(form.unknown_values().items())[:MOST_UNKNOWN_VALUES]
    return [
        {
            "key": name[:LONGEST_UNKNOWN_NAME],
            "label": name[:LONGEST_UNKNOWN_NAME],
            "type": QuestionType.LONG_TEXT.value,
            "sensitivity": Sensitivity.SENSITIVE.value,
            "value": value[:LONGEST_UNKNOWN_VALUE],
        }
        for name, value in values
    ]


def client_key(form: IntakeForm) -> str:
    """The key of the visitor's attempt; one that is longer than a key should be is kept as its digest."""
    key = form.machine_value("client_key")
    return key if len(key) <= CLIENT_KEY_LENGTH else hashlib.sha256(key.encode()).hexdigest()


def signals_of(request: HttpRequest, form: IntakeForm) -> Signals:
    """What the spam score looks at besides the words."""
    elapsed = form.machine_value("elapsed")
    return Signals(
        is_honeypot_filled=bool(form.machine_value(HONEYPOT)),
        elapsed_ms=int(elapsed) if elapsed.isdecimal() and len(elapsed) < 12 else None,
        is_cross_site=is_cross_site(request),
        address_hash=address_hash(request),
    )


def is_cross_site(request: HttpRequest) -> bool:
    """Whether another website sent this; the opaque origin `null` says nothing, strict browsers send it for us too."""
    fetch_site = request.headers.get("Sec-Fetch-Site", "")
    if fetch_site:
        return fetch_site == "cross-site"
    origin = request.headers.get("Origin", "null")
    return origin != "null" and origin.partition("://")[2] != request.get_host()
