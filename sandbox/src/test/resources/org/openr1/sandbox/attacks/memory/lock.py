# attack: locks memory
# expect: blocked|memory
# limits: memory=128M
import mmap

block = mmap.mmap(-1, 64 * MIB)
address = ctypes.addressof(ctypes.c_char.from_buffer(block))
if LIBC.mlock(ctypes.c_void_p(address), ctypes.c_size_t(64 * MIB)) == 0:
    escaped("64 MiB locked")
else:
    blocked(f"mlock: {ctypes.get_errno()}")
