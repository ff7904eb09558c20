"""Marks: the reader's own hand: pins, cuts, checked claims and notes, kept on disk."""
