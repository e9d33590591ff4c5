"""The way from an address to a page, in one query where Wagtail takes several."""

from functools import cache

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, IntegerField, OuterRef, UUIDField
from django.http import Http404
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page, PageViewRestriction

from leads.joined import joined_specific, relations_of
from leads.prepared import Parameter, Prepared


class RoutedPage:
    """A page that may have been found by `DirectRouting`, and knows from there what Wagtail would ask for."""

    def get_view_restrictions(self):
        """As Wagtail finds them; no query for a routed page which the query for it found open to everybody.

        An alias has the restrictions of its source, which that query does not look at.
        """
        if getattr(self, "is_restricted", True) or not is_routed(self):
            return super().get_view_restrictions()
        if any(page.alias_of_id for page in (self, *known_ancestors(self))):
            return super().get_view_restrictions()
        return PageViewRestriction.objects.none()


class DirectRouting(RoutedPage):
    """A page that finds the child which an address names together with all that showing it needs.

    Wagtail reads the child, then its specific fields, then each record that it refers to. A page type that lists such
    relations in `read_with` is read here with them in one query; any other type is routed as Wagtail does it.
    """

    def route(self, request, path_components):
        if not path_components:
            return super().route(request, path_components)
        slug, *rest = path_components
        child = child_of(type(self)).first(path=self.path, depth=self.depth + 1, slug=slug)
        if child is None:
            raise Http404
        child._cached_parent_obj = self
        return (joined_specific(child) or child.specific).route(request, rest)

    @property
    def localized(self):
        """As Wagtail finds it: in one query, and in none for a page in the active language that came with its locale.

        What that query does not find is left to Wagtail, such as the default language in place of one without pages.
        """
        language = active_language()
        if "locale" in self._state.fields_cache and self.locale.language_code == language:
            return self
        if not (language and getattr(settings, "WAGTAIL_I18N_ENABLED", False)):
            return super().localized
        found = translation_of(type(self)).first(translation_key=self.translation_key, language=language)
        return (found and joined_specific(found)) or super().localized


@cache
def child_of(model: type[Page]) -> Prepared:
    """The query for a child of a page of this type by its slug; it is asked at every address, so it is written once."""
    by_slug = Page.objects.order_by().filter(
        slug=Parameter("slug", CharField()),
        depth=Parameter("depth", IntegerField()),
        path__startswith=Parameter("path", CharField()),
    )
    relations = relations_of(model.allowed_subpage_models())
    return Prepared(lambda: by_slug.select_related(*relations).annotate(is_restricted=restricted()))


def restricted(path: str = "path") -> Exists:
    """Whether a page, or a page above it, is kept from the public; for use in a queryset of pages."""
    above = PageViewRestriction.objects.annotate(below=ExpressionWrapper(OuterRef(path), output_field=CharField()))
    return Exists(above.filter(below__startswith=F("page__path")))


@cache
def translation_of(model: type[Page]) -> Prepared:
    """The query for a live page of this type in a language."""
    in_language = Page.objects.live().filter(
        translation_key=Parameter("translation_key", UUIDField()),
        locale__language_code=Parameter("language", CharField()),
    )
    return Prepared(lambda: in_language.order_by().select_related(*relations_of([model])))


def active_language() -> str | None:
    """The language that is active, as the code of its locale; None for one that the site has not."""
    try:
        return get_supported_content_language_variant(get_language())
    except LookupError:
        return None


def known_ancestors(page: Page) -> list[Page]:
    """The pages above, the nearest first, as far as they are known without a query; on a routed page up to the home."""
    above = []
    while page := getattr(page, "_cached_parent_obj", None):
        above.append(page)
    return above


def is_routed(page: Page) -> bool:
    """Whether all pages above are known as their own types, up to the child of the tree's root."""
    above = known_ancestors(page)
    return bool(above) and above[-1].depth == 2 and all(type(one) is one.specific_class for one in above)
