"""The tables, a module for each part of the program; `storage.schema` has them all."""
