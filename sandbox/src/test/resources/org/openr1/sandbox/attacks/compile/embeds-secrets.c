// attack: the assembler takes a file of the host into the program
// expect: compile_error
__asm__(".section .rodata\n.globl secret\nsecret: .incbin \"@SECRET_FILE@\"\n.byte 0\n.text");
extern const char secret[];
int main(void) {
  escaped(secret, 0);
  return 0;
}
