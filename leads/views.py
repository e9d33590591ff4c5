"""The public pages of the enquiry forms: the form alone, its reception, and the thank-you page."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from leads.capture import capture
from leads.clinics import clinic_for
from leads.intake import IntakeForm
from leads.models import EnquiryForm
from leads.posting import PostError, or_hand_back, read_post, see_other, unavailable, unstored
from leads.reception import submission_of
from leads.rendering import show_again, show_alone
from leads.targets import Target, find_target
from leads.thanks import receipt_of, thanks_url
from leads.visitor_text import storable
from leads.wordings import shared_fields

TOO_MUCH = _("This is more than we can take at once. Shorten your text, or call us.")
BROKEN = _("Your enquiry did not arrive whole. Go back and send it again, or call us.")
SEND_AGAIN = _("Please send your enquiry again")

LIMIT_HEADER = "X-Enquiry-Limit"
"""The server in front sets it to “exceeded” where too many enquiries came from the visitor's network in a minute."""

LIMIT_SECONDS = 60


def hand_back(request: HttpRequest) -> HttpResponse:
    """Everything the visitor sent, behind one button that sends it again; asks nothing of the database."""
    if wants_json(request):
        return unstored(JsonResponse({}, status=503))
    return unavailable(request, SEND_AGAIN)


def come_later(request: HttpRequest) -> HttpResponse:
    """What `hand_back` gives, to a visitor who is one of too many: 429, with the clinic's own phone number."""
    if wants_json(request):
        response = unstored(JsonResponse({}, status=429))
    else:
        response = unavailable(request, SEND_AGAIN, status=429, phone=clinic_for(request).phone)
    response["Retry-After"] = str(LIMIT_SECONDS)
    return response


# The form stands on cached pages that set no cookie, so there is no token to compare; a post uses no authority of a
# session, and one from another website is scored as such.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def enquiry(request: HttpRequest, slug: str) -> HttpResponse:
    """The form alone, or the reception of an enquiry from wherever the form stands."""
    return receive(request, slug) if request.method == "POST" else show(request, slug)


def show(request: HttpRequest, slug: str) -> HttpResponse:
    """The form on a page of its own; in place of an archived one the clinic's own form."""
    form = EnquiryForm.objects.filter(slug=storable(slug)).first()
    if form and form.is_archived:
        form = clinic_for(request).default_form
    if form is None or form.is_archived:
        raise Http404
    return render(request, "leads/enquiry_page.html", {"shown": show_alone(request, form)})


@or_hand_back(hand_back)
def receive(request: HttpRequest, slug: str) -> HttpResponse:
    """Store a valid enquiry and say so with 303 (201 to the script); ask again with 422 where something is missing."""
    try:
        posted = read_post(request)
    except PostError as refused:
        return refuse(request, refused.status, TOO_MUCH if refused.status == 413 else BROKEN)
    if request.headers.get(LIMIT_HEADER) == "exceeded":
        return come_later(request)
    target = find_target(slug, posted.get("context", ""), clinic_for(request))
    form = IntakeForm(target.definition, data=posted, fields=shared_fields(target.version))
    if not form.is_valid():
        return ask_again(request, target, form, slug)
    return acknowledge(request, thanks_url(capture(submission_of(request, target, form, slug))))


def acknowledge(request: HttpRequest, location: str) -> HttpResponse:
    """Send the browser on to the thank-you page."""
    if wants_json(request):
        return unstored(JsonResponse({"location": location}, status=201))
    return see_other(location)


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


def wants_json(request: HttpRequest) -> bool:
    """Whether our script asks; a browser prefers a page."""
    accepted = request.headers.get("Accept", "")
    if "json" not in accepted and "application/*" not in accepted:
        return False
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens next; holds nothing personal, and neither caches nor search engines keep it."""
    receipt = receipt_of(storable(request.GET.get("ref", "")))
    response = render(request, "leads/thanks.html", {"receipt": receipt, "clinic": clinic_for(request)})
    response["X-Robots-Tag"] = "noindex"
    return unstored(response)
