"""The page of one lead: who it is, what they asked, what happened, and what to do next."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic

from leads.clinics import clinic_of
from leads.desk.appointments.offer import appointment_of_page
from leads.desk.composer.changes import newest_of
from leads.desk.composer.dates import OpeningTimes
from leads.desk.composer.tabs import compose
from leads.desk.composer.undoing import undoing_of
from leads.desk.contact import contact_of
from leads.desk.dossier import duplicates_of, with_everything
from leads.desk.messages.rows import show_deliveries
from leads.desk.neighbours import Place, place_of
from leads.desk.permissions import visible_leads
from leads.desk.privacy.ledger import ledger_of
from leads.desk.response_clock import read_clock
from leads.desk.sensitive import ShowsEnquiries
from leads.desk.shortcuts import shortcuts_of_lead
from leads.desk.steps import seen_owner, status_steps, step_url
from leads.desk.timeline import tell


class LeadPage(ShowsEnquiries, generic.InspectView):
    """Everything about a lead on one page, by the clinic's clock; opening it makes the lead read."""

    template_name = "leads/desk/lead.html"
    page_title = _("Lead")
    permission_required = "view"
    any_permission_required = None
    bound: dict | None = None
    """A form of the composer that was refused, by the key of its tab."""

    def dispatch(self, request, *args, **kwargs):
        self.own_zone = timezone.get_current_timezone_name()
        with timezone.override(self.times.zone):
            response = super().dispatch(request, *args, **kwargs)
            return response.render() if hasattr(response, "render") else response

    def get(self, request, *args, **kwargs):
        self.object.mark_read()
        return super().get(request, *args, **kwargs)

    def get_object(self, queryset=None):
        return get_object_or_404(with_everything(visible_leads(self.request.user)), pk=self.pk)

    def get_fields(self):
        return []

    def get_page_title(self):
        return self.object.name

    def get_page_subtitle(self):
        return self.object.reference

    def get_breadcrumbs_items(self):
        *before, leads, lead = super().get_breadcrumbs_items()
        return [*before, leads | {"url": f"{leads['url']}{self.place.listing_query}"}, lead]

    @cached_property
    def times(self) -> OpeningTimes:
        return OpeningTimes(clinic_of(self.object.site))

    @cached_property
    def place(self) -> Place:
        """Where the user came from."""
        query = self.request.GET
        return place_of(self.object, query.get("in", ""), query.get("at", ""), self.request.user)

    def may(self, action: str) -> bool:
        """Whether the user may do this with this lead."""
        return self.user_has_permission_for_instance(action, self.object)

    def get_context_data(self, **kwargs):
        lead = self.object
        enquiries, activities = list(lead.enquiries.all()), list(lead.activities.all())
        return (
            super().get_context_data(**kwargs)
            | self.get_steps()
            | {
                "lead": lead,
                "place": self.place,
                "here": self.place.page_of(lead),
                "zone": "" if str(self.times.zone) == self.own_zone else str(self.times.zone),
                "clock": read_clock(lead),
                "contact": contact_of(lead, enquiries),
                "appointment": appointment_of_page(lead, activities),
                "duplicates": duplicates_of(lead),
                "enquiries": [self.show(enquiry, lead) for enquiry in enquiries],
                "deliveries": show_deliveries(lead.deliveries.all(), may_change=self.may("change")),
                "ledger": ledger_of(enquiries, may_withdraw=self.may("change")),
                "may_erase": self.may("erase"),
                "timeline": tell(activities),
                "seen_activity": newest_of(activities),
            }
        )

    def get_steps(self) -> dict:
        """The forms and buttons that the user may use on this lead."""
        lead, may_change, may_assign = self.object, self.may("change"), self.may("assign")
        asked = self.request.GET.get("tab", "")
        steps = {
            "composer": compose(
                lead, self.times, may_change=may_change, may_assign=may_assign, bound=self.bound, asked=asked
            ),
            "may_change": may_change,
        }
        may_write = may_change and bool(lead.email) and not lead.emptied_into_id
        steps["shortcuts"] = shortcuts_of_lead(steps["composer"], self.place, may_write=may_write)
        if may_change:
            undoing = undoing_of(list(lead.activities.all()))
            steps |= {"status_steps": status_steps(lead), "undoing": undoing}
        if may_assign and lead.owner_id != self.request.user.pk:
            steps["take_url"] = step_url("take", lead, seen_owner(lead))
        return steps
