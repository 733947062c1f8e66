# attack: NUL bytes and control characters
# expect: ok
# stdout: end
os.write(1, b"\0" * 1000 + b"\x04\x1a\x7f\r\n\x0b\x0c" + b"end")
