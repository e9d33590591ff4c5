"""The records of treatment content, one subject a module."""

from treatment_pages.models.evidence import EvidenceLevel, Source, SourceKind
from treatment_pages.models.pages import TreatmentArticlePage, TreatmentIndexPage, TreatmentPage

__all__ = [
    "EvidenceLevel",
    "Source",
    "SourceKind",
    "TreatmentArticlePage",
    "TreatmentIndexPage",
    "TreatmentPage",
]
