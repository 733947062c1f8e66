# attack: reads from a pipe that nobody writes to
# expect: time
# limits: wall=1s
r, w = os.pipe()
os.read(r, 1)
