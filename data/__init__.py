"""What is known, not computed: units, headings, words, samples."""
