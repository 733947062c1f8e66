# attack: error output without end
# expect: output
# limits: output=64K
while True:
    os.write(2, b"x" * 65536)
