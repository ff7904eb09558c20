"""Marks: the reader's own hand: pins, cuts, checked claims and notes, kept on disk."""

from __future__ import annotations
