"""Run in fresh processes, so that memory and threads are theirs alone; they print JSON."""
