# attack: closes its streams in the middle of a dialogue and goes on
# expect: time|ok
# dialogue: talk
# limits: wall=2s
os.close(0)
os.close(1)
time.sleep(60)
