"""The grammar of figures, dates and citations: one kind a file, rules with their examples."""
