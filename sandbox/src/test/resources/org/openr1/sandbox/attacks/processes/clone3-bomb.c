// attack: processes made by clone3, whose flags a filter cannot see
// expect: blocked|processes
// limits: processes=20
#include <linux/sched.h>

int main(void) {
  long children = 0;
  while (children < 200) {
    struct clone_args a;
    memset(&a, 0, sizeof a);
    a.exit_signal = SIGCHLD;
    long pid = syscall(SYS_clone3, &a, sizeof a);
    if (pid < 0) break;
    if (pid == 0) {
      sleep(60);
      _exit(0);
    }
    children++;
  }
  if (children >= @MOST_PROCESSES@) escaped("children", children);
  else blocked("children", children);
  _exit(0);
}
