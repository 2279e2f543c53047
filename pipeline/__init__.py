"""The stages in order, and the world around them."""
