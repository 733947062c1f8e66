// attack: takes and touches memory in small pieces
// expect: memory|blocked
// limits: memory=64M
int main(void) {
  for (long i = 0; i < 256L * 1024; i++) {
    char *p = malloc(1024);
    if (!p) {
      blocked("malloc", i);
      return 0;
    }
    memset(p, 1, 1024);
  }
  escaped("KiB of heap", 256L * 1024);
  return 0;
}
