"""What a report says of itself: names, dates, numbering, blanks and what it must have."""
