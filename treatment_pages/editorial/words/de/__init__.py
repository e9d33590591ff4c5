"""What the rules look for in German."""

from treatment_pages.editorial.words import Words
from treatment_pages.editorial.words.de.facts import FACTS
from treatment_pages.editorial.words.de.figures import FIGURES
from treatment_pages.editorial.words.de.persuasion import PERSUASION
from treatment_pages.editorial.words.de.prices import PRICES
from treatment_pages.editorial.words.de.promises import PROMISES
from treatment_pages.editorial.words.de.safety import SAFETY
from treatment_pages.editorial.words.de.sentences import SENTENCES
from treatment_pages.editorial.words.de.sources import SOURCES

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
