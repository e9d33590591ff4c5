"""What is due in treatment content, on the home page of the admin."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.forms import Media
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from treatment_pages.editorial.page_checks import count_blocked
from treatment_pages.models import QuestionStatus, ReaderQuestion
from treatment_pages.reviews import ReviewState, count_states, may_see_reviews
from treatment_pages.staff.reports import CHECKS, REVIEWS


@dataclass(frozen=True)
class Task:
    """Something that waits: how many, of what, and where to go on."""

    number: int
    text: str
    url: str
    icon: str
    is_urgent: bool = False


class DuePanel(Component):
    """What waits for this user; nothing at all when nothing does."""

    name = "treatment_content_due"
    order = 150
    template_name = "treatment_pages/staff/due_panel.html"
    media = Media(css={"all": ["treatment_pages/due-panel.css"]})

    def __init__(self, user) -> None:
        self.user = user

    @cached_property
    def tasks(self) -> list[Task]:
        """The tasks with something to do; at most three queries besides those for permissions."""
        found = [*question_tasks(self.user), *check_tasks(self.user), *review_tasks(self.user)]
        return [task for task in found if task.number]

    def get_context_data(self, parent_context):
        return {"tasks": self.tasks}

    def render_html(self, parent_context=None):
        return super().render_html(parent_context) if self.tasks else ""


def question_tasks(user) -> list[Task]:
    """Readers' questions that wait or are under suspicion, for those who may see them."""
    if not policy_registry.get_by_type(ReaderQuestion).user_has_any_permission(user, ["change", "view"]):
        return []
    counts = ReaderQuestion.objects.count_by_status()
    waiting, suspected = counts[QuestionStatus.HELD], counts[QuestionStatus.QUARANTINED]
    listing = reverse("reader_questions_admin:index")
    return [
        Task(
            waiting,
            ngettext("reader question waits for an answer", "reader questions wait for an answer", waiting),
            listing,
            "help",
        ),
        Task(
            suspected,
            ngettext("reader question is suspected of spam", "reader questions are suspected of spam", suspected),
            f"{listing}?{urlencode({'status': QuestionStatus.QUARANTINED.value})}",
            "warning",
        ),
    ]


def check_tasks(user) -> list[Task]:
    """Pages whose latest version the content checks keep from being published, for those who edit pages."""
    if not may_see_reviews(user):
        return []
    number = count_blocked(user)
    text = ngettext("page cannot be published: it has errors", "pages cannot be published: they have errors", number)
    return [Task(number, text, f"{reverse(CHECKS)}?severity=error", "glasses", is_urgent=True)]


def review_tasks(user) -> list[Task]:
    """Published pages whose medical review needs somebody, for those who edit pages."""
    if not may_see_reviews(user):
        return []
    counts = count_states(user)
    overdue, soon = counts[ReviewState.OVERDUE], counts[ReviewState.SOON]
    changed, never = counts[ReviewState.CHANGED], counts[ReviewState.NEVER]
    texts = [
        (ReviewState.OVERDUE, ngettext("page is overdue for review", "pages are overdue for review", overdue)),
        (ReviewState.SOON, ngettext("page is due for review soon", "pages are due for review soon", soon)),
        (ReviewState.CHANGED, ngettext("page changed since its review", "pages changed since their review", changed)),
        (ReviewState.NEVER, ngettext("page was never reviewed", "pages were never reviewed", never)),
    ]
    return [
        Task(counts[state], text, report_url(state), "clipboard-list", is_urgent=state == ReviewState.OVERDUE)
        for state, text in texts
    ]


def report_url(state: ReviewState) -> str:
    """The report with exactly the pages that were counted."""
    return f"{reverse(REVIEWS)}?{urlencode({'state': state.value, 'live': 'true'})}"


def add_due_panel(request, panels) -> None:
    """Put the panel on the home page; it shows nothing where nothing is due."""
    panels.append(DuePanel(request.user))
