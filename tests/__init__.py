"""The tests; their folders mirror the package, `kit/` holds what they share."""
