"""What a release consists of, beside its tag."""
