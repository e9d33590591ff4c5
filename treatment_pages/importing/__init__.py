"""Articles that move in: files or pasted text become an outline, and the outline a draft page."""
