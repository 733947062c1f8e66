# attack: both outputs without end, from many processes
# expect: output
# limits: output=64K
for _ in range(4):
    os.fork()
while True:
    os.write(1, b"x" * 4096)
    os.write(2, b"y" * 4096)
