"""Paper figures, one a file: ``data`` computes, ``draw`` draws."""
