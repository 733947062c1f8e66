# attack: makes namespaces of its own, where it would be root
# expect: blocked
for name, flag in (("mount", 0x20000), ("group", 0x02000000), ("host name", 0x04000000), ("IPC", 0x08000000),
                   ("process", 0x20000000), ("network", 0x40000000), ("time", 0x80), ("user", 0x10000000),
                   ("user and mount", 0x10020000), ("user and network", 0x50000000)):
    refused(f"unshare of the {name} namespace", 272, flag, also=(errno.ENOSPC, errno.EUSERS))
