# attack: looks like a failure of bubblewrap
# expect: wrong_exit
echo "bwrap: execvp python3: No such file or directory" >&2
exit 1
