"""The public holidays of every listed country, built from the pinned `holidays` package."""
