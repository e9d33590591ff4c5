"""What templates of any page can use: the clinic's details and the enquiry form."""

from django import template

from leads.models import ClinicSettings

register = template.Library()


@register.simple_tag(takes_context=True)
def clinic(context) -> ClinicSettings:
    """The clinic of the request's site; one query a request, however often it is used."""
    return ClinicSettings.for_request(context["request"])
