# attack: is more than one unprivileged user (whom it is outside only the host sees)
# expect: blocked
blocked(f"{os.getresuid()} {os.getresgid()} {os.getgroups()}")
for name in ("uid_map", "gid_map"):
    with open(f"/proc/self/{name}") as f:
        for line in f:
            inside, outside, count = line.split()
            say(f"{name} {line.strip()}")
            if int(count) > 1 and count != "4294967295":
                escaped(f"{name}: {count} users")
if set(os.getresuid()) != {65534} or set(os.getresgid()) != {65534}:
    escaped("not nobody")
if set(os.getgroups()) - {65534}:
    escaped("further groups")
