"""Domains: the regions and the probability laws of the line and of finite sets."""
