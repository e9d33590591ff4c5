"""The site's Content-Security-Policy: strict for visitors, Wagtail's needs for its admin."""

from functools import cached_property

from csp.constants import HEADER, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

ADMIN_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}
"""Wagtail's date pickers carry inline scripts and styles, and its preview stands in a frame."""

PREVIEW_POLICY = {"frame-ancestors": [SELF]}
"""A page in the editor's preview: as strict as for visitors, but framed by the admin."""


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """django-csp's middleware, with a policy of its own below Wagtail admin's address.

    It writes a policy anew for every response, which takes as long as some queries: that of visitors is written once.
    """

    @cached_property
    def visitors_policy(self) -> str | None:
        """What django-csp says to a visitor of an ordinary page."""
        return super().process_response(HttpRequest(), HttpResponse()).get(HEADER)

    def process_response(self, request, response):
        if self.visitors_policy is None or not is_ordinary(request, response):
            return super().process_response(request, response)
        response.setdefault(HEADER, self.visitors_policy)
        return response

    def get_policy_parts(self, request, response, report_only=False) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if is_of_admin(request):
            parts.replace = ADMIN_POLICY
        elif getattr(request, "is_preview", False):
            parts.replace = PREVIEW_POLICY
        return parts


def is_ordinary(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether nothing about a request or its answer asks for a policy of its own."""
    own = [name for name in (*vars(request), *vars(response)) if name.startswith("_csp")]
    return not own and not getattr(request, "is_preview", False) and not is_of_admin(request)


def is_of_admin(request: HttpRequest) -> bool:
    """Whether it is for a page of Wagtail admin."""
    return request.path.startswith(reverse("wagtailadmin_home"))
