// attack: ignores the signals of used-up CPU time
// expect: time
// within: 6s
// limits: wall=12s cpu=1s
int main(void) {
  signal(SIGXCPU, SIG_IGN);
  signal(SIGALRM, SIG_IGN);
  signal(SIGVTALRM, SIG_IGN);
  signal(SIGPROF, SIG_IGN);
  for (volatile unsigned long i = 0;; i++) {
  }
}
