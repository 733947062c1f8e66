// attack: kernel memory by timers and queued signals
// expect: blocked|memory
// limits: memory=64M
int main(void) {
  long timers = 0, signals = 0;
  timer_t timer;
  while (timers < 1000000 && timer_create(CLOCK_MONOTONIC, NULL, &timer) == 0) timers++;
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, NULL);
  union sigval value = {0};
  while (signals < 1000000 && sigqueue(getpid(), SIGRTMIN, value) == 0) signals++;
  if (timers + signals >= 1000000) escaped("timers and signals", timers + signals);
  else blocked("timers and signals", timers + signals);
  return 0;
}
