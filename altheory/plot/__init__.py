"""Axes-level drawing functions, paper styles, figure bundles."""
