"""`{% reader_questions page %}`: what readers asked below a page, and the form to ask more."""

from django import template

from treatment_pages.reader_questions.rendering import ShownQuestions, show_below

register = template.Library()


@register.inclusion_tag("treatment_pages/reader_questions/below.html", takes_context=True)
def reader_questions(context, page) -> dict[str, ShownQuestions]:
    """Published questions and the form, the same bytes for every visitor; one query."""
    return {"shown": show_below(context.get("request"), page)}
