"""The report on leads in Wagtail admin: one period, compared with the one before it."""

from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from django.forms import Media
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from leads.desk.permissions import lead_policy
from leads.reports.admin import FILE_URL_NAME
from leads.reports.charts import buckets_of, draw_buckets, draw_weeks, heat_rows
from leads.reports.drift import fallen_pages
from leads.reports.figures import Figures, Response, Sums, figures_of, is_anything_counted, totals_of
from leads.reports.periods import LENGTHS, Period, PeriodForm
from leads.reports.silence import names_of_sites, silent_forms
from leads.reports.tables import tables_of, waiting_table, weeks_table
from leads.reports.upkeep import count_while_somebody_waits
from leads.reports.words import more, percent, points, span

short_day = partial(date_format, format="j M")


@dataclass(frozen=True)
class Headline:
    """One figure of the period, how it differs from the period before, and what it means."""

    label: str | Promise
    text: str
    change: str
    help: str | Promise = ""


class OfPeriod:
    """What a request for a report, or for its file, is about."""

    @cached_property
    def sites(self) -> frozenset[int] | None:
        """The sites whose leads the user may see; None for all."""
        return lead_policy.reach(self.request.user, "view").sites

    @cached_property
    def form(self) -> PeriodForm:
        return PeriodForm({name: self.request.GET.get(name, "") for name in PeriodForm.base_fields})

    @cached_property
    def period(self) -> Period:
        return self.form.period(timezone.localdate())


class LeadReport(OfPeriod, WagtailAdminTemplateMixin, TemplateView):
    """Everything that the tallies say about a period, on the sites whose leads the user may see."""

    template_name = "leads/reports/report.html"
    page_title = gettext_lazy("Lead report")
    header_icon = "history"
    media = Media(css={"all": ["leads/report.css"]})

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    @property
    def header_buttons(self):
        names = (("csv", gettext_lazy("Download CSV")), ("xlsx", gettext_lazy("Download XLSX")))
        query = urlencode({"first": self.period.first, "last": self.period.last})
        return [
            HeaderButton(text, url=f"{reverse(FILE_URL_NAME, args=[kind])}?{query}", icon_name="download")
            for kind, text in names
        ]

    def get_context_data(self, **kwargs):
        is_current = count_while_somebody_waits()
        figures = figures_of(self.period, self.sites)
        silent = silent_forms(self.sites)
        return super().get_context_data(
            **kwargs,
            **pictures_of(figures),
            media=self.media,
            form=self.shown_form,
            lengths=[(weeks, text, weeks == self.form.chosen_weeks) for weeks, text in LENGTHS],
            period=self.period,
            is_current=is_current,
            figures=figures,
            headlines=headlines(figures, *totals_of(self.period.before, self.sites)),
            tables=tables_of(figures),
            has_any=bool(figures.total.leads) or is_anything_counted(self.sites),
            silent=[(one, names_of_sites(silent).get(one.site)) for one in silent],
            fallen=[(page.title, percent(page.before), percent(page.now)) for page in fallen_pages(self.sites)],
        )

    @property
    def shown_form(self) -> PeriodForm:
        """The dates that are shown, to be changed; or what was typed, with what is wrong about it."""
        return PeriodForm(initial=vars(self.period)) if self.form.is_valid() else self.form


def pictures_of(figures: Figures) -> dict:
    """The charts, each with the table of its numbers."""
    buckets = buckets_of(figures.response)
    return {
        "weeks": draw_weeks(figures, short_day),
        "weeks_table": weeks_table(figures, date_format),
        "waiting": draw_buckets(buckets),
        "waiting_table": waiting_table(buckets),
        "heat": list(zip(WEEKDAYS.values(), heat_rows(figures.heat), strict=True)),
        "hours": range(24),
    }


def headlines(figures: Figures, before: Sums, response_before: Response) -> list[Headline]:
    """The figures that are compared with the period before."""
    now, waited = figures.total, figures.response
    return [
        Headline(_("Enquiries"), str(now.enquiries), more(now.enquiries, before.enquiries)),
        Headline(_("Leads"), str(now.leads), more(now.leads, before.leads)),
        Headline(
            _("Booked"), percent(now.booked_share), points(now.booked_share, before.booked_share), _("of the leads")
        ),
        Headline(
            _("Converted"),
            percent(now.converted_share),
            points(now.converted_share, before.converted_share),
            _("of the leads"),
        ),
        Headline(
            _("Promise kept"),
            percent(now.kept_share),
            points(now.kept_share, before.kept_share),
            _("of what was due"),
        ),
        Headline(
            _("First answer"), span(waited.median), more(waited.median, response_before.median, span), _("median")
        ),
        Headline(
            _("First answer"),
            span(waited.ninetieth),
            more(waited.ninetieth, response_before.ninetieth, span),
            _("nine of ten within"),
        ),
    ]
