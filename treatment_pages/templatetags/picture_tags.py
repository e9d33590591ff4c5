"""`{% tp_picture image "role" alt="…" %}`: a picture in the sizes and formats of its role."""

from django import template

from treatment_pages import pictures

register = template.Library()


@register.simple_tag
def tp_picture(image, role: str, alt: str = "", **attributes) -> str:
    """The picture as `<picture>`; nothing for no image, or for one whose file is gone."""
    return (image and pictures.picture(image, role, alt, **attributes)) or ""


@register.inclusion_tag("treatment_pages/includes/picture_preload.html")
def tp_picture_preload(image, role: str) -> dict[str, pictures.Preload | None]:
    """For the head of a page that begins with the picture: the browser asks for it before it reads on."""
    return {"picture": pictures.preload(image, role) if image else None}
