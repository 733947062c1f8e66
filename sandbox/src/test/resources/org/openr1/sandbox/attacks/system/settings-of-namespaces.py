# attack: changes settings of its own namespaces, which must not be those of the next program
# expect: ok
# runs: 2
# stdout: done
for path, value in (("/proc/sys/kernel/pid_max", "32767"), ("/proc/sys/kernel/shmmax", "12345678"), ("/proc/sys/kernel/msgmni", "77"),
                    ("/proc/sys/fs/mqueue/queues_max", "33"), ("/proc/sys/kernel/shmmni", "77")):
    try:
        with open(path) as f:
            if f.read().strip() == value:
                escaped(f"{path} was changed by the run before")
        with open(path, "w") as f:
            f.write(value)
        say("changed " + path)
    except OSError as e:
        say(str(e))
say("done")
