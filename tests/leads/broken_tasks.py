"""A task queue that is away, and says more than it should."""

from django_tasks.backends.base import BaseTaskBackend


class Backend(BaseTaskBackend):
    def enqueue(self, task, args, kwargs):
        raise ConnectionError("redis://user:hush@queue.example is away")
