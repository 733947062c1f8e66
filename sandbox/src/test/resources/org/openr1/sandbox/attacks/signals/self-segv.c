// attack: crashes
// expect: wrong_exit
int main(void) {
  raise(SIGSEGV);
  return 0;
}
