// attack: starts more threads with tiny stacks than there may be processes
// expect: blocked|processes
// limits: processes=20
#include <pthread.h>

static void *idle(void *unused) {
  sleep(60);
  return unused;
}

int main(void) {
  pthread_attr_t small;
  pthread_attr_init(&small);
  pthread_attr_setstacksize(&small, 16384);
  long started = 0;
  pthread_t thread;
  while (started < 1000 && pthread_create(&thread, &small, idle, NULL) == 0) started++;
  if (started >= @MOST_PROCESSES@) escaped("threads", started);
  else blocked("threads", started);
  _exit(0);
}
