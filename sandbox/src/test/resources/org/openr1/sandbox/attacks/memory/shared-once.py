# attack: none; memory that many processes share counts once
# expect: ok
# limits: memory=160M
# stdout: done
import mmap

block = mmap.mmap(-1, 40 * MIB)
block.write(b"x" * (40 * MIB))
for _ in range(8):
    if os.fork() == 0:
        sum(block[i] for i in range(0, 40 * MIB, 4096))
        time.sleep(0.6)
        os._exit(0)
for _ in range(8):
    os.wait()
say("done")
