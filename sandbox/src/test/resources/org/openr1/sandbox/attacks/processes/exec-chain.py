# attack: runs itself again and again by exec
# expect: time
# limits: wall=2s
os.execv(sys.executable, [sys.executable, "-S", "-E", "-c", "import os,sys\na='import os,sys;os.execv(sys.executable,[sys.executable,\"-S\",\"-c\",sys.argv[1],sys.argv[1]])'\nos.execv(sys.executable,[sys.executable,'-S','-c',a,a])"])
