"""Kinds and key facts of an outline in the words of staff."""

from django.utils.translation import gettext_lazy as _

KIND_LABELS = {
    "intro": _("Introduction"),
    "overview": _("Overview"),
    "how_it_works": _("How it works"),
    "benefits": _("Benefits"),
    "procedure": _("Procedure"),
    "sessions": _("Number of sessions"),
    "candidacy": _("Suitability"),
    "risks": _("Risks"),
    "aftercare": _("Aftercare"),
    "results": _("Results"),
    "price": _("Prices"),
    "faq": _("FAQ"),
    "alternatives": _("Alternatives"),
    "summary": _("Closing words"),
    "section": _("Section"),
}
FACT_LABELS = {
    "session_minutes": _("Minutes a session"),
    "sessions": _("Sessions"),
    "session_spacing_weeks": _("Weeks between"),
    "maintenance": _("Maintenance sessions a year"),
    "anaesthesia": _("Numbing"),
    "downtime": _("Back to normal"),
    "areas": _("Areas"),
    "healing_time": _("Healing"),
    "results_onset": _("First results"),
    "results_longevity": _("Results last"),
    "price_from": _("Price"),
}


def fact_words(name: str, fact: dict) -> str:
    """A key fact as staff read it."""
    value = fact.get("value", fact.get("per_year"))
    if value is None:
        ends = [str(fact[end]) for end in ("min", "max") if fact.get(end) is not None]
        parts = ["–".join(dict.fromkeys(ends)), str(fact.get("currency") or ""), str(fact.get("unit") or "")]
        value = " ".join(filter(None, parts))
    words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"{FACT_LABELS.get(name, name)}: {words}"
