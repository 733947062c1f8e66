# attack: programs for the kernel
# expect: blocked
attributes = (ctypes.c_uint32 * 32)(2, 4, 4, 1)
refused("BPF map", 321, 0, attributes, 72)
instructions = (ctypes.c_uint64 * 2)(0x00000000000000B7, 0x0000000000000095)
licence = ctypes.create_string_buffer(b"GPL")
program = (ctypes.c_uint64 * 16)(1 | (2 << 32), ctypes.addressof(instructions), ctypes.addressof(licence))
refused("BPF program", 321, 5, program, 72)
