"""Measurements: what checks and builds cost. Not tests; nothing here is asserted."""
