# attack: byte order marks and text that changes direction
# expect: ok
# stdout: end
os.write(1, b"\xef\xbb\xbf\xef\xbb\xbf" + "\u202eabc\u2066\ufeff\U000e0001".encode() + b"end")
