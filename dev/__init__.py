"""What helps whoever works on the guide, and publishes nothing: serving, locking, browsers to test in."""
