# attack: bytes that are not UTF-8
# expect: ok
# stdout: end
os.write(1, bytes(range(256)) * 100 + b"\xed\xa0\x80\xf8\x88\x80\x80\x80\xc0\xaf\xff\xfe" + b"end")
os.write(2, bytes(range(255, -1, -1)))
