"""A many-to-many field that Wagtail's reference index knows."""

from collections.abc import Iterable, Iterator

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.tasks import update_reference_index_task


class ReferencedManyToManyField(ParentalManyToManyField):
    """Lets “usage” in Wagtail admin name the pages that chose a record; Wagtail itself leaves out many-to-many fields.

    Migrations see the field that it extends.
    """

    def extract_references(self, value: Iterable[models.Model]) -> Iterator[tuple]:
        """The chosen records, as Wagtail's reference index asks for them."""
        for chosen in value:
            yield self.related_model, str(chosen.pk), "", ""

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "modelcluster.fields.ParentalManyToManyField", args, kwargs


class ReferencedChoicesMixin(models.Model):
    """A page with such fields; they are stored after everything else, so Wagtail's index is told once more."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        if kwargs.get("update_fields") is None:
            update_reference_index_task.enqueue(self._meta.app_label, self._meta.model_name, str(self.pk))
