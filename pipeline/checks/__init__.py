"""The cross-checks: one family of audit rules a file."""
