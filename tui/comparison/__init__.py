"""Comparison: the whole result, the only thing that reports and reader know."""
