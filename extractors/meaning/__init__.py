"""What a figure measures: subject, aspect, scope, role, direction and period."""
