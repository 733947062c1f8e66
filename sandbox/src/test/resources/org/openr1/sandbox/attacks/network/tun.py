# attack: makes a network device
# expect: blocked
for path in ("/dev/net/tun", "/dev/vhost-net", "/dev/vhost-vsock", "/dev/vsock", "/dev/ppp"):
    attempt(path, lambda: os.open(path, os.O_RDWR))
