# attack: a daemon in a session of its own goes on after the end and writes to the same output
# expect: ok
# within: 4s
# limits: wall=8s
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(1)
        escaped("a daemon outlived the program")
        time.sleep(60)
    os._exit(0)
os.wait()
say("parent ends")
