"""Makers of the records that tests work with; each fills in only what its caller leaves out."""

import itertools
from datetime import date, timedelta

import factory
import wagtail_factories
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.utils import timezone
from wagtail.models import Locale
from wagtail.rich_text import RichText

from cms.models import HomePage, InformationPage
from leads.models import (
    ClinicSettings,
    ConsentStatement,
    Enquiry,
    EnquiryForm,
    EnquiryQuestion,
    Lead,
    LeadStatus,
    LostReason,
    StatementKind,
)
from treatment_pages.models import (
    BodyArea,
    Concern,
    ImageConsent,
    PractitionerPage,
    Source,
    TreatmentArticlePage,
    TreatmentCategory,
    TreatmentIndexPage,
    TreatmentPage,
)


class HomePageFactory(wagtail_factories.PageFactory):
    title = "Home"
    headline = "Skin care without hurry"
    introduction = "A small clinic that explains before it treats."

    class Meta:
        model = HomePage


class InformationPageFactory(wagtail_factories.PageFactory):
    body = "<p>Words.</p>"

    class Meta:
        model = InformationPage


class TreatmentIndexPageFactory(wagtail_factories.PageFactory):
    title = "Treatments"
    slug = "treatments"

    class Meta:
        model = TreatmentIndexPage


class TreatmentPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Treatment {n}")
    summary = "What it is, in one sentence."
    body = factory.LazyFunction(lambda: [("section", {"heading": "What it is", "text": RichText("<p>Words.</p>")})])

    class Meta:
        model = TreatmentPage


class TreatmentArticlePageFactory(TreatmentPageFactory):
    title = factory.Sequence(lambda n: f"Article {n}")

    class Meta:
        model = TreatmentArticlePage


class SourceFactory(factory.django.DjangoModelFactory):
    title = factory.Sequence(lambda n: f"A study of skin, part {n}")
    authors = "Example A"
    year = 2021
    doi = factory.Sequence(lambda n: f"10.1000/example.{n}")

    class Meta:
        model = Source


class VideoFileFactory(wagtail_factories.DocumentFactory):
    title = "A session"
    file = factory.django.FileField(filename="session.mp4", data=b"moving pictures")


class LeadFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Visitor {n}")
    email = factory.Sequence(lambda n: f"visitor{n}@example.com")
    email_key = factory.LazyAttribute(lambda lead: lead.email.lower())
    subject = "Microneedling"
    follow_up_at = factory.LazyAttribute(lambda lead: in_a_week() if lead.status == LeadStatus.ON_HOLD else None)
    consultation_at = factory.LazyAttribute(lambda lead: in_a_week() if lead.status == LeadStatus.BOOKED else None)
    lost_reason = factory.LazyAttribute(lambda lead: LostReason.OTHER if lead.status == LeadStatus.LOST else "")
    status = LeadStatus.NEW

    class Meta:
        model = Lead


def in_a_week():
    """A time to come that a booked lead or one on hold needs."""
    return timezone.now() + timedelta(days=7)


def make_form(slug: str = "consultation", *, questions=(), statements=(), **fields) -> EnquiryForm:
    """A saved form; `questions` and `statements` are dicts of fields."""
    form = EnquiryForm(**{"title": slug.capitalize(), "slug": slug, "recipients": "desk@example.com", **fields})
    form.questions = [EnquiryQuestion(sort_order=n, **question) for n, question in enumerate(questions)]
    form.consent_statements = [
        ConsentStatement(sort_order=n, **{"kind": StatementKind.CONSENT, **statement})
        for n, statement in enumerate(statements)
    ]
    form.save()
    return form


def make_clinic(site, form: EnquiryForm | None = None, **fields) -> ClinicSettings:
    """The clinic of a site, with `form` as its standard form."""
    clinic = ClinicSettings.for_site(site)
    for name, value in {"name": "Wren & Rowe", "phone": "020 7946 0321", "default_form": form, **fields}.items():
        setattr(clinic, name, value)
    clinic.save()
    return clinic


user_numbers = itertools.count()


def make_user(*permissions: str, **fields):
    """A user with admin access and permissions such as `leads.view_lead`; `is_superuser=True` for all of them."""
    name = fields.pop("username", f"user{next(user_numbers)}")
    user = get_user_model().objects.create_user(name, f"{name}@example.com", "password", **fields)
    for permission in ("wagtailadmin.access_admin", *permissions):
        app_label, codename = permission.split(".")
        user.user_permissions.add(Permission.objects.get(content_type__app_label=app_label, codename=codename))
    return user


class EnquiryFactory(factory.django.DjangoModelFactory):
    """An accepted enquiry of a lead, as capture stores it."""

    lead = factory.SubFactory(LeadFactory)
    name = factory.LazyAttribute(lambda enquiry: enquiry.lead.name if enquiry.lead else "Somebody")
    email = factory.LazyAttribute(lambda enquiry: enquiry.lead.email if enquiry.lead else "")
    email_key = factory.LazyAttribute(lambda enquiry: enquiry.email.lower())
    phone = factory.LazyAttribute(lambda enquiry: enquiry.lead.phone if enquiry.lead else "")
    message = "Could you tell me more?"
    dedupe_key = factory.Sequence(lambda n: f"made-by-a-factory-{n}")

    class Meta:
        model = Enquiry


class ImageConsentFactory(factory.django.DjangoModelFactory):
    """A consent in force until it is withdrawn."""

    reference = factory.Sequence(lambda n: f"C-2026-{n:03}")
    given_on = date(2026, 1, 15)

    class Meta:
        model = ImageConsent


class PractitionerPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Alex Example {n}")
    job_title = "Registered nurse"
    summary = "Treats calmly."

    class Meta:
        model = PractitionerPage


class ConcernFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Concern {n}")
    locale = factory.LazyFunction(Locale.get_default)

    class Meta:
        model = Concern


class BodyAreaFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Area {n}")
    locale = factory.LazyFunction(Locale.get_default)

    class Meta:
        model = BodyArea


class TreatmentCategoryFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Category {n}")
    locale = factory.LazyFunction(Locale.get_default)

    class Meta:
        model = TreatmentCategory
