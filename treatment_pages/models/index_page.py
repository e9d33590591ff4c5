"""The treatment index: the listing below which treatments and articles live, and the addresses of its views."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from treatment_pages.api_fields import INDEX_FIELDS
from treatment_pages.models.mixins import EnquiryPageMixin
from treatment_pages.models.panels import page_tabs
from treatment_pages.models.routing import DirectRouting, RoutedPage, is_routed, known_ancestors

ROUTE_WORDS = ("articles", "compare", "category", "concern", "area")
"""What stands first in the addresses of an index's own views; no page below an index can have such a slug."""


def _views():
    """The views, imported late: they read treatment pages, and these stand below an index."""
    from treatment_pages.listing import views

    return views


class TreatmentIndexQuerySet(PageQuerySet):
    """Questions about treatment indexes."""

    def nearest_with_form(self, page: Page) -> "TreatmentIndexPage | None":
        """The closest index above `page` that chose an enquiry form in use; one query, the form included."""
        chosen = self.ancestor_of(page).filter(enquiry_form__is_archived=False)
        return chosen.select_related("enquiry_form").order_by("-depth").first()


class TreatmentIndexPage(RoutablePageMixin, DirectRouting, EnquiryPageMixin, Page):
    """The listing of treatments; their pages and articles live below it."""

    introduction = models.TextField(_("introduction"), max_length=400, blank=True)
    text = RichTextField(_("text below the list"), blank=True, features=["h2", "h3", "bold", "italic", "link", "ul"])

    read_with = ("enquiry_form",)

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("text")]
    edit_handler = page_tabs(content=content_panels, enquiry=EnquiryPageMixin.enquiry_panels)
    search_fields = [*Page.search_fields, index.SearchField("introduction"), index.SearchField("text")]

    api_fields = INDEX_FIELDS

    objects = PageManager.from_queryset(TreatmentIndexQuerySet)()

    subpage_types = [
        "treatment_pages.TreatmentPage",
        "treatment_pages.TreatmentArticlePage",
        "treatment_pages.PractitionerPage",
    ]
    page_description = _("Lists treatments; treatment pages and articles live below it.")

    class Meta:
        verbose_name = _("treatment index")
        verbose_name_plural = _("treatment indexes")

    def get_context(self, request, *args, listing: dict | None = None, **kwargs):
        """Adds what the address lists: `listing`, or the treatments that the querystring asks for.

        Base templates print the page's own description, so the one of a list takes its place until the page is shown.
        """
        listing = _views().treatments(self, request) if listing is None else listing
        self.search_description = listing["seo"]["description"]
        return super().get_context(request, *args, **kwargs) | listing

    def route(self, request, path_components):
        """A page whose slug is older than the view of that name keeps its address; nothing lives below such a page."""
        word = path_components[0] if len(path_components) == 1 else ""
        if word in ROUTE_WORDS and self.get_children().live().filter(slug=word).exists():
            return super(RoutablePageMixin, self).route(request, path_components)
        return super().route(request, path_components)

    @re_path(r"^(?P<kind>category|concern|area)/(?P<slug>[-\w]+)/$", name="term")
    def term_view(self, request, kind: str, slug: str):
        return self.render(request, listing=_views().treatments_for(self, request, kind, slug))

    @path("compare/", name="compare")
    def compare_view(self, request):
        template = "treatment_pages/listing/compare.html"
        return self.render(request, template=template, listing=_views().comparison(self, request))

    @path("articles/", name="articles")
    def articles_view(self, request):
        template = "treatment_pages/listing/articles.html"
        return self.render(request, template=template, listing=_views().articles(self, request))

    @re_path(r"^articles/tag/(?P<slug>[-\w]+)/$", name="tag")
    def tag_view(self, request, slug: str):
        template = "treatment_pages/listing/articles.html"
        return self.render(request, template=template, listing=_views().articles(self, request, slug))

    @path("articles/feed/", name="feed")
    def feed_view(self, request):
        return _views().feed(self, request)

    def view_url(self, name: str = "", **kwargs: str) -> str:
        """The path of one of the index's views, without a name of the index itself; "" where no site shows it."""
        parts = self.get_url_parts()
        if not parts:
            return ""
        return parts[2] + (self.reverse_subpage(name, kwargs=kwargs) if name else "")

    def term_url(self, term) -> str:
        """The listing of a category, concern or body area."""
        return self.view_url("term", kind=term.kind, slug=term.slug)

    def tag_url(self, tag) -> str:
        """The articles that carry a tag."""
        return self.view_url("tag", slug=tag.slug)

    @property
    def articles_url(self) -> str:
        """All articles, the newest first."""
        return self.view_url("articles")

    @property
    def feed_url(self) -> str:
        """The Atom feed of the articles."""
        return self.view_url("feed")

    @property
    def compare_url(self) -> str:
        """The comparison; `?t=slug` for each treatment in it."""
        return self.view_url("compare")

    def get_route_paths(self) -> list[str]:
        """The index and its views, so that they too lead on to the new address when the index moves."""
        return _views().route_paths(self)

    def get_cached_paths(self) -> list[str]:
        """The same are dropped from the caches in front of the site when anything on them changed."""
        return self.get_route_paths()


def slug_refusal(slug: str) -> str:
    """What an editor reads who chose the address of one of an index's views."""
    return _("“%(slug)s” is the address of one of the treatment index's own lists. Choose another slug.") % {
        "slug": slug
    }


class KeepsViewAddresses(models.Model):
    """A page that may stand below a treatment index, so it takes no slug by which an index shows a view of its own.

    Wherever it stands: it may be moved, and a new page's form does not know the parent yet.
    """

    class Meta:
        abstract = True

    def _get_autogenerated_slug(self, base_slug: str) -> str:
        return super()._get_autogenerated_slug(f"{base_slug}-2" if base_slug in ROUTE_WORDS else base_slug)

    def _check_slug_is_unique(self) -> None:
        """Called wherever a slug is checked, drafts included; a page that has such a slug already may keep it."""
        super()._check_slug_is_unique()
        if self.slug not in ROUTE_WORDS or Page.objects.filter(pk=self.pk, slug=self.slug).exists():
            return
        raise ValidationError({"slug": slug_refusal(self.slug)})


class BelowTreatmentIndex(RoutedPage, KeepsViewAddresses, EnquiryPageMixin):
    """A page that stands below a treatment index and takes its enquiry form from there."""

    class Meta:
        abstract = True

    def get_enquiry_form(self):
        """The form chosen here or at the closest index that chose one; None for the clinic's standard form."""
        if form := super().get_enquiry_form():
            return form
        if is_routed(self):
            indexes = (above for above in known_ancestors(self) if isinstance(above, TreatmentIndexPage))
            return next(filter(None, (above.get_enquiry_form() for above in indexes)), None)
        above = TreatmentIndexPage.objects.nearest_with_form(self)
        return above.enquiry_form if above else None
