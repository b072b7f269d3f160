"""Tables in, small tables and numbers out: what the notebooks show, one function per figure or derived number."""
