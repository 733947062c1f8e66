# attack: CPU time used by children that end soon
# expect: time
# within: 8s
# limits: wall=12s cpu=1s
while True:
    if os.fork() == 0:
        end = time.process_time() + 0.1
        while time.process_time() < end:
            pass
        os._exit(0)
    os.wait()
