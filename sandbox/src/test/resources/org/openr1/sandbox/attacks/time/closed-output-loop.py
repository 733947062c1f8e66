# attack: closes its output so that a reader sees the end, and goes on
# expect: time
# limits: wall=1s
os.close(1)
os.close(2)
while True:
    time.sleep(0.1)
