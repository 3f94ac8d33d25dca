"""Side-by-side timings, one row a file, found by discovery."""
