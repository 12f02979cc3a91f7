"""Pure functions on Vietnamese text: no documents, no labels, no files."""
