# attack: output that ends inside a character at the limit
# expect: output
# limits: output=64K
os.write(1, b"a" + "\U0001f600".encode() * 40_000)
