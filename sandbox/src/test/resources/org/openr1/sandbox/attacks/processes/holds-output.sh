# attack: nohup job in the background keeps the output open
# expect: ok
# within: 4s
# limits: wall=8s
nohup sleep 60 &
setsid sleep 60 &
disown -a
echo done
