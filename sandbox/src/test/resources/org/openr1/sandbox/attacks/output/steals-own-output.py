# attack: another reader and writer of its own output stays behind
# expect: ok
# within: 4s
# limits: wall=8s
if os.fork() == 0:
    try:
        again = os.open("/proc/self/fd/1", os.O_RDWR)
        os.dup2(again, 0)
    except OSError:
        pass
    time.sleep(60)
    os._exit(0)
time.sleep(0.3)
say("end")
