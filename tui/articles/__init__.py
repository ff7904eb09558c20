"""Articles: from bytes to a text cut into passages."""
