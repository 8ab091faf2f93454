"""A career centre's copy: read brand.yml and brand/ strictly, and put them where the site takes them from."""
