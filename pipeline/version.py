"""The version that is written into every ``documents`` row."""

__version__ = "0.1.0"
