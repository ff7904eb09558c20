"""Language: words and typed values in a text, with their offsets. Knows nothing of articles."""
