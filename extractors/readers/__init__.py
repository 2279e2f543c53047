"""One reader a format: from the bytes of a file to a document."""
