"""Read a centre's brand.yml, brand/ and docs/local/ strictly, and say in plain words what is wrong."""
