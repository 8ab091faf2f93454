"""From the tree to the site: one command for each step that `make` takes."""
