"""What templates of any page can use: the clinic's details, links to phones, and the enquiry form."""

from django import template

from leads.clinics import clinic_for
from leads.models import ClinicSettings
from leads.rendering import ShownForm, show_on_page

register = template.Library()


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
