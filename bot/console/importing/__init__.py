"""Lists that staff hand in: their columns named, looked through, made into registrations."""
