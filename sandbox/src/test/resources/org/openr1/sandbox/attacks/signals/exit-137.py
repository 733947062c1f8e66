# attack: an exit status that looks like a kill
# expect: wrong_exit
os._exit(137)
