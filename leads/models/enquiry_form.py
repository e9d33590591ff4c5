"""Forms that staff build, and the versions that visitors saw."""

import hashlib
import json

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, validate_email
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from leads.models.written_once import WrittenOnce


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


class StatementKind(models.TextChoices):
    """A notice informs; a consent asks with a box that starts empty."""

    NOTICE = "notice", _("Notice (no box)")
    CONSENT = "consent", _("Consent (box to tick)")


def validate_recipients(value: str) -> None:
    """Every non-empty line must be an e-mail address."""
    for line in value.split():
        try:
            validate_email(line)
        except ValidationError as error:
            raise ValidationError(_("“%(line)s” is not an e-mail address."), params={"line": line}) from error


def validate_free_slug(value: str) -> None:
    """Refuse the address of the thank-you page."""
    if value == "thanks":
        raise ValidationError(_("“thanks” is the address of the thank-you page. Choose another."))


class EnquiryFormQuerySet(models.QuerySet):
    """Questions about forms."""

    def in_use(self) -> "EnquiryFormQuerySet":
        """Forms that may be put on a page; archived ones only answer for pages that still show them."""
        return self.filter(is_archived=False)


class EnquiryForm(index.Indexed, ClusterableModel):
    """What a visitor is asked; every saved change leaves a version that its enquiries stay bound to."""

    title = models.CharField(_("title"), max_length=120, help_text=_("For staff. Visitors see the heading."))
    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        validators=[validate_free_slug],
        help_text=_("Part of the form's own address."),
    )
    heading = models.CharField(_("heading"), max_length=120, default=_("Ask about a consultation"))
    introduction = models.TextField(_("introduction"), max_length=500, blank=True)
    submit_label = models.CharField(_("button"), max_length=40, default=_("Send enquiry"))
    asks_treatment = models.BooleanField(
        _("ask which treatment"), default=True, help_text=_("Filled in from the page where the form stands.")
    )
    asks_message = models.BooleanField(_("ask for a message"), default=True)

    recipients = models.TextField(
        _("recipients"),
        blank=True,
        validators=[validate_recipients],
        help_text=_("Who is told of a new enquiry, one e-mail address a line. Empty: the clinic's own address."),
    )
    reply_target_minutes = models.PositiveIntegerField(
        _("reply target (minutes)"),
        default=240,
        validators=[MaxValueValidator(20_160)],
        help_text=_("Minutes in opening hours within which staff promise a first answer."),
    )
    is_archived = models.BooleanField(_("archived"), default=False, help_text=_("Not offered to pages any more."))

    objects = EnquiryFormQuerySet.as_manager()

    panels = [
        MultiFieldPanel(["title", "slug"], heading=_("Form")),
        MultiFieldPanel(["heading", "introduction", "submit_label"], heading=_("What visitors read")),
        MultiFieldPanel(
            [FieldRowPanel(["asks_treatment", "asks_message"])],
            heading=_("Standard fields"),
            help_text=_("Name, e-mail, phone and preferred contact are always asked; e-mail or phone is enough."),
        ),
        InlinePanel("questions", heading=_("Further questions"), label=_("Question")),
        InlinePanel("consent_statements", heading=_("Notices and consents"), label=_("Statement")),
        MultiFieldPanel(["recipients", "reply_target_minutes"], heading=_("After sending")),
        FieldPanel("is_archived"),
    ]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("is_archived"),
    ]

    class Meta:
        verbose_name = _("enquiry form")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        """Save the form with its questions and statements, and record a version when the visitor's view changed."""
        super().save(*args, **kwargs)
        self.record_version()

    def delete(self, *args, **kwargs):
        """Refuse with ValidationError when enquiries came through this form: archive it instead."""
        if self.enquiries.exists():
            raise ValidationError(_("This form has enquiries. Archive it instead of deleting it."))
        return super().delete(*args, **kwargs)

    def definition(self) -> dict:
        """All that a visitor sees of this form, as plain data."""
        return {
            "heading": str(self.heading),
            "introduction": self.introduction,
            "submit_label": str(self.submit_label),
            "asks_treatment": self.asks_treatment,
            "asks_message": self.asks_message,
            "questions": [question.definition() for question in self.questions.all()],
            "statements": [statement.definition() for statement in self.consent_statements.all()],
        }

    def record_version(self) -> "EnquiryFormVersion":
        """The version of the present definition; saving without a visible change adds none."""
        definition = self.definition()
        digest = hashlib.sha256(json.dumps(definition, sort_keys=True).encode()).hexdigest()
        current = self.current_version
        if current and current.sha256 == digest:
            return current
        return self.versions.create(sha256=digest, definition=definition)

    @property
    def current_version(self) -> "EnquiryFormVersion | None":
        """What a page rendered now shows; one query."""
        return self.versions.order_by("-pk").first()


class EnquiryQuestion(Orderable):
    """One further question of a form."""

    form = ParentalKey(EnquiryForm, on_delete=models.CASCADE, related_name="questions")
    key = models.SlugField(_("key"), max_length=60, blank=True, editable=False)
    label = models.CharField(_("question"), max_length=200)
    type = models.CharField(_("type"), max_length=20, choices=QuestionType, default=QuestionType.SHORT_TEXT)
    help_text = models.CharField(_("help"), max_length=200, blank=True)
    is_required = models.BooleanField(_("required"), default=False)
    choices = models.TextField(_("choices"), blank=True, help_text=_("One a line; only for questions with choices."))
    sensitivity = models.CharField(_("sensitivity"), max_length=20, choices=Sensitivity, default=Sensitivity.PLAIN)

    panels = [
        FieldPanel("label"),
        FieldRowPanel(["type", "sensitivity", "is_required"]),
        FieldPanel("choices"),
        FieldPanel("help_text"),
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

    def definition(self) -> dict:
        """What a visitor sees of this question, as plain data."""
        return {
            "key": self.key,
            "label": self.label,
            "type": str(self.type),
            "help_text": self.help_text,
            "is_required": self.is_required,
            "choices": self.choice_list(),
            "sensitivity": str(self.sensitivity),
        }

    def _free_key(self) -> str:
        stem = slugify(self.label)[:50].strip("-") or "question"
        taken = set(EnquiryQuestion.objects.filter(form_id=self.form_id).values_list("key", flat=True))
        return next(key for key in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if key not in taken)


class ConsentStatement(Orderable):
    """A notice that a visitor reads, or a consent that a visitor gives or leaves."""

    form = ParentalKey(EnquiryForm, on_delete=models.CASCADE, related_name="consent_statements")
    kind = models.CharField(_("kind"), max_length=10, choices=StatementKind, default=StatementKind.NOTICE)
    purpose = models.SlugField(
        _("purpose"),
        max_length=40,
        help_text=_("Such as privacy or marketing-email; kept with every decision."),
    )
    text = models.TextField(_("text"), max_length=1_000)
    is_required = models.BooleanField(
        _("required"), default=False, help_text=_("Only for what the enquiry cannot be answered without.")
    )

    panels = [FieldRowPanel(["kind", "purpose", "is_required"]), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("notice or consent")

    def __str__(self) -> str:
        return self.purpose

    def definition(self) -> dict:
        """What a visitor sees of this statement, as plain data."""
        return {
            "kind": str(self.kind),
            "purpose": self.purpose,
            "text": self.text,
            "is_required": self.is_required and self.kind == StatementKind.CONSENT,
        }


class EnquiryFormVersion(WrittenOnce):
    """A form exactly as visitors saw it; never changed, so old answers keep their labels."""

    form = models.ForeignKey(EnquiryForm, models.CASCADE, related_name="versions")
    sha256 = models.CharField(max_length=64)
    definition = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    written_once = frozenset({"form_id", "sha256", "definition"})

    class Meta:
        verbose_name = _("form version")

    def __str__(self) -> str:
        return f"{self.form_id}/{self.sha256[:8]}"
