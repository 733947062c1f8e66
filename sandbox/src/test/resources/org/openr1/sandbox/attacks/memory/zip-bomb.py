# attack: unpacks a little text that stands for much
# expect: memory|blocked
# limits: memory=64M
import zlib

packer = zlib.compressobj(9)
packed = b"".join(packer.compress(b"\0" * MIB) for _ in range(256)) + packer.flush()
attempt("256 MiB unpacked", lambda: zlib.decompress(packed))
