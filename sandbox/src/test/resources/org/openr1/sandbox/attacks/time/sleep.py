# attack: waits for ever without using CPU time
# expect: time
# limits: wall=1s
time.sleep(3600)
