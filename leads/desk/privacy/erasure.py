"""Where staff erase the person of a lead: a page that shows what will go, and asks for the reference."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from leads.desk.permissions import lead_policy
from leads.desk.privacy.forms import EraseForm
from leads.desk.privacy.questions import LeadQuestion
from leads.models import Lead
from leads.privacy.erasure import erase
from leads.privacy.people import Person, part_of, person_of


class Erase(LeadQuestion):
    """Erases what the user has seen; when more has come in since, it is shown first."""

    template_name = "leads/desk/privacy/erase.html"
    page_title = gettext_lazy("Erase this person")
    header_icon = "bin"
    permission = "erase"

    @cached_property
    def person(self) -> Person:
        return self.find()

    def find(self) -> Person:
        """The person, as far as the user may erase."""
        person, reach = person_of(self.lead), lead_policy.reach(self.request.user, "erase")
        return person if reach.sites is None else part_of(person, reach)

    @cached_property
    def form(self) -> EraseForm:
        return EraseForm(self.request.POST if self.request.method == "POST" else None, lead=self.lead)

    def post(self, request, pk):
        if request.POST.get("seen") != fingerprint(self.person):
            messages.warning(request, _("Something has changed since you opened this page. Look at the list again."))
            return redirect(request.path)
        if not self.form.is_valid() or not self.can_erase:
            return self.render_to_response(self.get_context_data())
        erased = erase(self.find, by=request.user)
        messages.success(request, self.say(erased.leads, erased.enquiries))
        if Lead.objects.filter(pk=pk).exists():
            return redirect(self.lead_url)
        return redirect(reverse("leads_lead_modeladmin_index"))

    @property
    def can_erase(self) -> bool:
        """Whether a legal hold leaves anything to erase."""
        return self.person.is_removable

    def say(self, leads: int, enquiries: int) -> str:
        """What is gone, in numbers."""
        return _("Erased: leads %(leads)d, enquiries %(enquiries)d, with everything written about them.") % {
            "leads": leads,
            "enquiries": enquiries,
        }

    def get_context_data(self, **kwargs):
        person = self.person
        return super().get_context_data(**kwargs) | {
            "person": person,
            "loose": [enquiry for enquiry in person.removable_enquiries if enquiry.lead_id is None],
            "rows": [(lead, sum(e.lead_id == lead.pk for e in person.enquiries)) for lead in person.removable_leads],
            "kept": [row for _kept, rows in person.removable_kept for row in rows],
            "can_erase": self.can_erase,
            "seen": fingerprint(person),
            "form": self.form,
        }


def fingerprint(person: Person) -> str:
    """What the page lists, so that nothing is erased that was not shown."""
    kept = [row for _kept, rows in person.removable_kept for row in rows]
    return ";".join(
        ",".join(str(row.pk) for row in rows) for rows in (person.removable_leads, person.removable_enquiries, kept)
    )
