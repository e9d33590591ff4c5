"""The one list of blocks that treatment content is made of."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leads.blocks import EnquiryFormBlock
from treatment_pages.blocks.aftercare import AftercareBlock
from treatment_pages.blocks.alternatives import AlternativesBlock
from treatment_pages.blocks.base import CleanedStream
from treatment_pages.blocks.before_after import BeforeAfterBlock
from treatment_pages.blocks.call_to_action import CallToActionBlock
from treatment_pages.blocks.evidence import EvidenceBlock, SourcesBlock
from treatment_pages.blocks.faq import FAQBlock
from treatment_pages.blocks.help import HelpBlock
from treatment_pages.blocks.key_facts import KeyFactsBlock
from treatment_pages.blocks.media import FigureBlock
from treatment_pages.blocks.prices import PricesBlock
from treatment_pages.blocks.quotes import QuoteBlock, TestimonialBlock
from treatment_pages.blocks.results import ResultsBlock
from treatment_pages.blocks.safety import RisksBlock, SuitabilityBlock
from treatment_pages.blocks.text import HowItWorksBlock, SectionBlock
from treatment_pages.blocks.treatment import BenefitsBlock, ProcedureBlock
from treatment_pages.blocks.video import VideoBlock

EXPLAIN, SHOW = _("Explain"), _("Pictures and video")
PREPARE, SUPPORT = _("Inform and protect"), _("Answer and invite")


class TreatmentStreamBlock(CleanedStream):
    """Everything a treatment page may contain, grouped as an editor looks for it."""

    key_facts = KeyFactsBlock(group=EXPLAIN)
    section = SectionBlock(group=EXPLAIN)
    how_it_works = HowItWorksBlock(group=EXPLAIN)
    benefits = BenefitsBlock(group=EXPLAIN)
    results = ResultsBlock(group=EXPLAIN)
    image = FigureBlock(group=SHOW)
    before_after = BeforeAfterBlock(group=SHOW)
    video = VideoBlock(group=SHOW)
    procedure = ProcedureBlock(group=PREPARE)
    aftercare = AftercareBlock(group=PREPARE)
    suitability = SuitabilityBlock(group=PREPARE)
    risks = RisksBlock(group=PREPARE)
    when_to_get_help = HelpBlock(group=PREPARE)
    alternatives = AlternativesBlock(group=PREPARE)
    evidence = EvidenceBlock(group=PREPARE)
    prices = PricesBlock(group=SUPPORT)
    faq = FAQBlock(group=SUPPORT)
    quote = QuoteBlock(group=SUPPORT)
    testimonial = TestimonialBlock(group=SUPPORT)
    call_to_action = CallToActionBlock(group=SUPPORT)
    enquiry_form = EnquiryFormBlock(group=SUPPORT)
    sources = SourcesBlock(group=SUPPORT)

    class Meta:
        block_counts = {
            "key_facts": {"max_num": 1},
            "enquiry_form": {"max_num": 1},
            "sources": {"max_num": 1},
        }


STARTER_BLOCKS = (
    "key_facts",
    "section",
    "how_it_works",
    "benefits",
    "procedure",
    "aftercare",
    "suitability",
    "risks",
    "when_to_get_help",
    "faq",
)


def starter_body() -> list[dict]:
    """What a new page begins with: the parts of a complete treatment page, with headings and still without text."""
    values = {"section": {"heading": gettext("What it is")}}
    return [{"type": name, "value": values.get(name, {})} for name in STARTER_BLOCKS]
