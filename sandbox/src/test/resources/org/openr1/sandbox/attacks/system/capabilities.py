# attack: gives itself capabilities
# expect: blocked
header = (ctypes.c_uint32 * 2)(0x20080522, 0)
data = (ctypes.c_uint32 * 6)(0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0x1FF, 0x1FF, 0x1FF)
refused("capset", 126, header, data)
data = (ctypes.c_uint32 * 6)(1 << 21, 1 << 21, 0, 0, 0, 0)
refused("capset of one", 126, header, data)
for number in (7, 12, 21):
    refused(f"ambient capability {number}", 157, 47, 2, number, 0, 0)
refused("no_new_privs off", 157, 38, 0, 0, 0, 0, also=(errno.EINVAL,))
refused("filter off", 157, 22, 0, 0, 0, 0, also=(errno.EINVAL,))
refused("securebits", 157, 28, 1, 0, 0, 0)
refused("memory map fields", 157, 35, 1, 0x400000, 0, 0)
