// attack: a file larger than files may be, signal left as it is
// expect: blocked|wrong_exit
// limits: file=1M
int main(void) {
  static char block[65536];
  int fd = open("a", O_CREAT | O_WRONLY, 0600);
  for (int i = 0; i < 64; i++) {
    if (write(fd, block, sizeof block) != sizeof block) {
      blocked("write", errno);
      return 0;
    }
  }
  escaped("KiB in a file", 4096);
  return 0;
}
