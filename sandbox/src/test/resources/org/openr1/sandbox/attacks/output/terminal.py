# attack: escape sequences of terminals
# expect: ok
# stdout: end
os.write(1, b"\x1b[2J\x1b[8m\x1b]0;title\x07\x1b]52;c;Y3VybA==\x07\x9b6n\x1bP+q\x1b\\" * 100 + b"end")
