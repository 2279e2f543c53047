"""What the auditor gets: one account of the findings, and a writer for each form of it.

``model.py`` says what is told, once for all forms, so that a finding has the same number
in the workbook (``sheets``), the page (``page``), the notes of a PDF (``notes``) and on
the terminal.
"""
