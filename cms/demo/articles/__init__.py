"""The demo's articles: four to read, and a draft that waits for its sources."""

from cms.demo.articles import acne_scars, first_treatment, pictures, sunscreen, unsourced_draft

ARTICLES = (
    first_treatment.ARTICLE,
    acne_scars.ARTICLE,
    pictures.ARTICLE,
    sunscreen.ARTICLE,
    unsourced_draft.ARTICLE,
)
