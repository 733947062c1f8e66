# attack: loads code into the kernel
# expect: blocked
refused("init_module", 175, None, 0, b"")
refused("finit_module", 313, 0, b"", 0)
refused("delete_module", 176, b"openr1-no-such-module", 2048)
refused("kexec_load", 246, 0, 0, None, 0)
refused("kexec_file_load", 320, -1, -1, 0, b"", 0)
refused("create_module", 174, b"a", 4096)
