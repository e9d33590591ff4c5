"""Key facts and claims: what sentences tell, and what they only seem to tell."""

import pytest

from treatment_pages.importing.claims import claims_of, figures
from treatment_pages.importing.facts import key_facts
from treatment_pages.importing.outline import Block


def fact(name: str, sentence: str, kind: str = "section"):
    found = key_facts([Block(kind, "Heading", sentence)], lambda _sentence: None)[name]
    return found and {key: value for key, value in found.items() if key != "line"}


@pytest.mark.parametrize(
    ("name", "sentence", "expected"),
    [
        ("session_minutes", "The procedure takes about 45 minutes.", {"min": 45, "max": 45}),
        ("session_minutes", "Each session lasts from half an hour to an hour.", {"min": 30, "max": 60}),
        ("session_minutes", "Treatment takes between 1 and 2 hours.", {"min": 60, "max": 120}),
        ("session_minutes", "Eine Behandlung dauert 30 bis 45 Minuten.", {"min": 30, "max": 45}),
        ("session_minutes", "The numbing cream takes 30 minutes.", None),
        ("session_minutes", "Recovery takes 60 minutes.", None),
        ("sessions", "Most people need 3-5 sessions.", {"min": 3, "max": 5}),
        ("sessions", "We recommend a course of six treatments.", {"min": 6, "max": 6}),
        ("sessions", "After three sessions one study showed 40 percent less.", None),
        ("session_spacing_weeks", "Sessions are spaced 4 to 6 weeks apart.", {"min": 4, "max": 6}),
        ("session_spacing_weeks", "Come back every three weeks.", {"min": 3, "max": 3}),
        ("session_spacing_weeks", "Reapply sun cream every two hours.", None),
        ("maintenance", "Maintenance twice a year is enough.", {"per_year": 2}),
        ("maintenance", "A touch-up every 6 months keeps the result.", {"per_year": 2}),
        ("maintenance", "Maintenance once or twice a year may help.", None),
        ("anaesthesia", "A numbing cream is applied first.", {"value": "topical"}),
        ("anaesthesia", "It is done under local anaesthesia.", {"value": "local"}),
        (
            "downtime",
            "Expect redness and swelling for two to three days.",
            {"value": "redness and swelling for two to three days"},
        ),
        ("downtime", "Redness is normal.", None),
        ("results_onset", "You will see results within two weeks.", {"value": "within two weeks"}),
        ("results_onset", "Return to work within two weeks.", None),
        ("results_longevity", "Results last up to 18 months.", {"value": "up to 18 months"}),
        ("results_longevity", "The redness lasts a few days.", None),
        ("price_from", "A session is £150.", {"min": 150, "max": None, "currency": "GBP", "unit": "a session"}),
        (
            "price_from",
            "It costs $1,200 to $1,500 per session.",
            {"min": 1200, "max": 1500, "currency": "USD", "unit": "per session"},
        ),
        ("price_from", "Eine Behandlung kostet 99,50 €.", {"min": 99.5, "max": None, "currency": "EUR", "unit": None}),
        ("price_from", "The deposit is £20.", None),
        ("areas", "It is used on areas such as the face, neck and hands.", {"value": ["face", "neck", "hands"]}),
        ("areas", "It helps with areas such as work and sleep.", None),
    ],
)
def test_sentence_tells_a_fact_or_does_not(name, sentence, expected):
    assert fact(name, sentence) == expected


def test_closing_words_and_alternatives_tell_no_facts_of_the_treatment():
    for kind in ("summary", "alternatives"):
        assert fact("sessions", "Most people need 3-5 sessions.", kind) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("About 90 percent of patients return within 24 hours.", ["90 percent"]),
        ("Up to 85% saw a change, and 12.5 % none.", ["85%", "12.5 %"]),
        ("Nine out of ten clients would do it again.", ["Nine out of ten clients"]),
        ("It works for 3 in 4 women.", ["3 in 4 women"]),
        ("More than 2 million treatments are done.", ["More than 2 million"]),
        ("A study found that lines lost 0.3 millimetres.", ["0.3"]),
        ("Bei 70 Prozent der Patientinnen besserte sich die Haut.", ["70 Prozent"]),
        ("A peel with 30% glycolic acid goes deeper.", []),
        ("Save 20% this month.", []),
        ("The session takes 30 minutes.", []),
        ("Use SPF 50 every day.", []),
    ],
)
def test_statistic_is_told_from_other_figures(sentence, expected):
    assert figures(sentence) == expected


def test_claims_know_their_block_and_item():
    blocks = [Block("section", "A", "Plain."), Block("section", "B", "It helped 40 percent of people.")]
    (claim,) = claims_of(blocks)
    assert (claim.block, claim.item, blocks[1].claims) == (1, None, ["C1"])


@pytest.mark.parametrize(
    ("sentence", "named", "is_vague"),
    [
        ("According to the Skin Institute of Nowhere, 40 percent improve.", "Skin Institute of Nowhere", False),
        ("One small study saw 40 percent less.", "one small study", True),
        ("40 percent improve.", None, True),
    ],
)
def test_claim_names_who_is_said_to_have_found_it(sentence, named, is_vague):
    (claim,) = claims_of([Block("section", "A", sentence)])
    assert (claim.source_named, claim.vague, claim.source_year) == (named, is_vague, None)
