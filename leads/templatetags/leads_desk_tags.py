"""What the desk's own templates use."""

from django import template

from leads.later import Later

warnings_for = Later("leads.desk.warning.warnings_for")

register = template.Library()


@register.inclusion_tag("leads/desk/includes/warning.html", takes_context=True)
def desk_warning(context) -> dict:
    """What keeps messages from arriving; nothing while all is well."""
    return {"warnings": warnings_for(context["request"].user)}
