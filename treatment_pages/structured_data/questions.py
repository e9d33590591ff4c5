"""Questions and answers, for sites that mark them up."""

from treatment_pages import conf
from treatment_pages.structured_data.nodes import Node, Subject, node, plain, reference
from treatment_pages.structured_data.therapy import values


def questions(subject: Subject) -> list[Node]:
    """The FAQ of the page as one node; none unless the project's settings ask for it."""
    if not conf.get("FAQ_STRUCTURED_DATA"):
        return []
    entries = [_question(item) for block in values(subject.page, "faq") for item in block.get("items") or ()]
    answered = [entry for entry in entries if entry]
    if not answered:
        return []
    return [node("FAQPage", subject.id("faq"), isPartOf=reference(subject.id("page")), mainEntity=answered)]


def _question(item) -> Node | None:
    answer = plain(item.get("answer"))
    if not (item.get("question") and answer):
        return None
    return node("Question", name=item["question"], acceptedAnswer=node("Answer", text=answer))
