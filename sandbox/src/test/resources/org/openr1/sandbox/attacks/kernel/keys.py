# attack: uses the kernel's key rings, which other programs of the same user see
# expect: blocked
refused("add_key", 248, b"user", b"openr1", b"x", 1, -2)
refused("add_key to the user", 248, b"user", b"openr1", b"x", 1, -4)
refused("request_key", 249, b"user", b"openr1", None, 0)
refused("keyctl: own ring", 250, 0, -2, 1, 0, 0)
refused("keyctl: ring of the user", 250, 0, -4, 0, 0, 0)
refused("keyctl: new session", 250, 1, None, 0, 0, 0)
