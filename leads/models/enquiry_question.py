"""The questions that staff add to a form."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from leads.models.question_conditions import condition_of


class QuestionType(models.TextChoices):
    """What a visitor can answer with."""

    SHORT_TEXT = "short_text", _("Short text")
    LONG_TEXT = "long_text", _("Long text")
    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Phone")
    NUMBER = "number", _("Number")
    DATE = "date", _("Date")
    ONE_CHOICE = "one_choice", _("One choice")
    SEVERAL_CHOICES = "several_choices", _("Several choices")
    YES_NO = "yes_no", _("Yes or no")


class Sensitivity(models.TextChoices):
    """Whether an answer may be read by everyone who works on the lead."""

    PLAIN = "plain", _("Plain")
    SENSITIVE = "sensitive", _("Sensitive (health)")


class EnquiryQuestion(Orderable):
    """One further question of a form."""

    form = ParentalKey("leads.EnquiryForm", on_delete=models.CASCADE, related_name="questions")
    key = models.SlugField(_("key"), max_length=60, blank=True, editable=False)
    label = models.CharField(_("question"), max_length=200)
    type = models.CharField(_("type"), max_length=20, choices=QuestionType, default=QuestionType.SHORT_TEXT)
    help_text = models.CharField(_("help"), max_length=200, blank=True)
    is_required = models.BooleanField(_("required"), default=False)
    choices = models.TextField(_("choices"), blank=True, help_text=_("One a line; only for questions with choices."))
    sensitivity = models.CharField(_("sensitivity"), max_length=20, choices=Sensitivity, default=Sensitivity.PLAIN)
    show_if_question = models.CharField(
        _("only after"),
        max_length=200,
        blank=True,
        help_text=_("The wording of an earlier question with choices or yes and no. Empty: always asked."),
    )
    show_if_answers = models.TextField(
        _("was answered with"), blank=True, help_text=_("One answer a line; for yes and no enter yes or no.")
    )

    panels = [
        FieldPanel("label"),
        FieldRowPanel(["type", "sensitivity", "is_required"]),
        FieldPanel("choices"),
        FieldPanel("help_text"),
        FieldRowPanel(["show_if_question", "show_if_answers"], heading=_("Ask only after a certain answer")),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("question")

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        """A question with choices needs at least two of them."""
        needs_choices = self.type in {QuestionType.ONE_CHOICE, QuestionType.SEVERAL_CHOICES}
        if needs_choices and len(self.choice_list()) < 2:
            raise ValidationError({"choices": _("Enter at least two choices, one a line.")})

    def save(self, *args, **kwargs) -> None:
        """Fix the key at the first save: answers keep it whatever the label becomes."""
        if not self.key:
            self.key = self._free_key()
        super().save(*args, **kwargs)

    def choice_list(self) -> list[str]:
        """The choices without blank lines and repeats, in order."""
        return list(dict.fromkeys(line.strip() for line in self.choices.splitlines() if line.strip()))

    def definition(self, earlier: Sequence["EnquiryQuestion"] = ()) -> dict:
        """What a visitor sees of this question, as plain data; one of the `earlier` ones may decide if it is asked."""
        condition = condition_of(self, earlier)
        return {
            "key": self.key,
            "label": self.label,
            "type": str(self.type),
            "help_text": self.help_text,
            "is_required": self.is_required,
            "choices": self.choice_list(),
            "sensitivity": str(self.sensitivity),
            **({"show_if": condition} if condition else {}),
        }

    def _free_key(self) -> str:
        stem = slugify(self.label)[:50].strip("-") or "question"
        taken = set(EnquiryQuestion.objects.filter(form_id=self.form_id).values_list("key", flat=True))
        return next(key for key in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if key not in taken)
