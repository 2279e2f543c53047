"""The source PDF with the doubts marked at the figures in question."""
