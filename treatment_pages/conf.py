"""The settings of this app, read when used: a project sets them in `TREATMENT_PAGES`, a dict."""

from typing import Any

from django.conf import settings

DEFAULTS: dict[str, Any] = {
    "BUSINESS_TYPE": "MedicalClinic",
    "FAQ_STRUCTURED_DATA": False,
    "EMERGENCY_NUMBER": "",
    "CARD_FONT": "",
    "CARD_COLOURS": {"paper": "#f6f1e9", "ink": "#2b2320", "accent": "#8a4b38"},
    "EDITORIAL": {},
}
"""BUSINESS_TYPE: the schema.org type of the clinic, MedicalClinic or HealthAndBeautyBusiness.
FAQ_STRUCTURED_DATA: whether FAQ blocks are marked up as FAQPage (search engines stopped showing them in May 2026).
EMERGENCY_NUMBER: what readers are told to phone in an emergency, such as 999; empty for "the emergency number".
CARD_FONT: path of a font file for the generated card image; empty for the one that comes with Pillow.
CARD_COLOURS: the colours of that image.
EDITORIAL: how editorial checks are weighted. {"SEVERITIES": {"CLM-08": "info", "STR-05": None}} makes findings of one
rule hints and leaves another rule out, in every profile. {"ENFORCE": False} reports errors without refusing to publish
what has them."""


def get(name: str) -> Any:
    """The project's value of a setting, or its default; an unknown name raises KeyError."""
    return getattr(settings, "TREATMENT_PAGES", {}).get(name, DEFAULTS[name])
