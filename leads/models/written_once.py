"""Records whose fields, or most of them, never change once they are stored."""

import copy
from collections.abc import Iterable

from django.db import models


class EnquiryImmutableError(Exception):
    """Raised on an attempt to change what a visitor sent, decided or was shown."""


class WrittenOnceQuerySet(models.QuerySet):
    """Refuses to change for many records what `save()` refuses for one."""

    def update(self, **values) -> int:
        """Change fields that may change; raise EnquiryImmutableError for one that never does."""
        self._refuse_written_once(values)
        return super().update(**values)

    update.alters_data = True

    def bulk_update(self, objs, fields, *args, **kwargs) -> int:
        """The same for values that differ from record to record."""
        self._refuse_written_once(fields)
        return super().bulk_update(objs, fields, *args, **kwargs)

    bulk_update.alters_data = True

    def bulk_create(self, objs, *args, update_fields=None, **kwargs):
        """Store; raise EnquiryImmutableError where a conflict would rewrite what never changes."""
        self._refuse_written_once(update_fields or ())
        return super().bulk_create(objs, *args, update_fields=update_fields, **kwargs)

    def rewrite(self, **values) -> int:
        """Change what never changes, because it means the same: for answers under another key, and nothing else."""
        return super().update(**values)

    rewrite.alters_data = True

    def _refuse_written_once(self, names: Iterable[str]) -> None:
        attributes = {self.model._meta.get_field(name).attname for name in names if name != "pk"}
        if changed := attributes & self.model.written_once:
            raise EnquiryImmutableError(f"{self.model.__name__} never changes: {', '.join(sorted(changed))}")


class WrittenOnce(models.Model):
    """Refuses to change the fields that are named in `written_once`, by their attribute names.

    Fields that were not read with the record are compared with the database. A manager of its own must come from a
    `WrittenOnceQuerySet`.
    """

    written_once: frozenset[str] = frozenset()

    objects = WrittenOnceQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """Store; raise EnquiryImmutableError when a stored field was changed that never changes."""
        changed = [name for name, value in self._stored_values().items() if getattr(self, name) != value]
        if changed:
            raise EnquiryImmutableError(f"{type(self).__name__} never changes: {', '.join(sorted(changed))}")
        super().save(*args, **kwargs)
        self._remember(self.written_once - self.get_deferred_fields())

    @classmethod
    def from_db(cls, db, field_names, values):
        instance = super().from_db(db, field_names, values)
        instance._remember(cls.written_once & set(field_names))
        return instance

    def _remember(self, names: set[str]) -> None:
        self._stored = copy.deepcopy({name: getattr(self, name) for name in names})

    def _stored_values(self) -> dict:
        if self._state.adding:
            return {}
        known = getattr(self, "_stored", {})
        unknown = self.written_once - known.keys() - self.get_deferred_fields()
        if not unknown:
            return known
        return known | (type(self)._base_manager.filter(pk=self.pk).values(*unknown).first() or {})
