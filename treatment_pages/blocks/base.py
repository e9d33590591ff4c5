"""What the blocks of treatment content have in common."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

INLINE_FEATURES = ["bold", "italic", "link"]
TEXT_FEATURES = [*INLINE_FEATURES, "h3", "ul", "ol"]


class ContentBlock(blocks.StructBlock):
    """A block whose values are complete and whose drafts need not be.

    Code may build a value of some fields only. `publishing_errors` speak up only when the page goes live.
    """

    class Meta:
        preview_template = "treatment_pages/block_preview.html"

    def normalize(self, value):
        """Fields that code leaves out get their defaults, as they do when a stored value lacks them."""
        if isinstance(value, self.meta.value_class):
            return value
        missing = {name: child.get_default() for name, child in self.child_blocks.items() if name not in value}
        return super().normalize({**missing, **value})

    def clean(self, value):
        value = super().clean(value)
        errors = {} if self.is_deferred_validation else self.publishing_errors(value)
        if errors:
            raise StructBlockValidationError({name: ValidationError(text) for name, text in errors.items()})
        return value

    def publishing_errors(self, value) -> dict[str, str]:
        """What has to change before the block can be published: a full sentence by field name."""
        return {}


def lines_block(label: str, help_text: str = "") -> blocks.ListBlock:
    """Short lines of text, none at first."""
    return blocks.ListBlock(
        blocks.CharBlock(label=_("Line"), max_length=200, default=""), label=label, help_text=help_text, default=[]
    )
