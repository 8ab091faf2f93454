"""Write what follows from a centre's files to where the site and the rules take it from."""
