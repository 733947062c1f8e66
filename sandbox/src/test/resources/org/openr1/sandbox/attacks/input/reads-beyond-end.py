# attack: reads on after the end of the input
# expect: blocked
data = b""
for _ in range(1000):
    data += os.read(0, 100)
if data:
    escaped(f"{len(data)} bytes from nowhere")
else:
    blocked("nothing to read")
