"""SQLite whose connections are kept from one request to the next; `cms.sqlite` is the ENGINE."""
