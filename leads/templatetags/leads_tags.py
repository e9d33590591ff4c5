"""What templates of any page can use: the clinic's details and the enquiry form."""

from django import template

from leads.clinics import clinic_for
from leads.models import ClinicSettings
from leads.rendering import ShownForm, show_on_page

register = template.Library()


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
