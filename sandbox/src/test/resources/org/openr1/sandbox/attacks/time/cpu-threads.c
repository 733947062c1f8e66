// attack: CPU time of many threads
// expect: time
// within: 6s
// limits: wall=12s cpu=1s
#include <pthread.h>

static void *burn(void *unused) {
  for (volatile unsigned long i = 0;; i++) {
  }
  return unused;
}

int main(void) {
  pthread_t thread;
  for (int i = 0; i < 8; i++) pthread_create(&thread, NULL, burn, NULL);
  burn(NULL);
}
