"""The archive (资料库): every table of many documents, in SQLite or PostgreSQL."""
