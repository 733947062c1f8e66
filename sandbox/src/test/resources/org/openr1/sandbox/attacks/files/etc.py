# attack: learns of the host from /etc
# expect: blocked
blocked("start")
names = sorted(os.listdir("/etc"))
say(" ".join(names))
if len(names) > 25:
    escaped(f"{len(names)} names in /etc")
try:
    with open("/etc/passwd") as f:
        for line in f:
            if line.split(":")[0] not in ("root", "nobody"):
                escaped("account " + line.strip())
except OSError as e:
    say(str(e))
