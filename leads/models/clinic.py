"""Who the clinic is, when it is open, and how it can be reached: one record a site."""

from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from phonenumbers import SUPPORTED_REGIONS
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

PAGE_MODEL = get_model_name("wagtailcore", "Page")


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
    if value not in SUPPORTED_REGIONS:
        raise ValidationError(_("Enter a country code of two capital letters, such as GB or US."))


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

    select_related = ["default_form", "privacy_page"]

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
            ObjectList(["default_form", "privacy_page", "emergency_text"], heading=_("Enquiries")),
        ]
    )

    class Meta:
        verbose_name = _("clinic")

    def __str__(self) -> str:
        return self.name or str(_("Clinic"))


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
