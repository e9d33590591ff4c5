"""What staff see of treatment content in Wagtail admin."""
