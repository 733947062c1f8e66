# attack: asynchronous calls that no filter sees
# expect: blocked
refused("io_uring_setup", 425, 4, (ctypes.c_uint32 * 30)())
refused("io_uring_enter", 426, 0, 1, 0, 0, 0, 0)
refused("io_uring_register", 427, 0, 0, 0, 0)
