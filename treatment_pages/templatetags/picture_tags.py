"""`{% tp_picture image "role" alt="…" %}`: a picture in the sizes and formats of its role."""

from django import template

from treatment_pages import pictures

register = template.Library()


@register.simple_tag
def tp_picture(image, role: str, alt: str = "", **attributes) -> str:
    """The picture as `<picture>`; nothing for no image, or for one whose file is gone."""
    return (image and pictures.picture(image, role, alt, **attributes)) or ""


@register.simple_tag
def tp_picture_address(image, role: str) -> str:
    """The address of one JPEG of the picture, such as for a video's poster; "" if there is none."""
    return pictures.address(image, role) if image else ""
