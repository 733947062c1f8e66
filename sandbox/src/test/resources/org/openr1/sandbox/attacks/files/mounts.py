# attack: learns of the host from the list of mounts
# expect: blocked
blocked("start")
with open("/proc/self/mountinfo") as f:
    for line in f:
        say(line.strip())
        fields = line.split()
        options, target = fields[5].split(","), fields[4]
        if "@PROJECT@" in line:
            escaped("project: " + line.strip())
        if "nosuid" not in options:
            escaped("set-uid programs work on " + target)
        if "rw" in options and not target.startswith(("/box", "/tmp", "/dev/shm", "/proc", "/dev/", "/var/tmp")):
            escaped("writable " + target)
