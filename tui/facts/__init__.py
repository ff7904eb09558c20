"""Facts: what only one article says, what both say, and where they disagree."""
