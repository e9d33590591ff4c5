"""For how long a question is kept that no visitor reads, and whose question it is."""

from django.db.models import Q
from django.utils.html import strip_tags
from wagtail.models import Site

from leads.public import KeptRows, Traces
from treatment_pages.models import QuestionStatus, ReaderQuestion


class ReaderQuestionRows(KeptRows):
    """Published questions belong to the page and stay; the others go by the times of the clinic's settings."""

    one, many = "reader question", "reader questions"

    def expired(self, site, *, closed_before, quarantine_before):
        suspected = Q(status=QuestionStatus.QUARANTINED)
        done = [QuestionStatus.HELD, QuestionStatus.DECLINED, QuestionStatus.MOVED]
        gone = Q(pk__in=[])
        if quarantine_before:
            gone |= suspected & Q(received_at__lt=quarantine_before)
        if closed_before:
            gone |= Q(status__in=done, received_at__lt=closed_before)
        return ReaderQuestion.objects.filter(gone, on_site(site)).order_by()

    def of_person(self, traces):
        if not any((traces.names, traces.emails, traces.phones)):
            return []
        return [question for question in ReaderQuestion.objects.order_by("pk") if is_of(question, traces)]

    def export(self, row):
        return {
            "page": row.page_title,
            "received_at": row.received_at.isoformat(),
            "name": row.name,
            "question": row.text,
            "answer": strip_tags(row.answer),
            "status": row.status,
            "network_address_hash": row.address_hash,
        }


def on_site(site: Site) -> Q:
    """Questions below the pages of a site; those whose page was deleted are the default site's."""
    here = Q(page__path__startswith=site.root_page.path)
    for other in Site.objects.exclude(pk=site.pk).select_related("root_page"):
        if other.root_page.path != site.root_page.path and other.root_page.path.startswith(site.root_page.path):
            here &= ~Q(page__path__startswith=other.root_page.path)
    return here | Q(page=None) if site.is_default_site else here


def is_of(question: ReaderQuestion, traces: Traces) -> bool:
    """Whether a question gives the person's contact or full name, or their first name from their connection."""
    if traces.are_in(question.name) or traces.are_in(question.text) or traces.are_in(strip_tags(question.answer)):
        return True
    is_same_connection = bool(question.address_hash) and question.address_hash in traces.address_hashes
    return is_same_connection and question.name.strip().casefold() in traces.words
