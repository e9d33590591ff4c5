"""Draws inputs as Django's own widget templates do, in a fraction of their time: every page holds an enquiry form."""

from collections.abc import Callable
from typing import Any

from django.forms.renderers import BaseRenderer, DjangoTemplates, get_default_renderer
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe


class DrawnInputs(DjangoTemplates):
    """Django's default renderer, whose most frequent templates are functions here; the others are rendered."""

    def render(self, template_name: str, context: dict[str, Any], request=None) -> str:
        """The HTML of a widget, of a field or of a form."""
        draw = DRAWN.get(template_name)
        if draw and not context["widget"].get("wrap_label"):
            return draw(context["widget"])
        return super().render(template_name, context, request)


def renderer() -> BaseRenderer:
    """For the form of visitors; the host's own renderer where it has chosen one, which may draw something else."""
    chosen = get_default_renderer()
    return drawn_inputs if type(chosen) is DjangoTemplates else chosen


def input_tag(widget: dict[str, Any]) -> SafeString:
    """`django/forms/widgets/input.html`."""
    value = {} if widget["value"] is None else {"value": str(widget["value"])}
    own = {"type": widget["type"], "name": widget["name"], **value}
    return mark_safe(f"<input{attributes(own)}{attributes(widget['attrs'])}>")  # noqa: S308 - each part is escaped


def textarea(widget: dict[str, Any]) -> SafeString:
    """`django/forms/widgets/textarea.html`."""
    own, text = {"name": widget["name"]}, conditional_escape(widget["value"] or "")
    tag = f"<textarea{attributes(own)}{attributes(widget['attrs'])}>\n{text}</textarea>"
    return mark_safe(tag)  # noqa: S308 - each part is escaped


def attributes(values: dict[str, Any]) -> str:
    """`django/forms/widgets/attrs.html`."""
    shown = ((conditional_escape(name), value) for name, value in values.items() if value is not False)
    return "".join(f" {name}" if value is True else f' {name}="{conditional_escape(value)}"' for name, value in shown)


DRAWN: dict[str, Callable[[dict[str, Any]], SafeString]] = {
    **{f"django/forms/widgets/{name}.html": input_tag for name in ("text", "email", "date", "checkbox")},
    **{f"django/forms/widgets/{name}_option.html": input_tag for name in ("radio", "checkbox")},
    "django/forms/widgets/textarea.html": textarea,
}

drawn_inputs = DrawnInputs()
