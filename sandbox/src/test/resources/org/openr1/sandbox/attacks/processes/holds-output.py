# attack: a background process keeps standard output and error open after the program's end
# expect: ok
# within: 4s
# limits: wall=8s
# stdout: done
if os.fork() == 0:
    time.sleep(60)
    os._exit(0)
say("done")
