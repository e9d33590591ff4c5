"""Medical review: who checked the text, when, and whether it still says what was checked."""

import calendar
from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from treatment_pages.models.wording import content_digest


class ReviewMixin(models.Model):
    """A text that a medical reviewer answers for, as of one day and one wording.

    `review_stamp` holds the day, the reviewer and a digest of the words as they were reviewed; a text whose digest
    differs has changed since. It is set anew when the day or the reviewer changes, or when the editor says that the
    text was reviewed as it stands. A copy of the page is another text, which nobody reviewed.
    """

    medical_reviewer = models.ForeignKey(
        "treatment_pages.PractitionerPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("medical reviewer"),
        help_text=_("Who answers for what the page says."),
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    review_interval_months = models.PositiveSmallIntegerField(
        _("review again after (months)"), default=12, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    reviewed_revision = models.ForeignKey(
        "wagtailcore.Revision", models.SET_NULL, null=True, editable=False, related_name="+"
    )
    review_stamp = models.CharField(max_length=120, blank=True, editable=False)
    review_due_on = models.DateField(_("review due on"), null=True, editable=False, db_index=True)
    is_changed_since_review = models.BooleanField(_("changed since review"), default=False, editable=False)

    review_panels = [
        MultiFieldPanel(
            [
                "medical_reviewer",
                FieldRowPanel(["reviewed_on", "review_interval_months"]),
                FieldPanel("is_reviewed_now"),
            ],
            heading=_("Medical review"),
            help_text=_("Visitors read who reviewed the page and when; after a change they are told so."),
        )
    ]

    exclude_fields_in_copy = [
        "reviewed_on",
        "reviewed_revision",
        "review_stamp",
        "review_due_on",
        "is_changed_since_review",
    ]

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if kwargs.get("update_fields") is None:
            self.refresh_review()
        super().save(*args, **kwargs)

    def save_revision(self, *args, **kwargs):
        """Store a revision; the first one that says what was reviewed is remembered as the reviewed one."""
        self.refresh_review()
        revision = super().save_revision(*args, **kwargs)
        if self.is_reviewed and not self.is_changed_since_review and self.reviewed_revision_id is None:
            self.reviewed_revision = revision
            revision.content = {**revision.content, "reviewed_revision": revision.pk}
            revision.save(update_fields=["content"])
        return revision

    def serve_preview(self, request, mode_name):
        self.refresh_review()
        return super().serve_preview(request, mode_name)

    @property
    def is_reviewed(self) -> bool:
        """Whether the page can name who reviewed it and when."""
        return bool(self.medical_reviewer_id and self.reviewed_on)

    @property
    def review_occasion(self) -> str:
        """Day and reviewer, which together make a review; "" without one of them."""
        return f"{self.reviewed_on.isoformat()} {self.medical_reviewer_id}" if self.is_reviewed else ""

    def refresh_review(self) -> None:
        """Bring the derived fields in line with the text; a review that is new vouches for the text as it is now."""
        if not self.is_reviewed:
            self.review_stamp, self.review_due_on, self.is_changed_since_review = "", None, False
            self.reviewed_revision = None
            return
        self.review_due_on = months_after(self.reviewed_on, self.review_interval_months)
        stamp = f"{self.review_occasion} {content_digest(self)}"
        if not self.review_stamp.startswith(f"{self.review_occasion} "):
            self.review_stamp, self.reviewed_revision = stamp, None
        self.is_changed_since_review = self.review_stamp != stamp


class ReviewedPageForm(WagtailAdminPageForm):
    """The page editor's form with “reviewed as it stands now”.

    While an editor works, drafts are saved again and again; `review_began_with` keeps what the review was when the
    editor was opened. A review that is new since then vouches for the text until the editor is left.
    """

    is_reviewed_now = forms.BooleanField(
        required=False,
        label=_("Reviewed as it stands now"),
        help_text=_("Tick when the reviewer has read the present text. Without a new date it counts as today."),
    )
    review_began_with = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["review_began_with"] = self.instance.review_occasion

    def clean(self):
        """A review that is published has a reviewer, and lies in the past; drafts may be incomplete."""
        cleaned = super().clean()
        if self.is_deferred_validation:
            return cleaned
        day = cleaned.get("reviewed_on")
        if (day or cleaned.get("is_reviewed_now")) and not cleaned.get("medical_reviewer"):
            self.add_error("medical_reviewer", _("Choose who reviewed the text, or clear “Reviewed on”."))
        if day and day > timezone.localdate():
            self.add_error("reviewed_on", _("Enter the day of the review; it cannot lie in the future."))
        return cleaned

    def save(self, commit=True):
        page, began_with = self.instance, self.review_at_first()
        if self.cleaned_data.get("is_reviewed_now") and page.medical_reviewer_id:
            if page.reviewed_on is None or began_with.startswith(page.reviewed_on.isoformat()):
                page.reviewed_on = timezone.localdate()
            page.review_stamp = ""
        elif page.review_occasion != began_with:
            page.review_stamp = ""
        return super().save(commit)

    def review_at_first(self) -> str:
        """The review when the editor was opened; a client that does not tell is taken to have just opened it."""
        if self.add_prefix("review_began_with") in self.data:
            return self.cleaned_data.get("review_began_with", "")
        return self.initial["review_began_with"]


def months_after(day: date, months: int) -> date:
    """The same day of the month some months later, or that month's last day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
