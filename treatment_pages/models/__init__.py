"""The records of treatment content, one subject a module."""

from treatment_pages.models.article_page import ArticleTag, TreatmentArticlePage
from treatment_pages.models.consent import ConsentScope, ImageConsent
from treatment_pages.models.editorial import ComplianceSettings, FindingDismissal, PageCheck, PageFinding
from treatment_pages.models.evidence import EvidenceLevel, Source, SourceKind
from treatment_pages.models.index_page import TreatmentIndexPage
from treatment_pages.models.people import Credential, PractitionerPage
from treatment_pages.models.reader_questions import QuestionStatus, QuestionStepError, ReaderQuestion
from treatment_pages.models.taxonomy import BodyArea, Concern, TreatmentCategory
from treatment_pages.models.treatment_page import RelatedTreatment, TreatmentPage

__all__ = [
    "ArticleTag",
    "BodyArea",
    "ComplianceSettings",
    "Concern",
    "ConsentScope",
    "Credential",
    "EvidenceLevel",
    "FindingDismissal",
    "ImageConsent",
    "PageCheck",
    "PageFinding",
    "PractitionerPage",
    "QuestionStatus",
    "QuestionStepError",
    "ReaderQuestion",
    "RelatedTreatment",
    "Source",
    "SourceKind",
    "TreatmentArticlePage",
    "TreatmentCategory",
    "TreatmentIndexPage",
    "TreatmentPage",
]
