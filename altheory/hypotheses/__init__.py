"""Exact hypothesis classes, one file each, found by discovery and never listed."""
