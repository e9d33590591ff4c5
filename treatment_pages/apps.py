from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TreatmentPagesConfig(AppConfig):
    name = "treatment_pages"
    verbose_name = _("Treatment pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Wagtail says when a page was published or is to be; readers' questions are people's data."""
        from django.db.models.signals import pre_save
        from wagtail.models import Revision
        from wagtail.signals import page_published

        from leads.later import Later
        from leads.public import register_kept_rows
        from treatment_pages import shown_content
        from treatment_pages.card_image import store_card_after_publishing
        from treatment_pages.pictures import make_after_publishing
        from treatment_pages.reader_questions.retention import ReaderQuestionRows

        register_kept_rows(ReaderQuestionRows)
        shown_content.connect()
        page_published.connect(make_after_publishing, dispatch_uid="treatment_pages.pictures")
        page_published.connect(store_card_after_publishing, dispatch_uid="treatment_pages.card_image")
        record = Later("treatment_pages.editorial.page_checks.record_after_publishing")
        refuse = Later("treatment_pages.editorial.publishing.refuse_schedule")
        page_published.connect(record, weak=False, dispatch_uid="treatment_pages.page_checks")
        pre_save.connect(refuse, sender=Revision, weak=False, dispatch_uid="treatment_pages.publishing")
