"""Activities at the edges: what is on, news of seats, calendar files, lists on paper."""
