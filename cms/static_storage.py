"""Static files as visitors get them: one stylesheet, names that change with the content, compressed beforehand."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

from treatment_pages.bundled_stylesheets import BundledStylesheetsMixin


class SiteStaticFilesStorage(BundledStylesheetsMixin, CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, with stylesheets that are whole."""
