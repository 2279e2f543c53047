"""What a document is made of: titles, outline, reports, tables and their headings."""
