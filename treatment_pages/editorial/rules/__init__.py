"""The rules, one subject a module; each names in its docstring where it comes from."""
