"""The public pages of the enquiry forms."""

from django.http import HttpResponse


def enquiry(request, slug):
    return HttpResponse("")


def thanks(request):
    return HttpResponse("")
