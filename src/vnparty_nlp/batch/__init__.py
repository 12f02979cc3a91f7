"""Many documents: local processes, files that a rerun continues, progress."""

from vnparty_nlp.batch.run import Options, Progress, Summary, run_batch

__all__ = ["Options", "Progress", "Summary", "run_batch"]
