"""What a treatment index shows: treatments by topic, a comparison, articles and their feed; one subject a module."""
