"""Forms: project heads, fund tables and indicator tables, recognised by their headings."""
