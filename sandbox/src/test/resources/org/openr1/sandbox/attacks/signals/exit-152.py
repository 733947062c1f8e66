# attack: an exit status that looks like used-up CPU time
# expect: wrong_exit
os._exit(152)
