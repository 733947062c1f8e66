"""Loads a candidate, evaluates what the host asks for, and answers with plain values.

Lines of JSON both ways. The host trusts no answer: it compares each value with one it keeps to itself.
The candidate shares this process and may break all of it; that only costs it its own answers.
"""
import json
import linecache
import os
import sys
import types

NAME = "solution"  # never "__main__": blocks for the command line must not run
DEEPEST = 100
LARGEST = 2_000_000  # about the characters of one answer
EXACT_JSON_INT = 1 << 53


def main(compile=compile, eval=eval, exec=exec, dict=dict, list=list, tuple=tuple, set=set, str=str, int=int,
         float=float, bytes=bytes, len=len, type=type, bool=bool, getattr=getattr, hasattr=hasattr,
         BaseException=BaseException, write=os.write, encode=json.JSONEncoder(check_circular=False).encode,
         decode=json.JSONDecoder().decode):
    lines = os.fdopen(os.dup(0), "r", encoding="utf-8", newline="\n")
    answers = os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    os.close(null)
    views = (type({}.keys()), type({}.items()))

    def answer(message):
        data = (encode(message) + "\n").encode("ascii")
        while data:
            data = data[write(answers, data):]

    def size(left, amount):
        left[0] -= amount
        if left[0] < 0:
            raise OverflowError("value too large")

    def plain(x, depth, left):
        """Built-in values as JSON, read by their base classes' own methods; others by name."""
        size(left, 4)
        if x is None or x is True or x is False:
            return x
        kind = type(x)
        bases = type.mro(kind) if type(kind) is type else kind.__mro__
        if str in bases:
            x = str.__str__(x)
            size(left, len(x))
            return x
        if int in bases:
            x = int.__int__(x)
            if -EXACT_JSON_INT < x < EXACT_JSON_INT:
                return x
            size(left, x.bit_length() // 4)
            return {"i": "%x" % x}
        if float in bases:
            return {"f": float.hex(float.__float__(x))}
        if complex in bases:
            return {"c": [float.hex(complex.real.__get__(x)), float.hex(complex.imag.__get__(x))]}
        if bytes in bases or bytearray in bases:
            x = bytes.join(b"", [x])
            size(left, 2 * len(x))
            return {"b": x.hex()}
        if depth >= DEEPEST:
            raise OverflowError("value too deep")
        if list in bases:
            size(left, list.__len__(x))
            return [plain(item, depth + 1, left) for item in list.__iter__(x)]
        if tuple in bases:
            size(left, tuple.__len__(x))
            return {"t": [plain(item, depth + 1, left) for item in tuple.__iter__(x)]}
        if dict in bases:
            size(left, dict.__len__(x))
            return {"d": [[plain(k, depth + 1, left), plain(v, depth + 1, left)] for k, v in dict.items(x)]}
        for base in (set, frozenset):
            if base in bases:
                size(left, base.__len__(x))
                return {"s": [plain(item, depth + 1, left) for item in base.__iter__(x)]}
        if kind in views:
            size(left, len(x))
            return {"s": [plain(item, depth + 1, left) for item in x]}
        if (kind.__module__, kind.__qualname__) in (("fractions", "Fraction"), ("decimal", "Decimal")):
            above, below = x.as_integer_ratio()
            if below == 1:
                return plain(above, depth + 1, left)
            if abs(above) < EXACT_JSON_INT and below < EXACT_JSON_INT:
                near = above / below
                if near.as_integer_ratio() == (above, below):
                    return plain(near, depth + 1, left)
        if kind.__module__ == "numpy" and hasattr(x, "item") and not getattr(x, "shape", True):
            return plain(x.item(), depth + 1, left)
        return {"o": str(kind.__module__)[:50] + "." + str(kind.__qualname__)[:50], "truth": bool(x)}

    def raised(error):
        try:
            return {"raised": (type(error).__name__ + ": " + str(error))[:500]}
        except BaseException:
            return {"raised": "an exception without a text"}

    module = types.ModuleType(NAME)
    names = module.__dict__
    scopes = {0: names}

    def scope(number):
        if number not in scopes:
            scopes[number] = dict(names)
        return scopes[number]

    def load(source, prelude):
        sys.modules[NAME] = module
        names["__file__"] = NAME + ".py"
        linecache.cache[NAME + ".py"] = (len(source), None, source.splitlines(True), NAME + ".py")
        try:
            code = compile(source, NAME + ".py", "exec", dont_inherit=True)
        except BaseException as error:
            return {"error": raised(error)["raised"], "syntax": True}
        try:
            exec(compile(prelude, "prelude.py", "exec", dont_inherit=True), names)
            exec(code, names)
        except BaseException as error:
            return {"error": raised(error)["raised"], "syntax": False}
        return {"loaded": True}

    def function(name):
        holder = names.get("Solution")
        if holder is not None and hasattr(holder, name):
            return getattr(holder(), name)
        return names[name]

    def reply(message):
        if "load" in message:
            return load(message["load"], message["prelude"])
        if "exec" in message:
            exec(compile(message["exec"], "tests.py", "exec", dont_inherit=True), scope(message["scope"]))
            return {"done": True}
        if "call" in message:
            code = compile("(" + message["call"] + "\n)", "tests.py", "eval", dont_inherit=True)
            return {"value": plain(eval(code, scope(message["scope"])), 0, [LARGEST])}
        if "function" in message:
            arguments = [decode(argument) for argument in message["arguments"]]
            return {"value": plain(function(message["function"])(*arguments), 0, [LARGEST])}
        exec(compile(message["tests"], "tests.py", "exec", dont_inherit=True), names)
        return {"word": message["word"]}

    def step(line):
        try:
            return reply(decode(line))
        except BaseException as error:
            return raised(error)

    for line in lines:
        answer(step(line))


main()
