// attack: makes namespaces by clone and clone3
// expect: blocked
#include <linux/sched.h>

static void by_clone(unsigned long flags) {
  long pid = syscall(SYS_clone, flags | SIGCHLD, 0, 0, 0, 0);
  if (pid == 0) _exit(0);
  if (pid > 0) escaped("clone", (long)flags);
  else blocked("clone", errno);
}

static void by_clone3(unsigned long flags) {
  struct clone_args a;
  memset(&a, 0, sizeof a);
  a.flags = flags;
  a.exit_signal = SIGCHLD;
  long pid = syscall(SYS_clone3, &a, sizeof a);
  if (pid == 0) _exit(0);
  if (pid > 0) escaped("clone3", (long)flags);
  else blocked("clone3", errno);
}

int main(void) {
  unsigned long flags[] = {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS,
                           0x02000000UL, CLONE_NEWUSER | CLONE_NEWNS, CLONE_NEWUSER | (1UL << 40)};
  for (unsigned i = 0; i < sizeof flags / sizeof flags[0]; i++) {
    by_clone(flags[i]);
    by_clone3(flags[i]);
  }
  by_clone3(0x80);
  return 0;
}
