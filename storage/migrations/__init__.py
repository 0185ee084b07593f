"""The steps from each version of the tables to the next; `storage.upgrade` takes them."""
