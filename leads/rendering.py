"""What a template needs to show an enquiry form: the same on a page, in a block and on the form's own page."""

from dataclasses import dataclass, replace

from django.forms import BoundField
from django.urls import reverse
from django.utils.safestring import SafeString

from leads.clinics import clinic_for
from leads.context import FormContext, sign_context
from leads.intake import IntakeForm
from leads.models import ClinicSettings, EnquiryForm, EnquiryFormVersion
from leads.promise import reply_promise
from leads.targets import Target
from leads.wordings import draw, shared_fields, unfilled_fields


@dataclass
class ShownForm:
    """One enquiry form on a page; without `fields` there is only the clinic to turn to."""

    clinic: ClinicSettings
    element_id: str
    privacy_url: str = ""
    fields: IntakeForm | None = None
    action: str = ""
    context: str = ""
    heading: str = ""
    promise: str = ""
    is_inert: bool = False
    unfilled: SafeString | None = None
    """The fields as they were drawn before, where nobody has filled anything in yet."""

    @property
    def definition(self) -> dict:
        """The wording of the version that is shown."""
        return self.fields.definition

    @property
    def fields_html(self) -> SafeString:
        """Questions, statements and button."""
        return self.unfilled or draw(self.fields)

    @property
    def errors(self) -> list[tuple[str, str]]:
        """The id to go to and what to do there, in the order of the fields."""
        wrong = (field for field in self.fields if field.errors) if self.fields.is_bound else ()
        return [(first_id(field), message) for field in wrong for message in field.errors]


def first_id(field: BoundField) -> str:
    """The id of the element that takes focus for a field; a group's first choice."""
    return field.id_for_label or field.subwidgets[0].id_for_label


def show_on_page(request, page, *, form: EnquiryForm | None = None, heading: str = "") -> ShownForm:
    """The form of a page (or `form`, unless it is archived), numbered within the request."""
    clinic = clinic_for(request)
    element_id = f"enquiry-form-{next_number(request)}"
    chosen = form if form and not form.is_archived else form_for_page(page, clinic.default_form)
    if chosen is None:
        return ShownForm(clinic, element_id, privacy_url(clinic, request), heading=heading)
    version = version_of(chosen)
    subject, context = treatment_of(page), sign_context(context_of(page, version))
    fields = IntakeForm(version.definition, subject=subject, prefix_id=element_id, fields=shared_fields(version))
    shown = show_fields(request, fields, form=chosen, context=context, heading=heading)
    return replace(shown, unfilled=unfilled_fields(version, prefix_id=element_id, subject=subject))


def treatment_of(page) -> str:
    """The treatment that a visitor of the page probably asks about; a page about something else says "" itself."""
    if hasattr(page, "enquiry_treatment"):
        return page.enquiry_treatment
    return getattr(page, "enquiry_subject", "") or getattr(page, "title", "")


def form_for_page(page, default: EnquiryForm | None) -> EnquiryForm | None:
    """The form that a page shows: its own choice or the clinic's `default`; archived forms are passed over."""
    chosen = page.get_enquiry_form() if hasattr(page, "get_enquiry_form") else None
    return next((form for form in (chosen, default) if form and not form.is_archived), None)


def show_alone(request, form: EnquiryForm) -> ShownForm:
    """A form on a page of its own."""
    version = version_of(form)
    fields = IntakeForm(version.definition, prefix_id=f"enquiry-form-{next_number(request)}")
    return show_fields(request, fields, form=form, context=sign_context(context_of(None, version)))


def show_draft(request, form: EnquiryForm) -> ShownForm:
    """A form as an editor has it on screen, saved or not; inert. Questions without a key get one to be told apart."""
    for place, question in enumerate(form.questions.all()):
        question.key = question.key or f"new-{place}"
    fields = IntakeForm(form.definition(), prefix_id=f"enquiry-form-{next_number(request)}")
    return replace(show_fields(request, fields, form=form, context=""), is_inert=True)


def show_again(request, target: Target, fields: IntakeForm, slug: str) -> ShownForm:
    """A form that was not filled in well, with its values and errors, on a page of its own.

    It is the version that the visitor began with. Where that cannot be known, it is the form as it is now.
    """
    if target.version:
        return show_fields(request, fields, form=target.form, context=sign_context(target.context))
    asked = target.form or clinic_for(request).default_form
    if asked is None:
        return show_fields(request, fields, form=EnquiryForm(slug=slug), context="")
    version = version_of(asked)
    fields = IntakeForm(version.definition, data=fields.data)
    context = replace(target.context or context_of(None, version), version_id=version.pk)
    return show_fields(request, fields, form=asked, context=sign_context(context))


def show_fields(request, fields: IntakeForm, *, form: EnquiryForm, context: str, heading: str = "") -> ShownForm:
    """The fields with all that stands around them."""
    clinic = clinic_for(request)
    return ShownForm(
        clinic=clinic,
        element_id=fields.prefix_id,
        privacy_url=privacy_url(clinic, request),
        fields=fields,
        action=reverse("leads:enquiry", args=[form.slug or "draft"]),
        context=context,
        heading=heading or fields.definition["heading"],
        promise=reply_promise(form.reply_target_minutes),
        is_inert=is_preview(request),
    )


def version_of(form: EnquiryForm) -> EnquiryFormVersion:
    """What the form shows now; no query for a form read `with_current_version`."""
    if shown := getattr(form, "shown_pk", None):
        return EnquiryFormVersion(pk=shown, form=form, definition=form.shown_definition, sha256=form.shown_sha256)
    return form.current_version or form.record_version()


def is_preview(request) -> bool:
    """Whether an editor looks at a page, or at a block in the chooser, that no visitor sees like this."""
    view = getattr(getattr(request, "resolver_match", None), "view_name", None) or ""
    return getattr(request, "is_preview", False) or view.startswith("wagtailadmin")


def next_number(request) -> int:
    """1 for the first form of a request, then 2, 3, …: ids differ on a page and are the same for every visitor."""
    number = getattr(request, "leads_forms_shown", 0) + 1
    if request is not None:
        request.leads_forms_shown = number
    return number


def context_of(page, version: EnquiryFormVersion) -> FormContext:
    """What is on screen when `version` stands on `page`, which may be None."""
    return FormContext(version.pk, getattr(page, "pk", None), getattr(page, "live_revision_id", None))


def privacy_url(clinic: ClinicSettings, request) -> str:
    """The address of the clinic's privacy page, "" without a published one."""
    page = clinic.localized_privacy_page
    return (page.get_url(request) or "") if page and page.live else ""
