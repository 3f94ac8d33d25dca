"""Laws and Hypothesis strategies for version spaces, regions and learners."""
