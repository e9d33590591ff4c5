"""The button “Claim” of the rich text editor: it ties a sentence to a source."""

from django.urls import reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.contentstate_models import Block
from wagtail.admin.rich_text.converters.html_to_contentstate import LinkElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature

from treatment_pages.claims import LINK_TYPE, ClaimHandler, source_id
from treatment_pages.models import Source

ENTITY = "CLAIM"
WORDLESS = ("style", "script", "title", "xml", 'span[style="mso-list:Ignore"]')
"""Elements whose text is not meant for readers; word processors leave them in what is pasted."""


class ClaimElementHandler(LinkElementHandler):
    """Reads a stored claim for the editor, which shows the source by its name."""

    def get_attribute_data(self, attrs: dict) -> dict:
        source = Source.objects.filter(pk=source_id(attrs) or 0).first()
        if source is None:
            return {"id": attrs.get("id"), "title": gettext("Deleted source"), "deleted": True}
        return {"id": attrs["id"], "title": str(source)}


class WordlessElementHandler:
    """Lets the text of an element fall into a block that belongs to no document."""

    def handle_starttag(self, name, attrs, state, contentstate) -> None:
        state.push()
        state.current_block = Block("unstyled")

    def handle_endtag(self, name, state, contentstate) -> None:
        state.pop()


def stored_claim(props: dict):
    """The claim as it is stored: the key of its source, nothing else that came from the browser."""
    key = source_id({"linktype": LINK_TYPE, "id": str(props.get("id"))})
    if key is None:
        return props["children"]
    return DOM.create_element("a", {"linktype": LINK_TYPE, "id": key}, props["children"])


def register_claims(features) -> None:
    """Tell Wagtail how claims are edited, stored and shown; the feature is called “claim”."""
    features.register_link_type(ClaimHandler)
    features.register_converter_rule(
        "contentstate",
        LINK_TYPE,
        {
            "from_database_format": {
                f'a[linktype="{LINK_TYPE}"]': ClaimElementHandler(ENTITY),
                **dict.fromkeys(WORDLESS, WordlessElementHandler()),
            },
            "to_database_format": {"entity_decorators": {ENTITY: stored_claim}},
        },
    )
    features.register_editor_plugin(
        "draftail",
        LINK_TYPE,
        EntityFeature(
            {
                "type": ENTITY,
                "icon": "openquote",
                "description": _("Claim"),
                "attributes": ["id", "title", "deleted"],
                "chooserUrl": reverse_lazy("wagtailsnippetchoosers_treatment_pages_source:choose"),
            },
            js=["wagtailadmin/js/chooser-modal.js", "treatment_pages/admin/claim.js"],
            css={"all": ["treatment_pages/admin/claim.css"]},
        ),
    )
