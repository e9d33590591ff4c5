"""The checker of JSON-LD finds what it is there to find."""

import pytest

from tests.schema_org import findings, json_ld


def graph(*nodes: dict) -> dict:
    return {"@context": "https://schema.org", "@graph": list(nodes)}


def page(**properties) -> dict:
    return {"@type": "MedicalWebPage", "@id": "#page", **properties}


def test_a_correct_graph_has_no_findings():
    therapy = {"@type": "MedicalTherapy", "@id": "#treatment", "name": "Peel", "bodyLocation": ["Face"]}
    hours = {"@type": "OpeningHoursSpecification", "dayOfWeek": ["Monday"], "opens": "09:00", "closes": "18:00"}
    clinic = {"@type": "MedicalClinic", "@id": "#clinic", "openingHoursSpecification": [hours]}
    carrier = page(mainEntity={"@id": "#treatment"}, publisher={"@id": "#clinic"}, lastReviewed="2026-02-28")
    assert findings(graph(carrier, therapy, clinic)) == []


@pytest.mark.parametrize(
    ("node", "words"),
    [
        ({"@type": "MedicalSpa", "name": "A"}, "MedicalSpa is no type"),
        ({"@type": ["WebPage", "FAQPage"]}, "exactly one @type"),
        ({"name": "A"}, "exactly one @type"),
        (page(indication="Acne"), "indication is no property"),
        (page(followup="Rest"), "followup belongs to MedicalProcedure"),
        (page(reviewedBy="Dr Example"), "takes Organization, Person, not 'Dr Example'"),
        (page(reviewedBy={"@type": "Place", "name": "A"}), "takes Organization, Person, not Place"),
        (page(lastReviewed="28/02/2026"), "takes Date, not '28/02/2026'"),
        (page(lastReviewed="2026-02-30"), "takes Date, not '2026-02-30'"),
        (page(lastReviewed=""), "takes Date, not ''"),
        (page(mainEntity={"@id": "#nowhere"}), "nothing has the @id #nowhere"),
        (page(reviewedBy={"@id": "#page"}), "takes Organization, Person, not MedicalWebPage"),
        (page(timeRequired="5 minutes"), "takes Duration"),
        (page(specialty="Beautician"), "takes Specialty"),
        ({"@type": "OpeningHoursSpecification", "dayOfWeek": "Caturday"}, "takes DayOfWeek"),
        ({"@type": "OpeningHoursSpecification", "opens": "9 am"}, "takes Time"),
        ({"@type": "ListItem", "position": True}, "takes Integer, Text"),
        ({"@type": "Product", "isConsumableFor": {"@type": "Product", "colour": "red"}}, "colour is no property"),
    ],
)
def test_what_is_wrong_is_named(node, words):
    assert any(words in finding for finding in findings(graph(node))), findings(graph(node))


def test_two_nodes_cannot_share_an_identifier():
    assert "#page: more than one node has this @id" in findings(graph(page(), page()))


def test_another_vocabulary_is_refused():
    assert findings({"@context": "https://example.com", "@graph": []}) == ["@context: not schema.org"]


def test_documents_are_read_from_their_scripts_only():
    html = '<script src="a.js"></script><script type="application/ld+json">{"a": "\\u003C/script\\u003E"}</script>'
    assert json_ld(html) == [{"a": "</script>"}]
