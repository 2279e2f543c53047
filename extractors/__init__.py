"""From bytes to facts. No database, no terminal, no network."""
