"""The site's Content-Security-Policy: strict for visitors, Wagtail's needs for its admin."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
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
    """django-csp's middleware, with a policy of its own below Wagtail admin's address."""

    def get_policy_parts(self, request, response, report_only=False) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(reverse("wagtailadmin_home")):
            parts.replace = ADMIN_POLICY
        elif getattr(request, "is_preview", False):
            parts.replace = PREVIEW_POLICY
        return parts
