"""The blocks of treatment content, one subject a module; `stream` holds the one list."""
