"""The one list of blocks that treatment content is made of."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from leads.blocks import EnquiryFormBlock
from treatment_pages.blocks.call_to_action import CallToActionBlock
from treatment_pages.blocks.evidence import EvidenceBlock, SourcesBlock
from treatment_pages.blocks.faq import FAQBlock
from treatment_pages.blocks.key_facts import KeyFactsBlock
from treatment_pages.blocks.safety import RisksBlock, SuitabilityBlock
from treatment_pages.blocks.text import HowItWorksBlock, SectionBlock
from treatment_pages.blocks.treatment import BenefitsBlock, ProcedureBlock

EXPLAIN, PREPARE, SUPPORT = _("Explain"), _("Inform and protect"), _("Answer and invite")


class TreatmentStreamBlock(blocks.StreamBlock):
    """Everything a treatment page may contain, grouped as an editor looks for it."""

    key_facts = KeyFactsBlock(group=EXPLAIN)
    section = SectionBlock(group=EXPLAIN)
    how_it_works = HowItWorksBlock(group=EXPLAIN)
    benefits = BenefitsBlock(group=EXPLAIN)
    procedure = ProcedureBlock(group=PREPARE)
    suitability = SuitabilityBlock(group=PREPARE)
    risks = RisksBlock(group=PREPARE)
    evidence = EvidenceBlock(group=PREPARE)
    faq = FAQBlock(group=SUPPORT)
    call_to_action = CallToActionBlock(group=SUPPORT)
    enquiry_form = EnquiryFormBlock(group=SUPPORT)
    sources = SourcesBlock(group=SUPPORT)

    class Meta:
        block_counts = {
            "key_facts": {"max_num": 1},
            "enquiry_form": {"max_num": 1},
            "sources": {"max_num": 1},
        }


STARTER_BLOCKS = ("key_facts", "section", "how_it_works", "benefits", "procedure", "suitability", "risks")


def starter_body() -> list[dict]:
    """What a new page begins with: the parts of a complete treatment page, with headings and still without text."""
    values = {"section": {"heading": gettext("What it is")}}
    return [{"type": name, "value": values.get(name, {})} for name in STARTER_BLOCKS]
