package org.openr1.data.procedural.program;

import java.util.List;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/** A statement of the mini-language. */
public sealed interface Statement {
  /** {@code variable=value}. */
  record Assign(char variable, Expression value) implements Statement {
    @Override
    public String text(TinyLanguage language) {
      return variable + "=" + value.text();
    }
  }

  /** {@code repeat(times){body}}. */
  record Repeat(int times, List<Statement> body) implements Statement {
    public Repeat {
      body = List.copyOf(body);
      if (times < 0) {
        throw new IllegalArgumentException("cannot repeat " + times + " times");
      }
    }

    @Override
    public String text(TinyLanguage language) {
      return TinyWord.REPEAT.in(language) + "(" + times + "){" + Program.text(body, language) + "}";
    }
  }

  /** {@code if(left relation right){body}}, relation one of {@code < > =}. */
  record If(Expression left, char relation, Expression right, List<Statement> body)
      implements Statement {
    public If {
      body = List.copyOf(body);
      if ("<>=".indexOf(relation) < 0) {
        throw new IllegalArgumentException("no relation '" + relation + "'");
      }
    }

    @Override
    public String text(TinyLanguage language) {
      String condition = left.text() + relation + right.text();
      return TinyWord.IF.in(language) + "(" + condition + "){" + Program.text(body, language) + "}";
    }
  }

  /** The statement as source text with the keywords of that language. */
  String text(TinyLanguage language);
}
