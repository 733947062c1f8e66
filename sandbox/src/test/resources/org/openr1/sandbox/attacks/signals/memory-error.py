# attack: looks like used-up memory
# expect: wrong_exit|memory
raise MemoryError("out of memory")
