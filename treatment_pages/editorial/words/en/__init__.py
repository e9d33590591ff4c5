"""What the rules look for in English."""

from treatment_pages.editorial.words import Words
from treatment_pages.editorial.words.en.facts import FACTS
from treatment_pages.editorial.words.en.figures import FIGURES
from treatment_pages.editorial.words.en.persuasion import PERSUASION
from treatment_pages.editorial.words.en.prices import PRICES
from treatment_pages.editorial.words.en.promises import PROMISES
from treatment_pages.editorial.words.en.safety import SAFETY
from treatment_pages.editorial.words.en.sentences import SENTENCES
from treatment_pages.editorial.words.en.sources import SOURCES

WORDS = Words(
    **SENTENCES,
    **FIGURES,
    **SOURCES,
    **PROMISES,
    **PERSUASION,
    **SAFETY,
    **PRICES,
    **FACTS,
)
