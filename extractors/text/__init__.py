"""What every reader and grammar needs to know of Chinese text: folding and joining."""
