"""Where a record of the library is used: counted in lists, named where somebody wants to delete it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Model, Q, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import Column
from wagtail.admin.utils import get_latest_str
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.permissions import policy_registry
from wagtail.search.backends import get_search_backend


class Use(NamedTuple):
    """One page or record that uses another, as a user may know of it."""

    name: str
    kind: str
    edit_url: str | None
    note: str


def with_usage(records: QuerySet) -> QuerySet:
    """Each record with `usage_count`, the number of pages and other records that use it; one query."""
    return records.annotate(usage_count=ReferenceIndex.usage_count_subquery(records.model))


class UsageIndexMixin:
    """A list of records with the number of their uses; searched, it still sorts by every column."""

    def get_base_queryset(self) -> QuerySet:
        return with_usage(super().get_base_queryset())

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """What the search finds, in the order of the list; the search itself can sort by few columns only."""
        if not self.is_searching:
            return queryset
        found = get_search_backend().autocomplete(self.search_query, queryset.model)
        return queryset.filter(pk__in=[record.pk for record in found])


class UsageColumn(Column):
    """The number of uses, which leads those who may change the record to the list of them."""

    cell_template_name = "treatment_pages/staff/usage_cell.html"

    def __init__(self, **kwargs):
        super().__init__("usage_count", **{"label": _("Used"), "sort_key": "usage_count", "width": "9%", **kwargs})

    def get_cell_context_data(self, instance, parent_context) -> dict:
        context = super().get_cell_context_data(instance, parent_context)
        may_change = policy_registry.get_by_type(type(instance)).user_has_permission(
            parent_context["request"].user, "change"
        )
        if instance.usage_count and may_change:
            context["url"] = reverse(instance.snippet_viewset.get_url_name("usage"), args=[instance.pk])
        return context


def uses_of(records: list[Model], user) -> dict[Model, list[Use]]:
    """Where records of one model are used, drafts included; what the user may not edit is not named."""
    find = AdminURLFinder(user)
    saved = {
        record: [user_of for user_of, references in groups]
        for record, groups in ReferenceIndex.get_grouped_references_to_in_bulk(records).items()
    }
    drafted = drafts_with(records)
    uses = {}
    for record in records:
        in_saved = [_use(thing, find) for thing in saved[record]]
        known = {_identity(thing) for thing in saved[record]}
        drafts = [draft for draft in drafted.get(record.pk, []) if _identity(draft) not in known]
        uses[record] = in_saved + [_use(draft, find, gettext("in its draft")) for draft in drafts]
    return uses


def drafts_with(records: list[Model]) -> dict[int, list[Model]]:
    """The unpublished versions of pages that use the records, by the record's key.

    Wagtail's reference index knows what is saved on the pages themselves; what waits in a draft is read here.
    """
    model = type(records[0])
    numbers = re.compile(rf"\b(?:{'|'.join(str(record.pk) for record in records)})\b")
    wanted = {record.pk for record in records}
    found: dict[int, list[Model]] = {}
    for revision in waiting_revisions().iterator():
        if not numbers.search(str(revision.content)):
            continue
        draft = revision.as_object()
        for key in wanted & set(keys_in(draft, model)):
            found.setdefault(key, []).append(draft)
    return found


def waiting_revisions() -> QuerySet[Revision]:
    """What pages will become: the latest version of each that differs from its page, and every scheduled one."""
    latest = Page.objects.filter(has_unpublished_changes=True).values("latest_revision_id")
    return Revision.page_revisions.filter(Q(pk__in=latest) | Q(approved_go_live_at__isnull=False))


def keys_in(draft: Model, model: type[Model]) -> Iterator[int]:
    """The keys of the records of a model that a draft's own fields use."""
    for field in draft._meta.get_fields():
        value = field.value_from_object(draft) if hasattr(field, "extract_references") else None
        if value:
            yield from (int(key) for found, key, *_path in field.extract_references(value) if found is model)


def _identity(thing: Model) -> tuple:
    """Tells a page from another, whatever version of it is at hand."""
    return (thing._meta.concrete_model if not isinstance(thing, Page) else Page, thing.pk)


def _use(thing: Model, find: AdminURLFinder, note: str = "") -> Use:
    model = (thing.specific_class or Page) if isinstance(thing, Page) else type(thing)
    edit_url = find.get_edit_url(thing)
    name = get_latest_str(thing) if edit_url else gettext("One that you may not edit")
    return Use(name, capfirst(model._meta.verbose_name), edit_url, note)
