"""One person with something in every table, and a search of the whole database for them."""

import quopri
from pathlib import Path

from django.core import mail
from django.core.mail.backends.filebased import EmailBackend
from django.db import connection
from django.utils import timezone

from leads.capture import capture
from leads.intake import Decision
from leads.models import Delivery, DeliveryKind, Lead, Reply, Tombstone, TombstoneKind
from leads.models.tombstone import RELEASED
from leads.submission import Signals
from tests.leads.submissions import make_submission

NAME, EMAIL, PHONE, ANSWER = "Zephyrine Quill", "zephyrine.quill@example.com", "07700 900471", "retinoid-cream"
PHONE_E164 = "+447700900471"
SECRETS = ["zephyrine", "quill", PHONE, PHONE_E164, "7700900471", ANSWER, "wants-a-discreet-visit", "staff-wrote-this"]


def answer(value: str, sensitivity: str = "plain") -> dict:
    return {"key": "medicine", "label": "Medicine?", "type": "short_text", "sensitivity": sensitivity, "value": value}


def make_person(site, *, by=None, **fields) -> Lead:
    """A lead with two enquiries, one in quarantine besides, notes, consents and messages."""
    yes = Decision("consent", "marketing-email", "News.", is_given=True)
    shared = {"name": NAME, "email": EMAIL, "phone": PHONE, "site": site, "message": "She wants-a-discreet-visit."}
    shared |= {"treatment": f"What {NAME} asked about", "decisions": [yes], **fields}
    first = capture(make_submission(client_key="first", answers=[answer(ANSWER)], **shared))
    capture(make_submission(client_key="second", answers=[answer(ANSWER, "sensitive")], **shared))
    suspicious = Signals(is_honeypot_filled=True, is_cross_site=True)
    capture(make_submission(client_key="third", signals=suspicious, **shared))
    lead = Lead.objects.get(pk=first.lead_id)
    lead.add_note(f"{NAME}: staff-wrote-this", by=by)
    lead.mark_contacted(by=by)
    Reply.objects.create(lead=lead, subject=f"Dear {NAME}", text="Here is what staff-wrote-this.", author=by)
    Delivery.objects.filter(kind=DeliveryKind.ACKNOWLEDGEMENT).update(state="dead", last_error=f"No mailbox {EMAIL}")
    return lead


def tables() -> list[str]:
    with connection.cursor() as cursor:
        return connection.introspection.table_names(cursor)


def tables_with(*texts: str) -> dict[str, list[str]]:
    """The tables in which any column of any row holds one of the texts, whatever its type and case."""
    found = {}
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f"SELECT * FROM {quote(table)}")  # noqa: S608
            content = " ".join(as_text(value) for row in cursor.fetchall() for value in row).lower()
            if hits := [text for text in texts if text.lower() in content]:
                found[table] = hits
    return found


def as_text(value: object) -> str:
    """What a column holds; bytes by what they say."""
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode(errors="replace")
    return str(value)


def files_with(folder: Path, *texts: str) -> dict[str, list[str]]:
    """The files below a folder that hold one of the texts in content or name, in plain or as mail encodes it."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            readable = content.decode(errors="replace") + quopri.decodestring(content).decode(errors="replace")
            if hits := [text for text in texts if text.lower() in (str(path.name) + readable).lower()]:
                found[path.name] = hits
    return found


def counts() -> dict[tuple, int]:
    """Leads by day, page, source and status, enquiries by verdict: the removed ones with the others."""
    result: dict[tuple, int] = {}

    def add(*key):
        result[key] = result.get(key, 0) + 1

    for lead in Lead.objects.all():
        add("lead", timezone.localdate(lead.created_at), lead.site_id, lead.page_title, lead.source, lead.status)
        for enquiry in lead.enquiries.all():
            verdict = RELEASED if enquiry.judged_at else enquiry.verdict
            add("enquiry", timezone.localdate(enquiry.received_at), verdict)
    for stone in Tombstone.objects.all():
        if stone.kind == TombstoneKind.LEAD:
            add("lead", stone.received_on, stone.site_id, stone.page_title, stone.source, stone.status)
        else:
            add("enquiry", stone.received_on, stone.verdict)
    return result


def write_mail_to_files(folder, *messages) -> None:
    """Messages as Django's backend for files writes them."""
    backend = EmailBackend(file_path=str(folder))
    backend.send_messages(messages)


def message_to(*recipients: str) -> mail.EmailMessage:
    return mail.EmailMessage("Your enquiry", "Thank you.", "clinic@example.com", list(recipients))
