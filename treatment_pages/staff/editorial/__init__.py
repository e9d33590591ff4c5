"""Where staff meet the content checks: in the editor, when something is refused, and over all pages."""
