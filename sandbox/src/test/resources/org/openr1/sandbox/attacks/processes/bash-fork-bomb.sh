# attack: the shell's fork bomb
# expect: processes|time|ok|wrong_exit
# limits: wall=2s
bomb() { bomb | bomb & }
bomb
sleep 5
