// attack: a program file much larger than its source
// expect: compile_error|ok
char block[200 * MIB] = {1};

int main(int count, char **arguments) {
  (void)arguments;
  return block[count];
}
