# attack: writes to its own files in /proc that reach further
# expect: blocked
blocked("start")
for path, text in (("/proc/self/oom_score_adj", "-1"), ("/proc/self/loginuid", "0"), ("/proc/self/projid_map", "0 0 1"),
                   ("/proc/self/timens_offsets", "monotonic 1 0"), ("/proc/self/make-it-fail", "1"),
                   ("/proc/self/autogroup/x", "-20"), ("/proc/thread-self/attr/exec", "unconfined"), ("/proc/self/attr/current", "unconfined")):
    try:
        with open(path, "w") as f:
            f.write(text)
        escaped(path)
    except OSError as e:
        say(str(e))
