"""What the tests share: builders, golden files, a browser, and the run's own honesty.

Modules here are imported by name (`from tests.kit.browser import Visit`); this file imports none of them, so that a
test of one floor does not load the tools of another.
"""
