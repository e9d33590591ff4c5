"""Saving, renaming and deleting views of the inbox; each has an address of its own and asks before it changes."""

from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from leads.desk.listed import Listing
from leads.desk.saved_views.access import own_views, removable_views
from leads.desk.saved_views.choice import offer_views
from leads.desk.saved_views.description import describe
from leads.desk.saved_views.forms import SavedViewForm
from leads.models import SavedView


class ViewsPage(WagtailAdminTemplateMixin):
    """A page about saved views, below the inbox."""

    header_icon = "list-ul"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("leads_lead_modeladmin_index"), "label": _("Leads")},
            {"url": "", "label": self.page_title},
        ]


class SavedViews(ViewsPage, TemplateView):
    """Every view that the user may open, with what can be done about it."""

    template_name = "leads/desk/saved_views/list.html"
    page_title = gettext_lazy("Saved views")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"views": offer_views(self.request.user)}


class SaveView(ViewsPage, FormView):
    """Asks for the name of a view and who sees it: of a new one, which keeps what the querystring lists.

    What is not declared, and what was searched for, is left out of it.
    """

    template_name = "leads/desk/saved_views/form.html"
    form_class = SavedViewForm
    page_title = gettext_lazy("Save this view")

    @cached_property
    def instance(self) -> SavedView:
        """The view, saved or not."""
        listing = Listing(self.request.GET, self.request.user)
        return SavedView(owner=self.request.user, query=listing.querystring)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.instance}

    def form_valid(self, form):
        try:
            with transaction.atomic():
                view = form.save()
        except IntegrityError:
            form.add_error("name", _("You have a view of this name already. Choose another name."))
            return self.form_invalid(form)
        messages.success(self.request, _("The view “%(name)s” is saved.") % {"name": view.name})
        return redirect(f"{reverse('leads_lead_modeladmin_index')}?{view.query}")

    def get_context_data(self, **kwargs):
        listing = Listing.read(self.instance.query, self.request.user)
        return super().get_context_data(**kwargs) | {
            "description": describe(listing),
            "back_url": f"{reverse('leads_lead_modeladmin_index')}?{listing.querystring}",
        }


class ChangeView(SaveView):
    """Another name or another audience for a view of one's own."""

    page_title = gettext_lazy("Change the view")

    @cached_property
    def instance(self):
        return get_object_or_404(own_views(self.request.user), pk=self.kwargs["pk"])


class DeleteView(ViewsPage, TemplateView):
    """Takes a view away, for everybody who has it."""

    template_name = "leads/desk/saved_views/delete.html"
    page_title = gettext_lazy("Delete the view")

    @cached_property
    def saved_view(self) -> SavedView:
        return get_object_or_404(removable_views(self.request.user).select_related("owner"), pk=self.kwargs["pk"])

    def post(self, request, pk):
        name = self.saved_view.name
        self.saved_view.delete()
        messages.success(request, _("The view “%(name)s” is deleted.") % {"name": name})
        return redirect("leads_lead_modeladmin_views")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "saved_view": self.saved_view,
            "is_own": self.saved_view.owner_id == self.request.user.pk,
        }
