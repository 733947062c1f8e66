# attack: looks for more than its own files beside it
# expect: blocked
names = set(os.listdir("/box")) | set(os.listdir(os.path.dirname(os.path.abspath(__file__))))
if names - {"main.py", "__pycache__"}:
    escaped(str(names))
else:
    blocked(str(names))
