# attack: asks the kernel to write everything to disk, again and again
# expect: time
# limits: wall=1s
while True:
    os.sync()
