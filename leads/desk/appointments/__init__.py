"""The consultation of a lead as a file for calendars: offered on its page, downloaded from there."""
