"""A copy of the guide and its upstream: what it changed, what it overrides, and how it takes a release."""
