package org.openr1.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseFormatTest {
  @Test
  void whitespaceAroundAndBetweenIsAllowed() {
    assertThat(ResponseFormat.parse(" <think>\n1+1=2\n</think>\n<answer>\n2\n</answer>\n"))
        .contains(new ResponseFormat.Parts("1+1=2", "2"));
    assertThat(ResponseFormat.isStrict("<think></think><answer>2</answer>")).isTrue();
    assertThat(ResponseFormat.isStrict(ResponseFormat.render("a", "b"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2",
        "<answer>2</answer>",
        "<think>a</think>2",
        "<think>a</think><answer>2",
        "<think>a<answer>2</answer></think>",
        "<answer>2</answer><think>a</think>",
        "x<think>a</think><answer>2</answer>",
        "<think>a</think>x<answer>2</answer>",
        "<think>a</think><answer>2</answer>x",
        "<think>a</think><answer> </answer>",
        "<think>a<think></think><answer>2</answer>",
        "<think>a</think><answer>2</answer><answer>3</answer>",
      })
  void anythingElseIsNotStrict(String completion) {
    assertThat(ResponseFormat.isStrict(completion)).isFalse();
  }
}
