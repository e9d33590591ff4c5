"""The public pages of the enquiry forms: the form alone, its reception, and the thank-you page."""

import logging

from django.core.exceptions import BadRequest, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from leads import conf
from leads.capture import capture
from leads.clinics import clinic_for
from leads.intake import IntakeForm
from leads.models import EnquiryForm
from leads.reception import submission_of
from leads.rendering import show_again, show_alone
from leads.targets import Target, find_target
from leads.thanks import receipt_of, thanks_url
from leads.visitor_text import storable

NO_STORE = "no-store"
logger = logging.getLogger(__name__)

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
UNREADABLE = (BadRequest, MultiPartParserError, UnreadablePostError, LookupError, UnicodeError)
"""The last two come from a multipart body in a charset that is no charset for text."""

UNAVAILABLE = (OperationalError, InterfaceError)


# The form stands on cached pages that set no cookie, so there is no token to compare; a post uses no authority of a
# session, and one from another website is scored as such.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def enquiry(request: HttpRequest, slug: str) -> HttpResponse:
    """The form alone, or the reception of an enquiry from wherever the form stands."""
    if request.method != "POST":
        return show(request, slug)
    try:
        return receive(request, slug)
    except UNAVAILABLE:
        logger.exception("The database did not take an enquiry; the visitor was asked to send it again")
        return hand_back(request)
    except DatabaseError as error:  # its text may quote the visitor's row, so it is not logged
        logger.error("The database refused an enquiry (%s); the visitor was asked to send it again", kind_of(error))
        return hand_back(request)


def show(request: HttpRequest, slug: str) -> HttpResponse:
    """The form on a page of its own; in place of an archived one the clinic's own form."""
    form = EnquiryForm.objects.filter(slug=storable(slug)).first()
    if form and form.is_archived:
        form = clinic_for(request).default_form
    if form is None or form.is_archived:
        raise Http404
    return render(request, "leads/enquiry_page.html", {"shown": show_alone(request, form)})


def receive(request: HttpRequest, slug: str) -> HttpResponse:
    """Store a valid enquiry and say so with 303 (201 to the script); ask again with 422 where something is missing."""
    try:
        posted = request.POST
    except TOO_MUCH:
        return refuse(request, 413, _("This is more than we can take at once. Shorten your text, or call us."))
    except UNREADABLE:
        return refuse(request, 400, _("Your enquiry did not arrive whole. Go back and send it again, or call us."))
    target = find_target(slug, posted.get("context", ""), clinic_for(request))
    form = IntakeForm(target.definition, data=posted)
    if not form.is_valid():
        return ask_again(request, target, form, slug)
    return acknowledge(request, thanks_url(capture(submission_of(request, target, form, slug))))


def acknowledge(request: HttpRequest, location: str) -> HttpResponse:
    """Send the browser on to the thank-you page."""
    if wants_json(request):
        return unstored(JsonResponse({"location": location}, status=201))
    response = HttpResponseRedirect(location)
    response.status_code = 303
    return unstored(response)


def ask_again(request: HttpRequest, target: Target, form: IntakeForm, slug: str) -> HttpResponse:
    """The form with everything that was typed, and what to do beside each field that needs it."""
    if wants_json(request):
        return unstored(JsonResponse({"errors": form.errors}, status=422))
    context = {"shown": show_again(request, target, form, slug)}
    return unstored(render(request, "leads/enquiry_page.html", context, status=422))


def refuse(request: HttpRequest, status: int, message: str) -> HttpResponse:
    """Say what to do about a post that cannot be read as a form."""
    if wants_json(request):
        return unstored(JsonResponse({"errors": {"__all__": [message]}}, status=status))
    context = {"message": message, "clinic": clinic_for(request)}
    return unstored(render(request, "leads/refused.html", context, status=status))


def hand_back(request: HttpRequest) -> HttpResponse:
    """Everything the visitor sent, behind one button that sends it again; asks nothing of the database."""
    if wants_json(request):
        return unstored(JsonResponse({}, status=503))
    posted = [(name, value) for name, values in request.POST.lists() for value in values]
    context = {"posted": posted, "phone": conf.get("FALLBACK_PHONE")}
    return unstored(HttpResponse(render_to_string("leads/unavailable.html", context), status=503))


def kind_of(error: DatabaseError) -> str:
    """The name of the error, as exact as the database driver says it."""
    return type(error.__cause__ or error).__name__


def unstored(response: HttpResponse) -> HttpResponse:
    """`response`, kept by no cache."""
    response["Cache-Control"] = NO_STORE
    return response


def wants_json(request: HttpRequest) -> bool:
    """Whether our script asks; a browser prefers a page."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens next; holds nothing personal, and neither caches nor search engines keep it."""
    receipt = receipt_of(storable(request.GET.get("ref", "")))
    response = render(request, "leads/thanks.html", {"receipt": receipt, "clinic": clinic_for(request)})
    response["X-Robots-Tag"] = "noindex"
    return unstored(response)
