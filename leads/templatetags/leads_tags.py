"""What templates of any page can use: the clinic's details, links to phones, and the enquiry form."""

from django import template

from leads import conf
from leads.clinics import clinic_for
from leads.models import ClinicSettings
from leads.rendering import ShownForm, show_on_page

register = template.Library()

KEYED_PAGES = {"thanks", "confirm_consents", "withdraw_consent"}
"""Pages of this app with a key in their address."""


@register.filter
def tel(phone: str) -> str:
    """A tel: address for a number as somebody typed it, "" when it has no digits.

    The zero in “+44 (0)20 …” is for callers from within the country; after the country code nobody dials it.
    """
    dialled = phone.replace("(0)", "") if phone.startswith("+") else phone
    number = "".join(sign for sign in dialled if sign in "+0123456789")
    return f"tel:{number}" if number else ""


@register.simple_tag(takes_context=True)
def clinic(context) -> ClinicSettings:
    """The clinic of the request's site; one query a request, however often it is used."""
    return clinic_for(context.get("request"))


@register.inclusion_tag("leads/includes/enquiry_form.html", takes_context=True)
def enquiry_form(context, page=None, form=None, heading="") -> dict[str, ShownForm]:
    """The enquiry form of `page`, or `form` in its place: the same bytes for every visitor.

    Below `heading` instead of the form's own one. At most four queries besides those of `page.get_enquiry_form()`.
    """
    return {"shown": show_on_page(context.get("request"), page, form=form, heading=heading)}


@register.inclusion_tag("leads/includes/attribution_js.html", takes_context=True)
def attribution_script(context) -> dict[str, object]:
    """The script that notes how a visitor came here, for the host's base template; the same bytes for everybody.

    It stands on a page once, whoever asks for it, and nowhere where the address of the page is a key.
    """
    request = context.get("request")
    is_wanted = not getattr(request, "leads_notes_touch", False) and not has_key_in_address(request)
    if request is not None:
        request.leads_notes_touch = True
    return {
        "is_wanted": is_wanted,
        "storage": conf.get("ATTRIBUTION_STORAGE"),
        "needs_consent": conf.get("ATTRIBUTION_NEEDS_CONSENT"),
    }


def has_key_in_address(request) -> bool:
    """Whether the page is one such as that which withdraws a consent."""
    match = getattr(request, "resolver_match", None)
    return match is not None and match.app_name == "leads" and match.url_name in KEYED_PAGES
