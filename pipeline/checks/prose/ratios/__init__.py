"""Shares, rates of completion and other quotients in running text: P03, P04."""
