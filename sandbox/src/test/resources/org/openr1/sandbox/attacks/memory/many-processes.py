# attack: memory spread over processes, none of which takes much
# expect: memory|blocked|processes
# limits: memory=128M
r, w = os.pipe()
for i in range(20):
    if os.fork() == 0:
        try:
            block = bytearray(os.urandom(4096) * (16 * 256))
            os.write(w, b"x")
        except MemoryError:
            os._exit(1)
        time.sleep(60)
        os._exit(0)
os.close(w)
done = 0
end = time.time() + 3
os.set_blocking(r, False)
while done < 20 and time.time() < end:
    try:
        done += len(os.read(r, 100))
    except BlockingIOError:
        pass
    time.sleep(0.02)
time.sleep(0.3)
(escaped if done == 20 else blocked)(f"{done} processes with 16 MiB each")
