"""The way from an address to a page, in one query where Wagtail takes several."""

from collections.abc import Iterator
from functools import cache

from django.db.models import CharField, IntegerField
from django.http import Http404
from wagtail.models import Page

from leads.prepared import Parameter, Prepared


class DirectRouting:
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


@cache
def child_of(model: type[Page]) -> Prepared:
    """The query for a child of a page of this type by its slug; it is asked at every address, so it is written once."""
    by_slug = Page.objects.order_by().filter(
        slug=Parameter("slug", CharField()),
        depth=Parameter("depth", IntegerField()),
        path__startswith=Parameter("path", CharField()),
    )
    return Prepared(lambda: by_slug.select_related(*relations_below(model)))


def relations_below(model: type[Page]) -> Iterator[str]:
    """What to read with a child of a page of this type, as names for `select_related`."""
    for child in model.allowed_subpage_models():
        if accessor := accessor_of(child):
            yield from (accessor, *(f"{accessor}__{name}" for name in child.read_with))


def accessor_of(model: type[Page]) -> str:
    """The name by which a base page leads to its row of this type; "" where only Wagtail knows the way."""
    link = model._meta.parents.get(Page) if hasattr(model, "read_with") else None
    return link.remote_field.get_accessor_name() if link else ""


def joined_specific(page: Page) -> Page | None:
    """The page as its own type if it was read with its type's row; None where only a query could tell."""
    model = page.specific_class
    accessor = accessor_of(model) if model else ""
    if not accessor or accessor not in page._state.fields_cache:
        return None
    specific = getattr(page, accessor)
    for name, value in page.__dict__.items():
        specific.__dict__.setdefault(name, value)
    return specific


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
