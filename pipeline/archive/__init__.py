"""The archive (资料库): every table of many documents, in SQLite or PostgreSQL."""

DEFAULT = "heshu.db"
"""The archive in the working folder, where no other is named."""
