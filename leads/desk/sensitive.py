"""Health answers are folded until somebody opens those of one enquiry: a deliberate act that the audit log keeps.

A page that shows enquiries takes `ShowsEnquiries` and calls `self.show(enquiry, beside)`; its template includes
`leads/desk/includes/enquiry.html` with `csrf_token`. The view under which its answers are opened is that page with
`OpensAnswers` in front. Nothing is stored and nothing stands in the URL: the next look at the page is folded again.
"""

from abc import ABC, abstractmethod

from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property

from leads.desk import audit
from leads.desk.answers import count_sensitive
from leads.desk.dossier import ShownEnquiry, show_enquiry
from leads.desk.permissions import forbidden, may_see_sensitive_answers, visible_enquiries
from leads.models import Enquiry, Lead


class ShowsEnquiries:
    """A page with enquiries; the health answers of all of them are folded."""

    opened: int | None = None
    """The key of the one enquiry whose health answers stand open in this response."""

    @cached_property
    def may_open_answers(self) -> bool:
        return may_see_sensitive_answers(self.request.user, self.object)

    def show(self, enquiry: Enquiry, beside: Lead | Enquiry) -> ShownEnquiry:
        """What this user may see of an enquiry in this response."""
        is_open = self.may_open_answers and enquiry.pk == self.opened
        return show_enquiry(enquiry, beside, is_open=is_open, may_open=self.may_open_answers)


class OpensAnswers(ABC):
    """POST shows the page once with the health answers of `opened`; GET leads to the page as it always is."""

    def get(self, request, *args, **kwargs):
        return redirect(self.folded_path())

    def post(self, request, *args, **kwargs):
        if not self.may_open_answers:
            return forbidden(request)
        enquiry = get_object_or_404(visible_enquiries(request.user, "view_sensitive_answers"), pk=self.opened)
        if count_sensitive(enquiry):
            audit.record(enquiry, "leads.open_answers", by=request.user)
        response = self.render_to_response(self.get_context_data())
        add_never_cache_headers(response)
        return response

    @abstractmethod
    def folded_path(self) -> str:
        """Where the page itself is."""
