# attack: sees the processes of the host
# expect: blocked
pids = [int(p) for p in os.listdir("/proc") if p.isdigit()]
if len(pids) > 5 or max(pids) > 1000:
    escaped(f"processes {pids}")
else:
    blocked(f"processes {pids}")
for pid in range(1, 3000):
    if pid not in pids and os.path.exists(f"/proc/{pid}/status"):
        with open(f"/proc/{pid}/status") as f:
            text = f.read()
        if f"Tgid:\t{pid}\n" in text:
            escaped(f"process {pid}")
