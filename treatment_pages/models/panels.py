"""How an editor finds the fields of a page: tabs, groups and hints."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page

search_panels = [
    MultiFieldPanel(
        [
            "slug",
            FieldPanel(
                "seo_title",
                help_text=_(
                    "The headline of the page in search results and shared links. About 60 characters are shown, so "
                    "put what people search for first. Empty: the page's title."
                ),
            ),
            FieldPanel(
                "search_description",
                help_text=_(
                    "What search engines show below the title. 120 to 155 characters are shown in full; "
                    "say what the treatment is and for whom, without promises. Empty: the summary."
                ),
            ),
        ],
        heading=_("For search engines"),
    ),
    MultiFieldPanel(["show_in_menus"], heading=_("For site menus")),
]


def page_tabs(
    *, content: list, people: list = (), finding: list = (), enquiry: list = (), base_form_class=None
) -> TabbedInterface:
    """The editor's tabs: what visitors read, who answers for it, where it is found, the enquiry, settings."""
    tabs = [
        (content, _("Content")),
        (people, _("People and review")),
        (finding, _("Topics and related")),
        (enquiry, _("Enquiry")),
        (search_panels, _("Search and address")),
        (Page.settings_panels, _("Settings")),
    ]
    return TabbedInterface(
        [ObjectList(panels, heading=heading) for panels, heading in tabs if panels],
        **({"base_form_class": base_form_class} if base_form_class else {}),
    )
