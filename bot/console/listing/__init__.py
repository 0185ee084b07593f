"""The list of registrations: asked for by its address, shown, saved, worked on, downloaded."""
