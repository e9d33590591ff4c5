"""The pages behind the links in mails: a visitor confirms or withdraws a consent.

GET only shows what would happen, because mail scanners follow links; POST does it. The signed token is the authority:
no session is used, so there is nothing that another website could misuse.
"""

from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from leads.consents import of_person, read_withdrawal
from leads.consents import withdraw as withdraw_consents
from leads.double_opt_in import confirm as confirm_consents
from leads.double_opt_in import read_request
from leads.models import Enquiry
from leads.posting import PostError, or_hand_back, read_post, see_other, unavailable, unstored


def hand_back(request: HttpRequest) -> HttpResponse:
    """The database did not take it: the same button once more."""
    return unavailable(request, _("Please try again"))


def by_token(view):
    """Decorate a view that a link in a mail leads to; nobody keeps its answer, and no other site learns its address."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answered(request, token):
        answer = or_hand_back(hand_back)(view) if request.method == "POST" else view
        response = unstored(answer(request, token))
        response["X-Robots-Tag"] = "noindex"
        response["Referrer-Policy"] = "same-origin"
        return response

    return answered


@by_token
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """What was agreed to with a button that confirms it, or how things stand."""
    asked = read_request(token)
    if request.method == "POST" and asked.waiting and not asked.is_expired:
        confirm_consents(asked)
        return see_other(request.path)
    is_over = asked.enquiry is None or (not asked.confirmed and (asked.is_expired or not asked.waiting))
    return show(request, "leads/confirm_consents.html", asked.enquiry, {"asked": asked}, status=404 if is_over else 200)


@by_token
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """What was agreed to with a button that withdraws it, or how things stand."""
    enquiry, purpose = read_withdrawal(token)
    if request.method == "POST" and enquiry:
        withdraw_consents(enquiry, purpose)
        if not is_one_click(request):
            return see_other(request.path)
    given = of_person(enquiry).given().filter(purpose=purpose) if enquiry else []
    context = {"enquiry": enquiry, "texts": list(dict.fromkeys(record.text for record in given))}
    return show(request, "leads/withdraw_consent.html", enquiry, context, status=200 if enquiry else 404)


def is_one_click(request: HttpRequest) -> bool:
    """Whether a mail program posts for its user; it must not be sent on to another page (RFC 8058)."""
    try:
        return "List-Unsubscribe" in read_post(request)
    except PostError:
        return False


def show(request: HttpRequest, template: str, enquiry: Enquiry | None, context: dict, *, status: int) -> HttpResponse:
    """A page in the language in which the enquiry was written."""
    language = enquiry.language if enquiry else ""
    with translation.override(language or translation.get_language()):
        return render(request, template, context, status=status)
