# attack: an exit status that looks like a failure of the sandbox, with its kind of message
# expect: wrong_exit
echo "bwrap: Can't find source path /nowhere: No such file or directory" >&2
exit 125
