# attack: XML entities that stand for much
# expect: memory|blocked|wrong_exit|time
# limits: wall=3s memory=64M
import xml.etree.ElementTree as tree

entities = '<!ENTITY a0 "lollollollol">' + "".join(
    f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 9))
try:
    text = tree.fromstring(f"<!DOCTYPE x [{entities}]><x>&a8;</x>").text
    escaped(f"{len(text)} characters")
except tree.ParseError as e:
    blocked(str(e))
