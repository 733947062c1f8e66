// attack: a program file much larger than its source
// expect: compile_error|ok
int main(void) {
  static char block[200 * MIB] = {1};
  return block[1];
}
