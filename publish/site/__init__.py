"""The pages as MkDocs wrote them: mended, named for their content, and sealed."""
