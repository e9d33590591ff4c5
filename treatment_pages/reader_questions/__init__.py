"""Questions that readers ask under an article: asked, stored, answered, published, moved into the page's FAQ."""
