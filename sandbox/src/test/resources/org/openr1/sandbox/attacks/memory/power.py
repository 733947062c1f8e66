# attack: a power that takes too long to compute and a number too long to print
# expect: time|memory|wrong_exit
# limits: wall=2s memory=128M
print(9**9**9)
