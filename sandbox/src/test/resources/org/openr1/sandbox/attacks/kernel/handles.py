# attack: opens files of the host by their numbers, quota, watches on whole disks
# expect: blocked
handle = (ctypes.c_uint32 * 34)(8, 1, 2, 0)
fd = os.open("/", os.O_RDONLY)
refused("open_by_handle_at of the host's root", 304, fd, handle, 0)
fd = os.open("/usr", os.O_RDONLY)
refused("open_by_handle_at below /usr", 304, fd, handle, 0)
refused("quotactl", 179, 0x80000200 - (1 << 32), b"/dev/vda", 0, b"/x", also=(errno.ENOENT, errno.ENODEV, errno.ENOTBLK))
refused("quotactl_fd", 443, fd, 0x80000200 - (1 << 32), 0, None)
refused("fanotify_init", 300, 0, 0)
refused("fanotify_init without rights", 300, 0x200, 0)
refused("lookup_dcookie", 212, 0, None, 0)
