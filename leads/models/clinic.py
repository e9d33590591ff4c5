"""Who the clinic is, when it is open, and how it can be reached: one record a site."""

from functools import cached_property
from zoneinfo import available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from swapper import get_model_name
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from leads.later import Later
from leads.models.enquiry_form import validate_recipients

phonenumbers = Later("phonenumbers")

PAGE_MODEL = get_model_name("wagtailcore", "Page")

LONGEST_RETENTION = 600
"""Months; a longer time is meant to be for ever, which is an empty field."""


class Weekday(models.IntegerChoices):
    """ISO weekday minus one, as `date.weekday()` counts."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


def validate_time_zone(value: str) -> None:
    """Refuse a name that the IANA time zone database does not know."""
    if value not in available_timezones():
        raise ValidationError(
            _("Choose a time zone such as Europe/London; “%(name)s” is not one."), params={"name": value}
        )


def validate_phone_region(value: str) -> None:
    """Refuse a region (ISO 3166-1 alpha-2) that has no numbering plan."""
    if value not in phonenumbers.SUPPORTED_REGIONS:
        raise ValidationError(_("Enter a country code of two capital letters, such as GB or US."))


def reads_main_language() -> bool:
    """Whether the reader is served in the language in which the clinic's settings are written."""
    return (get_language() or settings.LANGUAGE_CODE).partition("-")[0] == settings.LANGUAGE_CODE.partition("-")[0]


@register_setting(icon="home")
class ClinicSettings(ClusterableModel, BaseSiteSetting):
    """The clinic behind a site; forms, mails, structured data and the response clock read it."""

    name = models.CharField(_("name"), max_length=120, blank=True)
    street = models.CharField(_("street"), max_length=200, blank=True)
    locality = models.CharField(_("town"), max_length=100, blank=True)
    postal_code = models.CharField(_("postcode"), max_length=20, blank=True)
    country = models.CharField(_("country code"), max_length=2, blank=True, help_text=_("Two letters, such as GB."))
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    fallback_email = models.EmailField(
        _("when a message fails"),
        blank=True,
        help_text=_("Who is told when an alert could not be delivered to the recipients of a form."),
    )

    sends_digest = models.BooleanField(
        _("morning digest"),
        default=True,
        help_text=_("At opening time, how many enquiries are new, overdue, due today and in quarantine."),
    )
    digest_recipients = models.TextField(
        _("digest goes to"),
        blank=True,
        validators=[validate_recipients],
        help_text=_("One e-mail address a line. Empty: the clinic's own address."),
    )

    time_zone = models.CharField(
        _("time zone"), max_length=64, default="Europe/London", validators=[validate_time_zone]
    )
    phone_region = models.CharField(
        _("phone region"),
        max_length=2,
        default="GB",
        validators=[validate_phone_region],
        help_text=_("The country of phone numbers that are typed without a country code."),
    )

    privacy_page = models.ForeignKey(
        PAGE_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("privacy page")
    )
    emergency_text = models.TextField(
        _("emergency notice"),
        blank=True,
        help_text=_("Stands beside every enquiry form: where to turn when it cannot wait."),
    )
    default_form = models.ForeignKey(
        "leads.EnquiryForm",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("enquiry form"),
        help_text=_("Used by every page that does not choose another form."),
    )

    retention_months = models.PositiveSmallIntegerField(
        _("closed leads (months)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_RETENTION)],
        help_text=_(
            "A closed lead in which nothing happened for longer is removed with its enquiries. Empty: they are kept."
        ),
    )
    quarantine_months = models.PositiveSmallIntegerField(
        _("enquiries in quarantine (months)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_RETENTION)],
        help_text=_("An enquiry that nobody released within this time is removed. Empty: they are kept."),
    )
    delivery_months = models.PositiveSmallIntegerField(
        _("records of messages (months)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_RETENTION)],
        help_text=_(
            "To whom which message was sent, or given up, is forgotten after this time. Empty: it is kept as long as "
            "its lead."
        ),
    )

    select_related = ["default_form", "privacy_page__locale"]

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    MultiFieldPanel(
                        ["street", FieldRowPanel(["locality", "postal_code", "country"])],
                        heading=_("Address"),
                    ),
                    FieldRowPanel(["phone", "email"]),
                ],
                heading=_("Clinic"),
            ),
            ObjectList(
                [
                    FieldRowPanel(["time_zone", "phone_region"]),
                    InlinePanel("opening_hours", heading=_("Opening hours"), label=_("Opening time")),
                    InlinePanel("closed_days", heading=_("Holidays"), label=_("Closed day")),
                ],
                heading=_("Opening hours"),
            ),
            ObjectList(["default_form", "privacy_page", "emergency_text", "fallback_email"], heading=_("Enquiries")),
            ObjectList(["sends_digest", "digest_recipients"], heading=_("Digest")),
            ObjectList(["retention_months", "quarantine_months", "delivery_months"], heading=_("Retention")),
        ]
    )

    class Meta:
        verbose_name = _("clinic")

    def __str__(self) -> str:
        return self.name or str(_("Clinic"))

    def save(self, *args, **kwargs) -> None:
        """Whoever waits is answered by the opening hours as they are from now on."""
        # What counts in opening hours is made of models beside this one.
        from leads.reminders.recount import recount_waiting

        super().save(*args, **kwargs)
        recount_waiting(self)

    @property
    def emergency_notice(self) -> str:
        """The clinic's own words for readers of the site's main language; "" for others, who need words of theirs."""
        return self.emergency_text if reads_main_language() else ""

    @cached_property
    def localized_privacy_page(self) -> models.Model | None:
        """The privacy page in the reader's language where it is published in it; one query in any but its own."""
        page, language = self.privacy_page, get_language()
        is_translated = getattr(settings, "WAGTAIL_I18N_ENABLED", False)
        if page is None or not is_translated or page.locale.language_code == language:
            return page
        return page.get_translations().live().filter(locale__language_code=language).first() or page


class OpeningHours(Orderable):
    """One span of opening on a weekday; a day with a lunch break has two."""

    clinic = ParentalKey(ClinicSettings, on_delete=models.CASCADE, related_name="opening_hours")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    panels = [FieldRowPanel(["weekday", "opens", "closes"])]

    class Meta(Orderable.Meta):
        verbose_name = _("opening time")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opens__lt=models.F("closes")),
                name="leads_openinghours_opens_before_closes",
                violation_error_message=_("The closing time must be later than the opening time."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class ClosedDay(Orderable):
    """A date on which the clinic stays closed whatever the weekday says."""

    clinic = ParentalKey(ClinicSettings, on_delete=models.CASCADE, related_name="closed_days")
    date = models.DateField(_("date"))
    label = models.CharField(_("occasion"), max_length=80, blank=True)

    panels = [FieldRowPanel(["date", "label"])]

    class Meta(Orderable.Meta):
        verbose_name = _("closed day")

    def __str__(self) -> str:
        return f"{self.date:%Y-%m-%d} {self.label}".strip()
