"""What a web process loads before it answers for the first time."""

import subprocess
import sys

import pytest

LOADED = """
import cms.wsgi, gc, sys
from django.db import connections
from django.template import engines
engines["django"].engine
assert not [connection for connection in connections.all() if connection.connection]
assert gc.isenabled() and gc.get_freeze_count()
print(*sys.modules, sep="\\n")
"""
"""A process as its workers are forked from it, with the tags of all templates; it shares no connection with them."""

LARGE = {"openpyxl", "mammoth", "markdown_it", "phonenumbers", "cryptography", "treatment_pages.importing"}
"""What few requests need: those that write a workbook, bring an article in, take an enquiry or read sealed answers."""

OF_STAFF = ("leads.desk.", "leads.reports.", "treatment_pages.staff.", "treatment_pages.editorial.")
"""What the admin alone uses; from the start only those modules are there that tell Wagtail of the others."""

REGISTERED = {
    "leads.desk": {
        "admin",
        "audit",
        "bridge",
        "bulk",
        "bulk.assignment",
        "bulk.base",
        "bulk.chosen",
        "bulk.exporting",
        "bulk.registration",
        "bulk.status",
        "enquiry_form_admin",
        "export",
        "forms",
        "messages",
        "messages.bulk",
        "permissions",
        "quarantine",
        "quarantine.bulk",
        "replies",
        "replies.template_admin",
        "replies.template_form",
        "steps",
        "webhooks",
        "webhooks.admin",
    },
    "leads.reports": {"admin"},
    "treatment_pages.staff": {
        "article_import_menu",
        "choices",
        "claim_editor",
        "consents",
        "editorial",
        "editorial.urls",
        "editorial.viewset",
        "menu",
        "question_listing",
        "question_page",
        "reader_questions",
        "reports",
        "sources",
        "terms",
        "usage",
    },
    "treatment_pages.editorial": {"findings", "profiles"},
}


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The modules of a process that is ready to show pages."""
    command = [sys.executable, "-c", LOADED]
    return set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())


def test_a_web_process_starts_without_what_few_requests_need(loaded):
    assert "leads.views" in loaded
    assert not LARGE & loaded


def test_a_web_process_starts_without_what_the_admin_alone_uses(loaded):
    registered = {f"{package}.{name}" for package, names in REGISTERED.items() for name in names}
    assert {name for name in loaded if name.startswith(OF_STAFF)} == registered
