// attack: returns from a signal that there was not, with registers of its choice
// expect: wrong_exit
int main(void) {
  syscall(SYS_rt_sigreturn);
  for (;;) pause();
}
