"""Rules of single countries."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.matching import shown, statements
from treatment_pages.editorial.page_text import Hit, PageText, Passage
from treatment_pages.editorial.registry import register_rule
from treatment_pages.editorial.rules.prices import stored_prices
from treatment_pages.editorial.rules.structure import names_risks

PRESCRIPTION_ONLY = re.compile(
    r"\b(?:botox|botulinum(?: ?toxin)?|botulinumtoxin\w*|bocouture|azzalure|dysport|xeomin|vistabel|alluzience|letybo"
    r"|nuceiva|relfydess|jeuveau|daxxify|anti-?wrinkle injections?|wrinkle[- ]relax\w+ injections?|toxin injections?"
    r"|ozempic|wegovy|mounjaro|saxenda|semaglutide|tirzepatide|liraglutide|kenalog|triamcinolone|tretinoin|isotretinoin"
    r"|vitamin b-?12 injections?|hydroxocobalamin|hyaluronidase|hyalase|propecia|finasteride)\b",
    re.IGNORECASE,
)
"""Names of prescription-only medicines, and words that CAP holds to promote one."""

HYALURONIC = re.compile(r"hyaluron|\bfillers?\b|unterspritz", re.IGNORECASE)
INJECTED = re.compile(r"inject|unterspritz|gespritzt|cannula|kanüle|syringe|\bspritze", re.IGNORECASE)
EXPLAINING_BLOCKS = frozenset({"section", "how_it_works", "procedure", "before_after"})

PROMINENT_FIELDS = frozenset({"title", "seo_title", "search_description"})
PROMINENT_BLOCKS = frozenset({"call_to_action", "prices"})


@register_rule("POM-01", {"uk": Severity.ERROR})
def prescription_only_medicine(page_text: PageText) -> Iterator[Hit]:
    """A prescription-only medicine where it advertises: title, menu, search results, call to action, price.

    Human Medicines Regulations 2012, regulation 284; CAP Code 12.12. Balanced information further down may name it.
    """
    for passage in page_text.passages:
        if not _is_prominent(passage):
            continue
        for sentence in passage.sentences:
            found = PRESCRIPTION_ONLY.search(sentence.text)
            if found:
                told = _("“%(words)s” names or points to a prescription-only medicine where the page advertises.")
                fix = _("Advertise the consultation instead, such as “a consultation about lines and wrinkles”.")
                yield Hit(told % {"words": shown(sentence, found)}, fix, sentence)


def _is_prominent(passage: Passage) -> bool:
    if passage.block_id is None:
        return passage.path in PROMINENT_FIELDS
    is_price = passage.block_type == "key_facts" and passage.path.startswith("price")
    return passage.block_type in PROMINENT_BLOCKS or is_price


@register_rule("USE-01", {"us": Severity.WARNING}, reads_text=True)
def use_beyond_authorisation(page_text: PageText) -> Iterator[Hit]:
    """A use that the product was not authorised for.

    Federal Food, Drug, and Cosmetic Act, sections 502 and 505 (labelled uses); FTC Act, section 12.
    """
    for sentence in statements(page_text):
        found = page_text.words.off_label.search(sentence.plain)
        if found:
            told = _("“%(words)s” may be a use that the product is not authorised for.")
            fix = _("Check the product's label; do not advertise uses beyond it.")
            yield Hit(told % {"words": shown(sentence, found)}, fix, sentence)


@register_rule("IMG-03", {"eu-de": Severity.ERROR})
def before_and_after_of_injections(page_text: PageText) -> Iterator[Hit]:
    """Before and after pictures of hyaluronic acid injections.

    HWG § 11 (1) sentence 3 no. 1; Federal Court of Justice, 31 July 2025, I ZR 170/24.
    """
    pairs = page_text.of_type("before_after")
    if not pairs or not _is_about_injected_hyaluronic_acid(page_text):
        return
    for block in pairs:
        yield Hit.of_block(
            block,
            _("In Germany nobody may advertise injections of hyaluronic acid with before and after pictures."),
            _("Remove the pictures; describe in words what can change."),
        )


def _is_about_injected_hyaluronic_acid(page_text: PageText) -> bool:
    """Whether the page's own treatment is one; what it names as an alternative does not count."""
    if HYALURONIC.search(f"{page_text.page.title} {page_text.page.alternate_names}"):
        return True
    return any(
        HYALURONIC.search(sentence.text) and INJECTED.search(sentence.text)
        for sentence in page_text.sentences
        if sentence.passage.block_type in EXPLAINING_BLOCKS
    )


@register_rule("IMG-04", {"jp": Severity.ERROR})
def before_and_after_without_details(page_text: PageText) -> Iterator[Hit]:
    """Before and after pictures without what was done, what it costs, how long it takes and what can go wrong.

    MHLW Medical Advertising Guidelines, on before and after photographs; Medical Care Act, article 6-5.
    """
    for block in page_text.of_type("before_after"):
        missing = [
            str(label)
            for label, is_there in (
                (_("content of the treatment"), page_text.of_type("procedure", "how_it_works")),
                (_("cost"), stored_prices(page_text)),
                (_("period and number of sessions"), block.value.get("sessions") and block.value.get("weeks_after")),
                (_("main risks and side effects"), names_risks(page_text)),
            )
            if not is_there
        ]
        if missing:
            yield Hit.of_block(
                block,
                _("In Japan these pictures need more beside them. Missing: %(facts)s.") % {"facts": ", ".join(missing)},
                _("Add what is missing in the block or on the page, or remove the pictures."),
            )
