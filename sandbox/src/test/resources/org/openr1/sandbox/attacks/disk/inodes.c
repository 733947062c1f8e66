// attack: empty files without end
// expect: memory|blocked|time
// containment: groups
// limits: wall=5s memory=64M
int main(void) {
  char name[64];
  for (long i = 0; i < 200000; i++) {
    snprintf(name, sizeof name, "/tmp/%ld-%s", i, "some-longer-name-that-takes-memory");
    int fd = open(name, O_CREAT | O_WRONLY | O_EXCL, 0600);
    if (fd < 0) {
      blocked("files", i);
      return 0;
    }
    close(fd);
  }
  escaped("files", 200000);
  return 0;
}
