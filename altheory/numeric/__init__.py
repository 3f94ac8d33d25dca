"""Numbers that say how well they are known, and the exact way between them."""
