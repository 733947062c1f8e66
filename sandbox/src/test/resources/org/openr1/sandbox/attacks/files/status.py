# attack: has a right that it should not have
# expect: blocked
blocked("start")
with open("/proc/self/status") as f:
    values = dict(line.rstrip("\n").split(":\t", 1) for line in f if ":\t" in line)
for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
    say(f"{name} {values[name]}")
    if int(values[name], 16):
        escaped(f"{name} {values[name]}")
if values.get("NoNewPrivs") != "1":
    escaped("may get new privileges")
if values.get("Seccomp") != "2":
    escaped("no filter of system calls")
