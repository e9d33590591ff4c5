"""All pages that one page leads to, found in one query however many there are and whatever they are for.

A treatment page ends with related treatments, the people who do it and articles about it; its blocks lead to chosen
pages; its head names its translations. Asking for each by itself costs a query or two a kind, and one more for “is it
public”. Here one query reads base pages with their own type's row and picture joined. Each row says by annotations
which of the questions it answers; the rest is sorted out in Python.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from leads.joined import joined_specific
from leads.keyed import NOBODY, key_parameters, key_values, room_for
from leads.prepared import Parameter, Prepared
from treatment_pages import models
from treatment_pages.models.routing import restricted

RELATED, PEOPLE, ARTICLES = 3, 6, 4
"""How many of each a treatment's page shows at most."""

ARTICLES_BY_PERSON = 20
"""How many articles the page of their author lists at most."""

JOINED = ("locale", "treatmentpage__hero_image", "treatmentarticlepage__hero_image", "practitionerpage__portrait")


@dataclass
class PagesAround:
    """What a page leads to; all but `chosen` are pages that visitors can open."""

    chosen: dict[int, Page] = field(default_factory=dict)
    """By key, also drafts: an editor's choice is kept until the page can be shown."""
    related: list = field(default_factory=list)
    practitioners: list = field(default_factory=list)
    articles: list = field(default_factory=list)
    translations: list[Page] = field(default_factory=list)
    """The page in other languages, each with its locale."""

    @property
    def images(self) -> list[AbstractImage]:
        """The pictures of the cards, without their renditions."""
        cards = [*self.related, *self.articles, *self.chosen.values()]
        pictures = [getattr(page, "hero_image", None) for page in cards]
        return [image for image in (*pictures, *(person.portrait for person in self.practitioners)) if image]

    def public(self, page: Page | None) -> Page | None:
        """A chosen page while visitors can open it; no query."""
        known = self.chosen.get(page.pk) if page else None
        return page if known and is_public(known) else None


def is_public(page: Page) -> bool:
    """Whether visitors can open the page; no query for a page read by `pages_around`."""
    if not page.live:
        return False
    if hasattr(page, "is_restricted"):
        return not page.is_restricted
    return not page.get_view_restrictions().exists()


@dataclass(frozen=True)
class Centre:
    """What the query has to know of the page in the middle: its own values, or parameters for any page's."""

    pk: Any
    translation_key: Any
    locale: Any
    site: Any
    """The beginning of the paths of all pages of its site."""
    is_treatment: bool
    links: QuerySet | list
    """The treatments that the editor chose; those of a draft are known without the database."""
    concerns: QuerySet | list[int]
    """Keys of its concerns; a draft knows its own."""


def pages_around(page: Page, chosen: Iterable[int] = ()) -> PagesAround:
    """The pages around a treatment page or an article, and those of the keys `chosen`."""
    chosen = set(chosen)
    is_treatment = isinstance(page, models.TreatmentPage)
    subject = page.pk if is_treatment else getattr(page, "treatment_id", None)
    if is_treatment and is_edited(page):
        found = _found(_centre_of(page), chosen, subject)
    else:
        found = _found_prepared(page, chosen, subject, is_treatment=is_treatment)
    return _sorted_out([joined_specific(one) or one for one in found], page, chosen, subject)


def is_edited(page: Page) -> bool:
    """Whether the page holds related treatments or concerns that are not in the database, as a draft does."""
    return not (isinstance(page.related_links.all(), QuerySet) and isinstance(page.concerns.all(), QuerySet))


def _found(centre: Centre, chosen: Iterable, subject: Any) -> QuerySet[Page]:
    """All of them; the treatment that the page is about is found like a chosen one."""
    wanted = Q(pk__in=[*chosen, *([subject] if subject else [])]) | Q(translation_key=centre.translation_key)
    if subject:
        wanted |= Q(pk__in=_articles_about(subject, centre))
    if centre.is_treatment:
        wanted |= Q(pk__in=_linked(centre)) | Q(pk__in=_sharing(centre)) | Q(pk__in=_people_of(centre))
    found = _base_pages().filter(wanted).exclude(pk=centre.pk)
    if centre.is_treatment:
        found = found.annotate(place=_place(centre), is_sharing=_is_sharing(centre), is_person=_is_person(centre))
    return found


def _found_prepared(page: Page, chosen: set[int], subject: int | None, *, is_treatment: bool) -> list[Page]:
    """The same by SQL that was written before: writing it takes several times as long as running it."""
    return _prepared(room_for(chosen), is_treatment=is_treatment, has_subject=subject is not None).all(
        pk=page.pk or NOBODY,
        translation_key=page.translation_key,
        locale=page.locale_id,
        site=page.path[: 2 * Page.steplen],
        subject=subject,
        **key_values(chosen),
    )


@cache
def _prepared(room: int, *, is_treatment: bool, has_subject: bool) -> Prepared:
    """The query around any page with so many keys chosen at most."""
    subject = Parameter("subject", BigIntegerField()) if has_subject else None
    return Prepared(lambda: _found(_any_centre(is_treatment), key_parameters(room), subject))


def _centre_of(page: Page) -> Centre:
    """What the query has to know of a treatment page as its editor has it now."""
    concerns = page.concerns.all()
    return Centre(
        pk=page.pk,
        translation_key=page.translation_key,
        locale=page.locale_id,
        site=page.path[: 2 * Page.steplen],
        is_treatment=True,
        links=page.related_links.all(),
        concerns=concerns.order_by().values("pk") if isinstance(concerns, QuerySet) else [one.pk for one in concerns],
    )


def _any_centre(is_treatment: bool) -> Centre:
    """The same of a page that is not known yet."""
    pk = Parameter("pk", BigIntegerField())
    return Centre(
        pk=pk,
        translation_key=Parameter("translation_key", UUIDField()),
        locale=Parameter("locale", BigIntegerField()),
        site=Parameter("site", CharField()),
        is_treatment=is_treatment,
        links=models.RelatedTreatment.objects.filter(page=pk),
        concerns=models.TreatmentPage.concerns.through.objects.filter(treatmentpage=pk).values("concern"),
    )


def _sorted_out(found: list[Page], page: Page, chosen: set[int], subject: int | None) -> PagesAround:
    """Which of the pages found answers which question."""
    public = [one for one in found if is_public(one)]
    linked = [one for one in public if getattr(one, "place", None) is not None]
    sharing = [one for one in public if getattr(one, "is_sharing", False)]
    articles = [one for one in public if isinstance(one, models.TreatmentArticlePage) and one.treatment_id == subject]
    return PagesAround(
        chosen={one.pk: one for one in found if one.pk in chosen or one.pk == subject},
        related=(sorted(linked, key=lambda one: one.place) or sorted(sharing, key=_title))[:RELATED],
        practitioners=sorted((one for one in public if getattr(one, "is_person", False)), key=_title)[:PEOPLE],
        articles=sorted(articles, key=_told, reverse=True)[:ARTICLES] if subject else [],
        translations=[one for one in public if one.translation_key == page.translation_key],
    )


def _title(page: Page) -> str:
    return page.title.casefold()


def _base_pages() -> QuerySet[Page]:
    unread = ("treatmentarticlepage__body", "treatmentarticlepage__introduction", "practitionerpage__text")
    return Page.objects.select_related(*JOINED).defer(*unread).annotate(is_restricted=restricted())


def _articles_about(subject: Any, centre: Centre) -> QuerySet:
    articles = models.TreatmentArticlePage.objects.live().filter(~restricted(), treatment=subject)
    return articles.exclude(pk=centre.pk).newest_first().values("pk")[:ARTICLES]


def _linked(centre: Centre) -> QuerySet | list[int]:
    links = centre.links
    return links.values("treatment") if isinstance(links, QuerySet) else [link.treatment_id for link in links]


def _place(centre: Centre) -> Subquery | Case:
    """Where the editor put a treatment in the order of the related ones; None if it is none of them."""
    links = centre.links
    if isinstance(links, QuerySet):
        places = links.filter(treatment=OuterRef("pk")).annotate(place=Coalesce("sort_order", 0))
        return Subquery(places.values("place")[:1])
    places = [When(pk=link.treatment_id, then=Value(place)) for place, link in enumerate(links)]
    return Case(*places, default=None, output_field=IntegerField())


def _sharing(centre: Centre) -> QuerySet:
    """Treatments of the same site for the same concerns."""
    others = models.TreatmentPage.objects.live().filter(
        ~restricted(), path__startswith=centre.site, locale=centre.locale
    )
    sharing = others.filter(pk__in=_same_concerns(centre).values("treatmentpage"))
    return sharing.exclude(pk=centre.pk).order_by("title").values("pk")[:RELATED]


def _same_concerns(centre: Centre) -> QuerySet:
    """Treatments and concerns, as far as they are concerns of this page."""
    return models.TreatmentPage.concerns.through.objects.filter(concern__in=centre.concerns)


def _is_sharing(centre: Centre) -> Exists:
    return Exists(_same_concerns(centre).filter(treatmentpage=OuterRef("pk")))


def _doing(centre: Centre) -> QuerySet:
    """Who does this treatment."""
    return models.PractitionerPage.treatments.through.objects.filter(treatmentpage=centre.pk)


def _people_of(centre: Centre) -> QuerySet:
    people = models.PractitionerPage.objects.live().filter(
        ~restricted(), pk__in=_doing(centre).values("practitionerpage")
    )
    return people.order_by("title").values("pk")[:PEOPLE]


def _is_person(centre: Centre) -> Exists:
    return Exists(_doing(centre).filter(practitionerpage=OuterRef("pk")))


def _told(article: Page) -> tuple[date, int]:
    return (article.told_date or date.min, article.pk)


def treatments_of(person: Page) -> QuerySet:
    """The treatments that a practitioner does, with what their cards need; a draft knows its own choice."""
    chosen = person.treatments.all()
    keys = chosen.order_by().values("pk") if isinstance(chosen, QuerySet) else [page.pk for page in chosen]
    return models.TreatmentPage.objects.live().filter(~restricted(), pk__in=keys).for_cards().order_by("title")


def articles_by(person: Page) -> QuerySet:
    """The articles that a practitioner wrote, the newest first."""
    written = models.TreatmentArticlePage.objects.live().filter(~restricted(), author_page=person.pk)
    return written.defer("body", "introduction").newest_first()[:ARTICLES_BY_PERSON]
