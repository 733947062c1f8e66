# attack: a daemon that changes its process number without end, to slip through a killer's fingers
# expect: ok
# within: 4s
# limits: wall=8s
if os.fork() == 0:
    os.setsid()
    while True:
        try:
            if os.fork():
                os._exit(0)
        except OSError:
            pass
time.sleep(0.3)
