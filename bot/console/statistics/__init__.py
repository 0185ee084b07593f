"""What is counted, on pages for staff: nobody's name is on them."""
