"""`{% tp_block item %}`: a block as `{% include_block %}` renders it, without a context and a template of its own.

A page has some fifty blocks, and most of what Wagtail does for each of them is to copy what all of them know.
"""

from functools import cache

from django import template
from django.utils.html import conditional_escape
from wagtail import blocks

register = template.Library()

OWN_WAYS = ("render", "get_context", "get_template")
"""What a block may do in a way of its own; it is left to Wagtail then."""


class BlockNode(template.Node):
    """Renders one item of a stream, a list or a struct."""

    def __init__(self, item: template.base.FilterExpression) -> None:
        self.item = item

    def render(self, context) -> str:
        item = self.item.resolve(context, ignore_failures=True)
        if not hasattr(item, "render_as_block"):
            return "" if item is None else conditional_escape(item)
        name = plain_template(type(item.block), getattr(item.block.meta, "template", None))
        if not name:
            return conditional_escape(item.render_as_block(context.flatten()))
        value = item.value if isinstance(item, blocks.BoundBlock) else item
        with context.push({"self": value, "value": value}):
            return self.found(context, name).render(context)

    def found(self, context, name: str) -> template.Template:
        """The template, looked up once for all that is rendered with this context, as Django's own `include` does."""
        known = context.render_context.dicts[0].setdefault(self, {})
        if name not in known:
            known[name] = context.template.engine.get_template(name)
        return known[name]


@cache
def plain_template(kind: type[blocks.Block], name: str | None) -> str | None:
    """The name of the template of a block that is rendered as every struct is; None for any other block."""
    is_plain = issubclass(kind, blocks.StructBlock) and all(
        getattr(kind, way) is getattr(blocks.StructBlock, way) for way in OWN_WAYS
    )
    return name if is_plain else None


@register.tag
def tp_block(parser, token) -> BlockNode:
    """Render a block, or a value that knows its block."""
    return BlockNode(parser.compile_filter(token.split_contents()[1]))
