"""How an editor finds the fields of a page: tabs, groups and hints."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page

search_panels = [
    MultiFieldPanel(
        [
            "slug",
            "seo_title",
            FieldPanel(
                "search_description",
                help_text=_(
                    "What search engines show below the title. 120 to 155 characters are shown in full; "
                    "say what the treatment is and for whom, without promises."
                ),
            ),
        ],
        heading=_("For search engines"),
    ),
    MultiFieldPanel(["show_in_menus"], heading=_("For site menus")),
]


def page_tabs(*, content: list, enquiry: list) -> TabbedInterface:
    """The editor's tabs: what visitors read, the enquiry, search engines and address, settings."""
    return TabbedInterface(
        [
            ObjectList(content, heading=_("Content")),
            ObjectList(enquiry, heading=_("Enquiry")),
            ObjectList(search_panels, heading=_("Search and address")),
            ObjectList(Page.settings_panels, heading=_("Settings")),
        ]
    )
