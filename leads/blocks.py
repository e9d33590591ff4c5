"""The enquiry form as a block for any StreamField."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from leads.keyed import by_key


class EnquiryFormChooserBlock(SnippetChooserBlock):
    """Reads forms together with what they show now."""

    def bulk_to_python(self, values):
        forms = by_key(self.model_class.objects.with_current_version, values)
        return [forms.get(key) for key in values]

    def deconstruct(self):
        """As Wagtail's own chooser: migrations need not know how forms are read."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.snippets.blocks.SnippetChooserBlock", args, kwargs


class EnquiryFormBlock(blocks.StructBlock):
    """An enquiry form; without a choice the page's own form is shown."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120, default="")
    form = EnquiryFormChooserBlock(
        "leads.EnquiryForm", label=_("Form"), required=False, help_text=_("Empty: the page's own form.")
    )

    class Meta:
        icon = "form"
        label = _("Enquiry form")
        description = _("The form that turns a reader into an enquiry.")
        template = "leads/blocks/enquiry_form.html"
        preview_template = "leads/block_preview.html"
        preview_value = {"heading": _("Ask about a consultation")}
