"""One reader's question in Wagtail admin: what was asked, the answer, and the steps that can be taken."""

import hashlib
from abc import ABC, abstractmethod
from functools import cache

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from treatment_pages.models import QuestionStatus, QuestionStepError, ReaderQuestion
from treatment_pages.reader_questions import publishing
from treatment_pages.reader_questions.faq import Move, move_into_faq

TEMPLATES = "treatment_pages/staff/reader_questions"
LISTING = "reader_questions_admin:index"

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError)
"""What the rich text editor's field raises for a body that no editor wrote."""


@cache
def answer_form() -> type[WagtailAdminModelForm]:
    """The form for the answer and for what the question looked like when it was written.

    Made when first used: its rich text asks Wagtail for all features, which are known once every app is loaded.
    """

    class AnswerForm(WagtailAdminModelForm):
        seen = forms.CharField(required=False, widget=forms.HiddenInput)

        class Meta:
            model = ReaderQuestion
            fields = ["answer"]

    return AnswerForm


def looks(question: ReaderQuestion) -> str:
    """What a step depends on: a question that looks otherwise by now was changed by somebody else."""
    return f"{question.status}-{hashlib.sha256(question.answer.encode()).hexdigest()[:16]}"


class QuestionPage(generic.EditView):
    """The question with its answer; each button of the form keeps the answer and takes its step."""

    template_name = f"{TEMPLATES}/question.html"
    permission_required = None
    any_permission_required = ["change", "view"]
    page_title = gettext_lazy("Reader question")

    def get_form_class(self):
        return answer_form()

    def get_object(self, queryset=None):
        return get_object_or_404(ReaderQuestion.objects.select_related("page", "answered_by"), pk=self.object_pk)

    def get_initial(self):
        return {"seen": looks(self.object)}

    def post(self, request, *args, **kwargs):
        if not self.may_change:
            raise PermissionDenied
        self.object = self.get_object()
        found = looks(self.object)
        form = self.get_form()
        try:
            is_valid = form.is_valid()
        except UNREADABLE:
            return self.refuse(form, _("The answer did not arrive whole. Write it again, then press the button."))
        if not is_valid:
            return self.form_invalid(form)
        if form.cleaned_data["seen"] not in {"", found}:
            return self.refuse(form, _("Somebody changed this question meanwhile. Look again; your text is kept."))
        try:
            return self.take(request.POST.get("step"), form.cleaned_data["answer"])
        except QuestionStepError as error:
            return self.refuse(form, str(error))

    @cached_property
    def may_change(self) -> bool:
        """Whether the user may answer questions."""
        return self.user_has_permission("change")

    def take(self, step: str | None, answer: str):
        """Take the step of the pressed button; without one the answer is saved."""
        question, user = self.object, self.request.user
        if step == "publish":
            publishing.publish_answer(question, answer, by=user)
            return self.done(_("Question and answer are published."), to=LISTING)
        if step == "move":
            return self.tell_move(move_into_faq(question, answer, by=user))
        if step == "take_back":
            publishing.take_back(question, answer, by=user)
            return self.done(_("Visitors no longer see the question; its answer is kept as a draft."))
        publishing.save_answer(question, answer, by=user)
        return self.done(_("The answer is saved."))

    def tell_move(self, move: Move):
        """Say whether visitors see the FAQ already, and what is left to do."""
        edit = messages.button(reverse("wagtailadmin_pages:edit", args=[move.page.pk]), _("Edit the page"))
        title = {"title": move.page.get_admin_display_title()}
        if move.is_live:
            text = _("The question now stands in the FAQ of “%(title)s”.") % title
            view = messages.button(move.page.get_url(self.request) or "", _("View live"), new_window=True)
            messages.success(self.request, text, buttons=[view, edit])
        else:
            text = _("The question stands in the FAQ of the draft of “%(title)s”, which is not published: %(reason)s")
            messages.warning(self.request, text % {**title, "reason": move.reason}, buttons=[edit])
        return redirect(LISTING)

    def done(self, message: str, to: str = ""):
        """Say so, here or in the listing; a published question can be looked at."""
        page = self.object.page
        buttons = []
        if self.object.status == QuestionStatus.PUBLISHED and page and page.live and page.get_url(self.request):
            url = f"{page.get_url(self.request)}#question-{self.object.pk}"
            buttons.append(messages.button(url, _("View live"), new_window=True))
        messages.success(self.request, message, buttons=buttons)
        return redirect(to or self.get_edit_url())

    def refuse(self, form: WagtailAdminModelForm, reason: str):
        """Show the question as it is now, with the typed answer and why nothing happened."""
        messages.error(self.request, reason)
        typed = form.data.get("answer", "")
        self.object = self.get_object()
        initial = {"seen": looks(self.object)}
        self.form = answer_form()(instance=self.object, initial=initial, for_user=self.request.user)
        self.form.initial["answer"] = form.cleaned_data.get("answer", typed)
        return self.render_to_response(self.get_context_data())

    def get_page_subtitle(self):
        return Truncator(" ".join(self.object.text.split())).chars(60)

    @cached_property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        page = self.object.page
        if page and page.permissions_for_user(self.request.user).can_edit():
            url = reverse("wagtailadmin_pages:edit", args=[page.pk])
            buttons.append(Button(_("Edit the page"), url=url, icon_name="edit", priority=5))
        return buttons

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page = self.object.page
        return context | {
            "question": self.object,
            "can_answer": self.may_change and self.object.is_open,
            "can_put_back": self.may_change and not self.object.is_open,
            "can_decline": self.may_change and self.object.status in {QuestionStatus.HELD, QuestionStatus.QUARANTINED},
            "page_url": page.get_url(self.request) if page and page.live else "",
        }


class QuestionStep(ABC, generic.EditView):
    """A step of its own on one question: only POST takes it."""

    model = ReaderQuestion
    http_method_names = ["get", "post"]

    def get_form_class(self):
        return answer_form()

    def get_object(self, queryset=None):
        return get_object_or_404(ReaderQuestion.objects.select_related("page"), pk=self.object_pk)

    def get(self, request, *args, **kwargs):
        return redirect("reader_questions_admin:edit", self.get_object().pk)

    def post(self, request, *args, **kwargs):
        question = self.get_object()
        try:
            message = self.take(question)
        except QuestionStepError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, message)
        return HttpResponseRedirect(get_valid_next_url_from_request(request) or self.get_next_url(question))

    @abstractmethod
    def take(self, question: ReaderQuestion) -> str:
        """Take the step and say so."""

    def get_next_url(self, question: ReaderQuestion) -> str:
        """Where to go on."""
        return reverse("reader_questions_admin:edit", args=[question.pk])


class PutBack(QuestionStep):
    """Release a suspected question, or think again about a declined or moved one."""

    def take(self, question):
        publishing.put_back(question, by=self.request.user)
        return _("The question waits for an answer now.")


class Decline(QuestionStep):
    """Asks before a question is declined."""

    template_name = f"{TEMPLATES}/decline.html"
    page_title = gettext_lazy("Decline the question")

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        return self.render_to_response({**self.get_context_data(), "question": self.object})

    def take(self, question):
        publishing.decline(question, by=self.request.user)
        return _("The question is declined. You find it under “Declined”.")

    def get_next_url(self, question):
        return reverse(LISTING)


class DeleteQuestion(generic.DeleteView):
    """Deletes for good, after asking."""

    template_name = f"{TEMPLATES}/confirm_delete.html"

    def get_success_message(self):
        return _("The question is deleted.")
