package org.openr1.data.procedural.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.verify.language.TinyLanguage;

class ProgramTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x=3;x=x*7-4|7",
        "x=2;x=x-5|7",
        "x=1+2*3|7",
        "x=(1+2)*3|9",
        "x=9-4-3|2",
        "x=9-(4-3)|8",
        "x=1;repeat(4){x=x*2}|6",
        "x=1;repite(3){x=x+1;si(x>2){x=x*3}}|0",
        "x=4;if(x<4){x=0};if(x=4){x=5};|5",
        "x=1;repeat(0){x=9}|1",
        "x=1;repeat(2){repeat(3){x=x+1}}|7",
        "x = 12 ; x = x + 9|1",
      })
  void runsByTheRules(String source, int expected) {
    assertThat(Interpreter.run(ProgramParser.parse(source))).containsEntry('x', expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "x",
        "x=",
        "x=3x=4",
        "xy=3",
        "x=y z",
        "3=x",
        "X=3",
        "x=3;;y=4",
        "repeat(x){x=1}",
        "repeat(-1){x=1}",
        "repeat(2)x=1",
        "repeat(2){}",
        "repeat(2){x=1",
        "if(x){x=1}",
        "if(x>1>2){x=1}",
        "x=3}",
        "x=(3",
        "x=3/2",
        "x=99999999999",
        "x=1\u0000",
      })
  void malformedProgramsAreRefusedWithAPosition(String source) {
    assertThatThrownBy(() -> ProgramParser.parse(source))
        .isInstanceOf(ProgramException.class)
        .hasMessageMatching("(?s).*\\d.*");
  }

  @Test
  void hostileProgramsEndAtALimit() {
    assertThatThrownBy(() -> ProgramParser.parse("x=" + "(".repeat(5_000)))
        .hasMessageContaining("nested deeper");
    assertThatThrownBy(() -> ProgramParser.parse("repeat(9){".repeat(900)))
        .hasMessageContaining("nested deeper");
    assertThatThrownBy(() -> ProgramParser.parse("x=1;".repeat(5_000)))
        .hasMessageContaining("20000 characters");
    String nested = "x=0;" + "repeat(999999){".repeat(5) + "x=x+1" + "}".repeat(5);
    assertThatThrownBy(() -> Interpreter.run(ProgramParser.parse(nested)))
        .hasMessageContaining("more than 10000 steps");
    assertThatThrownBy(
            () -> Interpreter.run(ProgramParser.parse("x=1;repeat(999999){if(x>2){x=1}}")))
        .hasMessageContaining("steps");
  }

  @Test
  void aVariableMustBeSetBeforeItIsRead() {
    assertThatThrownBy(() -> Interpreter.run(ProgramParser.parse("x=y+1")))
        .hasMessageContaining("'y'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x=1;y=x*(x+2);if(y>4){y=y-(1-x)};repeat(2){x=x*2;y=y+x*3}",
        "x=1+2*3;x=(x-1)*4",
        "x=1-2+3",
      })
  void textAndProgramAreInterchangeable(String source) {
    Program program = ProgramParser.parse(source);
    assertThat(program.text(TinyLanguage.EN)).isEqualTo(source);
    assertThat(ProgramParser.parse(program.text(TinyLanguage.ES))).isEqualTo(program);
  }

  @Test
  void anObserverSeesAndMayChangeSteps() {
    Program program = ProgramParser.parse("x=3;x=x+4;if(x>9){x=0}");
    ExecutionObserver slip =
        new ExecutionObserver() {
          @Override
          public int assigned(
              Statement.Assign statement,
              java.util.SortedMap<Character, Integer> values,
              int result) {
            return result == 7 ? 8 : result;
          }

          @Override
          public boolean decided(Statement.If statement, int left, int right, boolean result) {
            assertThat(left).isEqualTo(8);
            return !result;
          }
        };
    assertThat(Interpreter.run(program, slip, 100)).isEqualTo(Map.of('x', 0));
    assertThat(Interpreter.run(program)).isEqualTo(Map.of('x', 7));
  }
}
