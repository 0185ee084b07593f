"""The audit log: who did what, and whether a row of it was changed afterwards."""
