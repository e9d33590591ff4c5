"""Nothing that pages use is deleted: staff are told where it is used instead."""

from django.db.models import Model
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.admin.utils import get_valid_next_url_from_request

from treatment_pages.models import BodyArea, Concern, ImageConsent, Source, TreatmentCategory
from treatment_pages.staff.usage import uses_of

KEPT_WHILE_USED = (Source, ImageConsent, TreatmentCategory, Concern, BodyArea)


def refuse_deletion_of_used(request: HttpRequest, records: list[Model]) -> TemplateResponse | None:
    """Answer the wish to delete records, one or many, with the places that use them; None when none is used.

    Wagtail asks before it shows the question and again before it deletes.
    """
    if not records or not isinstance(records[0], KEPT_WHILE_USED):
        return None
    used = {record: uses for record, uses in uses_of(list(records), request.user).items() if uses}
    return _refusal(request, records, used) if used else None


def _refusal(request: HttpRequest, records: list[Model], used: dict) -> TemplateResponse:
    viewset = records[0].snippet_viewset
    index_url = reverse(viewset.get_url_name("list"))
    name = records[0]._meta.verbose_name if len(records) == 1 else records[0]._meta.verbose_name_plural
    context = {
        "header_icon": viewset.icon,
        "page_subtitle": str(records[0]) if len(records) == 1 else capfirst(name),
        "used": used,
        "record": records[0] if len(records) == 1 else None,
        "unused_count": len(records) - len(used),
        "back_url": get_valid_next_url_from_request(request) or index_url,
    }
    status = 409 if request.method == "POST" else 200
    return TemplateResponse(request, "treatment_pages/staff/in_use.html", context, status=status)
