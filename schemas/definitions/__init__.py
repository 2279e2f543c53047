"""The definitions of the tables, one file a family; ``schemas/tables.py`` puts them together."""
