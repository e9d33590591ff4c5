"""What the blocks of treatment content have in common."""

from contextvars import ContextVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from treatment_pages.claims import deleted_source_error

INLINE_FEATURES = ["bold", "italic", "link", "claim"]
TEXT_FEATURES = [*INLINE_FEATURES, "h3", "ul", "ol"]


is_draft: ContextVar[bool | None] = ContextVar("is_draft", default=None)
"""Whether the stream that is being cleaned is saved as a draft; None outside of ours.

Wagtail notes it on the blocks themselves, which all threads share: an autosave at the same instant could switch the
checks of somebody else's publishing off, and leave them off.
"""


class CleanedStream(blocks.StreamBlock):
    """A stream that knows for each thread whether it is being saved as a draft or published."""

    def clean_deferred(self, value):
        token = is_draft.set(True)
        try:
            return super().clean_deferred(value)
        finally:
            is_draft.reset(token)

    def clean(self, value):
        token = is_draft.set(bool(is_draft.get()))
        try:
            return super().clean(value)
        finally:
            is_draft.reset(token)


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
        in_stream = is_draft.get()
        may_be_incomplete = self.is_deferred_validation if in_stream is None else in_stream
        errors = {} if may_be_incomplete else {**self._claim_errors(value), **self.publishing_errors(value)}
        if errors:
            raise StructBlockValidationError({name: ValidationError(text) for name, text in errors.items()})
        return value

    def _claim_errors(self, value) -> dict[str, str]:
        """Rich texts that rest on a source which was deleted, each with what to do about it."""
        texts = {
            name: deleted_source_error(value[name].source)
            for name, child in self.child_blocks.items()
            if isinstance(child, blocks.RichTextBlock) and value.get(name)
        }
        return {name: error for name, error in texts.items() if error}

    def publishing_errors(self, value) -> dict[str, str]:
        """What has to change before the block can be published: a full sentence by field name."""
        return {}


class PageLinkValue(blocks.StructValue):
    """A value that may lead to a page."""

    @property
    def public_page(self):
        """The chosen page while visitors can open it, or None.

        On a page of ours it was read with the answer whether it, or a page above it, is restricted.
        """
        page = self.get("page")
        return page if page and page.live and not getattr(page, "is_restricted", False) else None


def lines_block(label: str, help_text: str = "") -> blocks.ListBlock:
    """Short lines of text, none at first."""
    return blocks.ListBlock(
        blocks.CharBlock(label=_("Line"), max_length=200, default=""), label=label, help_text=help_text, default=[]
    )
