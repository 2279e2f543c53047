"""The page: the reports as read beside what stands against them, in one file of its own."""
