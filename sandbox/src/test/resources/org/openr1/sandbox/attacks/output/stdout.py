# attack: output without end
# expect: output
# limits: output=64K
while True:
    os.write(1, b"x" * 65536)
