"""Recorded facts from Vietnamese minutes and guidance, checked by people.

Importing the package loads no model and no heavy library; each function loads what it needs.
"""

__version__ = "0.1.0"
