"""The page on which staff write to the person of a lead: choose a text, look at it, change it, send it."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from leads.acknowledgements import is_one_address
from leads.desk.permissions import visible_leads
from leads.desk.privacy.ledger import Purpose
from leads.desk.privacy.questions import LeadQuestion
from leads.desk.replies.forms import ReplyForm, is_key, reply_form
from leads.desk.replies.offer import OfferedTemplate, offered_templates, purposes_of, reply_url
from leads.models import Lead, ReplyTemplate
from leads.replies.permission import templates_for


class ReplyPage(LeadQuestion):
    """GET shows the form, begun with `?template=…`; POST sends it, once however often it is pressed."""

    template_name = "leads/desk/replies/reply.html"
    page_title = gettext_lazy("Reply by e-mail")
    header_icon = "mail"

    @cached_property
    def lead(self) -> Lead:
        leads = visible_leads(self.request.user, self.permission).select_related("site")
        return get_object_or_404(leads, pk=self.kwargs["pk"])

    @cached_property
    def form(self) -> ReplyForm:
        data = self.request.POST if self.request.method == "POST" else None
        return reply_form(self.lead, self.request.user, data=data, template=self.allowed_template)

    @cached_property
    def can_be_written_to(self) -> bool:
        """Whether a mail would reach this person and nobody else."""
        return is_one_address(self.lead.email)

    @cached_property
    def purposes(self) -> list[Purpose]:
        return purposes_of(self.lead)

    @cached_property
    def offered(self) -> list[OfferedTemplate]:
        return offered_templates(self.lead, self.purposes, self.chosen_template)

    @cached_property
    def chosen_template(self) -> ReplyTemplate | None:
        """The template that the address or the form names; nonsense names none."""
        pk = str(self.request.POST.get("template") or self.request.GET.get("template") or "")
        return templates_for(self.lead).filter(pk=pk).first() if is_key(pk) else None

    @cached_property
    def allowed_template(self) -> ReplyTemplate | None:
        """The chosen template, while it is in use and the person may get it."""
        allowed = [offer.template for offer in self.offered if offer.is_chosen and not offer.reason]
        return allowed[0] if allowed else None

    def post(self, request, pk):
        if not self.can_be_written_to:
            return redirect(reply_url(self.lead))
        if not self.form.is_valid() or self.form.send() is None:
            messages.error(request, _("The reply was not sent."))
            return self.render_to_response(self.get_context_data())
        messages.success(request, _("The reply to %(name)s is on its way.") % {"name": self.lead.name})
        return redirect(self.lead_url)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs) | {"can_be_written_to": self.can_be_written_to}
        if not self.can_be_written_to:
            return context
        return context | {
            "reply_form": self.form,
            "enquiry": self.form.enquiry,
            "reply_url": reply_url(self.lead),
            "offered": self.offered,
            "purposes": self.purposes,
            "chosen": self.chosen_template,
        }
