"""Tables in, small tables and numbers out: one function per figure or derived number."""
