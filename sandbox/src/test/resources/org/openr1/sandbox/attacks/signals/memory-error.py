# attack: looks like used-up memory
# expect: wrong_exit
raise MemoryError("out of memory")
