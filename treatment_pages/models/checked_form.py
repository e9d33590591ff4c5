"""The editor's form of a page whose claims are checked before it is published."""

from leads.later import Later
from treatment_pages.blocks.consents import relied_on_already
from treatment_pages.editorial.findings import PageReport
from treatment_pages.models.review import ReviewedPageForm

publishing = Later("treatment_pages.editorial.publishing")
check_page = Later("treatment_pages.editorial.engine.check_page")
body_error = Later("treatment_pages.editorial.form_errors.body_error")
profile_of = Later("treatment_pages.editorial.recorded.profile_of")

BEYOND_WORKFLOW = "reject"
"""The step of a workflow that hands a page back; it must be possible with every page."""


class CheckedPageForm(ReviewedPageForm):
    """Errors stop publishing, scheduling, submission and approval; a draft is always saved, and a page handed back.

    `editorial_report` is what stopped it; None when nothing was checked.
    """

    editorial_report: PageReport | None = None

    def full_clean(self):
        """Wagtail's checks, with the consents in mind that the published page rests on already."""
        with relied_on_already(self.instance):
            super().full_clean()

    def _post_clean(self):
        super()._post_clean()
        if self._asks_to_go_live and "body" not in self.errors:
            self.editorial_report = check_page(self.instance, profile=self._profile)
            if self.editorial_report.blocking:
                self._add_editorial_errors(self.editorial_report)

    @property
    def _asks_to_go_live(self) -> bool:
        is_handed_back = self.data.get("action-workflow-action") and (
            self.data.get("workflow-action-name") == BEYOND_WORKFLOW
        )
        return publishing.is_enforced() and not self.is_deferred_validation and not is_handed_back

    @property
    def _profile(self) -> str | None:
        """A new page has no place in the tree yet: it is checked by the profile that holds at its parent."""
        return profile_of(self.parent_page) if self.instance.pk is None and self.parent_page else None

    def _add_editorial_errors(self, report: PageReport) -> None:
        """Each at its field, the page as a whole at the content; a program's form may have a few of the fields only."""
        in_body = []
        for finding in report.errors:
            text, name = publishing.sentence_about(finding), publishing.field_of(finding, self.instance)
            if name in self.fields and name != "body":
                self.add_error(name, text)
            else:
                in_body.append((finding, text))
        if in_body and "body" in self.fields:
            self.add_error("body", body_error(self.instance.body, in_body))
        elif in_body:
            self.add_error(None, [text for _finding, text in in_body])
