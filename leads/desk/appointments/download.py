"""Hands out the calendar file of a consultation to whoever may see the lead."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.views import View

from leads.appointments import NoAppointmentError, appointment_file
from leads.clinics import clinic_of
from leads.desk.appointments.offer import FOR_VISITOR
from leads.desk.permissions import visible_leads
from leads.models import Lead


class AppointmentFile(View):
    """The file for the clinic's own calendar, or with `?for=visitor` the one for the person, in their language."""

    http_method_names = ["get", "head"]

    def get(self, request, pk):
        lead = get_object_or_404(visible_leads(request.user).select_related("site"), pk=pk)
        for_visitor = request.GET.get("for") == FOR_VISITOR
        language = language_of(lead) if for_visitor else translation.get_language()
        try:
            with translation.override(language):
                file = appointment_file(lead, clinic_of(lead.site), for_visitor=for_visitor)
        except NoAppointmentError as error:
            raise Http404 from error
        name = f"consultation-{lead.reference}.ics"
        response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        add_never_cache_headers(response)
        return response


def language_of(lead: Lead) -> str:
    """The one that the person read last, or the site's own."""
    languages = lead.enquiries.order_by("-received_at", "-pk").values_list("language", flat=True)
    return languages.first() or settings.LANGUAGE_CODE
