"""The medical reviews of all pages: how each stands, and how many stand so."""

from datetime import timedelta

import swapper
from django.apps import apps
from django.db.models import Count, F, Model, Q, TextChoices
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from treatment_pages.models.review import ReviewMixin

DUE_SOON = timedelta(days=30)


class ReviewState(TextChoices):
    """How a review stands; a page can be due and changed at once."""

    NEVER = "never", _("Never reviewed")
    OVERDUE = "overdue", _("Overdue")
    SOON = "soon", _("Due within 30 days")
    CHANGED = "changed", _("Changed since review")
    CURRENT = "current", _("Up to date")


def in_state(state: str) -> Q:
    """The condition on pages of `pages_with_reviews`."""
    today = timezone.localdate()
    is_reviewed = Q(review_day__isnull=False, reviewer_id__isnull=False)
    return {
        ReviewState.NEVER: ~is_reviewed,
        ReviewState.OVERDUE: is_reviewed & Q(review_due__lt=today),
        ReviewState.SOON: is_reviewed & Q(review_due__gte=today, review_due__lte=today + DUE_SOON),
        ReviewState.CHANGED: is_reviewed & Q(is_review_changed=True),
        ReviewState.CURRENT: is_reviewed & Q(review_due__gt=today + DUE_SOON, is_review_changed=False),
    }[state]


def states_of(page) -> list[ReviewState]:
    """The states of a page of `pages_with_reviews`, the most urgent first."""
    if not (page.review_day and page.reviewer_id):
        return [ReviewState.NEVER]
    today = timezone.localdate()
    found = [
        *([ReviewState.OVERDUE] if page.review_due < today else []),
        *([ReviewState.SOON] if today <= page.review_due <= today + DUE_SOON else []),
        *([ReviewState.CHANGED] if page.is_review_changed else []),
    ]
    return found or [ReviewState.CURRENT]


def pages_with_reviews(user) -> PageQuerySet:
    """The pages of every reviewed type that the user may edit, with what is known of their review.

    Each has `review_day`, `review_due`, `is_review_changed`, `reviewer_id` and `reviewer_name`.
    """
    models = reviewed_models()
    editable = policy_registry.get_by_type(page_model()).instances_user_has_permission_for(user, "change")
    return editable.type(*models).annotate(
        review_day=of_any(models, "reviewed_on"),
        review_due=of_any(models, "review_due_on"),
        is_review_changed=of_any(models, "is_changed_since_review"),
        reviewer_id=of_any(models, "medical_reviewer"),
        reviewer_name=of_any(models, "medical_reviewer__title"),
    )


def count_states(user) -> dict[str, int]:
    """How many published pages that the user may edit are in each state; one query besides the permissions."""
    pages = pages_with_reviews(user).live().order_by()
    return pages.aggregate(**{state.value: Count("pk", filter=in_state(state)) for state in ReviewState})


def may_see_reviews(user) -> bool:
    """Whether the user edits pages at all."""
    return policy_registry.get_by_type(page_model()).user_has_permission(user, "change")


def of_any(models: list[type[Model]], field: str):
    """A field that several page types have in tables of their own, as one column."""
    paths = [f"{path_to(model)}__{field}" for model in models]
    return Coalesce(*paths) if len(paths) > 1 else F(paths[0])


def path_to(model: type[Model]) -> str:
    """How a query gets from a page to the row of its own type."""
    return model._meta.parents[page_model()].remote_field.get_accessor_name()


def reviewed_models() -> list[type[Model]]:
    """The page types that keep a review in their own table; the host may have some of its own."""
    models = [model for model in apps.get_models() if issubclass(model, ReviewMixin)]
    return [model for model in models if model._meta.get_field("reviewed_on").model is model]


def page_model() -> type[Model]:
    """The host's page model."""
    return swapper.load_model("wagtailcore", "Page")
