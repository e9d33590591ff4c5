"""“Import article” in Wagtail admin: read, look through the outline beside the original, make the draft."""

import json

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from treatment_pages.importing.building import draft_of
from treatment_pages.importing.elements import Document
from treatment_pages.importing.forms import (
    BlockForms,
    OutlineForm,
    SourceForm,
    blocks_of,
    initial_blocks,
    outline_from,
)
from treatment_pages.importing.limits import ImportRefusedError
from treatment_pages.importing.mapping import outline_of
from treatment_pages.importing.outline import Outline
from treatment_pages.importing.places import parents_for
from treatment_pages.importing.readers import read, read_pasted

TEMPLATES = "treatment_pages/staff/article_import"
AT_ONCE = 20
"""Drafts that one request makes; a larger export goes on with the next one."""


class ImportView(WagtailAdminTemplateMixin, View):
    """What all steps share: whoever may add pages nowhere finds nothing here."""

    page_title = gettext_lazy("Import article")
    header_icon = "upload"

    def dispatch(self, request, *args, **kwargs):
        if not parents_for(request.user).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def show(self, name: str, status: int = 200, **context) -> HttpResponse:
        """A step's page."""
        self.template_name = f"{TEMPLATES}/{name}.html"
        return self.render_to_response(self.get_context_data(**context), status=status)


class StartView(ImportView):
    """Files or text, and where the drafts go; one article is looked through first, several become drafts at once."""

    def get(self, request):
        return self.show("start", form=SourceForm(user=request.user))

    def post(self, request):
        form = SourceForm(request.POST, request.FILES, user=request.user)
        if not form.is_valid():
            return self.show("start", form=form)
        documents, refused = read_all(form)
        if len(documents) == 1 and not refused:
            return show_outline(self, documents[0], form)
        if not documents and len(refused) == 1:
            form.add_error(None, refused[0]["error"])
            return self.show("start", form=form)
        results = [drafted(document, form, request.user) for document in documents[:AT_ONCE]]
        left = len(documents) - len(results)
        return self.show("done", results=[*results, *refused], left=left)


def read_all(form: SourceForm) -> tuple[list[Document], list[dict]]:
    """The articles of all files and of the text; files that could not be read, with the reason."""
    documents: list[Document] = []
    refused: list[dict] = []
    for file in form.cleaned_data["files"]:
        try:
            documents += read(file.name, file.read())
        except ImportRefusedError as error:
            refused.append({"name": file.name, "error": str(error)})
    if text := form.cleaned_data["text"]:
        try:
            documents.append(read_pasted(text))
        except ImportRefusedError as error:
            refused.append({"name": _("Pasted text"), "error": str(error)})
    return documents, refused


def drafted(document: Document, form: SourceForm, user) -> dict:
    """Makes the draft of one article; what became of it."""
    name = document.name or _("Pasted text")
    try:
        outline = outline_of(document)
        page = draft_of(outline, *form.target, user=user)
    except ImportRefusedError as error:
        return {"name": name, "error": str(error)}
    except ValidationError as error:
        return {"name": name, "error": "; ".join(error.messages)}
    return {
        "name": name,
        "title": page.title,
        "url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "summary": summary(outline),
    }


def summary(outline: Outline) -> str:
    """What an article became, in a line."""
    blocks, claims, aside = len(outline.blocks), len(outline.claims), len(outline.set_aside)
    return " · ".join(
        [
            ngettext("%(number)s block", "%(number)s blocks", blocks) % {"number": blocks},
            ngettext("%(number)s claim without a source", "%(number)s claims without a source", claims)
            % {"number": claims},
            ngettext("%(number)s line set aside", "%(number)s lines set aside", aside) % {"number": aside},
        ]
    )


def show_outline(view: ImportView, document: Document, source: SourceForm) -> HttpResponse:
    """The outline of an article, to be changed beside its original."""
    original = "\n".join(element.text for element in document.elements)
    outline = outline_of(document)
    page_model, parent = source.target
    initial = {
        "parent": parent.pk,
        "page_type": page_model._meta.label_lower,
        "title": outline.meta["title"],
        "author": outline.meta.get("author_display") or "",
        "published_on": day_of(outline.meta.get("published")),
        "updated_on": day_of(outline.meta.get("updated")),
        "facts": [name for name, fact in outline.key_facts.items() if fact],
        "outline": json.dumps(outline.as_json(), ensure_ascii=False),
        "original": original,
    }
    form = OutlineForm(initial=initial, user=view.request.user, outline=outline)
    formset = BlockForms(initial=initial_blocks(outline), prefix="block")
    return view.show("outline", **outline_context(form, formset, outline, original))


def outline_context(form: OutlineForm, formset, outline: Outline, original: str) -> dict:
    """What the page of the outline shows."""
    return {"form": form, "formset": formset, "read": outline, "original": original, "dates": open_dates(outline)}


def day_of(stated: dict | None) -> str:
    """A date for a date field; "" where the year or the day is not known."""
    if not stated or stated.get("confidence") != "stated":
        return ""
    return f"{stated['year']:04}-{stated['month']:02}-{stated['day']:02}"


def open_dates(outline: Outline) -> bool:
    """Whether the article states a date without its year, which nobody but its author knows."""
    dates = (outline.meta.get(name) for name in ("published", "updated"))
    return any(isinstance(date, dict) and date.get("confidence") == "needs_year" for date in dates)


class CreateView(ImportView):
    """The draft of an outline that was looked through."""

    def get(self, request):
        return redirect(reverse("article_import:start"))

    def post(self, request):
        try:
            outline = outline_from(request.POST.get("outline", ""))
        except ImportRefusedError as error:
            messages.error(request, str(error))
            return redirect(reverse("article_import:start"))
        form = OutlineForm(request.POST, user=request.user, outline=outline)
        formset = BlockForms(request.POST, prefix="block")
        is_valid = form.is_valid()
        if formset.is_valid() and is_valid:
            try:
                edited = form.edited(blocks_of(formset, outline))
                page = draft_of(edited, *form.target, user=request.user)
            except ImportRefusedError as error:
                form.add_error(None, str(error))
            except ValidationError as error:
                form.add_error(None, "; ".join(error.messages))
            else:
                words = {"title": page.title, "summary": summary(edited)}
                messages.success(request, _("The draft “%(title)s” was made: %(summary)s.") % words)
                return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        return self.show("outline", **outline_context(form, formset, outline, request.POST.get("original", "")))


class EachView(ImportView):
    """One file of many, or the next part of a large export: drafts are made, the answer tells what became of them."""

    def post(self, request):
        form = SourceForm(request.POST, request.FILES, user=request.user)
        if not form.is_valid():
            errors = [error for field in form.errors.values() for error in field]
            return JsonResponse({"results": [{"name": "", "error": " ".join(errors)}], "next": None})
        documents, refused = read_all(form)
        start = request.POST.get("start", "0")
        first = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 0
        part = documents[first : first + AT_ONCE]
        results = [drafted(document, form, request.user) for document in part]
        following = first + AT_ONCE if first + AT_ONCE < len(documents) else None
        return JsonResponse({"results": [*results, *refused], "next": following, "total": len(documents)})
