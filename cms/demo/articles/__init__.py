"""The demo's two articles: one to read, and a draft that waits for its sources."""

from cms.demo.articles import first_treatment, unsourced_draft

ARTICLES = (first_treatment.ARTICLE, unsourced_draft.ARTICLE)
