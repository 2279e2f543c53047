"""heshu (核数): exact figures out of budget-performance self-evaluation reports."""
