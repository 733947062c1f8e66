// attack: vfork and exec of sleepers, more than there may be processes
// expect: blocked|processes
// limits: processes=20
int main(void) {
  long children = 0;
  while (children < 200) {
    pid_t pid = vfork();
    if (pid < 0) break;
    if (pid == 0) {
      execl("/usr/bin/sleep", "sleep", "60", (char *)NULL);
      _exit(127);
    }
    children++;
  }
  if (children >= @MOST_PROCESSES@) escaped("children", children);
  else blocked("children", children);
  _exit(0);
}
