"""The pages endpoint of Wagtail's API v2, with listings whose number of queries does not depend on the pages."""

import re
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import DataError
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet

from treatment_pages.api_fields import DETAIL_ONLY

FURTHEST = 1_000_000
"""The largest offset; databases refuse numbers that are much larger."""


class TreatmentPagesAPIViewSet(PagesAPIViewSet):
    """All public pages; the content of ours is in their details. What makes no sense is answered with 400."""

    detail_only_fields = [*PagesAPIViewSet.detail_only_fields, *DETAIL_ONLY]

    def initial(self, request, *args, **kwargs):
        """Search for letters and numbers only: SQLite's index has a language of its own, with mistakes in it."""
        super().initial(request, *args, **kwargs)
        if "search" in request.GET:
            asked = request.GET.copy()
            asked["search"] = " ".join(re.findall(r"\w+", asked["search"]))
            request._request.GET = asked

    def get_queryset(self):
        """With each page's language, which every entry of a listing names."""
        return super().get_queryset().select_related("locale")

    def filter_queryset(self, queryset):
        with nonsense_refused():
            return super().filter_queryset(queryset)

    def paginate_queryset(self, queryset):
        with nonsense_refused():
            page = super().paginate_queryset(queryset)
            if int(self.request.GET.get("offset", 0)) > FURTHEST:
                raise BadRequestError(f"offset cannot be higher than {FURTHEST}")
            return page

    def find_object(self, queryset, request):
        with nonsense_refused():
            return super().find_object(queryset, request)


@contextmanager
def nonsense_refused():
    """A value that its field or the database cannot take is the caller's mistake."""
    try:
        yield
    except (ValueError, OverflowError, ValidationError, DataError) as error:
        raise BadRequestError("the address holds a value that its parameter cannot take") from error
