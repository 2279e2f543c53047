"""What a document is made of: titles, outline, several reports in one file, tables and their headings."""
