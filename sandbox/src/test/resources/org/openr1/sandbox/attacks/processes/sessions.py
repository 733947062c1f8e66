# attack: many children in sessions and process groups of their own
# expect: ok
# within: 4s
# limits: wall=8s
for _ in range(15):
    if os.fork() == 0:
        os.setsid()
        time.sleep(60)
        os._exit(0)
say("done")
