"""What a template needs to show the questions of a page and the form below them."""

from dataclasses import dataclass, field

from django.urls import NoReverseMatch, reverse

from treatment_pages.models import ReaderQuestion
from treatment_pages.reader_questions.context import sign_page
from treatment_pages.reader_questions.intake import LONGEST_QUESTION, QuestionForm


@dataclass
class ShownQuestions:
    """Published questions with their answers, and the form where the page takes questions."""

    page_title: str
    page_url: str = ""
    answered: list[ReaderQuestion] = field(default_factory=list)
    form: QuestionForm | None = None
    action: str = ""
    context: str = ""
    is_inert: bool = False
    longest: int = LONGEST_QUESTION


def show_below(request, page) -> ShownQuestions:
    """The questions below a page, one query; answers stay where the page no longer takes questions."""
    shown = ShownQuestions(page.title, answered=list(ReaderQuestion.objects.shown_on(page)))
    if getattr(page, "takes_questions", False) and page.pk:
        add_form(shown, page, QuestionForm())
        shown.is_inert = getattr(request, "is_preview", False)
    return shown


def show_alone(request, page, form: QuestionForm) -> ShownQuestions:
    """The form on a page of its own; `page` is a page, or what is known of one that is gone."""
    url = page.get_url(request) if getattr(page, "live", False) else ""
    return add_form(ShownQuestions(page.title, page_url=url or ""), page, form)


def add_form(shown: ShownQuestions, page, form: QuestionForm) -> ShownQuestions:
    """The form with where it is sent to; a host that does not mount our URLs has none."""
    try:
        shown.action = reverse("reader_questions:ask", args=[page.pk])
    except NoReverseMatch:
        return shown
    shown.form, shown.context = form, sign_page(page)
    return shown
