"""When each loop of jobs last did its work, so that a loop that died is noticed."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class JobLoop(models.Model):
    """One loop, such as the one that sends messages; any number of processes may run it."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    interval_seconds = models.FloatField(_("interval (seconds)"))
    last_run_at = models.DateTimeField(_("last run"), null=True)
    last_success_at = models.DateTimeField(_("last success"), null=True)

    class Meta:
        verbose_name = _("job loop")
        verbose_name_plural = _("job loops")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def record(cls, name: str, *, interval: float, succeeded: bool) -> None:
        """Note that a turn of the loop has ended just now, and whether it did its work."""
        now = timezone.now()
        values = {"interval_seconds": interval, "last_run_at": now}
        cls.objects.update_or_create(name=name, defaults=values | ({"last_success_at": now} if succeeded else {}))

    @classmethod
    def claim(cls, name: str, *, interval: float) -> bool:
        """Whether the caller is to run a turn now; of several processes one is, and none within `interval` seconds."""
        now = timezone.now()
        before = now - timedelta(seconds=interval)
        loop, is_first = cls.objects.get_or_create(
            name=name, defaults={"interval_seconds": interval, "last_run_at": now}
        )
        if is_first:
            return True
        if loop.last_run_at and loop.last_run_at > before:
            return False
        return bool(cls.objects.filter(pk=loop.pk, last_run_at=loop.last_run_at).update(last_run_at=now))

    def is_late(self, tolerance: timedelta) -> bool:
        """Whether no turn has succeeded for three intervals and `tolerance`."""
        allowed = tolerance + 3 * timedelta(seconds=self.interval_seconds)
        return self.last_success_at is None or timezone.now() - self.last_success_at > allowed
