# attack: regular expression that tries for ever
# expect: time
# limits: wall=1s
import re

re.match(r"(a+)+$", "a" * 60 + "b")
