# attack: ends in the middle of a dialogue, leaving a background process with its streams
# expect: ok|wrong_exit
# dialogue: listen
# within: 4s
# limits: wall=8s
if os.fork() == 0:
    time.sleep(60)
say("bye")
os._exit(3)
