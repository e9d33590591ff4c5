"""The treatment itself: how it is done, who should not have it, what can go wrong."""

from collections.abc import Iterator

from treatment_pages.blocks.treatment import Phase
from treatment_pages.structured_data.nodes import Node, Subject, node, plain, reference, sentences


def therapy(subject: Subject) -> Node:
    """The treatment that a treatment page is about."""
    page = subject.page
    return node(
        "MedicalTherapy",
        subject.id("treatment"),
        name=page.title,
        alternateName=[name.strip() for name in page.alternate_names.split(",") if name.strip()],
        description=page.summary,
        image=subject.image,
        url=subject.url,
        mainEntityOfPage=reference(subject.id("page")),
        **course(page),
    )


def treatment_of_article(subject: Subject) -> Node | None:
    """The treatment that an article is about, with what the article says of it; None if it names none."""
    treatment = subject.page.treatment
    if not treatment:
        return None
    public = subject.page.public_treatment
    url = (public.get_full_url(subject.request) or "") if public else ""
    key = f"{url}#treatment" if url else subject.id("treatment")
    return node("MedicalTherapy", key, name=treatment.title, url=url, **course(subject.page))


def course(page) -> dict:
    """Preparation, procedure and aftercare, contraindications and adverse outcomes, as the page's blocks tell them."""
    return {
        "preparation": sentences(*_steps(page, Phase.BEFORE)),
        "howPerformed": sentences(*_steps(page, Phase.DURING)),
        "followup": sentences(*_steps(page, Phase.AFTER), *_aftercare(page)),
        "contraindication": [
            node("MedicalContraindication", name=line)
            for block in values(page, "suitability")
            for line in block.get("not_suitable_for") or ()
            if line
        ],
        "adverseOutcome": [*_risks(page, "common"), *_risks(page, "uncommon")],
        "seriousAdverseOutcome": _risks(page, "serious"),
        "bodyLocation": _areas(page),
    }


def values(page, block_type: str) -> Iterator:
    """The values of the page's blocks of one type, in order."""
    return (section.block.value for section in page.sections if section.block.block_type == block_type)


def _steps(page, phase: Phase) -> Iterator[str]:
    for procedure in values(page, "procedure"):
        for step in procedure.get("steps") or ():
            if step.get("phase") == phase:
                yield sentences(step.get("title"), plain(step.get("text")))


def _aftercare(page) -> Iterator[str]:
    for aftercare in values(page, "aftercare"):
        for item in aftercare.get("items") or ():
            yield sentences(item.get("title"), plain(item.get("text")))


def _risks(page, frequency: str) -> list[Node]:
    return [
        node(
            "MedicalSignOrSymptom",
            name=risk.get("name"),
            description=sentences(risk.get("duration") or "", risk.get("text") or ""),
        )
        for risks in values(page, "risks")
        for risk in risks.get(frequency) or ()
        if risk.get("name")
    ]


def _areas(page) -> list[str]:
    facts = page.key_facts
    return [area for area in facts.get("areas") or () if area] if facts else []
