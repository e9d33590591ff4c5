"""Readers' questions in Wagtail admin: their place in the menu, their addresses and permissions."""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from treatment_pages.models import ReaderQuestion
from treatment_pages.staff.question_listing import QuestionListing
from treatment_pages.staff.question_page import Decline, DeleteQuestion, PutBack, QuestionPage, answer_form


class ReaderQuestionViewSet(ModelViewSet):
    """What readers asked; nobody adds a question here, and its words never change."""

    model = ReaderQuestion
    name = "reader_questions_admin"
    url_prefix = "reader-questions"
    icon = "help"
    menu_label = _("Reader questions")
    menu_name = "reader-questions"
    add_to_reference_index = False
    copy_view_enabled = False
    list_per_page = 50
    index_view_class = QuestionListing
    edit_view_class = QuestionPage
    delete_view_class = DeleteQuestion

    def get_form_class(self, for_update=False):
        return answer_form()

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(**{"usage_url_name": None, "add_url_name": None, **kwargs})

    def get_permissions_to_register(self):
        """To see, to answer and to delete; questions come from readers alone, so nobody adds any."""
        content_type = ContentType.objects.get_for_model(ReaderQuestion)
        return Permission.objects.filter(content_type=content_type).exclude(codename="add_readerquestion")

    def get_urlpatterns(self):
        kept = {"index", "index_results", "edit", "delete", "history", "history_results"}
        return [
            *[pattern for pattern in super().get_urlpatterns() if pattern.name in kept],
            path("decline/<int:pk>/", self.construct_view(Decline), name="decline"),
            path("put-back/<int:pk>/", self.construct_view(PutBack), name="put_back"),
        ]
