// attack: a program file that does not fit
// expect: compile_error
long numbers[1L << 32] = {1};
int main(void) { return 0; }
