# attack: output that ends inside a character
# expect: ok
# stdout: abc
os.write(1, b"abc\xf0\x9f\x98")
