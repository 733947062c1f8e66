/**
 * A mini-language of our own: assignments, {@code + - *} modulo 10, {@code repeat}, {@code if}. Its
 * interpreter gives the answers of program problems, so that checking them needs no sandbox.
 *
 * <pre>{@code
 * program    := statement (';' statement)* [';']
 * statement  := variable '=' expression
 *             | ('repeat' | 'repite') '(' number ')' '{' program '}'
 *             | ('if' | 'si') '(' expression ('<' | '>' | '=') expression ')' '{' program '}'
 * expression := term (('+' | '-') term)*
 * term       := factor ('*' factor)*
 * factor     := number | variable | '(' expression ')'
 * }</pre>
 *
 * A variable is one lower-case letter; values are the digits 0 to 9.
 */
@NullMarked
package org.openr1.data.procedural.program;

import org.jspecify.annotations.NullMarked;
