// attack: looks for descriptors it was not meant to have
// expect: blocked
int main(void) {
  for (int fd = 3; fd < 4096; fd++) {
    if (fcntl(fd, F_GETFD) >= 0) escaped("descriptor", fd);
  }
  blocked("descriptors", 0);
  return 0;
}
