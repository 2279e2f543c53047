"""Marked sources to documents and gold; written from the data contract alone."""
