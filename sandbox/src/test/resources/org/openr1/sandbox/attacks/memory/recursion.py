# attack: recursion without end and without Python's own limit
# expect: wrong_exit|memory|time
import sys

sys.setrecursionlimit(1 << 30)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name)

    def __repr__(self):
        return repr(self)


repr(Deep())
