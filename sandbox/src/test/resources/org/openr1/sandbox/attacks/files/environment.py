# attack: reads secrets in the environment
# expect: blocked
known = {"PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "PWD", "OLDPWD", "SHLVL", "_", "TMPDIR", "USER", "LOGNAME", "TZ",
         "TERM", "SHELL", "JAVA_HOME", "GOPATH", "GOCACHE", "GOROOT", "CARGO_HOME", "RUSTUP_HOME"}
blocked(" ".join(f"{k}={v}" for k, v in os.environ.items()))
for name, value in os.environ.items():
    if name not in known and not name.startswith("PYTHON"):
        escaped("variable " + name)
    if "@PROJECT@" in value:
        escaped(f"{name} tells {value}")
