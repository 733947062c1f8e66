# attack: never ends, traps every signal
# expect: time
# limits: wall=1s
trap '' HUP INT QUIT TERM ALRM XCPU USR1 USR2 PIPE
while :; do :; done
