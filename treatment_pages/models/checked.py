"""Pages whose claims are checked before anybody can publish them."""

from django.db import models, transaction
from wagtail.models import Page

from leads.later import Later

publishing = Later("treatment_pages.editorial.publishing")
marks_of = Later("treatment_pages.editorial.marks.marks_of")
record_check = Later("treatment_pages.editorial.page_checks.record_check")

SAID = {"title", "seo_title", "search_description", "live"}
BOOKKEEPING = {name for field in Page._meta.concrete_fields for name in (field.name, field.attname)} - SAID
"""Fields of every page that say nothing to visitors; saving some of these alone publishes nothing."""


class CheckedPageMixin(models.Model):
    """A page that goes live only without errors: by hand, by schedule, by API or by code.

    Drafts are always saved. Stands behind mixins that bring the page's fields up to date when it is saved.
    """

    is_checked = True
    _was_read_as_draft = False

    class Meta:
        abstract = True

    def save(self, clean=True, **kwargs):
        if self._goes_live(clean, kwargs.get("update_fields")):
            self.refuse_if_blocking()
        if self.live or not self._was_read_as_draft or kwargs.get("update_fields") is not None:
            return super().save(clean=clean, **kwargs)
        with transaction.atomic():
            return None if self._went_live_meanwhile() else super().save(clean=clean, **kwargs)

    @classmethod
    def from_db(cls, db, field_names, values):
        page = super().from_db(db, field_names, values)
        page._was_read_as_draft = page.__dict__.get("live") is False
        return page

    def publish(self, revision, user=None, changed=True, log_action=True, **kwargs):
        """Publish a revision; what the clock publishes is taken off the clock instead when it has errors."""
        draft = revision.as_object()
        try:
            draft.refuse_if_blocking()
        except publishing.PublishingRefusedError as refusal:
            if log_action != publishing.SCHEDULED:
                raise
            return publishing.refuse_scheduled(draft, revision, refusal)
        return super().publish(revision, user=user, changed=changed, log_action=log_action, **kwargs)

    def with_content_json(self, content):
        page = super().with_content_json(content)
        page._was_read_as_draft = self._was_read_as_draft
        return page

    def save_revision(self, *args, **kwargs):
        """Store a revision; its findings are looked up once it is kept, but not with every turn of autosave."""
        revision = super().save_revision(*args, **kwargs)
        if kwargs.get("overwrite_revision") is None:
            transaction.on_commit(lambda: record_check.enqueue(self.pk), robust=True)
        return revision

    def refuse_if_blocking(self, *, profile: str | None = None) -> None:
        """Raise a ValidationError that lists the errors of the page as it is in memory, if it has any."""
        publishing.refuse_if_blocking(self, profile=profile)

    def get_preview_context(self, request, mode_name):
        """In a preview the sentences that checks found are marked."""
        return super().get_preview_context(request, mode_name) | {"editorial_marks": marks_of(self)}

    def _went_live_meanwhile(self) -> bool:
        """Whether the page was published since this draft of it was read; its row waits until the draft is saved.

        Wagtail saves a draft that never was live as a whole. Autosave, a moment behind somebody who publishes, would
        take the page off the site again; what was typed is in its revision all the same.
        """
        row = Page._base_manager.filter(pk=self.pk).select_for_update().values_list("live", "last_published_at").first()
        return row is not None and row[0] and row[1] != self.last_published_at

    def _goes_live(self, clean: bool, update_fields) -> bool:
        """Whether this save shows visitors something new.

        A new page counts however it is saved (Wagtail copies trees without cleaning); an alias repeats its original.
        """
        if not self.live or (self.alias_of_id and not self._state.adding):
            return False
        if update_fields is not None:
            return clean and not BOOKKEEPING.issuperset(update_fields)
        return clean or self._state.adding
