# attack: reads its input a byte at a time
# expect: time
# input: 8M
# limits: wall=1s
while True:
    os.read(0, 1)
    time.sleep(0.01)
