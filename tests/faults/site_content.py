"""Makes the site's content, and changes its form: `python -m tests.faults.site_content WHAT WHAT_THEN`."""

import sys

import django

django.setup()

from wagtail.models import Page, Site

from leads.models import EnquiryForm, QuestionType
from tests import factories

LABEL, LATER_LABEL = "Which area is it about?", "Where do you want to be treated?"


def make() -> None:
    """A page with a form, for a clinic with somebody to tell when a message fails."""
    form = factories.make_form(questions=[{"label": LABEL, "type": QuestionType.SHORT_TEXT}])
    home = factories.HomePageFactory(parent=Page.get_first_root_node(), slug="clinic")
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "127.0.0.1", "root_page": home})
    clinic = Site.objects.get(is_default_site=True)
    factories.make_clinic(clinic, form, fallback_email="fallback@example.com")
    factories.TreatmentPageFactory(parent=home, title="Microneedling", slug="microneedling").save_revision().publish()


def edit() -> None:
    """Ask the form's question in other words."""
    form = EnquiryForm.objects.get()
    question = form.questions.get()
    question.label = LATER_LABEL
    form.questions = [question]
    form.save()


def rename() -> None:
    """Give the form another address."""
    form = EnquiryForm.objects.get()
    form.slug = "renamed"
    form.save()


def archive() -> None:
    """Take the form out of use."""
    form = EnquiryForm.objects.get()
    form.is_archived = True
    form.save()


def restore() -> None:
    """The form as it was made."""
    form = EnquiryForm.objects.get()
    form.slug, form.is_archived = "consultation", False
    question = form.questions.get()
    question.label = LABEL
    form.questions = [question]
    form.save()


if __name__ == "__main__":
    for step in sys.argv[1:]:
        {"make": make, "edit": edit, "rename": rename, "archive": archive, "restore": restore}[step]()
