"""Lists of leads as files, for those who may export, and logged."""

from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone, translation
from django.utils.cache import add_never_cache_headers
from django.utils.translation import ngettext
from wagtail.log_actions import LogFormatter, log

from leads.desk.export import XLSX, XLSX_TYPE
from leads.desk.export.columns import read_rows
from leads.desk.export.files import write_csv
from leads.desk.permissions import lead_policy
from leads.models import LeadQuerySet


def may_export(user) -> bool:
    """Whether the user may export leads of any site."""
    return lead_policy.user_has_permission(user, "export")


def export_response(queryset: LeadQuerySet, format: str, user) -> HttpResponseBase:
    """Those of the leads that the user may export, in their order, as a file of one of FORMATS; a line in the log.

    The caller has asked `may_export`, and narrows the leads to what the user asked for.
    """
    reach = lead_policy.reach(user, "export")
    leads = queryset if reach.sites is None else queryset.filter(site__in=reach.sites)
    record_export(leads.count(), format, by=user)
    name = f"leads-{timezone.localdate():%Y-%m-%d}.{format}"
    if format == XLSX:
        from leads.desk.export.workbooks import write_xlsx  # see there

        response = FileResponse(write_xlsx(read_rows(leads)), as_attachment=True, filename=name, content_type=XLSX_TYPE)
    else:
        response = StreamingHttpResponse(
            in_language(write_csv(read_rows(leads))), content_type="text/csv; charset=utf-8"
        )
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    add_never_cache_headers(response)
    return response


def in_language(pieces):
    """Make each piece in the language of now: a response is sent when its request has lost its own."""
    language = translation.get_language()

    def speak():
        while True:
            with translation.override(language):
                piece = next(pieces, None)
            if piece is None:
                return
            yield piece

    return speak()


def record_export(number: int, format: str, *, by) -> None:
    """Who exported how many leads, and as what; of the leads themselves nothing."""
    log(instance=by, action="leads.export", user=by, title=by.get_username(), data={"number": number, "format": format})


def register_export_action(actions) -> None:
    """Make the action known to Wagtail, with the number in its sentence."""

    @actions.register_action("leads.export")
    class ExportFormatter(LogFormatter):
        label = translation.gettext_lazy("Export leads")

        def format_message(self, log_entry):
            number = log_entry.data.get("number", 0)
            sentence = ngettext("Exported %(n)d lead as %(format)s", "Exported %(n)d leads as %(format)s", number)
            return sentence % {"n": number, "format": str(log_entry.data.get("format", "")).upper()}
