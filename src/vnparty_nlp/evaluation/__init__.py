"""Annotated passages, and how well each stage does on them."""
