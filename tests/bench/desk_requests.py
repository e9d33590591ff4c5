"""What people ask of the desk, each as an address that is known once the rows are there.

Every address shows about as many rows at every size, as far as the user sees so many leads: a page, the `KNOWN` leads,
one lead, or none.
"""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from leads.desk.ordering import SORT_KEYS
from leads.desk.permissions import visible_leads
from leads.desk.queues import QUEUES
from leads.links import lead_path
from leads.models import Enquiry, Lead, LeadSource, LeadStatus, SavedView
from tests.bench.desk_rows import COMMON_NAME, GIVEN_UP, KNOWN_NAME, KNOWN_PHONE, SELDOM

INBOX = "/admin/leads/lead/"
MESSAGES = f"{INBOX}messages/"
QUARANTINE = f"{INBOX}quarantine/"


def address(path: str, **query) -> str:
    return f"{path}?{urlencode(query)}"


def inbox(**query) -> str:
    return address(INBOX, **query)


def requests(user) -> dict[str, str]:
    """The addresses that the user asks for, under what they show."""
    return {
        "the inbox as it opens": INBOX,
        "page 2": inbox(p=2),
        "the last page": inbox(queue="all", p=100),
        **{f"queue: {queue.label}": inbox(queue=queue.key) for queue in QUEUES},
        **dict(filtered(user)),
        **{f"view: {view.name}": f"{INBOX}?{view.query}" for view in SavedView.objects.filter(owner=user)},
        **dict(ordered()),
        **dict(searched(user)),
        **dict(elsewhere(user)),
        **dict(several()),
        "Wagtail's home page": "/admin/",
    }


def filtered(user) -> Iterator[tuple[str, str]]:
    for status in LeadStatus:
        yield f"status: {status.label}", inbox(queue="all", status=status.value)
    yield "owner", inbox(queue="all", owner=user.pk)
    yield "no owner", inbox(queue="all", owner="nobody")
    for name, subject in {"frequent": "Treatment 0", "seldom": SELDOM, "given up": GIVEN_UP, "none": "Nothing"}.items():
        yield f"subject: {name}", inbox(queue="all", subject=subject)
    for name, page in {"frequent": "Treatment 0", "none": "Nothing"}.items():
        yield f"page: {name}", inbox(queue="all", page=page)
    for source in LeadSource:
        yield f"source: {source.label}", inbox(queue="all", source=source.value)
    for reply in ("overdue", "waiting"):
        yield f"first answer: {reply}", inbox(queue="all", reply=reply)
    for follow_up in ("due", "planned"):
        yield f"follow-up: {follow_up}", inbox(queue="all", follow_up=follow_up)
    today = timezone.localdate()
    yield "received this week", inbox(queue="all", received_from=today - timedelta(days=7))
    yield "received before", inbox(queue="all", received_to=today - timedelta(days=30))
    yield "owner and status", inbox(queue="all", owner=user.pk, status=LeadStatus.NEW)
    yield (
        "owner, source and subject",
        inbox(queue="all", owner=user.pk, source=LeadSource.WEBSITE, subject="Treatment 0"),
    )


def ordered() -> Iterator[tuple[str, str]]:
    for key in SORT_KEYS:
        for ordering in (key, f"-{key}"):
            yield f"open, by {ordering}", inbox(ordering=ordering)
            yield f"all, by {ordering}", inbox(ordering=ordering, queue="all")


def searched(user) -> Iterator[tuple[str, str]]:
    """Searches of the inbox, for what is old too: the middle lead's name is hardly anybody else's."""
    lead = middle_lead(user)
    known = Lead.objects.filter(phone__startswith=KNOWN_PHONE).order_by("pk").first()
    reference = Enquiry.objects.filter(lead=lead).first().reference
    words = {
        "a name": lead.name,
        "a common name": COMMON_NAME,
        "a seldom name": KNOWN_NAME.split()[0],
        "an e-mail": lead.email,
        "part of an e-mail": KNOWN_NAME.lower().replace(" ", "."),
        "the end of a phone": known.phone.replace(" ", "")[-7:],
        "the beginning of a phone": KNOWN_PHONE.replace(" ", ""),
        "a phone": known.phone,
        "a lead's reference": lead.reference,
        "an enquiry's reference": reference,
        "the beginning of one": reference[:-1],
        "a subject": "scar",
        "a subject given up": "dermal rolling",
        "two words": KNOWN_NAME,
        "two common words that never meet": f"{COMMON_NAME} xylophone",
        "two letters": "jo",
        "no hit": "nobodyhasthisname",
    }
    for name, word in words.items():
        yield f"search: {name}", inbox(q=word)
    yield "search in the open ones", inbox(q=COMMON_NAME, queue="open")
    yield "search, by name", inbox(q=COMMON_NAME, ordering="name")
    yield "search and filters", inbox(q=COMMON_NAME, source=LeadSource.WEBSITE, received_to=timezone.localdate())


def elsewhere(user) -> Iterator[tuple[str, str]]:
    """Everything else of the desk that reads leads, enquiries or messages."""
    lead = visible_leads(user).open().latest("pk")
    middle = middle_lead(user)
    yield "the quarantine", QUARANTINE
    yield "the quarantine, spam", address(QUARANTINE, show="spam")
    yield "the quarantine, searched", address(QUARANTINE, q=COMMON_NAME)
    yield "the quarantine, searched, no hit", address(QUARANTINE, q="nobodyhasthisname")
    yield "the quarantine's reasons", reverse("leads_lead_modeladmin_quarantine_signals")
    yield "the messages", MESSAGES
    yield "messages, page 2", address(MESSAGES, p=2)
    yield "messages given up", address(MESSAGES, state="dead")
    yield "messages of a kind", address(MESSAGES, kind="acknowledgement")
    yield "messages, searched for an address", address(MESSAGES, q=lead.email)
    yield "messages, searched for a common word", address(MESSAGES, q="example")
    yield "messages, searched for a reference", address(MESSAGES, q=middle.reference)
    yield "messages, searched, no hit", address(MESSAGES, q="nobodyhasthisname")
    yield "a lead", lead_path(lead.pk)
    yield "a lead among its neighbours", address(lead_path(lead.pk), **{"in": "queue=open", "at": 0})
    yield "an old lead", lead_path(middle.pk)
    yield "news of a lead", address(reverse("leads_lead_modeladmin_news", args=[lead.pk]), seen_activity=0)
    yield "moving an enquiry", reverse("leads_lead_modeladmin_refile", args=[middle.enquiries.first().pk])
    yield "a reply", reverse("leads_lead_modeladmin_reply", args=[lead.pk])
    yield "saved views", reverse("leads_lead_modeladmin_views")


def several() -> Iterator[tuple[str, str]]:
    """What asks before it changes all leads that are listed."""
    assign = reverse("wagtail_bulk_action", args=["leads", "lead", "assign"])
    yield "assigning all that is open", address(assign, id="all", queue="open")
    yield "assigning all that is found", address(assign, id="all", q=COMMON_NAME)
    yield "assigning all of a source", address(assign, id="all", queue="all", source=LeadSource.PHONE)


def middle_lead(user) -> Lead:
    """A lead of the years in between, which no sample of the newest ones holds; nobody else has its name."""
    middle = Lead.objects.latest("pk").pk // 2
    seldom = visible_leads(user).exclude(email="").exclude(name__endswith=COMMON_NAME)
    return seldom.filter(pk__gte=middle).order_by("pk").first()
