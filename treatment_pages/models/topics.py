"""The categories, concerns and body areas of one treatment: read in one query, and kept in the page's language."""

from django.conf import settings
from django.db.models import BigIntegerField, QuerySet, Value

from leads.prepared import Parameter, Prepared
from treatment_pages.models.taxonomy import BodyArea, Concern, Term, TreatmentCategory

FIELDS = ("kind", "pk", "name", "slug", "locale_id")
LISTS: dict[str, type[Term]] = {model.kind: model for model in (TreatmentCategory, Concern, BodyArea)}


def topics_of(page) -> list[Term]:
    """The terms of a treatment in its own language, list by list and by name; a draft knows them without the database.

    A term of another language has no listing below the page's index, so visitors are not led to it.
    """
    chosen = [manager.all() for manager in managers(page)]
    if not all(isinstance(terms, QuerySet) for terms in chosen):
        own = [[term for term in terms if term.locale_id == page.locale_id] for terms in chosen]
        return [term for terms in own for term in sorted(terms, key=_name)]
    terms = [
        LISTS[kind](pk=pk, name=name, slug=slug, locale_id=locale)
        for kind, pk, name, slug, locale in stored.all(page=page.pk, locale=page.locale_id)
    ]
    return sorted(terms, key=lambda term: (list(LISTS).index(term.kind), _name(term)))


def stored_terms() -> QuerySet:
    """The terms of a treatment in one language, as they are in the database; a row for each."""
    of_page = {"treatments": Parameter("page", BigIntegerField()), "locale": Parameter("locale", BigIntegerField())}
    first, *others = (
        model.objects.order_by().filter(**of_page).annotate(kind=Value(kind)).values_list(*FIELDS)
        for kind, model in LISTS.items()
    )
    return first.union(*others)


stored = Prepared(stored_terms)


def managers(page) -> tuple:
    """Where the page keeps its terms, in the order of `LISTS`."""
    return page.categories, page.concerns, page.body_areas


def take_own_terms(page) -> None:
    """Put the page's own language in place of terms of another, as a translated page inherits them.

    A term that is not translated stays, unseen, until it is and the page is saved again.
    """
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False) or page.locale_id is None:
        return
    for model, manager in zip(LISTS.values(), managers(page), strict=True):
        chosen = list(manager.all())
        foreign = [term.translation_key for term in chosen if term.locale_id != page.locale_id]
        if foreign:
            translated = model.objects.filter(locale_id=page.locale_id, translation_key__in=foreign)
            own = {term.translation_key: term for term in translated}
            manager.set(dict.fromkeys(own.get(term.translation_key, term) for term in chosen))


def _name(term: Term) -> str:
    return term.name.casefold()
