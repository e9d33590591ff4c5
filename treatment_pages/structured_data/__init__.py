"""What a page says about itself in schema.org's words (JSON-LD), one subject a module; `graph` puts it together."""
