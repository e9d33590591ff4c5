"""Which form, in which wording, a posted enquiry answers."""

from dataclasses import dataclass, field

from django.db.models import BigIntegerField

from leads.context import FormContext, read_context
from leads.models import ClinicSettings, EnquiryForm, EnquiryFormVersion
from leads.prepared import Parameter, Prepared
from leads.visitor_text import storable
from leads.wordings import wording_of

version_with_form = Prepared(
    lambda: (
        EnquiryFormVersion.objects.select_related("form")
        .defer("definition")
        .filter(pk=Parameter("pk", BigIntegerField()))
    ),
    keeps_records=True,
)


@dataclass(frozen=True)
class Target:
    """`version` is what the visitor saw, None when that cannot be known; `definition` is what the post is read by.

    `context` still says which page the visitor read when its version is gone.
    """

    definition: dict
    form: EnquiryForm | None = None
    version: EnquiryFormVersion | None = None
    context: FormContext | None = None
    flags: list[str] = field(default_factory=list)


def find_target(slug: str, context_text: str, clinic: ClinicSettings) -> Target:
    """The version that the signed context names, whatever became of its form since.

    Without a readable context it is the form of that address, or the clinic's own form, asked leniently: nobody is
    refused for a question they may not have seen. `flags` say what was odd.
    """
    context = read_context(context_text)
    version = find_version(context)
    addressed = find_form(storable(slug), version)
    if version:
        return Target(wording_of(version), version.form, version, context, flags_of(version.form, addressed))
    asked = addressed or clinic.default_form
    definition = lenient(asked or EnquiryForm())
    return Target(definition, addressed, context=context, flags=["broken_context", *flags_of(addressed, addressed)])


def find_version(context: FormContext | None) -> EnquiryFormVersion | None:
    """The version with its form, without the definition, which is mostly known."""
    if context is None:
        return None
    return version_with_form.first(pk=context.version_id)


def find_form(slug: str, version: EnquiryFormVersion | None) -> EnquiryForm | None:
    """The form of an address; no query for the form of the version, whose address it mostly is."""
    if version and version.form.slug == slug:
        return version.form
    return EnquiryForm.objects.filter(slug=slug).first()


def flags_of(form: EnquiryForm | None, addressed: EnquiryForm | None) -> list[str]:
    """What is odd about the form: its address leads to none or to another one, or it was archived."""
    flags = [] if addressed and addressed == form else ["unknown_form"]
    return [*flags, "archived_form"] if form and form.is_archived else flags


def lenient(form: EnquiryForm) -> dict:
    """A definition that requires no answer and claims no notice or consent that the visitor may not have read."""
    definition = form.definition()
    questions = [{**question, "is_required": False} for question in definition["questions"]]
    return {**definition, "questions": questions, "statements": []}
