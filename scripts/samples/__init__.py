"""Writers that turn the marked-up sources of the sample documents into files."""
