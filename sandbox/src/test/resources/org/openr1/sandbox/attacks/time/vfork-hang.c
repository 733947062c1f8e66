// attack: a parent that waits unbreakably for its vfork child, which waits for ever
// expect: time
// limits: wall=1s
int main(void) {
  pid_t pid = vfork();
  if (pid == 0) {
    for (;;) pause();
  }
  return 0;
}
