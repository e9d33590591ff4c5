"""Forms that staff build."""

import hashlib
import json

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import PreviewableMixin
from wagtail.search import index

from leads.models.enquiry_form_version import EnquiryFormVersion


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

    def with_current_version(self) -> "EnquiryFormQuerySet":
        """With what each form shows now, so that rendering one asks for it no more."""
        newest = EnquiryFormVersion.objects.filter(form=models.OuterRef("pk")).order_by("-pk")
        return self.annotate(
            shown_pk=models.Subquery(newest.values("pk")[:1]),
            shown_definition=models.Subquery(newest.values("definition")[:1]),
            shown_sha256=models.Subquery(newest.values("sha256")[:1]),
        )


class EnquiryForm(PreviewableMixin, index.Indexed, ClusterableModel):
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
    reply_to = models.EmailField(
        _("answers go to"),
        blank=True,
        help_text=_("Where a visitor's answer to our messages arrives. Empty: the clinic's own address."),
    )
    sends_acknowledgement = models.BooleanField(
        _("acknowledge by mail"),
        default=True,
        help_text=_("Tells the visitor the reference and when to expect an answer; repeats nothing they wrote."),
    )
    acknowledgement_text = models.TextField(
        _("words of your own"),
        max_length=1_000,
        blank=True,
        help_text=_("A few sentences inside the acknowledgement, such as how to find you."),
    )
    reply_target_minutes = models.PositiveIntegerField(
        _("reply target (minutes)"),
        default=240,
        validators=[MaxValueValidator(20_160)],
        help_text=_("Minutes in opening hours within which staff promise a first answer."),
    )
    escalate_to = models.EmailField(
        _("second person"),
        blank=True,
        help_text=_("Who is told when the reply time has passed without an answer. Empty: nobody."),
    )
    escalation_minutes = models.PositiveIntegerField(
        _("tell them after (minutes)"),
        default=60,
        validators=[MaxValueValidator(20_160)],
        help_text=_("Minutes in opening hours after the reply time has passed."),
    )
    hands_out_leads = models.BooleanField(
        _("give out leads"),
        default=False,
        help_text=_("A new lead goes to the person of the list below with the fewest open ones."),
    )
    handout_minutes = models.PositiveIntegerField(
        _("take them back after (minutes)"),
        default=120,
        validators=[MinValueValidator(5), MaxValueValidator(20_160)],
        help_text=_("Minutes in opening hours; an unanswered lead then goes back to the queue."),
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
        MultiFieldPanel(
            ["sends_acknowledgement", "acknowledgement_text", "reply_to"],
            heading=_("Acknowledgement to the visitor"),
            help_text=_("Sent once a day to the same address at most, and never for an enquiry in quarantine."),
        ),
        MultiFieldPanel(["escalate_to", "escalation_minutes"], heading=_("When nobody answers")),
        MultiFieldPanel(["hands_out_leads", "handout_minutes"], heading=_("Giving out leads")),
        InlinePanel("agents", heading=_("People who answer"), label=_("Person")),
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
        questions = list(self.questions.all())
        return {
            "heading": str(self.heading),
            "introduction": self.introduction,
            "submit_label": str(self.submit_label),
            "asks_treatment": self.asks_treatment,
            "asks_message": self.asks_message,
            "questions": [question.definition(questions[:place]) for place, question in enumerate(questions)],
            "statements": [statement.definition() for statement in self.consent_statements.all()],
        }

    def get_preview_template(self, request, mode_name):
        return "leads/enquiry_page.html"

    def get_preview_context(self, request, mode_name):
        """The form alone, as the editor has it now; rendering knows how."""
        from leads.rendering import show_draft

        return {**super().get_preview_context(request, mode_name), "shown": show_draft(request, self)}

    def duplicate(self) -> "EnquiryForm":
        """A stored copy with its questions and statements, in use, under an address of its own."""
        own = {"id", "title", "slug", "is_archived"}
        values = {field.attname: getattr(self, field.attname) for field in self._meta.concrete_fields}
        copy = EnquiryForm(
            **{name: value for name, value in values.items() if name not in own},
            title=_("%(title)s (copy)") % {"title": self.title[:110]},
            slug=free_slug(self.slug),
        )
        self.copy_all_child_relations(copy)
        copy.save()
        return copy

    def record_version(self) -> EnquiryFormVersion:
        """The version of the present definition; saving without a visible change adds none."""
        definition = self.definition()
        digest = hashlib.sha256(json.dumps(definition, sort_keys=True).encode()).hexdigest()
        current = self.current_version
        if current and current.sha256 == digest:
            return current
        return self.versions.create(sha256=digest, definition=definition)

    @property
    def current_version(self) -> EnquiryFormVersion | None:
        """What a page rendered now shows; one query."""
        return self.versions.order_by("-pk").first()


def free_slug(slug: str) -> str:
    """An address that no form has yet, made from another form's."""
    taken = set(EnquiryForm.objects.values_list("slug", flat=True))
    stem = f"{slug[:70]}-copy"
    return next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
