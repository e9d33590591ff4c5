"""Records whose fields, or most of them, never change once they are stored."""

import copy

from django.db import models


class EnquiryImmutableError(Exception):
    """Raised on an attempt to change what a visitor sent, decided or was shown."""


class WrittenOnce(models.Model):
    """Refuses in `save()` to change the fields that are named in `written_once`, by their attribute names.

    Fields that were not read with the record are compared with the database.
    """

    written_once: frozenset[str] = frozenset()

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
