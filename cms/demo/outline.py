"""A page of the demo as plain data: its fields, and the blocks that `cms.demo.content` makes."""

from dataclasses import dataclass
from datetime import date

from cms.demo.content import Block


@dataclass(frozen=True)
class Review:
    """Who checked a text, and how many days before the demo was loaded; keys are those of `cms.demo.team`."""

    by: str
    days_ago: int


@dataclass(frozen=True)
class Topics:
    """Under which words of `cms.demo.taxonomy` visitors find a treatment; named like the fields of its page."""

    categories: tuple[str, ...]
    concerns: tuple[str, ...]
    body_areas: tuple[str, ...]


@dataclass(frozen=True)
class Content:
    """What treatments and articles have in common; `picture` names a drawing, `author_page` somebody of the team."""

    slug: str
    title: str
    alternate_names: str
    summary: str
    seo_title: str
    search_description: str
    picture: str
    body: tuple[Block, ...]
    author_page: str | None
    review: Review | None


@dataclass(frozen=True)
class Treatment(Content):
    """One treatment page; `related` are slugs of others, none for those that share a concern."""

    topics: Topics
    related: tuple[str, ...] = ()


@dataclass(frozen=True)
class Article(Content):
    """One article; `treatment` is the slug of the treatment it is about, None for articles about all of them."""

    author: str
    published_on: date
    updated_on: date
    treatment: str | None
    is_live: bool
    introduction: str
    tags: tuple[str, ...] = ()
    takes_questions: bool = False
