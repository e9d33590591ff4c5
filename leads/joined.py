"""Pages that are read together with the row of their own type, so that `specific` needs no query.

A page type takes part by its attribute `read_with`: the relations, as `select_related` names them, that showing such a
page needs.
"""

from collections.abc import Iterable, Iterator

from wagtail.models import Page


def relations_of(models: Iterable[type[Page]]) -> Iterator[str]:
    """What to read with a base page that may be of one of these types, as names for `select_related`."""
    for model in models:
        if accessor := accessor_of(model):
            yield from (accessor, *(f"{accessor}__{name}" for name in model.read_with))


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
