/* Put before every C attack. A probe says ESCAPED where a forbidden thing worked, else BLOCKED. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MIB (1L << 20)

static inline void say(const char *word, const char *what, long number) {
  char line[256];
  int n = snprintf(line, sizeof line, "%s %s %ld\n", word, what, number);
  if (write(1, line, (size_t)n) < 0) _exit(4);
}

static inline void escaped(const char *what, long number) { say("ESCAPED", what, number); }

static inline void blocked(const char *what, long number) { say("BLOCKED", what, number); }

__attribute__((constructor)) static void only_in_a_sandbox(void) {
  char folder[64] = "";
  if (getuid() == 0 || geteuid() == 0 || !getcwd(folder, sizeof folder) ||
      strcmp(folder, "/box") != 0 || access("/etc/shadow", F_OK) == 0) {
    escaped("not in a sandbox, uid", getuid());
    _exit(3);
  }
}

