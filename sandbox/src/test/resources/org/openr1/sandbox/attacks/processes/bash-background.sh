# attack: starts background jobs without end
# expect: processes|time|wrong_exit|ok
# limits: wall=2s
while true; do sleep 60 & done 2>/dev/null
