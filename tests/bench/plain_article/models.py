"""The article page that Wagtail's documentation leads to: date, introduction, body of headings, text and images."""

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page


class ArticlePage(Page):
    """An article with a picture above it."""

    date = models.DateField()
    intro = RichTextField(blank=True)
    hero = models.ForeignKey("wagtailimages.Image", models.SET_NULL, null=True, blank=True, related_name="+")
    body = StreamField(
        [("heading", blocks.CharBlock()), ("paragraph", blocks.RichTextBlock()), ("image", ImageBlock())], blank=True
    )
    content_panels = [*Page.content_panels, *map(FieldPanel, ("date", "intro", "hero", "body"))]
