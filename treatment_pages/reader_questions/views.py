"""The public pages of readers' questions: the form alone, its reception, and the page that says thanks."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from swapper import load_model

from leads.public import PostError, or_hand_back, read_post, see_other, storable, unavailable, unstored
from treatment_pages.reader_questions.capture import capture
from treatment_pages.reader_questions.context import read_page
from treatment_pages.reader_questions.intake import AskedQuestion, QuestionForm, signals_of
from treatment_pages.reader_questions.rendering import ShownQuestions, show_alone
from treatment_pages.reader_questions.thanks import confirmed, thanks_url

TEMPLATES = "treatment_pages/reader_questions"


# The form stands on cached pages that set no cookie, so there is no token to compare; a post uses no authority of a
# session, and one from another website is scored as such.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, page_id: int) -> HttpResponse:
    """The form of a page alone, or the reception of a question."""
    return receive(request, page_id) if request.method == "POST" else show(request, page_id)


def show(request: HttpRequest, page_id: int) -> HttpResponse:
    """The form on a page of its own."""
    page = find_page(page_id)
    if not takes_questions(page):
        raise Http404
    return form_page(request, show_alone(request, page, QuestionForm()))


def hand_back(request: HttpRequest) -> HttpResponse:
    """What the visitor wrote, to be sent again."""
    return unavailable(request, _("Please send your question again"))


@or_hand_back(hand_back)
def receive(request: HttpRequest, page_id: int) -> HttpResponse:
    """Store a valid question and say so with 303; ask again with 422 where something is missing.

    A form that stood below the page proves it by its context: what was typed there is taken, whatever became of the
    page since. Without that proof the page has to take questions now.
    """
    try:
        posted = read_post(request)
    except PostError as refused:
        return refuse(request, refused.status)
    page, stood_on = find_page(page_id), read_page(posted.get("context", ""))
    if not takes_questions(page) and (stood_on is None or stood_on.pk != page_id):
        return not_taken(request, posted)
    form = QuestionForm(posted)
    if not form.is_valid():
        return form_page(request, show_alone(request, page if may_be_told_of(page) else stood_on, form), status=422)
    title = page.title if page else stood_on.title
    asked = AskedQuestion(page, title, **form.cleaned_data, signals=signals_of(request, form))
    return see_other(thanks_url(capture(asked)))


def find_page(page_id: int):
    """The page as its own type, whether or not it is published; None when there is none."""
    return load_model("wagtailcore", "Page").objects.filter(pk=page_id).specific().first()


def takes_questions(page) -> bool:
    """Whether every visitor may ask below the page now."""
    return bool(getattr(page, "takes_questions", False) and may_be_told_of(page))


def may_be_told_of(page) -> bool:
    """Whether visitors can open the page, and so may read what it is called now."""
    return bool(page and page.live and not page.get_view_restrictions().exists())


def form_page(request: HttpRequest, shown: ShownQuestions, status: int = 200) -> HttpResponse:
    """The form with what was typed, and what to do beside each field that needs it."""
    return unstored(render(request, f"{TEMPLATES}/form_page.html", {"shown": shown}, status=status))


def not_taken(request: HttpRequest, posted: QueryDict) -> HttpResponse:
    """No questions are taken here; the visitor keeps the text and learns how to reach the clinic."""
    text = storable(posted.get("text", ""))
    return unstored(render(request, f"{TEMPLATES}/not_taken.html", {"text": text}, status=404))


def refuse(request: HttpRequest, status: int) -> HttpResponse:
    """Say what to do about a post that cannot be read as a form."""
    return unstored(render(request, f"{TEMPLATES}/refused.html", {"is_too_much": status == 413}, status=status))


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens next; holds nothing personal, and neither caches nor search engines keep it."""
    question = confirmed(storable(request.GET.get("ref", "")))
    asked_page = question.page if question and may_be_told_of(question.page) else None
    response = render(request, f"{TEMPLATES}/thanks.html", {"question": question, "asked_page": asked_page})
    response["X-Robots-Tag"] = "noindex"
    return unstored(response)
